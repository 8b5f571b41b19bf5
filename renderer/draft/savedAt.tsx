import { Button } from '@mantine/core'
import { IconCloudCheck, IconCloudX } from '@tabler/icons-react'
import { sentenceFor } from '../core/refusals.ts'
import { useToday } from '../core/useToday.ts'
import { FixedNotice } from '../ui/fixedNotice.tsx'
import { clockOf, moment } from '../ui/format.ts'
import { EarlierDrafts } from './earlierDrafts.tsx'
import type { Draft } from './useDraft.ts'
import type { Typing } from './useTyping.ts'

/** When the draft was last stored, or why it was not; and a choice where another window has written in it. */
export function SavedAt<T>({ draft }: { draft: Draft<T> }) {
  if (draft.changedAt !== undefined) return <TwoTexts draft={draft} at={draft.changedAt} />
  return (
    <>
      {draft.error === undefined && <EarlierDrafts draft={draft} />}
      <WhenSaved {...draft} />
    </>
  )
}

/** When what is typed was last stored, or why it was not. */
export function WhenSaved({ savedAt, error }: Pick<Typing, 'savedAt' | 'error'>) {
  if (error !== undefined) {
    return (
      <>
        <span className="row small danger">
          <IconCloudX size={17} stroke={1.7} aria-hidden /> Sparas inte just nu
        </span>
        <FixedNotice danger>
          <strong>Det du skriver sparas inte just nu</strong>
          <p>{sentenceFor(error)} Stäng inte fönstret.</p>
        </FixedNotice>
      </>
    )
  }
  return (
    <span className="row small soft saved-at" role="status">
      {savedAt !== undefined && (
        <>
          <IconCloudCheck size={17} stroke={1.7} aria-hidden /> Sparat {clockOf(savedAt)}
        </>
      )}
    </span>
  )
}

function TwoTexts<T>({ draft, at }: { draft: Draft<T>; at: string }) {
  const today = useToday()
  return (
    <FixedNotice>
      <strong>Här finns två texter</strong>
      <p>
        Utkastet har skrivits i ett annat fönster, {moment(at, today)}. Båda är sparade. Den du inte väljer finns kvar
        under Tidigare texter.
      </p>
      <div className="row">
        <Button variant="default" size="compact-md" onClick={() => void draft.choose('theirs')}>
          Hämta det som skrevs där
        </Button>
        <Button variant="default" size="compact-md" onClick={() => void draft.choose('mine')}>
          Behåll det här
        </Button>
      </div>
    </FixedNotice>
  )
}
