import { Button } from '@mantine/core'
import { IconCloudCheck, IconCloudX } from '@tabler/icons-react'
import { clockOf, moment } from '../format.ts'
import { sentenceFor } from '../texts.ts'
import { useToday } from '../useToday.ts'
import { EarlierDrafts } from './earlierDrafts.tsx'
import { FixedNotice } from './fixedNotice.tsx'
import type { Draft } from './useDraft.ts'

/** When the draft was last stored, or why it was not; and a choice where another window has written in it. */
export function SavedAt<T>({ draft }: { draft: Draft<T> }) {
  if (draft.changedAt !== undefined) return <TwoTexts draft={draft} at={draft.changedAt} />
  if (draft.error !== undefined) {
    return (
      <>
        <span className="row small danger">
          <IconCloudX size={17} stroke={1.7} aria-hidden /> Sparas inte just nu
        </span>
        <FixedNotice danger>
          <strong>Det du skriver sparas inte just nu</strong>
          <p>{sentenceFor(draft.error)} Stäng inte fönstret.</p>
        </FixedNotice>
      </>
    )
  }
  return (
    <>
      <EarlierDrafts draft={draft} />
      <span className="row small soft saved-at" role="status">
        {draft.savedAt !== undefined && (
          <>
            <IconCloudCheck size={17} stroke={1.7} aria-hidden /> Sparat {clockOf(draft.savedAt)}
          </>
        )}
      </span>
    </>
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
