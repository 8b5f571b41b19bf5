import type { AreaSeries } from '../../main/contract/worksheet.ts'
import { dayAndYear, shortDay } from '../ui/format.ts'

const WIDTH = 460
const HEIGHT = 132
/** Room at the left for the numbers of the two ends. */
const LEFT = 34
const EDGE = 12
const TOP = 18
const BOTTOM = 100
/** The least room between two points, in the drawing's own measure. */
const LEAST_GAP = 26

type Point = AreaSeries['points'][number]
type Place = { readonly point: Point; readonly x: number; readonly key: string }

/** A life area over time, large: each score as a number, a missing one as a gap, and the client's own words by their letter. */
export function AreaCurve({ series, today }: { series: AreaSeries; today: string }) {
  const places = placesOf(series.points)
  const said = places.filter(({ point }) => point.words !== undefined)
  const letterOf = (key: string) => letter(said.findIndex(each => each.key === key))
  const lines = places.slice(1).flatMap((to, index) => {
    const from = places[index]
    return from?.point.score === undefined || to.point.score === undefined
      ? []
      : [{ key: to.key, x1: from.x, x2: to.x, y1: height(from.point.score), y2: height(to.point.score) }]
  })
  return (
    <figure className="area-curve">
      <figcaption className="spread">
        <h3>{series.label}</h3>
        <FirstToLatest points={series.points} />
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${series.label}: ${spoken(series.points)}`}>
        {[1, 10].map(end => (
          <g key={end}>
            <line x1={LEFT - 12} x2={WIDTH} y1={height(end)} y2={height(end)} className="curve-end" />
            <text x={LEFT - 18} y={height(end) + 4} className="curve-day curve-day-latest">
              {end}
            </text>
          </g>
        ))}
        {lines.map(({ key, ...ends }) => (
          <line key={key} {...ends} className="curve-line" />
        ))}
        {places.map(({ point, x, key }) =>
          point.score === undefined ? (
            <g key={key}>
              <text x={x} y={(TOP + BOTTOM) / 2 + 4} className="curve-gap">
                –
              </text>
              {point.words !== undefined && (
                <text x={x + 7} y={(TOP + BOTTOM) / 2} className="curve-letter">
                  {letterOf(key)}
                </text>
              )}
            </g>
          ) : (
            <g key={key}>
              <circle
                cx={x}
                cy={height(point.score)}
                r={point.words === undefined ? 3.4 : 4.6}
                className={point.words === undefined ? 'curve-point' : 'curve-point curve-point-said'}
              />
              <text x={x} y={height(point.score) + (point.score > 8 ? 19 : -9)} className="curve-score">
                {point.score}
                <tspan dx="2" dy="-3" className="curve-letter">
                  {letterOf(key)}
                </tspan>
              </text>
            </g>
          ),
        )}
        {places.length > 0 && (
          <>
            <text x={LEFT - 12} y={HEIGHT - 2} className="curve-day">
              {shortDay(places[0]?.point.on ?? '', today)}
            </text>
            {places.length > 1 && (
              <text x={WIDTH} y={HEIGHT - 2} className="curve-day curve-day-latest">
                {shortDay(places.at(-1)?.point.on ?? '', today)}
              </text>
            )}
          </>
        )}
      </svg>
      {said.length > 0 && (
        <ul className="plain-list area-words">
          {said.map(({ point, key }) => (
            <li key={key}>
              <span className="soft small">
                {letterOf(key)} {shortDay(point.on, today)}:
              </span>{' '}
              <span className="serif">”{point.words}”</span>
            </li>
          ))}
        </ul>
      )}
    </figure>
  )
}

/** The first score and the latest, as numbers: what a reader of the curve wants to know. */
export function FirstToLatest({ points }: { points: readonly Point[] }) {
  const scored = points.flatMap(each => (each.score === undefined ? [] : [each.score]))
  return (
    <span className="curve-numbers">
      {scored.length === 0 ? (
        <span className="soft">–</span>
      ) : scored.length === 1 ? (
        scored[0]
      ) : (
        `${scored[0]} → ${scored.at(-1)}`
      )}
    </span>
  )
}

/** The whole curve in words, for someone who does not see it. */
export function spoken(points: readonly Point[]): string {
  if (points.every(each => each.score === undefined)) return 'ingen skattning'
  return points.map(each => `${dayAndYear(each.on)} ${each.score ?? 'inget svar'}`).join(', ')
}

function height(score: number): number {
  return BOTTOM - ((score - 1) * (BOTTOM - TOP)) / 9
}

function letter(index: number): string {
  return index < 0 ? '' : String.fromCharCode(97 + (index % 26))
}

/** Along the days where they leave room for every point, else evenly: a curve that cannot be read says nothing. */
function placesOf(points: readonly Point[]): Place[] {
  const days = points.map(each => Date.parse(each.on))
  const [first = 0, last = 0] = [days[0], days.at(-1)]
  const room = WIDTH - LEFT - EDGE
  const byDay = days.map(day => LEFT + (last === first ? 0 : ((day - first) / (last - first)) * room))
  const tooClose = byDay.some((x, index) => index > 0 && x - (byDay[index - 1] ?? 0) < LEAST_GAP)
  const evenly = (index: number) => LEFT + (points.length < 2 ? 0 : (index * room) / (points.length - 1))
  return points.map((point, index) => ({
    point,
    x: tooClose ? evenly(index) : (byDay[index] ?? 0),
    key: `${index} ${point.on}`,
  }))
}
