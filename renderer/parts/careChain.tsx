import type { CSSProperties } from 'react'
import type { CareChain } from '../../main/contract/careChain.ts'
import type { Phase } from '../../main/contract/values.ts'
import { addDays, daysBetween, shortDay } from '../format.ts'

type Stretch = {
  key: string
  label: string
  said: string
  phase: Phase
  from: string
  to: string
  planned: boolean
  note: string
}

/** The placements as a timeline over the planned year; what has not been yet is hatched, and an LVM end is a calculation. */
export function CareChainTimeline({ chain, today }: { chain: CareChain; today: string }) {
  const stretches = stretchesOf(chain, today)
  const [first] = stretches
  if (first === undefined)
    return <p className="soft">Ingen placering är inlagd. Den läggs in tillsammans med klienten.</p>
  const start = first.from
  const end = [...stretches.map(each => each.to), addDays(today, 14)].sort().at(-1) ?? today
  const whole = Math.max(1, daysBetween(start, end))
  const part = (from: string, to: string) => `${(100 * Math.max(0, daysBetween(from, to))) / whole}%`
  return (
    <div className="care-chain">
      <div className="care-today" style={{ '--at': part(start, today) } as CSSProperties}>
        <span>i dag</span>
      </div>
      <ol className="care-bar plain-list">
        {stretches.map(each => (
          <li
            key={each.key}
            className={`care-stretch phase-${each.phase}${each.planned ? ' care-planned' : ''}`}
            style={{ left: part(start, each.from), width: part(each.from, each.to) }}
            title={each.said}
          >
            <span className="care-label">{each.label}</span>
            <span className="visually-hidden">{each.said}</span>
          </li>
        ))}
      </ol>
      <div className="care-days smallest soft" aria-hidden>
        {stretches.map(each => (
          <span key={each.key} style={{ left: part(start, each.from) }}>
            {each.note}
          </span>
        ))}
      </div>
    </div>
  )
}

function stretchesOf({ placements, lvmCare }: CareChain, today: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const [index, each] of placements.entries()) {
    const nextFrom = placements[index + 1]?.fromOn
    const closed = each.toOn ?? nextFrom
    const phase = each.phase
    const computedEndOn = index === placements.length - 1 ? lvmCare?.endsOn : undefined
    const until = closed ?? (each.fromOn > today ? addDays(each.fromOn, 30) : today)
    const label =
      phase === 'A'
        ? `LVM-hem, ${each.unit.name}`
        : phase === 'B'
          ? `27 § ${each.unit.name}`
          : `Eftervård, ${each.unit.name}`
    stretches.push({
      key: each.id,
      label,
      said: `${each.groundWords}, ${each.unit.name}, från ${shortDay(each.fromOn, today)}${closed === undefined ? '' : ` till ${shortDay(closed, today)}`}`,
      phase,
      from: each.fromOn,
      to: until,
      planned: each.fromOn > today,
      note: shortDay(each.fromOn, today),
    })
    if (closed === undefined && computedEndOn !== undefined && computedEndOn > today) {
      stretches.push({
        key: `${each.id}-computed`,
        label: '',
        said: `Beräknat slut på LVM ${shortDay(computedEndOn, today)}`,
        phase,
        from: until,
        to: computedEndOn,
        planned: true,
        note: '',
      })
      stretches.push({
        key: `${each.id}-aftercare`,
        label: 'Eftervård',
        said: 'Planerad eftervård',
        phase: 'C',
        from: computedEndOn,
        to: addDays(computedEndOn, 182),
        planned: true,
        note: `${shortDay(computedEndOn, today)} – beräknat slut på LVM`,
      })
    }
  }
  return stretches
}
