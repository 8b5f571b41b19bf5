import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { EarlierDraft } from '../../main/contract/draft.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { Dialog } from '../ui/dialog.tsx'
import { moment } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import type { Draft } from './useDraft.ts'

/** The way back to texts that lie beside this draft. Nothing where there are none. */
export function EarlierDrafts<T>({ draft }: { draft: Draft<T> }) {
  const [open, setOpen] = useState(false)
  if ((draft.presence?.earlier ?? 0) === 0) return null
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        Tidigare texter
      </Button>
      {open && <EarlierDialog draft={draft} onClose={() => setOpen(false)} />}
    </>
  )
}

function EarlierDialog<T>({ draft, onClose }: { draft: Draft<T>; onClose(): void }) {
  const { clientId, place, writer } = draft
  const earlier = useCore('draft.earlier', { clientId, place, writer })
  return (
    <Dialog title="Tidigare texter" onClose={onClose}>
      <div className="stack">
        <p className="soft">
          De här blev över när du valde en annan text eller tog bort ett utkast. De ligger kvar i 30 dagar. Hämtar du
          tillbaka en av dem byter den plats med det som står nu.
        </p>
        <ErrorNotice error={earlier.error} />
        {(earlier.data ?? []).map(each => (
          <EarlierText key={each.id} text={each}>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => {
                onClose()
                void draft.restore(each.id)
              }}
            >
              Hämta tillbaka
            </Button>
          </EarlierText>
        ))}
      </div>
    </Dialog>
  )
}

type EarlierTextProps = { text: Pick<EarlierDraft, 'content' | 'savedAt'>; children?: ReactNode }

/** When a text was saved, and the words in it. */
export function EarlierText({ text: { content, savedAt }, children }: EarlierTextProps) {
  const today = useToday()
  const words = wordsIn(JSON.parse(content))
  return (
    <article className="card stack-tight">
      <div className="spread">
        <strong>Sparad {moment(savedAt, today)}</strong>
        {children}
      </div>
      {words.length === 0 && <p className="soft">Bara kryss och val, ingen skriven text.</p>}
      {words.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the texts never change places
        <p key={index} className="note-text">
          {each}
        </p>
      ))}
    </article>
  )
}

/** What a person has written in a draft: its texts of more than one word, whatever the form. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\S\s+\S/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(wordsIn)
}
