import { Textarea } from '@mantine/core'
import { firstNameOf } from '../../core/clientName.ts'
import type { RunnerProps } from './sessionDraft.ts'

/** The three questions that end every session. Source: method.md sections 6 and 12, own wording. */
export const feedbackText = {
  takesAlong: 'Vad tar du med dig härifrån?',
  wouldChange: 'Vad ska vi göra annorlunda nästa gång?',
  howItWas: 'Hur var det att prata om det här i dag?',
} as const

/** The client's own answers, each in its field; what was not asked stays empty. */
export function FeedbackFields({ client, value, onChange }: Pick<RunnerProps, 'client' | 'value' | 'onChange'>) {
  const name = firstNameOf(client)
  return (
    <section className="step-form" aria-label={`Återkoppling från ${name}`}>
      <h3>Återkoppling från {name}</h3>
      <div className="stack">
        {(['takesAlong', 'wouldChange', 'howItWas'] as const).map(each => (
          <Textarea
            key={each}
            label={feedbackText[each]}
            maxLength={500}
            minRows={1}
            value={value[each]}
            onChange={event => onChange({ [each]: event.currentTarget.value })}
          />
        ))}
      </div>
    </section>
  )
}
