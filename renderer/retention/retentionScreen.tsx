import { Button, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Authority, AuthorityKind, DueRecord } from '../../main/contract/retention.ts'
import {
  authorityKindWords,
  keptBecauseWords,
  retentionChoiceWords,
  shortKeptBecauseWords,
} from '../../main/contract/retentionWords.ts'
import { combine } from '../core/combine.ts'
import { useCommand, useCore } from '../core/core.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTypedForm } from '../draft/useTyping.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { choicesOf } from '../ui/choices.ts'
import { Form } from '../ui/form.tsx'
import { dayAndClock, dayAndYear } from '../ui/format.ts'
import { ErrorNotice, NotLoaded } from '../ui/notice.tsx'
import { NumberInput } from '../ui/numberInput.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { RetentionDialog } from './retentionDialog.tsx'

/** *Gallring*: the rules the unit follows, the records past their time, and what has been decided. Never automatic. */
export function RetentionScreen() {
  const [chosen, setChosen] = useState<DueRecord>()
  const loaded = combine({ authority: useCore('retention.authority', {}), due: useCore('retention.due', {}) })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { authority, due } = loaded.data
  const undecided = authority.kind === 'state' && authority.years === undefined
  return (
    <Page
      title="Gallring"
      narrow
      under={
        <>
          <BackToSettings /> · Inget tas bort av sig självt. En person beslutar om varje klient, och beslutet står kvar
          i protokollet.
        </>
      }
      actions={<PrintPageButton />}
    >
      <div className="stack">
        <Section title="Att besluta om" note={due.length === 0 ? undefined : due.length}>
          {due.length === 0 ? (
            <p className="card soft">
              {undecided
                ? 'För en statlig myndighet finns ingen gallringstid förrän ett gallringsbeslut är inskrivet nedan.'
                : 'Inga uppgifter har nått sin gallringstid.'}
            </p>
          ) : (
            <div className="card card-rows">
              {due.map(each => (
                <DueRow key={each.clientId} due={each} onChoose={() => setChosen(each)} />
              ))}
            </div>
          )}
        </Section>
        <Protocol />
        <Rules key={JSON.stringify(authority)} authority={authority} />
      </div>
      {chosen !== undefined && <RetentionDialog due={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  )
}

function DueRow({ due, onChoose }: { due: DueRecord; onChoose(): void }) {
  const decided = due.decided?.decision === 'remove'
  return (
    <div>
      <div className="spread">
        <strong>{due.reference}</strong>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${decided ? 'Gallra' : 'Besluta om'} ${due.reference}`}
          onClick={onChoose}
        >
          {decided ? 'Gallra' : 'Besluta'}
        </Button>
      </div>
      <p className="small">
        Sista anteckning {dayAndYear(due.lastNoteOn)}. Får gallras från {dayAndYear(due.dueFrom)}, ska vara gjort senast{' '}
        {dayAndYear(due.dueBy)}.
      </p>
      <p className="small soft">{due.ground}</p>
      {due.kept.map(each => (
        <p key={each} className="small">
          <span className="badge">{shortKeptBecauseWords[each]}</span> {keptBecauseWords[each]}
        </p>
      ))}
      {due.decided !== undefined && (
        <p className="small">
          {retentionChoiceWords[due.decided.decision]}, {due.decided.by} {dayAndYear(due.decided.on)}
          {due.decided.reason !== '' && `: ${due.decided.reason}`}
        </p>
      )}
    </div>
  )
}

function Protocol() {
  const protocol = useCore('retention.protocol', {})
  if ((protocol.data ?? []).length === 0) return null
  return (
    <Section title="Protokoll">
      <table className="rows card">
        <thead>
          <tr>
            <th>Ärende</th>
            <th>Beslut</th>
            <th>Av</th>
            <th>Utfört</th>
          </tr>
        </thead>
        <tbody>
          {(protocol.data ?? []).map(each => (
            <tr key={each.id}>
              <td>{each.caseNumber || <span className="soft">utan ärendenummer</span>}</td>
              <td>
                {retentionChoiceWords[each.decision]}
                <div className="small soft">{[each.ground, each.reason].filter(Boolean).join('. ')}</div>
              </td>
              <td>
                {each.decidedBy}
                <div className="small soft">{dayAndYear(each.decidedOn)}</div>
              </td>
              <td>
                {each.carriedOutAt !== undefined && (
                  <>
                    {each.removedRows} uppgifter
                    <div className="small soft">
                      {each.carriedOutBy}, {dayAndClock(each.carriedOutAt)}
                    </div>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** Which rules apply. What a lawyer must decide is chosen here. */
function Rules({ authority }: { authority: Authority }) {
  const set = useCommand('retention.setAuthority')
  const typing = useTypedForm('retention-rules', { ...authority, years: (authority.years ?? '') as number | string })
  const { values: value, change } = typing
  const { years, ...rest } = value
  return (
    <Section title="Regler som gäller här">
      <Form
        className="card form-grid no-print"
        onSave={() => {
          set.mutate(typeof years === 'number' ? { ...rest, years } : rest, {
            onSuccess: () => {
              typing.forget()
              notifications.show({ message: 'Reglerna är sparade.' })
            },
          })
        }}
      >
        <Select
          label="Huvudman"
          data={choicesOf(authorityKindWords)}
          value={value.kind}
          onChange={kind => kind !== null && change({ kind: kind as AuthorityKind })}
        />
        <TextInput
          label="Personuppgiftsansvarig"
          placeholder="Nämnden eller myndigheten"
          maxLength={200}
          value={value.controller}
          onChange={event => change({ controller: event.currentTarget.value })}
        />
        {value.kind === 'state' && (
          <>
            <TextInput
              label="Gallringsbeslut"
              description="Beteckningen på myndighetens eget beslut. Utan beslut gallras inget."
              maxLength={200}
              value={value.decision}
              onChange={event => change({ decision: event.currentTarget.value })}
            />
            <NumberInput
              label="År efter sista anteckningen"
              min={1}
              max={100}
              value={years}
              onChange={number => change({ years: number ?? '' })}
            />
          </>
        )}
        <div className="wide">
          <ErrorNotice error={set.error} />
          <div className="form-buttons">
            <WhenSaved {...typing} />
            <Button type="submit" variant="default" loading={set.isPending}>
              Spara reglerna
            </Button>
          </div>
        </div>
      </Form>
    </Section>
  )
}
