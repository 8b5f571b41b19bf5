import { Textarea } from '@mantine/core'

/** What the client says made it go: worth more later than the tick itself. */
export function WhatHelpedField({ value, onChange }: { value: string; onChange(words: string): void }) {
  return (
    <Textarea
      label="Vad gjorde att det gick?"
      description="Med klientens egna ord, om hen vill. Det är bra att ha till nästa mål."
      minRows={2}
      maxLength={500}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
