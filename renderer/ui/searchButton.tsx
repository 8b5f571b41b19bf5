import { spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'

/** The wide button that opens the search, where there is room for it. */
export function SearchButton() {
  return (
    <button type="button" className="search-button no-print" onClick={spotlight.open}>
      <IconSearch size={18} stroke={1.7} aria-hidden /> Hitta klient eller kapitel <kbd>Ctrl K</kbd>
    </button>
  )
}
