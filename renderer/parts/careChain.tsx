import type { CSSProperties } from 'react'
import type { Placement } from '../../main/contract/placement.ts'
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

const PHASE_OF_GROUND: Record<string, Phase> = { lvm27: 'B', sol: 'C' }

/** The placements as a timeline over the planned year; what has not been yet is hatched, and an LVM end is a calculation. */
export function CareChain({ placements, today }: { placements: readonly Placement[]; today: string }) {
  const stretches = stretchesOf(placements, today)
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

function stretchesOf(placements: readonly Placement[], today: string): Stretch[] {
  const stretches: Stretch[] = []
  for (const [index, each] of placements.entries()) {
    const nextFrom = placements[index + 1]?.fromOn
    const closed = each.toOn ?? nextFrom
    const phase = PHASE_OF_GROUND[each.legalGround] ?? 'A'
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
    if (closed === undefined && each.computedEndOn !== undefined && each.computedEndOn > today) {
      stretches.push({
        key: `${each.id}-computed`,
        label: '',
        said: `Beräknat slut på LVM ${shortDay(each.computedEndOn, today)}`,
        phase,
        from: until,
        to: each.computedEndOn,
        planned: true,
        note: '',
      })
      stretches.push({
        key: `${each.id}-aftercare`,
        label: 'Eftervård',
        said: 'Planerad eftervård',
        phase: 'C',
        from: each.computedEndOn,
        to: addDays(each.computedEndOn, 182),
        planned: true,
        note: `${shortDay(each.computedEndOn, today)} – beräknat slut på LVM`,
      })
    }
  }
  return stretches
}
