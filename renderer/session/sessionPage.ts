import type { Client } from '../../main/contract/client.ts'
import type { SlotState } from '../../main/contract/plan.ts'

/** A dialog over the session; where it has a `first`, that procedure or chapter is shown when it opens. */
export type SessionDialog =
  | { readonly name: 'shortcuts' | 'lapse' | 'sign' | 'notHeld' | 'numbers' }
  | { readonly name: 'procedure'; readonly first?: string }
  | { readonly name: 'chapter'; readonly first?: number }

/** What the page of a session shows: one thing at a time. */
export type SessionPage =
  | { readonly showing: 'nothingYet' }
  /** What has been recorded, to read. */
  | { readonly showing: 'record' }
  /** The question that comes before writing about someone who has died; `isOffered` when the user chose to hold it anew. */
  | { readonly showing: 'deathNotice'; readonly isOffered: boolean }
  /** The session as it is held. */
  | { readonly showing: 'session' }
  | { readonly showing: 'dialog'; readonly dialog: SessionDialog }
  | { readonly showing: 'signing' }
  /** Signed from here: the page is about to be left. */
  | { readonly showing: 'signed' }

/** What is stored about the session, as far as it decides between holding it and reading it. */
export type Standing = {
  readonly mayHold: boolean
  /** Not tried yet, or planned anew: it is held without being asked for. */
  readonly isDue: boolean
  readonly hasDied: boolean
}

export type SessionEvent =
  | { readonly type: 'loaded' | 'offerAgain'; readonly standing: Standing }
  | { readonly type: 'writeAfterDeath' }
  | { readonly type: 'openDialog'; readonly dialog: SessionDialog }
  | { readonly type: 'closeDialog' }
  /** Signs, or first asks when the session lacks what most have. */
  | { readonly type: 'sign'; readonly hasWarnings: boolean }
  | { readonly type: 'signAnyway' }
  | { readonly type: 'signingFailed' }
  | { readonly type: 'signingDone' }
  /** Leads to what was signed in another window. */
  | { readonly type: 'showRecord' }

export const NOTHING_YET: SessionPage = { showing: 'nothingYet' }
const RECORD: SessionPage = { showing: 'record' }
const SESSION: SessionPage = { showing: 'session' }
const SIGNING: SessionPage = { showing: 'signing' }
const SIGNED: SessionPage = { showing: 'signed' }

/** Where something was struck and nothing has come in its place, that is read first: it may belong elsewhere. */
export function standingOf(
  { mayTreat, diedOn }: Client,
  { outcome, awaited }: SlotState,
  hasStruck: boolean,
): Standing {
  return {
    mayHold: mayTreat && outcome !== 'held',
    isDue: outcome === undefined ? !hasStruck : awaited,
    hasDied: diedOn !== undefined,
  }
}

/** The page after the event; the same page where the event means nothing to it. */
export function nextSessionPage(page: SessionPage, event: SessionEvent): SessionPage {
  switch (event.type) {
    case 'loaded':
      return afterLoading(page, event.standing)
    case 'offerAgain':
      return page.showing === 'record' ? heldOrRead(page, event.standing, true) : page
    case 'writeAfterDeath':
      return page.showing === 'deathNotice' ? SESSION : page
    case 'openDialog':
      return isHeldHere(page) ? { showing: 'dialog', dialog: event.dialog } : page
    case 'closeDialog':
      return page.showing === 'dialog' ? SESSION : page
    case 'sign':
      if (!isHeldHere(page)) return page
      return event.hasWarnings ? { showing: 'dialog', dialog: { name: 'sign' } } : SIGNING
    case 'signAnyway':
      return page.showing === 'dialog' && page.dialog.name === 'sign' ? SIGNING : page
    case 'signingFailed':
      return page.showing === 'signing' ? SESSION : page
    case 'signingDone':
      return page.showing === 'signing' ? SIGNED : page
    case 'showRecord':
      return isHeldHere(page) ? RECORD : page
  }
}

function isHeldHere({ showing }: SessionPage): boolean {
  return showing === 'session' || showing === 'dialog'
}

/**
 * A session that is being held stays until the user leaves: nobody else's signing takes typing off the screen. So does a
 * record that is being read, when its slot becomes free.
 */
function afterLoading(page: SessionPage, standing: Standing): SessionPage {
  switch (page.showing) {
    case 'nothingYet':
      return heldOrRead(page, standing, false)
    case 'deathNotice':
      return heldOrRead(page, standing, page.isOffered)
    default:
      return page
  }
}

function heldOrRead(page: SessionPage, { mayHold, isDue, hasDied }: Standing, isOffered: boolean): SessionPage {
  if (!mayHold || !(isDue || isOffered)) return RECORD
  if (!hasDied) return SESSION
  return page.showing === 'deathNotice' ? page : { showing: 'deathNotice', isOffered }
}
