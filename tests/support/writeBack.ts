import type { Method } from '../../main/contract/index.ts'
import { recoverySheet } from '../../main/contract/user.ts'

/** As whoever makes a binder must before it opens: two words of the recovery sheet are written back. */
export async function writeBack(
  method: Method,
  made: unknown,
  test: (input: { words: string[] }) => Promise<unknown>,
): Promise<void> {
  if (method !== 'binder.create') return
  const { words, asked } = recoverySheet.parse(made)
  await test({ words: asked.map(place => words[place] ?? '') })
}
