import { feedbackQuestions } from '../../../main/contract/sessionWords.ts'
import { longestOf } from '../../../main/contract/textLimit.ts'
import { firstNameOf } from '../../core/clientName.ts'
import { TextField } from '../../ui/textFields.tsx'
import type { RunnerProps } from './sessionDraft.ts'

/** The client's own answers, each in its field; what was not asked stays empty. */
export function FeedbackFields({ client, value, onChange }: Pick<RunnerProps, 'client' | 'value' | 'onChange'>) {
  const name = firstNameOf(client)
  return (
    <section className="step-form" aria-label={`Återkoppling från ${name}`}>
      <h3>Återkoppling från {name}</h3>
      <div className="stack">
        {(['takesAlong', 'wouldChange', 'howItWas'] as const).map(each => (
          <TextField
            longest={longestOf('session.record', each)}
            key={each}
            label={feedbackQuestions[each]}
            minRows={1}
            value={value[each]}
            onChange={event => onChange({ [each]: event.currentTarget.value })}
          />
        ))}
      </div>
    </section>
  )
}
