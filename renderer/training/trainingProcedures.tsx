import { Button } from '@mantine/core'
import type { Procedure } from '../../main/contract/manual.ts'
import { dayAndYear } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'
import { EntryRow, standingOf, type TrainingPartProps } from './trainingEntryRow.tsx'
import { CertifiedMark } from './trainingMarks.tsx'
import { certifiedOf } from './trainingTexts.ts'

/** The eleven core procedures first, then the others that can be certified. */
export function Procedures({ staff, procedures, mayCertify, onDo }: TrainingPartProps) {
  const entries = standingOf(staff, 'certification')
  const core = procedures.filter(each => each.core)
  const others = procedures.filter(each => !each.core && each.counted)
  const row = ({ code, title, core: isCore }: Procedure) => {
    const found = staff.certified.find(each => each.procedure === code)
    const entry = entries.findLast(each => each.content.procedure === code && each.content.on === found?.on)
    const name = `${code} ${title}`
    return (
      <div key={code} data-place={code} className={entry === undefined && !isCore ? 'no-print' : undefined}>
        {entry === undefined ? (
          <div className="training-entry">
            <p className="grow training-line">
              <CertifiedMark certified={false} /> {name} <span className="soft">inte certifierad än</span>
            </p>
            {mayCertify && (
              <Button
                size="compact-md"
                variant="default"
                aria-label={`Certifiera ${name}`}
                onClick={() => onDo({ what: 'write', kind: 'certification', procedure: code })}
              >
                Certifiera
              </Button>
            )}
          </div>
        ) : (
          <EntryRow entry={entry} name={name} onDo={onDo} fixed={!mayCertify}>
            <p className="training-line">
              <CertifiedMark certified /> <strong>{name}</strong>{' '}
              <span className="soft">
                certifierad {dayAndYear(entry.content.on)} av {entry.content.by}
              </span>
            </p>
            <p className="small training-judged">{entry.content.judged}</p>
          </EntryRow>
        )}
      </div>
    )
  }
  const isCertified = ({ code }: Procedure) => staff.certified.some(each => each.procedure === code)
  const shown = others.filter(each => mayCertify || isCertified(each))
  return (
    <>
      <Section title="Kärnprocedurer" note={`${certifiedOf(staff, core)} certifierade`}>
        {staff.certified.length === 0 && !mayCertify && (
          <p className="soft training-gaps">
            Inga procedurer är certifierade än. Det gör en handledare som har sett eller hört arbetet.
          </p>
        )}
        <div className="card card-rows training-procedures">{core.map(row)}</div>
      </Section>
      {shown.length > 0 && (
        <div className={shown.some(isCertified) ? undefined : 'no-print'}>
          <Section title="Övriga procedurer">
            <div className="card card-rows training-procedures">{shown.map(row)}</div>
          </Section>
        </div>
      )}
    </>
  )
}
