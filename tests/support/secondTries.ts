import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter'

/** So many tests may need a second try before the run has failed: on a shared machine one slow second says nothing of the app. */
const MOST_SECOND_TRIES = 2

/** Projects of which every test must run: a skipped one fails the run. */
export type SecondTriesOptions = { readonly mustRun?: readonly string[] }

/**
 * Ends a run honestly. What passed only at a second try is named and counted, and too many of them fail the run; so does
 * any test that did not run in a project where all must.
 *
 * Playwright makes reporters with `new`: what is returned here is what it gets.
 */
export default function secondTries({ mustRun = [] }: SecondTriesOptions): Reporter {
  let all: TestCase[] = []
  return {
    onBegin(_config: FullConfig, suite: Suite) {
      all = suite.allTests()
    },
    async onEnd() {
      const again = all
        .filter(each => each.outcome() === 'flaky')
        .map(each => `${nameOf(each)} (try ${each.results.length})`)
      const left = all.filter(each => each.outcome() === 'skipped').map(nameOf)
      const missed = all.filter(each => each.outcome() === 'skipped' && mustRun.includes(projectOf(each))).map(nameOf)
      const projects = [...new Set(all.map(projectOf))]
      say(
        'What was run',
        projects.map(name => `${name}: ${all.filter(each => projectOf(each) === name).length} tests`),
      )
      say(`Passed at a second try or later: ${again.length} of ${all.length}`, again)
      if (left.length > 0) say(`Did not run: ${left.length} of ${all.length}`, left)
      const faults = [
        again.length > MOST_SECOND_TRIES && `More than ${MOST_SECOND_TRIES} tests needed a second try.`,
        missed.length > 0 && `There is an Electron here, and ${missed.length} of its tests did not run.`,
      ].filter(each => each !== false)
      say(faults.map(each => `FAILED: ${each}`).join('\n'), [])
      return faults.length > 0 ? { status: 'failed' } : undefined
    },
    printsToStdio: () => false, // the list is the other reporter's
  }
}

function say(heading: string, names: readonly string[]): void {
  if (heading !== '') console.log([heading, ...names.map(each => `  ${each}`)].join('\n'))
}

function projectOf(each: TestCase): string {
  return each.parent.project()?.name ?? ''
}

function nameOf(each: TestCase): string {
  const [, project = '', ...rest] = each.titlePath()
  return `[${project}] ${rest.join(' › ')}`
}
