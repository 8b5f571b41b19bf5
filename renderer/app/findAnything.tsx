import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { DialogFocus } from '../ui/dialogFocus.tsx'
import { useSearchHits } from './searchHits.tsx'

/** Ctrl+K: any client the user may see, any chapter, any command. */
export function FindAnything({ onLock }: { onLock(): void }) {
  const [words, setWords] = useState('')
  const hits = useSearchHits(words, onLock)

  /** Enter on what was typed, with nothing chosen by arrow, opens the first hit. */
  function openFirst() {
    hits[0]?.onClick()
    spotlight.close()
  }

  return (
    <Spotlight.Root
      query={words}
      onQueryChange={setWords}
      clearQueryOnClose
      scrollable
      maxHeight={420}
      shortcut={null}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      attributes={{ content: { 'aria-label': 'Hitta klient, kapitel eller kommando' } }}
    >
      <Spotlight.Search
        data-autofocus
        placeholder="Klient, kapitel eller kommando"
        aria-label="Sök klient, kapitel eller kommando"
        onKeyDown={event => {
          if (event.key === 'Enter' && document.querySelector('.mantine-Spotlight-action[data-selected]') === null)
            openFirst()
        }}
        leftSection={<IconSearch size={19} stroke={1.7} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {hits.map(each => (
          <Spotlight.Action key={each.id} {...each} />
        ))}
        {hits.length === 0 && (
          <Spotlight.Empty>Inget hittades. Klienter söks på namn, personnummer eller ärendenummer.</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      <DialogFocus />
    </Spotlight.Root>
  )
}
