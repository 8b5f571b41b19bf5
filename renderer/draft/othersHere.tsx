import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { Presence } from '../../main/contract/draft.ts'
import { useToday } from '../core/useToday.ts'
import { FixedNotice } from '../ui/fixedNotice.tsx'
import { moment } from '../ui/format.ts'
import type { Draft } from './useDraft.ts'

type OthersHereProps<T> = {
  draft: Draft<T>
  /** At a session: the attempts that were signed when it was opened. */
  attempts?: number
  /** Leads to what another window has signed. */
  onShowSigned?(): void
}

/** One quiet line on who else writes here, and word of a session that someone else has signed meanwhile. */
export function OthersHere<T>({ draft, attempts = 0, onShowSigned }: OthersHereProps<T>) {
  const today = useToday()
  const [attemptsAtFirst] = useState(attempts)
  const { presence, place } = draft
  if (presence === undefined) return null
  const { signed } = presence
  const lines = linesOf(presence, place, today)
  return (
    <>
      {signed !== undefined && signed.attempt > attemptsAtFirst && (
        <FixedNotice>
          <p>
            Träffen signerades {moment(signed.at, today)} av {signed.author}, i ett annat fönster. Det som står här
            ändrar inte den, och finns kvar som ditt utkast om du skriver vidare.
          </p>
          {onShowSigned !== undefined && (
            <div>
              <Button variant="default" size="compact-md" onClick={onShowSigned}>
                Visa den signerade träffen
              </Button>
            </div>
          )}
        </FixedNotice>
      )}
      <div className="others-here small soft" role="status">
        {lines.map(each => (
          <p key={each} className="row">
            <IconUsers size={17} stroke={1.7} aria-hidden /> {each}
          </p>
        ))}
      </div>
    </>
  )
}

function linesOf({ others, otherWindows }: Presence, place: string, today: string): string[] {
  const on = whatIsWritten(place)
  const lines = others.map(({ name, here, savedAt }) => {
    const since = savedAt === undefined ? '' : moment(savedAt, today)
    if (!here) return `${name} har ett osignerat utkast på ${on}, sparat ${since}.`
    return savedAt === undefined
      ? `${name} har också ${on} öppen.`
      : `${name} har också ${on} öppen, med ett osignerat utkast sparat ${since}.`
  })
  if (otherWindows > 0) lines.push('Öppen också i ett annat fönster. Det du skriver följer med dit.')
  return lines
}

function whatIsWritten(place: string): string {
  if (place.startsWith('session:')) return 'den här träffen'
  return place === 'handover' ? 'den här överlämningen' : 'den här sidan'
}
