import type { AreaSeries } from '../../main/contract/worksheet.ts'

/** The size of the drawing, in its own measure. */
export const WIDTH = 460
export const HEIGHT = 132
/** Room at the left for the numbers of the two ends. */
export const LEFT = 34
const EDGE = 12
export const TOP = 18
export const BOTTOM = 100
/** The least room between two points. */
const LEAST_GAP = 26

export type Point = AreaSeries['points'][number]

/** A point on the drawing; `letter` is that of the client's own words, and empty where nothing was said. */
export type Place = { readonly key: string; readonly point: Point; readonly x: number; readonly letter: string }

export type Line = {
  readonly key: string
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
}

/** How far down a score from 1 to 10 is drawn. */
export function heightOf(score: number): number {
  return BOTTOM - ((score - 1) * (BOTTOM - TOP)) / 9
}

/** Along the days where they leave room for every point, else evenly: a curve that cannot be read says nothing. */
export function placesOf(points: readonly Point[]): Place[] {
  const days = points.map(each => Date.parse(each.on))
  const [first = 0, last = 0] = [days[0], days.at(-1)]
  const room = WIDTH - LEFT - EDGE
  const byDay = days.map(day => LEFT + (last === first ? 0 : ((day - first) / (last - first)) * room))
  const isTooClose = byDay.some((x, index) => index > 0 && x - (byDay[index - 1] ?? 0) < LEAST_GAP)
  const evenly = (index: number) => LEFT + (points.length < 2 ? 0 : (index * room) / (points.length - 1))
  const withWords = points.filter(each => each.words !== undefined)
  return points.map((point, index) => ({
    key: `${index} ${point.on}`,
    point,
    x: isTooClose ? evenly(index) : (byDay[index] ?? 0),
    letter: letterAt(withWords.indexOf(point)),
  }))
}

/** The lines between scores; none where one of the two is missing. */
export function linesBetween(places: readonly Place[]): Line[] {
  return places.slice(1).flatMap((to, index) => {
    const from = places[index]
    return from?.point.score === undefined || to.point.score === undefined
      ? []
      : [{ key: to.key, x1: from.x, x2: to.x, y1: heightOf(from.point.score), y2: heightOf(to.point.score) }]
  })
}

function letterAt(index: number): string {
  return index < 0 ? '' : String.fromCharCode(97 + (index % 26))
}
