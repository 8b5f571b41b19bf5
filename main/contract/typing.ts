import { z } from 'zod'
import { command, query } from './operation.ts'
import { instant, userId } from './values.ts'

/** What is being written: a form and the thing it is about, as in `new-client` or `review:<id>:summary`. */
const place = z.string().min(1).max(300)

/** Words, or the fields of a form as JSON; a long text with room to spare. */
const words = z.string().max(10_000)

/** Typing in no own client's record: each user's own, kept through lock and crash until it is saved or let go. */
export const typingContract = {
  /** All that the caller is typing, by place. */
  'typing.kept': query(z.strictObject({}), z.record(z.string(), z.strictObject({ words, savedAt: instant }))),
  /**
   * Empty words forget the place. `writer` is who types: a window that was open when someone else unlocked is refused
   * as other-user, so that nobody's words are stored as another's.
   */
  'typing.keep': command(z.strictObject({ place, words, writer: userId }), z.strictObject({ savedAt: instant })),
}
