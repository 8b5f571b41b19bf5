import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { FormAnswers, FormColumn, FormField } from '../../main/contract/form.ts'
import { type Answer, listOf, partsOf, withAnswer } from './answers.ts'
import { isLost, SmallField } from './smallField.tsx'

type TableProps = {
  field: Extract<FormField, { kind: 'table' }>
  value: Answer
  onChange(value: Answer): void
  /** Something was taken away; `restore` puts it back in the table as it is then. */
  lose(what: string, restore: (value: Answer) => Answer): void
}

/** Rows of small fields: one for each of the form's own, or as many as are needed. */
export function TableField({ field, value, onChange, lose }: TableProps) {
  const table = useRef<HTMLFieldSetElement>(null)
  const given = listOf(value).map(partsOf)
  const fixed = field.rows.length > 0
  const rows = fixed
    ? field.rows.map(({ value: row }) => given.find(each => each['row'] === row) ?? { row })
    : given.length === 0
      ? [{}]
      : given
  const keep = (next: readonly FormAnswers[]) => {
    const filled = next.filter(each => !fixed || Object.keys(each).length > 1)
    onChange(filled.length === 0 ? undefined : filled)
  }

  const shown = useRef(rows.length)
  useEffect(() => {
    const { activeElement } = document
    const more = rows.length > shown.current
    const last = [...(table.current?.querySelectorAll('.form-row') ?? [])].at(-1)
    if (more && activeElement?.matches('.form-row-add'))
      last?.querySelector<HTMLElement>('textarea, input, [tabindex="0"]')?.focus()
    else if (!more && activeElement === document.body) last?.querySelector('button')?.focus() // the row took its button along
    shown.current = rows.length
  }, [rows.length])

  function setCell(index: number, column: FormColumn, next: Answer) {
    const before = rows[index]?.[column.id]
    if (before !== undefined && isLost(column, before, next)) {
      lose(`Svaret på ”${column.label}” är borttaget.`, current =>
        rowsWith(current, index, rows[index]?.['row'], row => withAnswer(row, column.id, before)),
      )
    }
    keep(rows.map((other, at) => (at === index ? withAnswer(other, column.id, next) : other)))
  }

  function remove(index: number) {
    const gone = given[index]
    if (gone === undefined) return
    if (Object.keys(gone).length > 0)
      lose('Raden är borttagen.', current => [...listOf(current)].toSpliced(index, 0, gone) as Answer)
    keep(given.filter((_, at) => at !== index))
  }

  return (
    <fieldset ref={table} className="form-group form-table">
      <legend className="field-label">{field.label}</legend>
      {field.help !== undefined && <p className="small soft">{field.help}</p>}
      {rows.map((row, index) => {
        const name = field.rows[index]?.label ?? `${index + 1}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the row's grid
          <div key={index} className="form-row" role="group" aria-label={`${field.label}: ${name}`}>
            <div className="form-row-head">
              <strong>{name}</strong>
              {!fixed && given.length > 0 && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  color="gray"
                  leftSection={<IconX size={15} aria-hidden />}
                  aria-label={`Ta bort rad ${index + 1}`}
                  onClick={() => remove(index)}
                >
                  Ta bort
                </Button>
              )}
            </div>
            <div className="form-row-cells">
              {field.columns.map(each => (
                <SmallField
                  key={each.id}
                  field={each}
                  value={row[each.id]}
                  onChange={next => setCell(index, each, next)}
                />
              ))}
            </div>
          </div>
        )
      })}
      {!fixed && given.length > 0 && given.length < field.atMost && (
        <Button
          className="form-row-add"
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => keep([...given, {}])}
        >
          En rad till
        </Button>
      )}
    </fieldset>
  )
}

/** The table with one row changed: the row of that name, or the row at that place. */
function rowsWith(
  table: Answer,
  index: number,
  name: Answer,
  change: (row: FormAnswers) => FormAnswers,
): FormAnswers[] {
  const rows = listOf(table).map(partsOf)
  const at = name === undefined ? index : rows.findIndex(each => each['row'] === name)
  if (at >= 0 && at < rows.length) return rows.map((row, place) => (place === at ? change(row) : row))
  return [...rows, change(name === undefined ? {} : { row: name })]
}
