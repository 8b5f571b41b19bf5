import type { ReactNode } from 'react'
import { Form } from '../ui/form.tsx'

type DoorFormProps = { title: string; about: ReactNode; onSubmit(): void; children: ReactNode }

/** The form on the door of the binder: all that is on the screen until it is open. */
export function DoorForm({ title, about, onSubmit, children }: DoorFormProps) {
  return (
    <main className="door">
      <Form className="door-sheet stack" onSave={onSubmit}>
        <div>
          <h1 className="door-name">{title}</h1>
          <p className="soft">{about}</p>
        </div>
        {children}
      </Form>
    </main>
  )
}
