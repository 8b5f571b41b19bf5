import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { foundInWords } from '../../main/contract/sessionWords.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { Dialog } from '../ui/dialog.tsx'
import { shortDay } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'

/** Words in what has been written about this client's sessions, and about nobody else's (L18). */
export function NoteSearch({ clientId, onClose }: { clientId: string; onClose(): void }) {
  const today = useToday()
  const [words, setWords] = useState('')
  const [settled] = useDebouncedValue(words.trim(), 150)
  const hits = useRef<HTMLUListElement>(null)
  const asked = settled.length >= 2
  const found = useCore('session.search', { clientId, words: settled }, { enabled: asked })
  const first = found.data?.[0]

  return (
    <Dialog title="Sök i anteckningarna" onClose={onClose}>
      <div className="stack">
        <TextInput
          aria-label="Ord att söka efter"
          description="Söker bara i det som är skrivet om den här klientens träffar, med tillägg."
          data-autofocus
          leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
            const link = hits.current?.querySelector<HTMLElement>('a')
            if (event.key === 'Enter') link?.click()
            else link?.focus()
            event.preventDefault()
          }}
        />
        <ErrorNotice error={found.error} />
        <p role="status" className="small soft">
          {asked && found.data !== undefined && howMany(found.data.length)}
        </p>
        {first !== undefined && asked && (
          <ul className="plain-list note-hits" ref={hits}>
            {found.data?.map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a session may have several additions
              <li key={`${each.sessionId} ${each.text} ${index}`}>
                <Link href={`/client/${clientId}/session/${each.slotId}`} className="note-hit" onClick={onClose}>
                  <span className="small soft block">
                    Träff {each.number}, {shortDay(each.on, today)} · i {foundInWords[each.text]}
                  </span>
                  {each.before}
                  <mark>{each.match}</mark>
                  {each.after}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

function howMany(hits: number): string {
  if (hits === 0) return 'Orden står inte i någon av klientens träffar.'
  return hits === 1 ? 'Ett ställe.' : `${hits} ställen, det senaste först.`
}
