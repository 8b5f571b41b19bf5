import { IconAlertTriangle, IconCloudCheck } from '@tabler/icons-react'
import { clockOf } from '../format.ts'
import type { Draft } from './useDraft.ts'

/** When the draft was last stored, or that it could not be. */
export function SavedAt<T>({ draft }: { draft: Draft<T> }) {
  if (draft.failed) {
    return (
      <span className="row small danger" role="alert">
        <IconAlertTriangle size={17} stroke={1.7} aria-hidden /> Utkastet kunde inte sparas. Stäng inte sidan.
      </span>
    )
  }
  return (
    <span className="row small soft saved-at" role="status">
      {draft.savedAt !== undefined && (
        <>
          <IconCloudCheck size={17} stroke={1.7} aria-hidden /> Sparat {clockOf(draft.savedAt)}
        </>
      )}
    </span>
  )
}
