import { Link } from 'wouter'
import type { AreaSeries } from '../../main/contract/worksheet.ts'
import { dayAndYear, shortDay } from '../ui/format.ts'
import { curveInWords, FirstToLatest } from './areaCurve.tsx'

const WIDTH = 166
const HEIGHT = 28
const EDGE = 4

type CurveProps = {
  series: AreaSeries
  /** Where the words stand in full. */
  address: string
  today: string
}

/**
 * One life area over time, small: both ends of the scale as hairlines, a missing score as a gap, first → latest as
 * numbers. A ring is a day with the client's own words, which show while the curve is pointed at or its name has the
 * focus, and on paper.
 */
export function Curve({ series, address, today }: CurveProps) {
  const { points } = series
  const x = (index: number) =>
    points.length < 2 ? WIDTH / 2 : EDGE + (index * (WIDTH - 2 * EDGE)) / (points.length - 1)
  const y = (score: number) => HEIGHT - EDGE - ((score - 1) * (HEIGHT - 2 * EDGE)) / 9
  const lines = points.slice(1).flatMap((point, index) => {
    const before = points[index]?.score
    return before === undefined || point.score === undefined ? [] : [{ at: index, from: before, to: point.score }]
  })
  const said = points.flatMap(({ on, words }, index) => (words === undefined ? [] : [{ on, words, index }]))
  const inWords = said.map(({ on, words }) => `${dayAndYear(on)} ”${words}”`).join(', ')
  return (
    <div className="curve-row">
      {said.length === 0 ? (
        <span className="curve-label">{series.label}</span>
      ) : (
        <Link href={address} className="curve-label quiet-link" aria-label={`${series.label}, med egna ord`}>
          {series.label}
        </Link>
      )}
      <svg
        className="curve"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${series.label}: ${curveInWords(points)}${inWords && `. Egna ord: ${inWords}`}`}
      >
        <line x1="0" x2={WIDTH} y1={y(10)} y2={y(10)} className="curve-end" />
        <line x1="0" x2={WIDTH} y1={y(1)} y2={y(1)} className="curve-end" />
        {lines.map(({ at, from, to }) => (
          <line key={points[at]?.on ?? at} x1={x(at)} x2={x(at + 1)} y1={y(from)} y2={y(to)} className="curve-line" />
        ))}
        {points.map(
          ({ on, score, words }, index) =>
            score !== undefined && (
              <circle
                key={`${on}-${x(index)}`}
                cx={x(index)}
                cy={y(score)}
                r={words === undefined ? 2.6 : 3.4}
                className={words === undefined ? 'curve-point' : 'curve-point curve-point-said'}
              />
            ),
        )}
      </svg>
      <FirstToLatest points={points} />
      {said.length > 0 && (
        <ul className="curve-words plain-list small" aria-hidden>
          {said.map(({ on, words, index }) => (
            <li key={index}>
              <span className="soft">{shortDay(on, today)}:</span> <span className="serif">”{words}”</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
