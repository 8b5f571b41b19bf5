import type { FormAnswers, FormColumn, FormDefinition, FormField } from '../../main/contract/form.ts'
import { NumbersLine } from '../emergencyNumber/numbersLine.tsx'
import { type Answer, listOf, partsOf } from './answers.ts'
import { answerText, optionLabel, rawText } from './answerText.ts'
import { NoAnswerMark } from './noAnswerMark.tsx'

type AnsweredSheetProps = {
  form: FormDefinition | undefined
  answers: FormAnswers /** Leaves out what was not answered. */
  brief?: boolean
  /** The level of its headings: under the page's own, or one below. */
  under?: 'h3' | 'h4'
}

/** A filled-in form to read and to print: the words as they stand, and every question that was left without an answer. */
export function AnsweredSheet({ form, answers, brief = false, under: Heading = 'h3' }: AnsweredSheetProps) {
  const fields = form?.fields ?? []
  const known = new Set(fields.flatMap(each => (each.kind === 'ratings' ? [each.id, each.wordsId] : [each.id])))
  const rest = Object.entries(answers).filter(([id]) => !known.has(id))
  return (
    <div className="answered">
      {fields
        .filter(each => !brief || answers[each.id] !== undefined)
        .map(each => (
          <div key={each.id} className="answered-field">
            <Heading>{each.label}</Heading>
            <FieldAnswer field={each} answers={answers} />
          </div>
        ))}
      {!brief && <NumbersLine numbers={form?.numbers} />}
      {rest.length > 0 && (
        <div className="answered-field">
          <p className="small soft">
            {form === undefined
              ? 'Bladet finns inte i den manual som används här. Svaren visas som de kom.'
              : 'De här svaren hör till en annan version av bladet.'}
          </p>
          {rest.map(([id, value]) => (
            <p key={id}>
              <span className="soft">{id}:</span> <span className="serif">{rawText(value)}</span>
            </p>
          ))}
        </div>
      )}
    </div>
  )
}

const NoAnswer = () => <p className="soft">Inget svar</p>

function FieldAnswer({ field, answers }: { field: FormField; answers: FormAnswers }) {
  const value = answers[field.id]
  switch (field.kind) {
    case 'choices':
      return <LinesAnswer lines={listOf(value).map(each => optionLabel(field.options, rawText(each)))} />
    case 'list':
      return <LinesAnswer lines={listOf(value).map(rawText)} />
    case 'ratings':
      return <RatingsAnswer field={field} answers={answers} />
    case 'table':
      return <TableAnswer field={field} value={value} />
    default: {
      const text = answerText(field, value)
      if (text === '') return <NoAnswer />
      return <p className="serif answered-text">{field.kind === 'scale' ? `${text} av ${field.max}` : text}</p>
    }
  }
}

function LinesAnswer({ lines }: { lines: readonly string[] }) {
  const said = lines.filter(Boolean)
  if (said.length === 0) return <NoAnswer />
  return (
    <ul className="serif answered-list">
      {said.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <li key={at}>{each}</li>
      ))}
    </ul>
  )
}

function RatingsAnswer({ field, answers }: { field: Extract<FormField, { kind: 'ratings' }>; answers: FormAnswers }) {
  const scores = partsOf(answers[field.id])
  const words = partsOf(answers[field.wordsId ?? ''])
  return (
    <table className="answered-table">
      <caption className="small soft">
        {field.min} {field.low}, {field.max} {field.high}
      </caption>
      <tbody>
        {field.items.map(({ value, label }) => (
          <tr key={value}>
            <th scope="row">{label}</th>
            <td className="answered-number">{rawText(scores[value]) || <NoAnswerMark />}</td>
            <td className="serif">{rawText(words[value])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TableAnswer({ field, value }: { field: Extract<FormField, { kind: 'table' }>; value: Answer }) {
  const given = listOf(value).map(partsOf)
  if (given.length === 0) return <NoAnswer />
  const rows =
    field.rows.length === 0
      ? given.map((row, index) => ({ key: `${index}`, name: undefined, row }))
      : field.rows.map(({ value: key, label }) => ({
          key,
          name: label,
          row: given.find(each => each['row'] === key) ?? {},
        }))
  return (
    <table className="answered-table">
      <thead>
        <tr>
          {field.rows.length > 0 && <td />}
          {field.columns.map(each => (
            <th key={each.id} scope="col">
              {unbroken(each.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, row }) => (
          <tr key={key}>
            {name !== undefined && <th scope="row">{name}</th>}
            {field.columns.map(each => (
              <td key={each.id} className={classOf(each)}>
                {answerText(each, row[each.id]) || <NoAnswerMark />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function classOf({ kind }: FormColumn): string {
  if (kind === 'text') return 'serif'
  return kind === 'scale' || kind === 'number' ? 'answered-number' : ''
}

/** *0–10* stays on one line. */
function unbroken(label: string): string {
  return label.replaceAll(/(\d)–(\d)/g, '$1\u2060–\u2060$2')
}
