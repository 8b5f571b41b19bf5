import type { HomeworkAgreed } from '../../../main/contract/session.ts'

type Part = Exclude<keyof HomeworkAgreed, 'what'>

/** What is usually agreed about homework: offered in its fields after the chapter's own, which may be written otherwise. */
const USUAL: Readonly<Record<Part, readonly string[]>> = {
  when: [
    'i kväll',
    'i morgon',
    ...['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'].map(each => `på ${each}`),
    'varje dag',
    'före nästa träff',
  ],
  where: ['på rummet', 'på avdelningen', 'hemma', 'i telefon', 'på en promenad'],
  withWhom: ['på egen hand', 'kontaktpersonen', 'en närstående', 'en vän', 'samordnaren'],
}

/** The choices in one field of a homework line, each once. */
export function homeworkChoices(part: keyof HomeworkAgreed, proposed: readonly HomeworkAgreed[]): string[] {
  return [...new Set([...proposed.map(each => each[part]), ...(part === 'what' ? [] : USUAL[part])])]
}
