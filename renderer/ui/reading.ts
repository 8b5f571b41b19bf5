/**
 * What a written text was read as: taken, asked about before it is taken, or not understood. `told` is what was filled
 * in for the writer, in words; `question` ends with its question mark; `why` says what to write instead.
 */
export type Reading =
  | { readonly kind: 'read'; readonly value: string; readonly told?: string }
  | { readonly kind: 'asked'; readonly value: string; readonly question: string; readonly yes: string }
  | { readonly kind: 'unread'; readonly why: string }

export const unread = (why: string): Reading => ({ kind: 'unread', why })

/**
 * As someone wrote or pasted it, in plain signs: one kind of space, dash and digit, nothing invisible, small letters, no
 * stop at the end.
 */
export function plainSigns(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\p{Pd}\u2212\u2043]/gu, '-')
    .replaceAll('\u2019', "'")
    .replaceAll(/[\u2044\u2215]/g, '/')
    .replaceAll(/\s+/g, ' ')
    .toLocaleLowerCase('sv')
    .replace(/[ .,;]+$/, '')
    .trim()
}
