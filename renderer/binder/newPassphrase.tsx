import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { PassphraseStrength } from './passphraseStrength.tsx'

const SHORTEST = 12

type NewPassphrase = {
  readonly passphrase: string
  readonly again: string
  /** True once someone has tried to go on: only then are faults shown. */
  readonly tried: boolean
  set(change: Partial<Pick<NewPassphrase, 'passphrase' | 'again' | 'tried'>>): void
  /** True when both are there and alike; from then on faults are shown. */
  check(): boolean
}

/** A passphrase being chosen: typed twice, since nobody can look it up afterwards. */
export function useNewPassphrase(): NewPassphrase {
  const [typed, setTyped] = useState({ passphrase: '', again: '', tried: false })
  const set: NewPassphrase['set'] = change => setTyped(current => ({ ...current, ...change }))
  return {
    ...typed,
    set,
    check() {
      set({ tried: true })
      return typed.passphrase.length >= SHORTEST && typed.passphrase === typed.again
    },
  }
}

type NewPassphraseFieldsProps = {
  value: NewPassphrase
  /** True where the old passphrase is asked for beside it. */
  isChange?: boolean
  /** See `PassphraseStrength`. */
  names?: readonly string[]
}

/** The two fields of a passphrase being chosen. */
export function NewPassphraseFields({ value, isChange = false, names = [] }: NewPassphraseFieldsProps) {
  const { passphrase, again, tried, set } = value
  return (
    <>
      <PasswordInput
        size="md"
        label={isChange ? 'Ny lösenfras' : 'Lösenfras'}
        description="Minst 12 tecken. Fyra ord som bara du kommer på att sätta ihop är lätta att minnas och svåra att gissa."
        required
        autoComplete="new-password"
        value={passphrase}
        error={tried && passphrase.length < SHORTEST && 'Lösenfrasen behöver minst 12 tecken.'}
        visibilityToggleButtonProps={{ 'aria-label': 'Visa eller dölj lösenfrasen' }}
        onChange={event => set({ passphrase: event.currentTarget.value })}
      />
      <PassphraseStrength passphrase={passphrase} names={names} />
      <PasswordInput
        size="md"
        label={isChange ? 'Den nya lösenfrasen en gång till' : 'Lösenfrasen en gång till'}
        required
        autoComplete="new-password"
        value={again}
        error={tried && passphrase !== again && 'De två skiljer sig åt.'}
        visibilityToggleButtonProps={{ 'aria-label': 'Visa eller dölj lösenfrasen en gång till' }}
        onChange={event => set({ again: event.currentTarget.value })}
      />
    </>
  )
}
