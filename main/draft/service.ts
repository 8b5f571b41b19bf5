import type { Db } from '../../db/open.ts'
import {
  countEarlierDrafts,
  type DraftPlace,
  type DraftRow,
  deleteDraft,
  deleteEarlierDraft,
  deleteEarlierDraftsBefore,
  draftAt,
  draftStateAt,
  draftsOf,
  earlierDraftsAt,
  insertEarlierDraft,
  lastPlaceOf,
  nextRevision,
  othersDraftsAt,
  saveDraft,
  signedAt,
  storeLastPlace,
  storeTyping,
  typingOf,
} from '../../db/repositories/draft.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { nameInList } from '../client/nameInList.ts'
import type { Context } from '../context/context.ts'
import type { EarlierDraft } from '../contract/draft.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Output } from '../contract/index.ts'
import { slotId } from '../contract/plan.ts'
import type { UserId } from '../contract/values.ts'
import { EARLIER_DRAFT_DAYS } from './earlierDraft.ts'
import { heartbeat, othersPresent, type Presence } from './presence.ts'

/** Earlier texts kept at each place. */
const MOST_EARLIER = 10
const DAY = 86_400_000

/** Nobody's typing is stored or shown as another's, nor is one user told of as another. */
function refuseOtherUser({ user }: Context, writer: UserId): void {
  if (writer !== user.id) refuse('other-user')
}

/** A draft is its writer's own: no one else reads it before it is signed, and no window that another had open. */
function ownPlace(context: Context, { clientId, place, writer }: Omit<DraftPlace, 'userId'> & { writer: UserId }) {
  refuseOtherUser(context, writer)
  return { userId: context.user.id, clientId, place }
}

export function keepDraft(context: Context, input: Checked<'draft.save'>): Output<'draft.save'> {
  const { db, now } = context
  const { content, window, basedOn, attempt, takeOver } = input
  if (!isJson(content)) refuse('invalid-input', { field: 'content' })
  const at = ownPlace(context, input)
  const stored = draftAt(db, at)
  if (stored?.window === window && attempt <= stored.attempt) return answerOf(stored) // an older text, late
  if (stored !== undefined && stored.window !== window && stored.revision !== basedOn) {
    if (takeOver === undefined) return refuse('draft-changed', { at: stored.savedAt })
    putAside(context, at, stored)
    deleteEarlierDraft(db, at, takeOver)
  }
  const row = { ...at, content, window, attempt, revision: nextRevision(db, at.userId, attempt), savedAt: now() }
  saveDraft(db, row)
  return answerOf(row)
}

const answerOf = ({ savedAt, revision }: DraftRow) => ({ savedAt, revision })

export function getDraft(context: Context, input: Checked<'draft.get'>): Output<'draft.get'> {
  const stored = draftAt(context.db, ownPlace(context, input))
  return stored && { content: stored.content, ...answerOf(stored) }
}

export function discardDraft(context: Context, input: Checked<'draft.discard'>): Output<'draft.discard'> {
  const at = ownPlace(context, input)
  if (input.aside !== undefined) deleteEarlierDraft(context.db, at, input.aside)
  const stored = draftAt(context.db, at)
  if (stored === undefined) return {}
  if (stored.revision > input.known) putAside(context, at, stored)
  deleteDraft(context.db, at)
  return {}
}

export function setDraftAside(context: Context, input: Checked<'draft.setAside'>): Output<'draft.setAside'> {
  if (!isJson(input.content)) refuse('invalid-input', { field: 'content' })
  const savedAt = context.now()
  keepAside(context, ownPlace(context, input), { id: input.id, content: input.content, savedAt })
  return { savedAt }
}

export function dropDraft(context: Context, input: Checked<'draft.drop'>): Output<'draft.drop'> {
  const at = ownPlace(context, input)
  const stored = draftAt(context.db, at)
  if (stored === undefined) return {}
  deleteDraft(context.db, at)
  return { id: putAside(context, at, stored) }
}

export function restoreDraft(context: Context, input: Checked<'draft.restore'>): Output<'draft.restore'> {
  const { db } = context
  const at = ownPlace(context, input)
  const chosen = earlierDraftsAt(db, at).find(each => each.id === input.id) ?? refuse('not-found')
  const stored = draftAt(db, at)
  deleteEarlierDraft(db, at, chosen.id)
  if (stored !== undefined) putAside(context, at, stored)
  const { content } = chosen
  saveDraft(db, {
    ...at,
    content,
    window: input.window,
    attempt: 0,
    revision: nextRevision(db, at.userId, 1),
    savedAt: context.now(),
  })
  return {}
}

export function earlierDrafts(context: Context, input: Checked<'draft.earlier'>): Output<'draft.earlier'> {
  return earlierDraftsAt(context.db, ownPlace(context, input))
}

function putAside(context: Context, at: DraftPlace, { content, savedAt }: DraftRow): string {
  const id = context.newId<string>()
  keepAside(context, at, { id, content, savedAt })
  return id
}

function keepAside({ db, now }: Context, at: DraftPlace, kept: EarlierDraft): void {
  insertEarlierDraft(db, at, kept, MOST_EARLIER)
  deleteEarlierDraftsBefore(db, new Date(Date.parse(now()) - EARLIER_DRAFT_DAYS * DAY).toISOString())
}

/** Forgotten with the open database: after a lock nobody is here. */
const present = new WeakMap<Db, Presence>()

export function watchDraft(context: Context, input: Checked<'draft.watch'>): Output<'draft.watch'> {
  const { db, user, now } = context
  const at = ownPlace(context, input)
  const here = present.get(db) ?? new Map()
  present.set(db, here)
  const self = { place: `${at.clientId} ${at.place}`, window: input.window }
  heartbeat(here, { ...self, userId: user.id, name: user.name, at: Date.parse(now()) }, input.here)
  const windows = othersPresent(here, self)

  const others = new Map(othersDraftsAt(db, at).map(each => [each.userId, { ...each, here: false }]))
  const names = new Map(windows.filter(each => each.userId !== user.id).map(each => [each.userId, each.name]))
  const absent = [...others.values()].filter(each => !names.has(each.userId))
  const signed = signedSession(context, input)
  const stored = draftStateAt(db, at)
  return {
    ...(stored === undefined ? {} : { stored }),
    otherWindows: windows.filter(each => each.userId === user.id).length,
    others: [
      ...[...names].map(([id, name]) => {
        const savedAt = others.get(id)?.savedAt
        return { name, here: true, ...(savedAt === undefined ? {} : { savedAt }) }
      }),
      ...absent.map(({ name, savedAt }) => ({ name, here: false, savedAt })),
    ],
    earlier: countEarlierDrafts(db, at),
    ...(signed === undefined ? {} : { signed }),
  }
}

/** Where a session is what is written: the latest attempt at it that has been signed. */
function signedSession({ db }: Context, { clientId, place }: Checked<'draft.watch'>) {
  const id = slotId.safeParse(/^session:(.+)$/.exec(place)?.[1])
  return id.success ? signedAt(db, clientId, id.data) : undefined
}

export function listDrafts({ db, user }: Context): Output<'draft.list'> {
  return draftsOf(db, user.id).map(({ protectedIdentity, clientName, closed, ...row }) => ({
    ...withoutNulls(row),
    clientName: nameInList({ name: clientName, protectedIdentity }),
    closed: closed === 1,
  }))
}

export function getLastPlace({ db, user }: Context): Output<'draft.lastPlace'> {
  return lastPlaceOf(db, user.id)
}

export function saveLastPlace(
  context: Context,
  { writer, ...place }: Checked<'draft.keepPlace'>,
): Output<'draft.keepPlace'> {
  refuseOtherUser(context, writer)
  storeLastPlace(context.db, context.user.id, { ...place, savedAt: context.now() })
  return {}
}

/** What the caller is typing that is in no own client's record, by place. */
export function getTyping({ db, user }: Context): Output<'typing.kept'> {
  const kept = typingOf(db, user.id)
  return Object.fromEntries(kept.map(({ place, words, savedAt }) => [place, { words, savedAt }]))
}

export function saveTyping(context: Context, { writer, ...input }: Checked<'typing.keep'>): Output<'typing.keep'> {
  refuseOtherUser(context, writer)
  const savedAt = context.now()
  storeTyping(context.db, { userId: context.user.id, ...input, savedAt })
  return { savedAt }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
