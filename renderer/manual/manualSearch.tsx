import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useCore } from '../core/core.ts'
import { ErrorNotice } from '../ui/notice.tsx'

/** Search within the manual, hits in context; what stands below it gives way to the hits while something is sought. */
export function ManualSearch({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('')
  const [settled] = useDebouncedValue(words.trim(), 120)
  const searching = settled.length >= 2
  const hits = useCore('manual.search', { words: settled }, { enabled: searching })
  return (
    <>
      <TextInput
        className="manual-search"
        aria-label="Sök i manualen"
        placeholder="Sök i manualen"
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      {!searching && children}
      {searching && <ErrorNotice error={hits.error} />}
      {searching && hits.data !== undefined && (
        <section aria-label="Träffar i manualen">
          <p className="soft small" role="status">
            {hits.data.length === 0 ? `Inget i manualen innehåller ”${settled}”.` : `${hits.data.length} ställen`}
          </p>
          <ol className="plain-list card contents">
            {hits.data.map(each => (
              <li key={`${each.place}/${each.step ?? ''}`}>
                <Link href={`/manual/${each.place}${each.step === undefined ? '' : `/${each.step}`}`} className="hit">
                  <strong>{each.title}</strong>
                  <span className="small soft block">
                    {each.before}
                    {each.match !== '' && <mark>{each.match}</mark>}
                    {each.after}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
