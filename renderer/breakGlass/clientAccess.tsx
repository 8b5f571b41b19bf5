import type { Assignment } from '../../main/contract/assignment.ts'
import type { Output } from '../../main/contract/index.ts'
import { dayAndClock } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'

/** Whose the client has been: each time it was given on. Nothing when it never was. */
export function AssignmentHistory({ assignments }: { assignments: readonly Assignment[] }) {
  if (assignments.length === 0) return null
  return (
    <Section title="Byten av ansvarig">
      <div className="card card-rows">
        {assignments.map(({ id, from, to, by, reason, at }) => (
          <div key={id}>
            {from.therapist !== to.therapist && (
              <p>
                Behandlare: <strong>{to.therapist}</strong> <span className="soft">förut {from.therapist}</span>
              </p>
            )}
            {from.coordinator !== to.coordinator && (
              <p>
                Samordnare här: <strong>{to.coordinator ?? 'ingen'}</strong>{' '}
                <span className="soft">förut {from.coordinator ?? 'ingen'}</span>
              </p>
            )}
            <p className="small soft">{[reason, by, dayAndClock(at)].filter(Boolean).join(' · ')}</p>
          </div>
        ))}
      </div>
    </Section>
  )
}

/** Who has opened the client with a reason, and who has taken note of it. Nothing when nobody has. */
export function GlassHistory({ openings }: { openings: Output<'breakGlass.ofClient'> }) {
  if (openings.length === 0) return null
  return (
    <Section title="Öppnat med nödåtkomst">
      <div className="card card-rows">
        {openings.map(({ id, by, reason, at, until, told }) => (
          <div key={id}>
            <p>
              <strong>{by}</strong>: ”{reason}”
            </p>
            <p className="small soft">
              {dayAndClock(at)} till {dayAndClock(until)}
              {told.map(each => ` · ${each.seenAt === undefined ? `Inte sett av ${each.name}` : seen(each)}`)}
            </p>
          </div>
        ))}
      </div>
    </Section>
  )
}

const seen = ({ name, seenAt = '' }: { name: string; seenAt?: string | undefined }) =>
  `Sett av ${name} ${dayAndClock(seenAt)}`
