import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useCore } from '../../core/core.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { Borrowed } from './sessionDraft.ts'

type OtherChapterProps = {
  /** The session's own, which is not another. */
  current: number
  /** The chapter to show the steps of first. */
  first: number | undefined
  onShow(step: Borrowed): void
  onClose(): void
}

/** Chooses a step of another chapter, to read and fill in without leaving the session. */
export function OtherChapterDialog({ current, first, onShow, onClose }: OtherChapterProps) {
  const manual = useCore('manual.contents', {})
  const [session, setSession] = useState<string | null>(first === undefined ? null : String(first))
  const chapter = useCore('manual.chapter', { session: Number(session ?? 1) }, { enabled: session !== null })
  const steps = session === null ? [] : (chapter.data?.steps ?? [])
  return (
    <Dialog title="Ta ett steg ur ett annat kapitel" onClose={onClose}>
      <div className="stack">
        <Select
          label="Kapitel"
          data-autofocus
          searchable
          placeholder="Nummer eller namn"
          nothingFoundMessage="Inget kapitel heter så."
          data={(manual.data?.chapters ?? [])
            .filter(each => each.session !== current)
            .map(each => ({ value: String(each.session), label: `${each.session}. ${each.title}` }))}
          value={session}
          onChange={setSession}
        />
        {steps.length > 0 && (
          <section aria-label="Steg">
            <div className="field-label">Steg</div>
            <ul className="plain-list borrow-steps">
              {steps.map(({ id, title, minutes, worksheet, exercise }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="borrow-step"
                    onClick={() => {
                      onShow({ session: Number(session), step: id })
                      onClose()
                    }}
                  >
                    <span className="grow">
                      {title}
                      {(worksheet ?? exercise) !== undefined && <span className="soft"> – med blad att fylla i</span>}
                    </span>
                    <span className="small soft">{minutes} min</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="small soft">Det du fyller i sparas med den här träffen. Tiden räknas på det steg du var på.</p>
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
