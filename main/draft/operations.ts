import type { Operations } from '../context/handlers.ts'
import type { draftContract } from '../contract/draft.ts'
import {
  begunBy,
  discardDraft,
  dropDraft,
  earlierDrafts,
  getDraft,
  keepDraft,
  keepTypingHere,
  keepWhereTheUserIs,
  restoreDraft,
  setDraftAside,
  typingKept,
  watchDraft,
  whereTheUserWas,
} from './service.ts'

/** Typing not yet signed, and where the user was. */
export const draftOperations: Operations<typeof draftContract> = {
  'draft.save': keepDraft,
  'draft.get': getDraft,
  'draft.discard': discardDraft,
  'draft.setAside': setDraftAside,
  'draft.drop': dropDraft,
  'draft.restore': restoreDraft,
  'draft.earlier': earlierDrafts,
  'draft.watch': watchDraft,
  'draft.list': begunBy,
  'draft.lastPlace': whereTheUserWas,
  'draft.keepPlace': keepWhereTheUserIs,
  'typing.kept': typingKept,
  'typing.keep': keepTypingHere,
}
