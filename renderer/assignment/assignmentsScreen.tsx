import { Button } from '@mantine/core'
import { useState } from 'react'
import { compareWords } from '../../main/contract/folding.ts'
import type { Output } from '../../main/contract/index.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { AssignDialog } from './assignDialog.tsx'

type Assignment = Output<'client.assignments'>[number]

/** Whose the clients are, for the one who shares out the work: by case number or initials, and nothing of the care. */
export function AssignmentsScreen() {
  const [chosen, setChosen] = useState<Assignment>()
  const [reasonBefore, setReasonBefore] = useState('') // several clients are often shared out for one reason
  const loaded = combine({ list: useCore('client.assignments', {}), colleagues: useCore('user.colleagues', {}) })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { list, colleagues } = loaded.data
  const working = new Set(colleagues.map(each => each.id))
  const treating = new Set(colleagues.filter(each => each.roles.includes('therapist')).map(each => each.id))
  const rows = list.toSorted(
    (a, b) =>
      Number(treating.has(a.therapistId)) - Number(treating.has(b.therapistId)) ||
      compareWords(a.reference, b.reference),
  )

  return (
    <Page
      title="Klienternas behandlare"
      narrow
      under={
        <>
          <BackToSettings /> · Klienterna visas med ärendenummer eller initialer. Du ser inget av vården.
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="card soft">Pärmen har inga klienter än.</p>
      ) : (
        <table className="rows card">
          <thead>
            <tr>
              <th>Klient</th>
              <th>Behandlare</th>
              <th>
                <span className="visually-hidden">Ändra</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(each => (
              <tr key={each.clientId}>
                <td>{each.reference}</td>
                <td>
                  {each.therapist}
                  {!treating.has(each.therapistId) && (
                    <span className="badge">
                      {working.has(each.therapistId) ? 'är inte behandlare längre' : 'arbetar inte här längre'}
                    </span>
                  )}
                </td>
                <td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Byt behandlare för ${each.reference}`}
                    onClick={() => setChosen(each)}
                  >
                    Byt
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {chosen !== undefined && (
        <AssignDialog
          clientId={chosen.clientId}
          therapistId={chosen.therapistId}
          coordinatorId={chosen.coordinatorId}
          reasonBefore={reasonBefore}
          onReason={setReasonBefore}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Page>
  )
}
