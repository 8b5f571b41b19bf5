import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

/** Every way a process has to make, change, name or take away a file, and to put bytes in one. */
const CALLS = [
  'open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,memfd_create,truncate,unlink,unlinkat,rmdir',
  'rename,renameat,renameat2,link,linkat,symlink,symlinkat',
  'write,pwrite64,writev,pwritev,pwritev2,sendfile,splice,copy_file_range',
].join(',')

const STRACE = ['-f', '-qq', '--seccomp-bpf', '-e', 'signal=none', '-y', '-s', '100000000', '-e', `trace=${CALLS}`]

export type FileTrace = {
  /** Every path that was made, opened for writing, renamed, linked or removed, wherever on the machine; tried is enough. */
  readonly changed: readonly string[]
  /** What each call was given, as strace writes it: with the bytes that were written, and where. */
  readonly calls: readonly string[]
}

/** Why no process can be watched here; nothing where one can. */
export function whyNotWatched(): string | undefined {
  if (process.platform !== 'linux') return `files are watched with strace, and ${process.platform} has none`
  const { status, stderr, error } = spawnSync('strace', [...STRACE, '-o', '/dev/null', 'true'], { encoding: 'utf8' })
  return status === 0 ? undefined : `strace cannot watch a process here: ${error?.message ?? stderr.trim()}`
}

/** Runs a program in Node with every file it changes noted in `file`; throws when it fails. */
export async function watched(file: string, program: string, words: readonly string[]): Promise<FileTrace> {
  await promisify(execFile)('strace', [...STRACE, '-o', file, process.execPath, program, ...words], {
    env: { PATH: process.env['PATH'] ?? '', UV_USE_IO_URING: '0' }, // each write a call of its own
  })
  const calls = readFileSync(file, 'latin1')
    .split('\n')
    .map(each => each.replace(/^\d+ +/, ''))
    .filter(each => /^\w+\(/.test(each)) // and not the end of one that another thread came between
  return { changed: [...new Set(calls.flatMap(changedBy))], calls }
}

/** The paths that a call changes. A relative one is taken from the folder that strace names before it. */
function changedBy(call: string): string[] {
  const name = /^\w+/.exec(call)?.[0] ?? ''
  if (/write|^(sendfile|splice|copy_file_range)$/.test(name)) return []
  if (/^open/.test(name) && !/O_(WRONLY|RDWR|CREAT|TRUNC|TMPFILE)/.test(call)) return []
  const [, folder = process.cwd()] = /<(.*?)>, "/.exec(call) ?? []
  return [...call.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = '']) =>
    name === 'memfd_create' ? `memory:${path}` : resolve(folder, path),
  )
}
