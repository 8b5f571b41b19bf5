import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type RefObject, useEffect, useRef } from 'react'
import type { FormAnswers, FormColumn } from '../../main/contract/form.ts'
import { type Answer, listOf, partsOf, withAnswer } from './answers.ts'
import { isLost, SmallField } from './smallField.tsx'
import { shownRows, type TableDefinition, tableAnswer, withRow } from './tableRows.ts'

type TableProps = {
  field: TableDefinition
  value: Answer
  onChange(value: Answer): void
  /** Something was taken away; `restore` puts it back in the table as it is then. */
  onLose(what: string, restore: (value: Answer) => Answer): void
}

/** Rows of small fields: one for each of the form's own, or as many as are needed. */
export function TableField({ field, value, onChange, onLose }: TableProps) {
  const table = useRef<HTMLFieldSetElement>(null)
  const given = listOf(value).map(partsOf)
  const isFixed = field.rows.length > 0
  const rows = shownRows(field, value)
  useFocusOnLastRow(table, rows.length)
  const change = (next: readonly FormAnswers[]) => onChange(tableAnswer(field, next))

  function setCell(index: number, column: FormColumn, next: Answer) {
    const before = rows[index]?.[column.id]
    if (before !== undefined && isLost(column, before, next)) {
      onLose(`Svaret på ”${column.label}” är borttaget.`, current =>
        withRow(current, index, rows[index]?.['row'], row => withAnswer(row, column.id, before)),
      )
    }
    change(rows.map((other, at) => (at === index ? withAnswer(other, column.id, next) : other)))
  }

  function remove(index: number) {
    const removed = given[index]
    if (removed === undefined) return
    if (Object.keys(removed).length > 0)
      onLose('Raden är borttagen.', current => [...listOf(current)].toSpliced(index, 0, removed) as Answer)
    change(given.filter((_, at) => at !== index))
  }

  return (
    <fieldset ref={table} className="form-group form-table">
      <legend className="field-label">{field.label}</legend>
      {field.help !== undefined && <p className="small soft">{field.help}</p>}
      {rows.map((row, index) => (
        <TableRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          key={index}
          field={field}
          index={index}
          row={row}
          onChange={(column, next) => setCell(index, column, next)}
          onRemove={!isFixed && given.length > 0 ? () => remove(index) : undefined}
        />
      ))}
      {!isFixed && given.length > 0 && given.length < field.atMost && (
        <Button
          className="form-row-add"
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => change([...given, {}])}
        >
          En rad till
        </Button>
      )}
    </fieldset>
  )
}

/** A row that was added takes the focus; one that is removed, and takes its button along, leaves it to the last that is left. */
function useFocusOnLastRow(table: RefObject<HTMLFieldSetElement | null>, count: number): void {
  const countBefore = useRef(count)
  useEffect(() => {
    const { activeElement } = document
    const isMore = count > countBefore.current
    const last = [...(table.current?.querySelectorAll('.form-row') ?? [])].at(-1)
    if (isMore && activeElement?.matches('.form-row-add'))
      last?.querySelector<HTMLElement>('textarea, input, [tabindex="0"]')?.focus()
    else if (!isMore && activeElement === document.body) last?.querySelector('button')?.focus()
    countBefore.current = count
  }, [table, count])
}

type TableRowProps = {
  field: TableDefinition
  index: number
  row: FormAnswers
  onChange(column: FormColumn, value: Answer): void
  /** Left out where the row is the form's own, or nothing is written. */
  onRemove: (() => void) | undefined
}

function TableRow({ field, index, row, onChange, onRemove }: TableRowProps) {
  const name = field.rows[index]?.label ?? `${index + 1}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the row's grid
    <div className="form-row" role="group" aria-label={`${field.label}: ${name}`}>
      <div className="form-row-head">
        <strong>{name}</strong>
        {onRemove !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            color="gray"
            leftSection={<IconX size={15} aria-hidden />}
            aria-label={`Ta bort rad ${index + 1}`}
            onClick={onRemove}
          >
            Ta bort
          </Button>
        )}
      </div>
      <div className="form-row-cells">
        {field.columns.map(each => (
          <SmallField key={each.id} field={each} value={row[each.id]} onChange={next => onChange(each, next)} />
        ))}
      </div>
    </div>
  )
}
