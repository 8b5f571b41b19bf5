import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  NOTHING_YET,
  nextSessionPage,
  type SessionDialog,
  type SessionEvent,
  type SessionPage,
  type Standing,
} from '../../renderer/session/sessionPage.ts'

const DUE: Standing = { mayHold: true, isDue: true, hasDied: false }
const DECLINED: Standing = { mayHold: true, isDue: false, hasDied: false }
const HELD: Standing = { mayHold: false, isDue: false, hasDied: false }

const loaded = (standing: Standing): SessionEvent => ({ type: 'loaded', standing })
const offerAgain = (standing: Standing): SessionEvent => ({ type: 'offerAgain', standing })
const open = (dialog: SessionDialog): SessionEvent => ({ type: 'openDialog', dialog })
const sign: SessionEvent = { type: 'sign', hasWarnings: false }
const signWithWarnings: SessionEvent = { type: 'sign', hasWarnings: true }

function pageAfter(...events: SessionEvent[]): SessionPage {
  return events.reduce(nextSessionPage, NOTHING_YET)
}

describe('the page of a session', () => {
  test('a session that is due is held, and one with an outcome is read', () => {
    expect(pageAfter(loaded(DUE))).toEqual({ showing: 'session' })
    expect(pageAfter(loaded(DECLINED))).toEqual({ showing: 'record' })
    expect(pageAfter(loaded(HELD))).toEqual({ showing: 'record' })
  })

  test('one that was declined is held again when the user offers it', () => {
    expect(pageAfter(loaded(DECLINED), offerAgain(DECLINED))).toEqual({ showing: 'session' })
  })

  test('with someone who has died it is held only after the user says so', () => {
    const died = { ...DUE, hasDied: true }
    expect(pageAfter(loaded(died))).toEqual({ showing: 'deathNotice', isOffered: false })
    expect(pageAfter(loaded(died), { type: 'writeAfterDeath' })).toEqual({ showing: 'session' })
    const offered = [loaded({ ...DECLINED, hasDied: true }), offerAgain({ ...DECLINED, hasDied: true })]
    expect(pageAfter(...offered)).toEqual({ showing: 'deathNotice', isOffered: true })
  })

  test('the question about the death goes when the session is settled elsewhere, or the death is taken back', () => {
    const asked = pageAfter(loaded({ ...DUE, hasDied: true }))
    expect(nextSessionPage(asked, loaded({ ...DECLINED, hasDied: true }))).toEqual({ showing: 'record' })
    expect(nextSessionPage(asked, loaded(DUE))).toEqual({ showing: 'session' })
  })

  test('a session that is signed elsewhere stays on the screen until the user asks for what was signed', () => {
    expect(pageAfter(loaded(DUE), loaded(HELD))).toEqual({ showing: 'session' })
    expect(pageAfter(loaded(DUE), loaded(HELD), { type: 'showRecord' }, loaded(HELD))).toEqual({ showing: 'record' })
  })

  test('a dialog takes the place of another, and closes to the session', () => {
    const dialogs = [open({ name: 'lapse' }), open({ name: 'chapter', first: 3 })]
    expect(pageAfter(loaded(DUE), ...dialogs)).toEqual({ showing: 'dialog', dialog: { name: 'chapter', first: 3 } })
    expect(pageAfter(loaded(DUE), ...dialogs, { type: 'closeDialog' })).toEqual({ showing: 'session' })
  })

  test('it is signed at once when nothing is lacking, else after a question', () => {
    expect(pageAfter(loaded(DUE), sign)).toEqual({ showing: 'signing' })
    expect(pageAfter(loaded(DUE), signWithWarnings)).toEqual({ showing: 'dialog', dialog: { name: 'sign' } })
    expect(pageAfter(loaded(DUE), signWithWarnings, { type: 'signAnyway' })).toEqual({ showing: 'signing' })
    expect(pageAfter(loaded(DUE), open({ name: 'lapse' }), { type: 'signAnyway' })).toEqual({
      showing: 'dialog',
      dialog: { name: 'lapse' },
    })
  })

  test('what could not be signed is the session again', () => {
    expect(pageAfter(loaded(DUE), sign, { type: 'signingFailed' })).toEqual({ showing: 'session' })
  })
})

const standing = fc.record({ mayHold: fc.boolean(), isDue: fc.boolean(), hasDied: fc.boolean() })
const dialog: fc.Arbitrary<SessionDialog> = fc.oneof(
  fc.constantFrom('shortcuts' as const, 'lapse' as const, 'sign' as const, 'notHeld' as const).map(name => ({ name })),
  fc.constant({ name: 'procedure' as const, first: 'P03' }),
  fc.constant({ name: 'chapter' as const }),
)
const event: fc.Arbitrary<SessionEvent> = fc.oneof(
  { weight: 3, arbitrary: standing.map(loaded) },
  standing.map(offerAgain),
  dialog.map(open),
  fc.boolean().map(hasWarnings => ({ type: 'sign' as const, hasWarnings })),
  fc
    .constantFrom(
      'writeAfterDeath' as const,
      'closeDialog' as const,
      'signAnyway' as const,
      'signingFailed' as const,
      'signingDone' as const,
      'showRecord' as const,
    )
    .map(type => ({ type })),
)

type Passage = { before: SessionPage; by: SessionEvent; after: SessionPage }

/** Holds for every step of every course of events. */
function always(holds: (passage: Passage) => void): void {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), events => {
      let before = NOTHING_YET
      for (const by of events) {
        const after = nextSessionPage(before, by)
        holds({ before, by, after })
        before = after
      }
    }),
    { numRuns: 400 },
  )
}

const isHeldHere = ({ showing }: SessionPage) => showing === 'session' || showing === 'dialog'

describe('whatever happens, in whatever order', () => {
  test('a session that is signed from here is not held, signed or asked about again', () => {
    always(({ before, after }) => {
      if (before.showing === 'signed') expect(after).toBe(before)
    })
  })

  test('signing begins with the session on the screen, and with warnings only after they were shown', () => {
    always(({ before, by, after }) => {
      if (after.showing !== 'signing' || before.showing === 'signing') return
      expect(isHeldHere(before)).toBe(true)
      if (by.type === 'sign') expect(by.hasWarnings).toBe(false)
      else expect(before).toEqual({ showing: 'dialog', dialog: { name: 'sign' } })
    })
  })

  test('while it is being signed nothing else happens but that it is, or is not', () => {
    always(({ before, by, after }) => {
      if (before.showing === 'signing' && by.type !== 'signingFailed' && by.type !== 'signingDone')
        expect(after).toBe(before)
    })
  })

  test('a dialog is open over a session that is held, and over nothing else', () => {
    always(({ before, after }) => {
      if (after.showing === 'dialog') expect(isHeldHere(before)).toBe(true)
    })
  })

  test('nothing that is loaded takes a session off the screen', () => {
    always(({ before, by, after }) => {
      if (by.type === 'loaded' && (isHeldHere(before) || before.showing === 'signing')) expect(after).toBe(before)
    })
  })

  test('nobody comes to hold a session who may not, or with someone who has died without being told', () => {
    always(({ before, by, after }) => {
      if (!isHeldHere(after) || isHeldHere(before) || before.showing === 'signing') return
      if (by.type === 'writeAfterDeath') expect(before.showing).toBe('deathNotice')
      else expect(by).toMatchObject({ standing: { mayHold: true, hasDied: false } })
    })
  })
})
