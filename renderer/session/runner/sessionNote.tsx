import { Button } from '@mantine/core'
import { IconPencilBolt } from '@tabler/icons-react'
import { useEffect } from 'react'
import { longestOf } from '../../../main/contract/textLimit.ts'
import { useCore } from '../../core/core.ts'
import { ErrorNotice } from '../../ui/notice.tsx'
import { isTime } from '../../ui/readClock.ts'
import { isDay } from '../../ui/readDay.ts'
import { TextField } from '../../ui/textFields.tsx'
import { offerUndo } from '../../ui/undo.tsx'
import { PLACES } from './places.ts'
import { dayHeld, type RunnerProps, toRecordInput } from './sessionDraft.ts'

/** The note writes itself from what was ticked, until someone writes in it; then it is theirs. */
export function SessionNote({ value, onChange, ...held }: RunnerProps) {
  const isAllRead =
    isDay(dayHeld(value, held)) &&
    (value.restOn === '' || isDay(value.restOn)) &&
    (value.restAt === '' || isTime(value.restAt))
  const proposed = useCore('session.noteText', toRecordInput(value, held), { enabled: isAllRead && !value.noteEdited })
  const text = proposed.data?.text
  useEffect(() => {
    if (!value.noteEdited && text !== undefined && text !== value.note) onChange({ note: text })
  }, [text, value.noteEdited, value.note, onChange])

  function writeItself() {
    const { note } = value
    onChange({ noteEdited: false })
    if (note.trim() !== '')
      offerUndo('Anteckningen skriver sig själv igen.', () => onChange({ note, noteEdited: true }))
  }

  return (
    <div>
      <TextField
        longest={longestOf('session.record', 'note')}
        id={PLACES.note}
        label="Anteckning"
        description={
          value.noteEdited
            ? 'Din egen text. Den ändras inte av det du kryssar. Klienten har rätt att läsa den.'
            : 'Skriver sig själv från det som kryssats, tills du skriver i den. Klienten har rätt att läsa den.'
        }
        minRows={6}
        value={value.note}
        onChange={event => onChange({ note: event.currentTarget.value, noteEdited: true })}
      />
      {!value.noteEdited && <ErrorNotice error={proposed.error} />}
      {value.noteEdited && (
        <Button
          variant="subtle"
          size="compact-md"
          mt={6}
          leftSection={<IconPencilBolt size={17} stroke={1.7} aria-hidden />}
          onClick={writeItself}
        >
          Låt den skriva sig själv igen
        </Button>
      )}
    </div>
  )
}
