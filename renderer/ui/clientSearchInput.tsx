import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

type ClientSearchInputProps = {
  words: string
  onChange(words: string): void
  /** Takes what was found first. */
  onEnter(): void
  className?: string
}

/** The field of a page where clients are looked for: by name, number or case number, and by nothing else (L17). */
export function ClientSearchInput({ words, onChange, onEnter, className = '' }: ClientSearchInputProps) {
  return (
    <TextInput
      className={className}
      aria-label="Sök på namn, personnummer eller ärendenummer"
      placeholder="Namn, personnummer eller ärendenummer"
      leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
      autoFocus
      value={words}
      onChange={event => onChange(event.currentTarget.value)}
      onKeyDown={event => event.key === 'Enter' && onEnter()}
    />
  )
}
