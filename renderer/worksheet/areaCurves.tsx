import type { AreaSeries } from '../../main/contract/worksheet.ts'
import { dayAndYear, shortDay } from '../ui/format.ts'
import { AreaCurve } from './areaCurve.tsx'

type AreaCurvesProps = {
  areas: readonly AreaSeries[]
  /** The ends of the scale, in words. */
  ends: { low: string; high: string } | undefined
  today: string
}

/** Tillfredsskalan over time, an area a curve, and the same numbers as a table. Nothing is summed. */
export function AreaCurves({ areas, ends, today }: AreaCurvesProps) {
  return (
    <section className="card stack" aria-label="Kurvor">
      <h2>Område för område</h2>
      {ends !== undefined && (
        <p className="small soft">
          10 är {ends.high}, 1 är {ends.low}. Ett streck – betyder inget svar, en ring att klienten har sagt något.
        </p>
      )}
      <div className="area-curves">
        {areas.map(each => (
          <AreaCurve key={each.area} series={each} today={today} />
        ))}
      </div>
      <details className="no-print">
        <summary>Som tabell</summary>
        <ScoreTable areas={areas} today={today} />
      </details>
      <div className="on-paper">
        <ScoreTable areas={areas} today={today} />
      </div>
    </section>
  )
}

function ScoreTable({ areas, today }: Pick<AreaCurvesProps, 'areas' | 'today'>) {
  const days = areas[0]?.points.map(each => each.on) ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by its own keys
    <section className="scrolling-table" aria-label="Siffrorna som tabell" tabIndex={0}>
      <table className="answered-table">
        <thead>
          <tr>
            <th scope="col">Område</th>
            {days.map((day, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two ratings may share a day
              <th key={index} scope="col">
                <abbr title={dayAndYear(day)}>{shortDay(day, today)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ area, label, points }) => (
            <tr key={area}>
              <th scope="row">{label}</th>
              {points.map((each, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two ratings may share a day
                <td key={index} className="answered-number">
                  {each.score ?? <span className="soft">inget svar</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
