import { Button, Popover } from '@mantine/core'
import { IconAlertTriangle, IconCloudCheck } from '@tabler/icons-react'
import { clockOf, moment } from '../format.ts'
import { sentenceFor } from '../texts.ts'
import { useToday } from '../useToday.ts'
import { EarlierDrafts } from './earlierDrafts.tsx'
import type { Draft } from './useDraft.ts'

/** When the draft was last stored, or why it was not; and a choice where another window has written in it. */
export function SavedAt<T>({ draft }: { draft: Draft<T> }) {
  const today = useToday()
  if (draft.changedAt !== undefined) {
    return (
      <Popover opened position="bottom-end" withArrow width={360} withinPortal={false}>
        <Popover.Target>
          <span className="row small">
            <IconAlertTriangle size={17} stroke={1.7} aria-hidden /> Två texter
          </span>
        </Popover.Target>
        <Popover.Dropdown className="stack-tight" role="alert">
          <p>
            Utkastet har skrivits i ett annat fönster, {moment(draft.changedAt, today)}. Båda texterna är sparade. Den
            du inte väljer finns kvar under Tidigare texter.
          </p>
          <div className="form-buttons">
            <Button variant="default" onClick={() => void draft.choose('theirs')}>
              Hämta det som skrevs där
            </Button>
            <Button variant="default" onClick={() => void draft.choose('mine')}>
              Behåll det här
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
    )
  }
  if (draft.error !== undefined) {
    return (
      <span className="row small danger" role="alert" title={sentenceFor(draft.error)}>
        <IconAlertTriangle size={17} stroke={1.7} aria-hidden /> Sparas inte just nu. Det du skrivit står kvar här.
      </span>
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
