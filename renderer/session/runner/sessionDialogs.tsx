import { publicName } from '../../core/clientName.ts'
import { NumbersDialog } from '../../emergencyNumber/numbersDialog.tsx'
import { wholeDay } from '../../ui/format.ts'
import { ShortcutsDialog } from '../../ui/shortcuts.tsx'
import { LapseDialog } from '../lapse.tsx'
import { OutcomeDialog } from '../outcomeDialog.tsx'
import type { SessionDialog } from '../sessionPage.ts'
import { AddProcedureDialog } from './addProcedure.tsx'
import { OtherChapterDialog } from './otherChapter.tsx'
import { dayHeld, type RunnerProps, signWarnings } from './sessionDraft.ts'
import { SESSION_SHORTCUTS } from './sessionShortcuts.ts'
import { SignDialog } from './signDialog.tsx'

type SessionDialogsProps = RunnerProps & {
  dialog: SessionDialog
  onSign(): void
  /** The session came to nothing, and that is recorded. */
  onNotHeld(): void
  onClose(): void
}

/** The dialog that is open over the session. */
export function SessionDialogs({ dialog, onSign, onNotHeld, onClose, ...session }: SessionDialogsProps) {
  const { client, slot, chapter, value, onChange } = session
  switch (dialog.name) {
    case 'shortcuts':
      return <ShortcutsDialog shortcuts={SESSION_SHORTCUTS} onClose={onClose} />
    case 'numbers':
      return <NumbersDialog onClose={onClose} />
    case 'procedure':
      return <AddProcedureDialog {...session} first={dialog.first} onClose={onClose} />
    case 'chapter':
      return (
        <OtherChapterDialog
          current={chapter.session}
          first={dialog.first}
          onShow={borrowed => onChange({ borrowed })}
          onClose={onClose}
        />
      )
    case 'lapse':
      return <LapseDialog clientId={client.id} onClose={onClose} />
    case 'notHeld':
      return (
        <OutcomeDialog
          slot={{
            clientId: client.id,
            clientName: publicName(client),
            slotId: slot.id,
            number: slot.number,
            on: dayHeld(value, session),
          }}
          onSaved={onNotHeld}
          onClose={onClose}
        />
      )
    case 'sign':
      return (
        <SignDialog
          number={slot.number}
          dayHeld={wholeDay(dayHeld(value, session), session.today)}
          warnings={signWarnings(value, session)}
          onSign={onSign}
          onClose={onClose}
        />
      )
  }
}
