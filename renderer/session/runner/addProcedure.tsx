import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCore } from '../../core/core.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { SearchSelect } from '../../ui/searchSelect.tsx'
import type { RunnerProps } from './sessionDraft.ts'

type AddProcedureProps = Pick<RunnerProps, 'chapter' | 'value' | 'onChange'> & {
  /** The procedure to read of first. */
  first: string | undefined
  onClose(): void
}

/** Any procedure, with what it is for and what belongs to it; one from another chapter can be brought into the session. */
export function AddProcedureDialog({ chapter, value, onChange, first, onClose }: AddProcedureProps) {
  const manual = useCore('manual.contents', {})
  const [code, setCode] = useState<string | null>(first ?? null)
  const procedures = manual.data?.procedures ?? []
  const chosen = procedures.find(each => each.code === code)
  const isHere = chapter.procedures.includes(code ?? '') || value.added.includes(code ?? '')

  function add() {
    if (chosen === undefined || isHere) return
    const done = { code: chosen.code, extent: 'whole', rolePlays: 0 } as const
    onChange(({ added, procedures: ticked }) => ({
      added: [...added, done.code],
      procedures: { ...ticked, [done.code]: done },
    }))
    onClose()
  }

  return (
    <Dialog title={first === undefined ? 'Lägg till procedur' : 'Procedur'} onClose={onClose}>
      <Form className="stack" onSave={add}>
        <SearchSelect
          label="Procedur"
          description="Skriv några bokstäver. Enter väljer, och Enter en gång till lägger till."
          data-autofocus
          placeholder="Välj"
          nothingFoundMessage="Ingen procedur heter så."
          data={procedures.map(each => ({ value: each.code, label: `${each.code} ${each.title}` }))}
          value={code ?? ''}
          onChange={setCode}
        />
        {chosen !== undefined && (
          <section className="step-sounds" aria-label={chosen.title}>
            <p className="serif">{chosen.purpose}</p>
            <h3>Det här hör till</h3>
            <ul className="small">
              {chosen.components.map(each => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </section>
        )}
        {isHere && <p className="small soft">Den finns redan bland dagens procedurer.</p>}
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            {isHere ? 'Stäng' : 'Avbryt'}
          </Button>
          {!isHere && (
            <Button type="submit" aria-disabled={chosen === undefined}>
              Lägg till som gjord
            </Button>
          )}
        </div>
      </Form>
    </Dialog>
  )
}
