import type { Operations } from '../context/handlers.ts'
import type { draftContract } from '../contract/draft.ts'
import {
  discardDraft,
  dropDraft,
  earlierDrafts,
  getDraft,
  getLastPlace,
  getTyping,
  keepDraft,
  listDrafts,
  restoreDraft,
  saveLastPlace,
  saveTyping,
  setDraftAside,
  watchDraft,
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
  'draft.list': listDrafts,
  'draft.lastPlace': getLastPlace,
  'draft.keepPlace': saveLastPlace,
  'typing.kept': getTyping,
  'typing.keep': saveTyping,
}
