import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../main/contract/index.ts'
import type { Procedure } from '../../main/contract/manual.ts'
import type { StaffTraining, TrainingMethod } from '../../main/contract/training.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { dayAndYear, listed, period } from '../ui/format.ts'
import { ErrorNotice, InfoNotice } from '../ui/notice.tsx'
import { Section } from '../ui/page.tsx'
import { rolesText } from '../user/rolesText.ts'
import { CertifiedMark, MethodMark } from './trainingMarks.tsx'
import { certifiedOf, methodHeldBy, methodsNobodyHas } from './trainingTexts.ts'

type RegisterProps = Output<'training.register'>

/** Who has what: people by methods and by the eleven core procedures, the gaps named, and what they cost. */
export function TrainingRegister({ staff, notOffered }: RegisterProps) {
  const loaded = combine({ methods: useCore('training.methods', {}), manual: useCore('manual.contents', {}) })
  const here = staff.filter(each => each.roles.length > 0)
  const gone = staff.filter(each => each.roles.length === 0)
  if (!loaded.isSuccess) return <ErrorNotice error={loaded.error} />
  const { methods, manual } = loaded.data
  const core = manual.procedures.filter(each => each.core)
  const treating = here.filter(each => each.roles.includes('therapist') || each.certified.length > 0)
  return (
    <div className="stack">
      <Section title="Metoder">
        <Gaps staff={staff} methods={methods} />
        <MethodTable staff={here} methods={methods} />
      </Section>
      <Section title="De elva kärnprocedurerna">
        {treating.length === 0 ? (
          <p className="card soft">
            Ingen här är behandlare. Administratören ger rollen under Användare; sedan certifierar du på personens sida.
          </p>
        ) : (
          <CoreTable staff={treating} core={core} />
        )}
      </Section>
      <NotOffered {...notOffered} />
      {gone.length > 0 && (
        <Section title="Arbetar inte här längre">
          <ul className="card plain-list stack-tight">
            {gone.map(each => (
              <li key={each.userId}>
                <PersonLink {...each} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

function PersonLink({ userId, name }: StaffTraining) {
  return (
    <Link href={`/settings/training/${userId}`} className="training-person">
      {name}
    </Link>
  )
}

/** What nobody who works here has today. */
function Gaps({ staff, methods }: { staff: readonly StaffTraining[]; methods: readonly TrainingMethod[] }) {
  const missing = methodsNobodyHas(staff, methods)
  if (missing.length === 0) return null
  const none = staff.every(each => each.entries.length === 0)
  return (
    <div className="training-gaps">
      <InfoNotice>
        {none
          ? 'Inget är inskrivet än. Öppna en person och lägg till metoden, med dagen den var klar.'
          : `Ingen här har i dag ${listed(
              missing.map(each => each.short),
              'disjunction',
            )}.`}
      </InfoNotice>
    </div>
  )
}

function MethodTable({ staff, methods }: { staff: readonly StaffTraining[]; methods: readonly TrainingMethod[] }) {
  return (
    <div className="card training-scroll">
      <table className="rows training-table">
        <thead>
          <tr>
            <th scope="col">Namn</th>
            {methods.map(each => (
              <th key={each.code} scope="col" title={each.words}>
                {each.short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {staff.map(each => (
            <tr key={each.userId}>
              <th scope="row">
                <PersonLink {...each} />
                <span className="smallest soft">{rolesText(each.roles)}</span>
              </th>
              {methods.map(({ code }) => (
                <td key={code}>
                  <MethodMark held={methodHeldBy(each, code)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CoreTable({ staff, core }: { staff: readonly StaffTraining[]; core: readonly Procedure[] }) {
  return (
    <>
      <div className="card training-scroll">
        <table className="rows training-table training-core">
          <thead>
            <tr>
              <th scope="col">Namn</th>
              {core.map(each => (
                <th key={each.code} scope="col" title={each.title}>
                  {each.code}
                </th>
              ))}
              <th scope="col">Certifierade</th>
            </tr>
          </thead>
          <tbody>
            {staff.map(each => (
              <tr key={each.userId}>
                <th scope="row">
                  <PersonLink {...each} />
                </th>
                {core.map(({ code, title }) => {
                  const found = each.certified.find(one => one.procedure === code)
                  const words = found === undefined ? 'inte certifierad' : `certifierad ${dayAndYear(found.on)}`
                  return (
                    <td key={code}>
                      <CertifiedMark certified={found !== undefined} words={`${title}: ${words}`} />
                    </td>
                  )
                })}
                <td className="nowrap">{certifiedOf(each, core)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="training-legend small soft">
        <span>
          <CertifiedMark certified /> certifierad
        </span>
        <span>
          <CertifiedMark certified={false} /> inte certifierad än
        </span>
      </p>
    </>
  )
}

/** What the gaps cost: a number that opens its rows. */
function NotOffered({ fromOn, toOn, sessions }: RegisterProps['notOffered']) {
  const [open, setOpen] = useState(false)
  const rows = useCore('training.notOffered', {}, { enabled: open })
  return (
    <Section title="Ej erbjudet för att utbildad personal saknades">
      <div className="card">
        <div className="spread">
          <p>
            <strong>{sessions === 0 ? 'Ingen träff' : sessions === 1 ? '1 träff' : `${sessions} träffar`}</strong>{' '}
            <span className="soft">de senaste tolv månaderna, {period(fromOn, toOn)}</span>
          </p>
          {sessions > 0 && (
            <Button size="compact-md" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? 'Dölj träffarna' : 'Visa träffarna'}
            </Button>
          )}
        </div>
        <ErrorNotice error={rows.error} />
        {open && rows.data !== undefined && (
          <table className="rows training-rows">
            <thead>
              <tr>
                <th scope="col">Ärende</th>
                <th scope="col">Träff</th>
                <th scope="col">Dag</th>
                <th scope="col">Enhet</th>
              </tr>
            </thead>
            <tbody>
              {rows.data.map(each => (
                <tr key={each.id}>
                  <td>{each.reference}</td>
                  <td>{each.number}</td>
                  <td>{dayAndYear(each.on)}</td>
                  <td>{each.unit}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Section>
  )
}
