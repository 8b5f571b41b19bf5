import type { Presence } from '../../main/contract/draft.ts'
import { CoreError, type Refusal } from '../../main/contract/errors.ts'
import type { Input, Output } from '../../main/contract/index.ts'
import type { DraftEffect, DraftEvent } from '../../renderer/draft/draftState.ts'

/** A form where each key adds a word, so that one sees which text holds what. A clock goes in it by itself. */
export type Note = { readonly words: readonly string[]; readonly minutes: number }

export type Fault = Refusal['code'] | undefined

type Stored = Readonly<Pick<Input<'draft.save'>, 'content' | 'window' | 'attempt' | 'writer'>> & {
  readonly revision: number
}

/** One place of main/draft/service.ts in thirty lines, with what may go wrong there. It throws where a promise is broken. */
export type ModelCore = {
  /** Who has unlocked. */
  user: string
  fault: Fault
  draft: Stored | undefined
  /** Texts beside the draft, by id. */
  earlier: Map<string, string>
  /** Windows that have been heard. */
  here: Set<string>
  ids: number
  latestRevision: number
}

export const newCore = (user: string): ModelCore => ({
  user,
  fault: undefined,
  draft: undefined,
  earlier: new Map(),
  here: new Set(),
  ids: 0,
  latestRevision: 0,
})

export const wordsOf = (content: string): readonly string[] => (JSON.parse(content) as Note).words

/** Every word that is stored, in the draft or beside it. */
export function wordsStored({ draft, earlier }: ModelCore): Set<string> {
  const texts = [...(draft === undefined ? [] : [draft.content]), ...earlier.values()]
  return new Set(texts.flatMap(wordsOf))
}

const savedAt = '2026-11-21T08:00:00.000Z'
const emptyForm: Note = { words: [], minutes: 0 }

function newId(core: ModelCore): string {
  core.ids += 1
  return `id-${core.ids}`
}

/** Does what an effect asks, and answers with the event it leads to; undefined where nobody is told. */
export function answerOf(core: ModelCore, effect: DraftEffect): DraftEvent<Note> | undefined {
  try {
    return answered(core, effect)
  } catch (caught) {
    if (!(caught instanceof CoreError)) throw caught
    return failureOf(core, effect, caught)
  }
}

/** What the window hears where the request fails, or its answer is lost on the way. */
export function failureOf(core: ModelCore, effect: DraftEffect, error: CoreError): DraftEvent<Note> | undefined {
  if (effect.type === 'watch') return undefined
  if (effect.type === 'discard') return { type: 'discarded' }
  const { attempt } = effect
  if (effect.type === 'fetch') return { type: 'fetchFailed', attempt, error, emptyForm }
  return { type: 'refused', attempt, error, newId: newId(core) }
}

function answered(core: ModelCore, effect: DraftEffect): DraftEvent<Note> {
  mayEnter(core, effect)
  switch (effect.type) {
    case 'fetch':
      return { type: 'fetched', attempt: effect.attempt, stored: fetched(core), emptyForm }
    case 'save':
      return { type: 'saved', attempt: effect.attempt, ...save(core, effect.input) }
    case 'setAside':
      core.earlier.set(effect.input.id, effect.input.content)
      return { type: 'setAside', attempt: effect.attempt, savedAt }
    case 'discard':
      discard(core, effect.input)
      return { type: 'discarded' }
    case 'watch':
      return { type: 'watched', presence: watch(core, effect.input) }
  }
}

function mayEnter({ fault, user }: ModelCore, { type, input }: DraftEffect): void {
  const isRead = type === 'fetch' || type === 'watch'
  if (fault !== undefined && !(isRead && fault === 'disk-refuses')) throw new CoreError({ code: fault })
  if ('writer' in input && input.writer !== user) throw new CoreError({ code: 'other-user' })
}

/** Each user has drafts of their own. */
const ownDraft = ({ draft, user }: ModelCore) => (draft?.writer === user ? draft : undefined)

function fetched(core: ModelCore): Output<'draft.get'> {
  const draft = ownDraft(core)
  return draft && { content: draft.content, revision: draft.revision, savedAt }
}

function save(core: ModelCore, input: Input<'draft.save'>): Output<'draft.save'> {
  const { content, window, attempt, basedOn, takeOver, writer } = input
  const stored = core.draft
  if (stored?.window === window && attempt <= stored.attempt) return { savedAt, revision: stored.revision }
  if (stored !== undefined && stored.window !== window && stored.revision !== basedOn) {
    if (takeOver === undefined) throw new CoreError({ code: 'draft-changed', details: { at: savedAt } })
    core.earlier.set(newId(core), stored.content)
    core.earlier.delete(takeOver)
  }
  core.latestRevision = Math.max(attempt, core.latestRevision + 1)
  core.draft = { content, window, writer, attempt, revision: core.latestRevision }
  return { savedAt, revision: core.draft.revision }
}

function discard(core: ModelCore, { known, aside }: Input<'draft.discard'>): void {
  if (aside !== undefined) core.earlier.delete(aside)
  if (core.draft !== undefined && core.draft.revision > known) core.earlier.set(newId(core), core.draft.content)
  core.draft = undefined
}

/** Makes an earlier text the draft again; the one that lies there takes its place. */
export function restore(core: ModelCore, id: string, writer: string): void {
  const content = core.earlier.get(id)
  if (content === undefined || core.fault !== undefined || writer !== core.user) return
  core.earlier.delete(id)
  if (core.draft !== undefined) core.earlier.set(newId(core), core.draft.content)
  core.latestRevision += 1
  core.draft = { content, writer, window: newId(core), attempt: 0, revision: core.latestRevision }
}

function watch(core: ModelCore, { window, here }: Input<'draft.watch'>): Presence {
  if (here) core.here.add(window)
  else core.here.delete(window)
  const draft = ownDraft(core)
  const presence = {
    otherWindows: [...core.here].filter(each => each !== window).length,
    others: [],
    earlier: core.earlier.size,
  }
  return draft === undefined
    ? presence
    : { ...presence, stored: { revision: draft.revision, window: draft.window, savedAt } }
}
