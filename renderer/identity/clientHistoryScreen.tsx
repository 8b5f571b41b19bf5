import { Link } from 'wouter'
import type { ClientChange } from '../../main/contract/identity.ts'
import { clientDetailWords } from '../../main/contract/identityWords.ts'
import { AssignmentHistory, GlassHistory } from '../breakGlass/clientAccess.tsx'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { dayAndClock } from '../ui/format.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { UndoChange } from '../valueChange/undoChange.tsx'
import { publicDetailValue } from './detailValue.ts'
import { MergeProtocol } from './mergeProtocol.tsx'

/** *Tidigare uppgifter*: what was said of the client before, whose it has been, who has broken the glass, and every merge. */
export function ClientHistoryScreen({ clientId }: { clientId: string }) {
  const loaded = combine({
    client: useCore('client.get', { clientId }),
    history: useCore('client.history', { clientId }),
    merges: useCore('client.merges', { clientId }),
    assignments: useCore('assignment.ofClient', { clientId }),
    glass: useCore('breakGlass.ofClient', { clientId }),
  })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { client, history, merges, assignments, glass } = loaded.data
  return (
    <Page
      title="Tidigare uppgifter"
      narrow
      under={<Link href={`/client/${clientId}`}>{publicName(client)}</Link>}
      actions={<PrintPageButton />}
    >
      <div className="stack">
        {history.length === 0 && <p className="card soft">Uppgifterna är som när klienten lades in.</p>}
        {history.length > 0 && (
          <div className="card card-rows">
            <UndoChange clientId={clientId} about={{ kind: 'details', id: clientId }} what="klientens uppgifter" />
            {history.map(each => (
              <ChangeRow key={each.id} change={each} isNameHidden={client.protectedIdentity} />
            ))}
          </div>
        )}
        <AssignmentHistory assignments={assignments} />
        <GlassHistory openings={glass} />
        {merges.map(each => (
          <MergeProtocol key={each.id} merge={each} isNameHidden={client.protectedIdentity} />
        ))}
      </div>
    </Page>
  )
}

/** What was changed, why, by whom and when. */
function ChangeRow({ change, isNameHidden }: { change: ClientChange; isNameHidden: boolean }) {
  return (
    <div>
      {change.changes.map(({ detail, was, became }) => (
        <p key={detail}>
          {detail === 'mergedWith' ? (
            <>
              Sammanfogad med <strong>{became}</strong>
            </>
          ) : (
            <>
              {clientDetailWords[detail]}: <strong>{publicDetailValue(detail, became, isNameHidden)}</strong>{' '}
              {was !== '' && <span className="soft">förut {publicDetailValue(detail, was, isNameHidden)}</span>}
            </>
          )}
        </p>
      ))}
      <p className="small soft">{[change.reason, change.author, dayAndClock(change.at)].filter(Boolean).join(' · ')}</p>
    </div>
  )
}
