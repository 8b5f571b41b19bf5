/** Switches that let someone else look in or steer: a debugger, a remote control, a trace, another's code. */
const SWITCHES: readonly RegExp[] = [
  /^--?inspect/,
  /^--?debug/,
  /^--remote-/,
  /^--(js-flags|load-extension|gpu-launcher|browser-subprocess-path|ppapi-)/,
  /^--(renderer|utility|plugin|zygote)-cmd-prefix/,
  /^--(disable-web-security|single-process|in-process-gpu|ignore-certificate|host-rules|host-resolver-rules)/,
  /^--(enable-logging|log-file|log-net-log|net-log|trace-|enable-tracing|cpu-prof|heap-prof|diagnostic-dir)/,
  /^--(require|import|loader|experimental-loader|eval|print)(=|$)/,
]

/** What in the environment does the same. */
const VARIABLES: readonly string[] = [
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'NODE_OPTIONS',
  'NODE_V8_COVERAGE',
]

/** The first switch or variable that would let someone else look in or steer, without its value; nothing when there is none. */
export function debuggingSwitch(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const word = words.map(each => each.toLowerCase()).find(each => SWITCHES.some(pattern => pattern.test(each)))
  return word?.split('=')[0] ?? VARIABLES.find(each => (environment[each] ?? '') !== '')
}
