import {
  type DraftEffect,
  type DraftEvent,
  type DraftState,
  type DraftView,
  dueAt,
  mayPass,
  TRY_AGAIN,
} from './draftState.ts'

/** What a draft becomes, and what is then to be asked of the core, in this order. */
export type Step<T> = { readonly state: DraftState<T>; readonly effects: readonly DraftEffect[] }

type Of<T, Type extends DraftEvent<T>['type']> = Extract<DraftEvent<T>, { readonly type: Type }>

/**
 * How a draft is kept, decided: README, "How typing is kept", says what is promised.
 * @param now milliseconds since 1970
 */
export function transition<T>(state: DraftState<T>, event: DraftEvent<T>, now: number): Step<T> {
  return andThen(handle(state, event, now), next => sendNext(next, now))
}

function handle<T>(state: DraftState<T>, event: DraftEvent<T>, now: number): Step<T> {
  switch (event.type) {
    case 'shown':
      return becomeShown(state)
    case 'hidden':
      return becomeHidden(state)
    case 'look':
      return watch(state, true)
    case 'changed':
      return change(state, event, now)
    case 'due':
      return actWhenDue(state, now)
    case 'storeNow':
      return only({ ...state, isHurried: true })
    case 'leaving':
      return leave(state, now)
    case 'saved':
      return noteSaved(state, event)
    case 'setAside':
      return only(withView(withoutSending(state, event.attempt), { savedAt: event.savedAt, error: undefined }))
    case 'refused':
      return noteRefused(state, event)
    case 'restored':
      return andThen(fetchDraft(state), next => watch(next, true))
    case 'fetched':
      return showFetched(state, event)
    case 'fetchFailed':
      return noteFetchFailed(state, event, now)
    case 'watched':
      return noteWatched(state, event)
    case 'chosen':
      return choose(state, event)
    case 'discard':
      return discard(state)
    case 'discarded':
      return only({ ...state, discarding: state.discarding === 'waits' ? 'waits' : undefined })
  }
}

const only = <T>(state: DraftState<T>): Step<T> => ({ state, effects: [] })

function andThen<T>({ state, effects }: Step<T>, next: (state: DraftState<T>) => Step<T>): Step<T> {
  const after = next(state)
  return { state: after.state, effects: [...effects, ...after.effects] }
}

const withView = <T>(state: DraftState<T>, part: Partial<DraftView<T>>): DraftState<T> => ({
  ...state,
  view: { ...state.view, ...part },
})

function withoutSending<T>(state: DraftState<T>, attempt: number): DraftState<T> {
  return { ...state, sending: state.sending.filter(each => each.attempt !== attempt) }
}

/** What does not wait for a pause is sent as soon as nothing else is under way. */
function sendNext<T>(state: DraftState<T>, now: number): Step<T> {
  if (state.sending.length > 0 || state.discarding === 'sent') return only(state)
  if (state.discarding === 'waits') return sendDiscard(state)
  if (state.unstored === undefined) return only({ ...state, isHurried: false })
  return state.isHurried ? send(state, now) : only(state)
}

/** Sends the text as it stands to where it belongs. */
function send<T>(state: DraftState<T>, now: number): Step<T> {
  const { identity, unstored, destination } = state
  if (unstored === undefined) return only(state)
  const attempt = state.attempts + 1
  const { byHand, changedAt } = unstored
  const sending = [...state.sending, { attempt, byHand, changedAt, to: destination.kind, isDiscarded: false }]
  const sent = { ...state, attempts: attempt, triedAt: now, unstored: undefined, sending }
  const content = JSON.stringify(state.view.value)
  if (destination.kind === 'aside') {
    const { window: _, ...at } = identity
    return { state: sent, effects: [{ type: 'setAside', attempt, input: { ...at, id: destination.id, content } }] }
  }
  const number = state.latestNumber + 1
  const save = { ...identity, content, basedOn: state.basedOn, attempt: number }
  const input = destination.kind === 'takeOver' ? { ...save, takeOver: destination.id } : save
  // a text fetched before this one arrives is older than it
  return {
    state: { ...sent, latestNumber: number, fetching: undefined },
    effects: [{ type: 'save', attempt, input }],
  }
}

function fetchDraft<T>(state: DraftState<T>): Step<T> {
  const { window: _, ...at } = state.identity
  const attempt = state.attempts + 1
  return {
    state: { ...state, attempts: attempt, fetching: attempt, fetchAgainAt: undefined },
    effects: [{ type: 'fetch', attempt, input: at }],
  }
}

function watch<T>(state: DraftState<T>, here: boolean): Step<T> {
  return { state, effects: [{ type: 'watch', input: { ...state.identity, here } }] }
}

function becomeShown<T>(state: DraftState<T>): Step<T> {
  const shown = { ...state, shownBy: state.shownBy + 1 }
  if (shown.shownBy > 1) return only(shown)
  // what could not be stored before is still here
  const begun = shown.unstored === undefined ? fetchDraft(shown) : only({ ...shown, isHurried: true })
  return andThen(begun, next => watch(next, true))
}

function becomeHidden<T>(state: DraftState<T>): Step<T> {
  const hidden = { ...state, shownBy: state.shownBy - 1 }
  return hidden.shownBy > 0 ? only(hidden) : watch({ ...hidden, isHurried: true }, false)
}

function change<T>(state: DraftState<T>, { value, byHand }: Of<T, 'changed'>, now: number): Step<T> {
  if (state.view.value === undefined || Object.is(value, state.view.value)) return only(state)
  const changed = withView(state, { value })
  if (!byHand && state.discarding !== undefined) return only(changed) // a clock that goes on after the signing
  const { unstored } = state
  return only({
    ...changed,
    fetching: byHand ? undefined : state.fetching, // typed meanwhile: the core will say that there are two texts
    unstored: {
      byHand: byHand || unstored?.byHand === true,
      untriedSince: unstored?.untriedSince ?? now,
      changedAt: now,
    },
  })
}

function actWhenDue<T>(state: DraftState<T>, now: number): Step<T> {
  if (dueAt(state) === undefined) return only(state)
  return state.view.value === undefined ? fetchDraft(state) : send(state, now)
}

/** Sends this instant all that is left, beside a save that may be under way. */
function leave<T>(state: DraftState<T>, now: number): Step<T> {
  const discarded = state.discarding === 'waits' ? sendDiscard(state) : only(state)
  const sent = andThen(discarded, next => send(next, now))
  return andThen(sent, next => watch(next, false))
}

function noteSaved<T>(state: DraftState<T>, { attempt, savedAt, revision }: Of<T, 'saved'>): Step<T> {
  const saved = withView(
    {
      ...withoutSending(state, attempt),
      basedOn: Math.max(state.basedOn, revision),
      latestNumber: Math.max(state.latestNumber, revision),
    },
    { savedAt, error: undefined },
  )
  const sent = state.sending.find(each => each.attempt === attempt)
  if (sent?.to !== 'takeOver' || state.destination.kind !== 'takeOver') return only(saved)
  return only(withView({ ...saved, destination: { kind: 'draft' } }, { changedAt: undefined }))
}

function noteRefused<T>(state: DraftState<T>, { attempt, error, newId }: Of<T, 'refused'>): Step<T> {
  const sent = state.sending.find(each => each.attempt === attempt)
  const arrived = withoutSending(state, attempt)
  if (sent === undefined || sent.isDiscarded) return only(arrived)
  const byHand = sent.byHand || state.unstored?.byHand === true
  const hasTwoTexts = error.refusal.code === 'draft-changed' && sent.to !== 'aside'
  if (hasTwoTexts && !byHand) return adoptRemote(arrived)
  const unstored = {
    byHand,
    untriedSince: state.unstored?.untriedSince,
    changedAt: state.unstored?.changedAt ?? sent.changedAt,
  }
  const waiting = { ...arrived, unstored }
  if (!hasTwoTexts) return only(withView({ ...waiting, isHurried: false }, { error }))
  const id = state.destination.kind === 'draft' ? newId : state.destination.id
  const changedAt = String(error.refusal.details?.['at'] ?? '')
  return only(withView({ ...waiting, destination: { kind: 'aside', id }, isHurried: true }, { changedAt }))
}

/** Nobody has typed here what another window's text would write over: it is shown in its stead. */
function adoptRemote<T>(state: DraftState<T>): Step<T> {
  return fetchDraft({ ...state, unstored: undefined })
}

function showFetched<T>(state: DraftState<T>, { attempt, stored, emptyForm }: Of<T, 'fetched'>): Step<T> {
  if (attempt !== state.fetching) return only(state)
  const answered = { ...state, fetching: undefined }
  const isTyped = state.unstored?.byHand === true || state.sending.some(each => each.byHand || each.to !== 'aside')
  if (isTyped) return only(answered)
  const value = stored === undefined ? (state.view.value ?? emptyForm) : formWith(emptyForm, stored.content)
  const basedOn = stored?.revision ?? 0
  const latestNumber = Math.max(state.latestNumber, basedOn)
  return only(
    withView(
      { ...answered, unstored: undefined, destination: { kind: 'draft' }, basedOn, latestNumber },
      { value, savedAt: stored?.savedAt, changedAt: undefined, error: undefined },
    ),
  )
}

/** A form that has been given new fields since the draft was written has them empty. */
const formWith = <T>(emptyForm: T, content: string): T => ({ ...emptyForm, ...(JSON.parse(content) as T) })

/** Where the draft cannot be fetched just now an empty form would hide it; where it never can be, nobody waits for it. */
function noteFetchFailed<T>(
  state: DraftState<T>,
  { attempt, error, emptyForm }: Of<T, 'fetchFailed'>,
  now: number,
): Step<T> {
  if (attempt !== state.fetching) return only(state)
  const failed = withView({ ...state, fetching: undefined }, { error })
  if (state.view.value !== undefined || state.shownBy === 0) return only(failed)
  if (mayPass(error)) return only({ ...failed, fetchAgainAt: now + TRY_AGAIN })
  return only(error.refusal.code === 'locked' ? failed : withView(failed, { value: emptyForm }))
}

function noteWatched<T>(state: DraftState<T>, { presence }: Of<T, 'watched'>): Step<T> {
  if (state.shownBy === 0) return only(state)
  const watched = withView(state, { presence })
  const { stored } = presence
  const isNewer = stored !== undefined && stored.window !== state.identity.window && stored.revision !== state.basedOn
  const mayFollow = state.destination.kind === 'draft' && state.view.value !== undefined
  return isNewer && mayFollow ? fetchDraft(watched) : only(watched)
}

/** Once both texts are stored: theirs is shown, or the one shown here becomes the draft and theirs lies beside it. */
function choose<T>(state: DraftState<T>, { which }: Of<T, 'chosen'>): Step<T> {
  const { destination, unstored } = state
  if (destination.kind === 'draft' || unstored !== undefined || state.sending.length > 0) return only(state)
  if (which === 'theirs') return fetchDraft(state)
  return only({
    ...state,
    destination: { kind: 'takeOver', id: destination.id },
    unstored: { byHand: true, untriedSince: undefined, changedAt: state.triedAt },
    isHurried: true,
  })
}

/** What was typed until now is in the record; what is typed from now on is a draft of its own. */
function discard<T>(state: DraftState<T>): Step<T> {
  const fetching = state.view.value === undefined ? state.fetching : undefined
  const sending = state.sending.map(each => ({ ...each, isDiscarded: true }))
  return only({ ...state, unstored: undefined, sending, fetching, discarding: 'waits' })
}

/** What another window has stored since `known` is not discarded: the core lays it beside. */
function sendDiscard<T>(state: DraftState<T>): Step<T> {
  const { identity, destination, basedOn } = state
  const { window: _, ...at } = identity
  const known = { ...at, known: basedOn }
  const input = destination.kind === 'draft' ? known : { ...known, aside: destination.id }
  const view = { savedAt: undefined, changedAt: undefined, error: undefined }
  return {
    state: withView({ ...state, destination: { kind: 'draft' }, basedOn: 0, discarding: 'sent' }, view),
    effects: [{ type: 'discard', input }],
  }
}
