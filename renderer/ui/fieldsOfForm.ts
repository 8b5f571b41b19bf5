import { notifications } from '@mantine/notifications'
import { createContext, useContext, useEffect, useId, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** A field as its form sees it when it is to be saved. */
export type FieldOfForm = {
  /** What it is called on the screen. */
  readonly name: string
  /** Why what stands in it cannot be saved, as a sentence; undefined when it can. The field shows it beside itself. */
  readonly why: string | undefined
  focus(): void
  /** Reads what is typed, as when the field is left. Answers with what it filled in for the writer, if anything. */
  settle?(): string | undefined
}

export type FieldsOfForm = ReturnType<typeof createFieldsOfForm>

/**
 * The fields that a form shows, and whether it may be saved. Every way to save asks `mayBeSaved` first – the form's own
 * button and keys do through `Form` – and a field whose content cannot be saved says so with `useFieldOfForm`.
 */
function createFieldsOfForm(tell: (words: string) => void) {
  const fields = new Map<string, FieldOfForm>()
  const listeners = new Set<() => void>()
  let held: readonly string[] = []

  /** The names of the fields that held the form back when it was last to be saved, and still do. */
  function look(names: readonly string[]): void {
    if (names.join('\n') === held.join('\n')) return
    held = names
    for (const each of listeners) each()
  }

  const holding = () => [...fields.values()].filter(each => each.why !== undefined)

  return {
    set(id: string, field: FieldOfForm): void {
      fields.set(id, field)
      look(held.filter(name => holding().some(each => each.name === name)))
    },
    remove(id: string): void {
      fields.delete(id)
      look(held.filter(name => holding().some(each => each.name === name)))
    },
    subscribe(hear: () => void): () => void {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    heldBy: () => held,
    /** Has every field read what is typed in it. False when one cannot be saved: it is given the focus. */
    mayBeSaved(): boolean {
      const filledIn: string[] = []
      for (const id of [...fields.keys()]) // one by one: what one reads may be handed on together with the others
        flushSync(() => filledIn.push(...[fields.get(id)?.settle?.() ?? []].flat()))
      const found = holding()
      look(found.map(each => each.name))
      if (found.length === 0) for (const each of filledIn) tell(each)
      found[0]?.focus()
      return found.length === 0
    },
  }
}

export const FieldsContext = createContext<FieldsOfForm | undefined>(undefined)

/** The fields of the form around. What stands in no form is a fault of ours: nothing would ask it before it is saved. */
export function useFields(): FieldsOfForm {
  const fields = useContext(FieldsContext)
  if (fields === undefined) throw new Error('A field stands in no form')
  return fields
}

/** Makes a field known to the form it stands in. */
export function useFieldOfForm(field: FieldOfForm): void {
  const fields = useFields()
  const id = useId()
  useLayoutEffect(() => fields.set(id, field))
  useEffect(() => () => fields.remove(id), [fields, id])
}

/** The fields of a form that is not a `Form`, given to `FieldsContext`: whoever saves asks `mayBeSaved` first. */
export function useFieldsOfForm(): FieldsOfForm {
  return useState(() => createFieldsOfForm(words => notifications.show({ message: words })))[0]
}
