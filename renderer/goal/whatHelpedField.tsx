import { longestOf } from '../../main/contract/textLimit.ts'
import { TextField } from '../ui/textFields.tsx'

/** What the client says made it go: worth more later than the tick itself. */
export function WhatHelpedField({ value, onChange }: { value: string; onChange(words: string): void }) {
  return (
    <TextField
      longest={longestOf('goal.review', 'whatHelped')}
      label="Vad gjorde att det gick?"
      description="Med klientens egna ord, om hen vill. Det är bra att ha till nästa mål."
      minRows={2}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
