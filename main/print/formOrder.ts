import type { FormDefinition } from '../contract/form.ts'
import type { Chapter } from '../contract/manual.ts'
import type { Manual } from '../manual/manualFormat.ts'

/** The worksheets in the order they are used, then the exercises, then what no chapter names. */
export function formsInOrder(manual: Manual): FormDefinition[] {
  const named = [
    ...manual.chapters.flatMap(each => each.worksheets),
    ...manual.chapters.flatMap(each => each.exercises),
  ]
  return [...new Set([...named, ...manual.forms.keys()])].flatMap(id => manual.forms.get(id) ?? [])
}

export function sessionsWith(manual: Manual, has: (chapter: Chapter) => boolean): number[] {
  return manual.chapters.filter(has).map(each => each.session)
}

/** `träff 9`, `träff 10 och 16`, `träff 1, 3 och 4`. */
export function sessionsWords(sessions: readonly number[]): string {
  const last = sessions.at(-1)
  if (last === undefined) return ''
  const before = sessions.slice(0, -1)
  return before.length === 0 ? `träff ${last}` : `träff ${before.join(', ')} och ${last}`
}

/** What kind of form it is and where it is used: stands above its title. */
export function eyebrowOf(manual: Manual, id: string): string {
  const worksheets = sessionsWith(manual, chapter => chapter.worksheets.includes(id))
  const exercises = sessionsWith(manual, chapter => chapter.exercises.includes(id))
  if (worksheets.length > 0) return `Arbetsblad · ${sessionsWords(worksheets)}`
  return exercises.length > 0 ? `Övning · ${sessionsWords(exercises)}` : 'Arbetsblad'
}
