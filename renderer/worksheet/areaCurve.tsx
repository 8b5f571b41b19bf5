import type { AreaSeries } from '../../main/contract/worksheet.ts'
import { dayAndYear, shortDay } from '../ui/format.ts'
import {
  BOTTOM,
  HEIGHT,
  heightOf,
  LEFT,
  linesBetween,
  type Place,
  type Point,
  placesOf,
  TOP,
  WIDTH,
} from './areaCurvePlaces.ts'

/** A life area over time, large: each score as a number, a missing one as a gap, and the client's own words by their letter. */
export function AreaCurve({ series, today }: { series: AreaSeries; today: string }) {
  const places = placesOf(series.points)
  return (
    <figure className="area-curve">
      <figcaption className="spread">
        <h3>{series.label}</h3>
        <FirstToLatest points={series.points} />
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${series.label}: ${curveInWords(series.points)}`}>
        <Ends />
        {linesBetween(places).map(({ key, ...line }) => (
          <line key={key} {...line} className="curve-line" />
        ))}
        {places.map(each => (
          <Mark key={each.key} place={each} />
        ))}
        <FirstAndLastDay places={places} today={today} />
      </svg>
      <OwnWords places={places} today={today} />
    </figure>
  )
}

/** The two ends of the scale, each a hairline with its number. */
function Ends() {
  return [1, 10].map(end => (
    <g key={end}>
      <line x1={LEFT - 12} x2={WIDTH} y1={heightOf(end)} y2={heightOf(end)} className="curve-end" />
      <text x={LEFT - 18} y={heightOf(end) + 4} className="curve-day curve-day-latest">
        {end}
      </text>
    </g>
  ))
}

/** A score as a point with its number, or a dash where there is none. */
function Mark({ place: { point, x, letter } }: { place: Place }) {
  const { score, words } = point
  if (score === undefined)
    return (
      <g>
        <text x={x} y={(TOP + BOTTOM) / 2 + 4} className="curve-gap">
          –
        </text>
        {words !== undefined && (
          <text x={x + 7} y={(TOP + BOTTOM) / 2} className="curve-letter">
            {letter}
          </text>
        )}
      </g>
    )
  return (
    <g>
      <circle
        cx={x}
        cy={heightOf(score)}
        r={words === undefined ? 3.4 : 4.6}
        className={words === undefined ? 'curve-point' : 'curve-point curve-point-said'}
      />
      <text x={x} y={heightOf(score) + (score > 8 ? 19 : -9)} className="curve-score">
        {score}
        <tspan dx="2" dy="-3" className="curve-letter">
          {letter}
        </tspan>
      </text>
    </g>
  )
}

type PlacesProps = { places: readonly Place[]; today: string }

function FirstAndLastDay({ places, today }: PlacesProps) {
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) return null
  return (
    <>
      <text x={LEFT - 12} y={HEIGHT - 2} className="curve-day">
        {shortDay(first.point.on, today)}
      </text>
      {places.length > 1 && (
        <text x={WIDTH} y={HEIGHT - 2} className="curve-day curve-day-latest">
          {shortDay(last.point.on, today)}
        </text>
      )}
    </>
  )
}

/** What the client said about the area, by letter and day. */
function OwnWords({ places, today }: PlacesProps) {
  const withWords = places.filter(each => each.point.words !== undefined)
  if (withWords.length === 0) return null
  return (
    <ul className="plain-list area-words">
      {withWords.map(({ key, point, letter }) => (
        <li key={key}>
          <span className="soft small">
            {letter} {shortDay(point.on, today)}:
          </span>{' '}
          <span className="serif">”{point.words}”</span>
        </li>
      ))}
    </ul>
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
export function curveInWords(points: readonly Point[]): string {
  if (points.every(each => each.score === undefined)) return 'ingen skattning'
  return points.map(each => `${dayAndYear(each.on)} ${each.score ?? 'inget svar'}`).join(', ')
}
