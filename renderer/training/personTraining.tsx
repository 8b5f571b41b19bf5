import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Procedure } from '../../main/contract/manual.ts'
import type { StaffTraining, TrainingEntry } from '../../main/contract/training.ts'
import { trainingStateWords } from '../../main/contract/trainingWords.ts'
import { combine } from '../core/combine.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { Dialog } from '../ui/dialog.tsx'
import { dayAndClock, dayAndYear, listed, midSentence } from '../ui/format.ts'
import { ErrorNotice, notifyError } from '../ui/notice.tsx'
import { Section } from '../ui/page.tsx'
import { offerUndo } from '../ui/undo.tsx'
import { useKeptFocus } from '../ui/useKeptFocus.ts'
import { rolesText } from '../user/rolesText.ts'
import { TakeBackForm } from './takeBackForm.tsx'
import {
  EntryRow,
  standingOf,
  type TrainingDoing,
  type TrainingKind,
  type TrainingPartProps,
} from './trainingEntryRow.tsx'
import { TrainingForm } from './trainingForms.tsx'
import { MethodMark } from './trainingMarks.tsx'
import { Procedures } from './trainingProcedures.tsx'
import { entryText, methodHeldBy, savedText, yearOrDayText } from './trainingTexts.ts'

const addText: Record<TrainingKind, string> = {
  education: 'Lägg till utbildning',
  method: 'Lägg till metod',
  certification: 'Certifiera',
}

/** All that the register holds about one person, and the way to write in it. */
export function PersonTraining({ staff }: { staff: StaffTraining }) {
  const me = useCore('user.me', {})
  const may = useMay()
  const kept = useKeptFocus<HTMLDivElement>(staff)
  const [doing, setDoing] = useState<TrainingDoing>()
  const takeBack = useCommand('training.takeBack')
  const loaded = combine({ methods: useCore('training.methods', {}), manual: useCore('manual.contents', {}) })
  if (!loaded.isSuccess) return <ErrorNotice error={loaded.error} />
  const { methods, manual } = loaded.data
  const close = () => setDoing(undefined)
  const mayCertify = may('training.register') && me.data?.user.id !== staff.userId
  const { procedures } = manual
  const parts = { staff, methods, procedures, mayCertify, onDo: setDoing }

  function saved(entry: TrainingEntry) {
    close()
    offerUndo(savedText[entry.content.kind], () =>
      takeBack.mutate({ entryId: entry.id, reason: 'Ångrat direkt efter att det skrevs' }, { onError: notifyError }),
    )
  }

  return (
    <div className="stack" {...kept}>
      <p>{rolesText(staff.roles) || 'Arbetar inte här längre'}</p>
      <div data-place="method">
        <Methods {...parts} />
      </div>
      <div data-place="education">
        <Education {...parts} />
      </div>
      <Procedures {...parts} />
      <History {...parts} />
      {doing?.what === 'write' && (
        <Dialog
          title={`${doing.changing === undefined ? addText[doing.kind] : 'Ändra'}: ${staff.name}`}
          onClose={close}
        >
          <TrainingForm
            {...doing}
            userId={staff.userId}
            methods={methods}
            procedures={procedures}
            onSaved={saved}
            onClose={close}
          />
        </Dialog>
      )}
      {doing?.what === 'takeBack' && (
        <Dialog title="Ta tillbaka?" size="md" onClose={close}>
          <TakeBackForm
            entryId={doing.entry.id}
            what={entryText(doing.entry.content, methods, titleIn(procedures))}
            onClose={close}
          />
        </Dialog>
      )}
    </div>
  )
}

const titleIn = (procedures: readonly Procedure[]) => (code: string) =>
  procedures.find(each => each.code === code)?.title ?? ''

function AddButton({ kind, onDo }: { kind: TrainingKind; onDo: TrainingPartProps['onDo'] }) {
  return (
    <div className="training-add no-print">
      <Button
        variant="default"
        leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />}
        onClick={() => onDo({ what: 'write', kind })}
      >
        {addText[kind]}
      </Button>
    </div>
  )
}

function Methods({ staff, methods, onDo }: TrainingPartProps) {
  const entries = standingOf(staff, 'method')
  const missing = methods.filter(({ code }) => methodHeldBy(staff, code) === undefined)
  return (
    <Section title="Metoder">
      {entries.length === 0 ? (
        <p className="card soft">Ingen metod är inskriven än. Lägg till den första, med dagen den var klar.</p>
      ) : (
        <div className="card card-rows">
          {methods.flatMap(({ code, words }) =>
            entries
              .filter(each => each.content.method === code)
              .map((entry, nth) => {
                const { level, givenBy, untilOn, fromOn, state } = entry.content
                const gave = givenBy === '' ? '' : `gavs av ${givenBy}`
                const until = untilOn === undefined ? '' : `gäller till och med ${dayAndYear(untilOn)}`
                const day = `${state === 'completed' ? midSentence(trainingStateWords.completed) : 'började'} ${dayAndYear(fromOn)}`
                return (
                  <EntryRow key={entry.id} entry={entry} name={words} onDo={onDo}>
                    <p className="training-line">
                      <strong>{words}</strong> {nth === 0 && <MethodMark held={methodHeldBy(staff, code)} />}
                    </p>
                    <p className="small soft">{[day, level, gave, until].filter(Boolean).join(' · ')}</p>
                  </EntryRow>
                )
              }),
          )}
        </div>
      )}
      {entries.length > 0 && missing.length > 0 && (
        <p className="small soft training-legend">Inte inskrivet: {listed(missing.map(each => each.short))}.</p>
      )}
      <AddButton kind="method" onDo={onDo} />
    </Section>
  )
}

function Education({ staff, onDo }: TrainingPartProps) {
  const entries = standingOf(staff, 'education').toSorted((one, other) =>
    one.content.on.localeCompare(other.content.on),
  )
  return (
    <Section title="Utbildning">
      {entries.length === 0 ? (
        <p className="card soft">Ingen utbildning är inskriven än. Lägg till examen eller kurser, med år.</p>
      ) : (
        <div className="card card-rows">
          {entries.map(entry => (
            <EntryRow key={entry.id} entry={entry} name={entry.content.what} onDo={onDo}>
              <p className="training-line">
                <strong>{entry.content.what}</strong> <span className="soft">{yearOrDayText(entry.content.on)}</span>
              </p>
            </EntryRow>
          ))}
        </div>
      )}
      <AddButton kind="education" onDo={onDo} />
    </Section>
  )
}

/** Everything that was ever written: by whom and when, and what was changed or taken back since. */
function History({ staff, methods, procedures }: TrainingPartProps) {
  if (staff.entries.length === 0) return null
  return (
    <details className="training-history">
      <summary>Historik ({staff.entries.length})</summary>
      <ol className="plain-list card card-rows">
        {staff.entries.map(each => (
          <li key={each.id} className={each.stands ? undefined : 'training-undone'}>
            <p>{entryText(each.content, methods, titleIn(procedures))}</p>
            <p className="small soft">
              Skrivet av {each.author} {dayAndClock(each.at)}
              {each.replaces !== undefined && ', i stället för det som stod'}
              {!each.stands && each.takenBack === undefined && '. Ändrat sedan dess'}
            </p>
            {each.takenBack !== undefined && (
              <p className="small soft">
                Tillbakataget av {each.takenBack.by} {dayAndClock(each.takenBack.at)}: {each.takenBack.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
