import { discardDraft, draftAt, saveDraft } from '../../db/repositories/drafts.ts'
import type { Context } from '../context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Output } from '../contract/index.ts'

/** A draft is its writer's own: no one else reads it before it is signed. */
export function keepDraft({ db, user, now }: Context, input: Checked<'draft.save'>): Output<'draft.save'> {
  if (!isJson(input.content)) refuse('invalid-input', { field: 'content' })
  const savedAt = now()
  saveDraft(db, { ...input, userId: user.id, savedAt })
  return { savedAt }
}

export function getDraft({ db, user }: Context, input: Checked<'draft.get'>): Output<'draft.get'> {
  return draftAt(db, { ...input, userId: user.id })
}

export function dropDraft({ db, user }: Context, input: Checked<'draft.discard'>): Output<'draft.discard'> {
  discardDraft(db, { ...input, userId: user.id })
  return {}
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
