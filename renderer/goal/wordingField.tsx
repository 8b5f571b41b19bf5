import { useDebouncedValue } from '@mantine/hooks'
import { IconMessageCircleQuestion, IconX } from '@tabler/icons-react'
import { longestOf } from '../../main/contract/textLimit.ts'
import { TextField } from '../ui/textFields.tsx'
import type { GoalDraft } from './goalDraft.ts'
import { type WordingHint, wordingHints } from './wordingHints.ts'

const HINTS: Record<WordingHint, string> = {
  positive: 'Går det att säga vad du gör i stället?',
  measurable: 'Hur skulle ni märka att det är klart?',
  ownControl: 'Vad i det rår du själv över?',
}

/** Milliseconds of pause before a question is asked: nobody is to be interrupted in a word. */
const PAUSE = 900

type WordingFieldProps = {
  value: Pick<GoalDraft, 'wording' | 'hidden'>
  onChange(part: Partial<Pick<GoalDraft, 'wording' | 'hidden'>>): void
}

/** The concrete wording, with at most three quiet questions under it. They can be put away, and stop nothing. */
export function WordingField({ value: { wording, hidden }, onChange }: WordingFieldProps) {
  const [settled] = useDebouncedValue(wording, PAUSE)
  const hints = wordingHints(settled).filter(each => !hidden.includes(each))
  return (
    <div>
      <TextField
        longest={longestOf('goal.set', 'wording')}
        label="Kort, positivt och konkret"
        description="Vad jag gör, inte vad jag slutar med. Något jag själv rår över."
        value={wording}
        onChange={event => onChange({ wording: event.currentTarget.value })}
      />
      <ul className="plain-list wording-hints" aria-live="polite" aria-label="Att fundera på">
        {hints.map(each => (
          <li key={each}>
            <IconMessageCircleQuestion size={17} stroke={1.7} aria-hidden />
            <span>{HINTS[each]}</span>
            <button
              type="button"
              aria-label={`Dölj frågan: ${HINTS[each]}`}
              onClick={() => onChange({ hidden: [...hidden, each] })}
            >
              <IconX size={15} stroke={1.7} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
