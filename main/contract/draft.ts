import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, instant, line, sessionNumber, userId } from './values.ts'

/** What is being written: a screen and the thing it is about, as in `session:<slotId>` or `goal`. */
const place = { clientId, place: z.string().regex(/^[a-zA-Z0-9:-]{1,100}$/) }

/** A draft as JSON text: room for a note many times too long, since what is typed is kept also while it cannot be signed. */
const content = z.string().max(4_000_000)

/** A window of the app: a random id that is new each time the page is loaded. */
const windowId = z.uuid()

/**
 * Who types: a window that was open when someone else unlocked does not know that yet. Refused as other-user, so that
 * nobody's words are ever stored as another's.
 */
const writer = userId

/** Given by the core with every save and to no other save of the writer's; 0 where nothing has been saved. */
const revision = z.int().min(0)

const earlierId = z.uuid()

/** A text that lies beside the draft: the one not chosen, or one the user let go. */
const earlierDraft = z.strictObject({ id: earlierId, content, savedAt: instant })
export type EarlierDraft = z.infer<typeof earlierDraft>

/** Who else is at the same place. Tells that they write and never what. */
const presence = z.strictObject({
  /** One's own draft as it is stored; it may have been saved by another window. */
  stored: z.strictObject({ revision, window: windowId, savedAt: instant }).optional(),
  /** One's own other windows that have the place open. */
  otherWindows: z.int().min(0),
  /** Other users: whether they have the place open now, and since when an unsigned draft of theirs lies there. */
  others: z.array(z.strictObject({ name: line, here: z.boolean(), savedAt: instant.optional() })),
  /** How many earlier texts lie beside one's own draft. */
  earlier: z.int().min(0),
  /** At a session: its latest attempt, which may have been signed meanwhile. */
  signed: z.strictObject({ attempt: z.int().min(1), author: line, at: instant }).optional(),
})
export type Presence = z.infer<typeof presence>

/** Something begun and not signed. */
const begun = z.strictObject({
  ...place,
  /** Empty where the client has a protected identity; then the case number stands in its place. */
  clientName: z.string(),
  caseNumber: z.string(),
  savedAt: instant,
  /** Of the session, where it is one. */
  number: sessionNumber.optional(),
  /** True for a session that has been held and signed: what lies here never came into it. */
  closed: z.boolean(),
})
export type Begun = z.infer<typeof begun>

/** The address within the app, behind the #. */
const path = z
  .string()
  .max(300)
  .regex(/^\/[!-~]*$/)

const lastPlace = z.strictObject({
  path,
  /** The field by its label, as the screen names it; empty for none. */
  field: z.string().max(300),
  savedAt: instant,
})
export type LastPlace = z.infer<typeof lastPlace>

/** What is being written: a form and the thing it is about, as in `new-client` or `review:<id>:summary`. */
const typingPlace = z.string().min(1).max(300)

/** Words, or the fields of a form as JSON: room for a text many times too long. */
const words = z.string().max(4_000_000)

/** Typing not yet signed, each user's own. None of these makes shown data stale. */
export const draftContract = {
  /**
   * `basedOn` is the revision that the text builds on. `attempt` is the window's own number, above every revision it has
   * heard of and counted up with every try, so that an older text that arrives late never lies above a newer one.
   *
   * Refused as draft-changed when another window has saved since. `takeOver` saves all the same, and puts that
   * window's text among the earlier ones; it names one's own text lying there, which now becomes the draft.
   */
  'draft.save': command(
    z.strictObject({
      ...place,
      content,
      writer,
      window: windowId,
      basedOn: revision,
      attempt: z.int().min(1).max(1_000_000_000),
      takeOver: earlierId.optional(),
    }),
    z.strictObject({ savedAt: instant, revision }),
  ),
  'draft.get': query(
    z.strictObject({ ...place, writer }),
    z.strictObject({ content, savedAt: instant, revision }).optional(),
  ),
  /**
   * Lets go of what has been signed, and of its copy lying `aside`. A text saved after `known`, by another window,
   * is put among the earlier ones.
   */
  'draft.discard': command(
    z.strictObject({ ...place, writer, known: revision, aside: earlierId.optional() }),
    z.strictObject({}),
  ),
  /** Keeps a text beside the draft; the same `id` again replaces it. */
  'draft.setAside': command(
    z.strictObject({ ...place, id: earlierId, content, writer }),
    z.strictObject({ savedAt: instant }),
  ),
  /** Puts the draft among the earlier texts, because the user let it go. Answers with the way back. */
  'draft.drop': command(z.strictObject({ ...place, writer }), z.strictObject({ id: earlierId.optional() })),
  /** Makes an earlier text the draft again; the draft that lies there takes its place among the earlier ones. */
  'draft.restore': command(z.strictObject({ ...place, writer, id: earlierId, window: windowId }), z.strictObject({})),
  /** Newest first. */
  'draft.earlier': query(z.strictObject({ ...place, writer }), z.array(earlierDraft)),
  /** Heard every few seconds from a window that has the place open, and with `here` false when it leaves. */
  'draft.watch': query(z.strictObject({ ...place, writer, window: windowId, here: z.boolean() }), presence),
  /** What the user has begun and not signed, newest first. */
  'draft.list': query(z.strictObject({}), z.array(begun)),
  /** Where the user was when the app was last open. */
  'draft.lastPlace': query(z.strictObject({}), lastPlace.optional()),
  'draft.keepPlace': command(lastPlace.omit({ savedAt: true }).extend({ writer }), z.strictObject({})),

  // Typing in no own client's record: each user's own, kept through lock and crash until it is saved or let go.
  /** All that the caller is typing, by place. */
  'typing.kept': query(z.strictObject({}), z.record(z.string(), z.strictObject({ words, savedAt: instant }))),
  /**
   * Empty words forget the place. `writer` is who types: a window that was open when someone else unlocked is refused
   * as other-user, so that nobody's words are stored as another's.
   */
  'typing.keep': command(
    z.strictObject({ place: typingPlace, words, writer: userId }),
    z.strictObject({ savedAt: instant }),
  ),
}
