import { Button } from '@mantine/core'
import { IconArrowsDiff, IconPencil } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { FormDefinition } from '../../main/contract/form.ts'
import { SATISFACTION, type WorksheetAnswer } from '../../main/contract/worksheet.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { useMayTreat } from '../core/useMayTreat.ts'
import { useToday } from '../core/useToday.ts'
import { MergedFrom } from '../merge/mergedFrom.tsx'
import { MistakeActions } from '../mistake/mistakeActions.tsx'
import { Remarks } from '../remark/remarks.tsx'
import { SecrecyLine } from '../secrecy/secrecyLine.tsx'
import { shortDay } from '../ui/format.ts'
import { InfoNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { AnsweredCard } from './answeredCard.tsx'
import { AnsweredSheet } from './answeredSheet.tsx'
import { answerOrigin } from './answerOrigin.ts'
import { AreaCurves } from './areaCurves.tsx'
import { StruckSheets } from './struckSheets.tsx'

type HistoryProps = {
  clientId: string
  formId: string /** The answer shown; the latest without it. */
  answerId?: string
}

/** Every time a form was filled in, and what stood on it then: to read, to print and to compare; nothing here can be changed. */
export function WorksheetHistoryScreen({ clientId, formId, answerId }: HistoryProps) {
  const [, go] = useLocation()
  const form = useCore('manual.form', { id: formId })
  const mayFillIn = useMayTreat(clientId)
  const loaded = combine({
    history: useCore('worksheet.ofForm', { clientId, formId }),
    client: useCore('client.get', { clientId }),
  })
  if (!loaded.isSuccess || form.isPending) return <NotLoaded error={loaded.error} />
  const { history, client } = loaded.data
  const shown = history.find(each => each.id === answerId) ?? history.at(-1)
  const about = { kind: 'worksheet', id: shown?.id ?? '' } as const
  const isCard = form.data?.paper === 'card'
  const here = `/client/${clientId}/form/${formId}`

  return (
    <Page
      title={form.data?.title ?? formId}
      under={
        <>
          <Link href={`/client/${clientId}`}>{publicName(client)}</Link>
          <span className="no-print">
            {' · '}
            <Link href={`/client/${clientId}/forms`}>Alla blad</Link>
          </span>
        </>
      }
      actions={
        <>
          {shown !== undefined && <PrintPageButton />}
          {history.length > 1 && (
            <Button
              variant="default"
              leftSection={<IconArrowsDiff size={18} stroke={1.7} aria-hidden />}
              onClick={() => go(`${here}/compare`)}
            >
              Jämför
            </Button>
          )}
          {mayFillIn && form.data !== undefined && (
            <Button leftSection={<IconPencil size={18} stroke={1.7} aria-hidden />} onClick={() => go(here)}>
              {history.length === 0 ? 'Fyll i' : form.data.living ? 'Uppdatera' : 'Fyll i på nytt'}
            </Button>
          )}
        </>
      }
    >
      {shown === undefined ? (
        <InfoNotice>Bladet är inte ifyllt än.</InfoNotice>
      ) : (
        <>
          <Curves clientId={clientId} form={form.data} />
          <div className="sheet-history">
            <TimesList here={here} history={history} shown={shown} />
            <article className={isCard ? 'card no-print' : 'card'} aria-label={answerOrigin(shown)}>
              <div className="spread card-title">
                <h2>{answerOrigin(shown)}</h2>
                {shown === history.at(-1) && history.length > 1 && <span className="small soft">senaste</span>}
              </div>
              <AnsweredSheet form={form.data} answers={shown.answers} />
              <SecrecyLine clientId={clientId} about={about} mayDecide={client.mayWrite} />
              <Remarks key={shown.id} clientId={clientId} about={about} mayAdd={client.mayWrite} />
              <MistakeActions
                key={about.id}
                clientId={clientId}
                about={about}
                what={answerOrigin(shown)}
                mayStrike={mayFillIn}
              />
            </article>
          </div>
          {isCard && form.data !== undefined && <AnsweredCard form={form.data} answers={shown.answers} />}
        </>
      )}
      <StruckSheets clientId={clientId} formId={formId} form={form.data} mayStrike={mayFillIn} />
    </Page>
  )
}

function Curves({ clientId, form }: { clientId: string; form: FormDefinition | undefined }) {
  const today = useToday()
  const isScale = form?.id === SATISFACTION.formId
  const scale = useCore('scale.ofClient', { clientId }, { enabled: isScale })
  if (!isScale || scale.data === undefined) return null // what was fetched earlier is there also when nothing is asked
  return <AreaCurves areas={scale.data.areas} ends={scale.data.ends} today={today} />
}

type TimesListProps = { here: string; history: readonly WorksheetAnswer[]; shown: WorksheetAnswer }

function TimesList({ here, history, shown }: TimesListProps) {
  const today = useToday()
  return (
    <nav className="no-print" aria-label="Gånger bladet är ifyllt">
      <ol className="plain-list sheet-times">
        {history.toReversed().map(each => (
          <li key={each.id}>
            <Link
              href={`${here}/history/${each.id}`}
              className="sheet-time"
              aria-current={each === shown ? 'true' : undefined}
            >
              <strong>{shortDay(each.answeredOn, today)}</strong>
              <span className="small soft">
                {each.sessionNumber === undefined ? 'mellan träffar' : `träff ${each.sessionNumber}`}, {each.author}
                <MergedFrom clientId={each.clientId} id={each.id} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
