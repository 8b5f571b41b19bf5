/** True in `npm run test:long`, which says the same as every run and says it many more times. */
const isLong = process.env['ARTON_LONG'] === '1'

/** How many times something is tried: in every run, and in the long one. */
export function tries(everyRun: number, longRun: number): number {
  return isLong ? longRun : everyRun
}
