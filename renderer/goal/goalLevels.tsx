import { useState } from 'react'
import { attainmentWords } from '../../main/contract/goalWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { TextField } from '../ui/textFields.tsx'

const EXPECTED = 2

type LevelFieldsProps = { /** From −2 to +2. */ levels: readonly string[]; onChange(levels: string[]): void }

/** What it would look like if it went as expected; the other four levels for who wants them. */
export function LevelFields({ levels, onChange }: LevelFieldsProps) {
  const [all, setAll] = useState(levels.some((words, index) => index !== EXPECTED && words !== ''))
  const field = (index: number, label: string, description?: string) => (
    <TextField
      longest={longestOf('goal.set', 'levels')}
      key={index}
      label={label}
      {...(description === undefined ? {} : { description })}
      value={levels[index] ?? ''}
      onChange={event => {
        const words = event.currentTarget.value
        onChange(levels.map((each, nth) => (nth === index ? words : each)))
      }}
    />
  )
  if (!all) {
    return (
      <div>
        {field(EXPECTED, 'Så ser det ut när det gått som vi tänkt', 'Det här jämför ni med när målet följs upp.')}
        <button type="button" className="link-button small" onClick={() => setAll(true)}>
          Beskriv alla fem lägen
        </button>
      </div>
    )
  }
  return (
    <fieldset className="form-group stack-tight">
      <legend className="field-label">Så ser det ut när målet följs upp</legend>
      {[4, 3, 2, 1, 0].map(index => field(index, attainmentWords[index - EXPECTED] ?? ''))}
    </fieldset>
  )
}
