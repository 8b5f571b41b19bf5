import type { FormAnswers } from '../../main/contract/form.ts'
import type { AreaSeries } from '../../main/contract/worksheet.ts'
import { type Answer, listOf, partsOf } from './answers.ts'

/**
 * A table of first, between and latest score an area, filled in from Tillfredsskalan over time. What has been written
 * stays as it is; `now` is the scale filled in at this very session, not yet signed.
 */
export function withScores(value: Answer, areas: readonly AreaSeries[], now: FormAnswers): FormAnswers[] {
  const given = listOf(value).map(partsOf)
  const areaIds = new Set(areas.map(each => each.area))
  const others = given.filter(each => !areaIds.has(String(each['row'])))
  const rows = areas.flatMap(({ area, points }) => {
    const today = now[area]
    const scores = [...points.map(each => each.score), typeof today === 'number' ? today : undefined].filter(
      each => each !== undefined,
    )
    const row = { row: area, ...columns(scores), ...given.find(each => each['row'] === area) }
    return Object.keys(row).length === 1 ? [] : [row]
  })
  return [...others, ...rows]
}

/** The middle score stands between; two scores have nothing between them, and one is only the first. */
function columns(scores: readonly number[]): FormAnswers {
  const [first] = scores
  if (first === undefined) return {}
  const latest = scores.at(-1)
  const between = scores.length > 2 ? scores[Math.floor(scores.length / 2)] : undefined
  return {
    first,
    ...(between === undefined ? {} : { between }),
    ...(scores.length < 2 || latest === undefined ? {} : { latest }),
  }
}

/** Whether the filled table says anything that the one before did not. */
export function addsScores(before: Answer, filled: readonly FormAnswers[]): boolean {
  const given = listOf(before).map(partsOf)
  return filled.some(row => {
    const was = given.find(each => each['row'] === row['row']) ?? {}
    return Object.keys(row).some(each => was[each] === undefined)
  })
}
