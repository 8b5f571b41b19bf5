import type { FormAnswers, FormDefinition, FormField } from '../../main/contract/form.ts'
import { NumbersLine } from '../emergencyNumber/numbersLine.tsx'
import { listOf, partsOf } from './answers.ts'
import { answerText, rawText } from './answerText.ts'

/** A filled-in card for the wallet, on paper only: two sides of 85 × 54 mm beside each other, to cut out and fold. It grows if the words need it. */
export function AnsweredCard({ form, answers }: { form: FormDefinition; answers: FormAnswers }) {
  const half = Math.ceil(form.fields.length / 2)
  return (
    <div className="on-paper">
      <p className="small">Klipp längs den streckade linjen och vik på mitten.</p>
      <div className="answered-card">
        {[form.fields.slice(0, half), form.fields.slice(half)].map((fields, at) => (
          <div key={fields[0]?.id} className="answered-side">
            {fields.map(field => (
              <p key={field.id}>
                <strong>{field.label}</strong> <span className="answered-text">{onCard(field, answers)}</span>
              </p>
            ))}
            {at === 1 && <NumbersLine numbers={form.numbers} />}
          </div>
        ))}
      </div>
    </div>
  )
}

function onCard(field: FormField, answers: FormAnswers): string {
  const value = answers[field.id]
  switch (field.kind) {
    case 'table':
      return listOf(value)
        .map(partsOf)
        .map(row => {
          const name = field.rows.find(each => each.value === row['row'])?.label
          const cells = field.columns.map(each => answerText(each, row[each.id])).filter(Boolean)
          return cells.length === 0 ? '' : `\n${name === undefined ? '' : `${name}  `}${cells.join('  ')}`
        })
        .join('')
    case 'list':
    case 'choices':
    case 'ratings':
      return rawText(value)
    default:
      return answerText(field, value)
  }
}
