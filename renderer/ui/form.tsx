import { type ComponentProps, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { FieldsContext, useFields, useFieldsOfForm } from './fieldsOfForm.ts'
import { listed } from './format.ts'

type FormProps = Omit<ComponentProps<'form'>, 'onSubmit' | 'onReset'> & {
  /** All that is typed has been read, and may be saved. */
  onSave(): void
}

/**
 * The only form there is. Whatever asks it to be saved – its button, Enter, Ctrl+Enter by `requestSubmit` – it first has
 * every field read what is typed in it, and is not saved while one holds something that cannot be.
 */
export function Form({ onSave, children, ...rest }: FormProps) {
  const fields = useFieldsOfForm()
  const save = useRef(onSave)
  useLayoutEffect(() => {
    save.current = onSave // what is saved is the form as it is once its fields have read what was typed
  })
  return (
    <form
      {...rest}
      onSubmit={event => {
        event.preventDefault()
        event.stopPropagation() // a dialog's form lies within its page's, as React sees it
        if (fields.mayBeSaved()) save.current()
      }}
    >
      <FieldsContext value={fields}>
        {children}
        <HeldBack />
      </FieldsContext>
    </form>
  )
}

/** What holds a form back, once it has been tried: the last thing in it. */
export function HeldBack() {
  const { subscribe, heldBy } = useFields()
  const held = useSyncExternalStore(subscribe, heldBy)
  if (held.length === 0) return null
  return (
    <p role="alert" className="small held-back">
      Inget är sparat. Se först över {listed(held.map(each => `”${each}”`))}.
    </p>
  )
}
