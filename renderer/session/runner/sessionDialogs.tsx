import { publicName } from '../../core/clientName.ts'
import { wholeDay } from '../../ui/format.ts'
import { ShortcutsDialog } from '../../ui/shortcuts.tsx'
import { LapseDialog } from '../lapse.tsx'
import { OutcomeDialog } from '../outcomeDialog.tsx'
import { AddProcedureDialog } from './addProcedure.tsx'
import { OtherChapterDialog } from './otherChapter.tsx'
import { type Borrowed, dayHeld, type RunnerProps, signWarnings } from './sessionDraft.ts'
import { SESSION_SHORTCUTS } from './sessionShortcuts.ts'
import { SignDialog } from './signDialog.tsx'

export type SessionDialog =
  | { name: 'shortcuts' | 'lapse' | 'sign' | 'notHeld' }
  /** With the procedure, or the chapter, that is shown first. */
  | { name: 'procedure'; first?: string }
  | { name: 'chapter'; first?: number }

type SessionDialogsProps = RunnerProps & {
  dialog: SessionDialog | undefined
  onBorrow(what: Borrowed): void
  onSign(): void
  /** The session came to nothing, and that is recorded. */
  onNotHeld(): void
  onClose(): void
}

/** The dialog that is open over the session, if any. */
export function SessionDialogs({ dialog, onBorrow, onSign, onNotHeld, onClose, ...props }: SessionDialogsProps) {
  const { client, slot, chapter, value } = props
  switch (dialog?.name) {
    case undefined:
      return null
    case 'shortcuts':
      return <ShortcutsDialog shortcuts={SESSION_SHORTCUTS} onClose={onClose} />
    case 'procedure':
      return <AddProcedureDialog {...props} first={dialog.first} onClose={onClose} />
    case 'chapter':
      return <OtherChapterDialog current={chapter.session} first={dialog.first} onShow={onBorrow} onClose={onClose} />
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
            on: dayHeld(value, props),
          }}
          outcome="noShow"
          onSaved={onNotHeld}
          onClose={onClose}
        />
      )
    case 'sign':
      return (
        <SignDialog
          number={slot.number}
          held={wholeDay(dayHeld(value, props), props.today)}
          lacking={signWarnings(value, props)}
          onSign={onSign}
          onClose={onClose}
        />
      )
  }
}
