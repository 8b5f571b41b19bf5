import { inSweden } from '../calendar/swedishTime.ts'
import type { EntryView } from '../contract/accessLog.ts'

const HEAD = ['Nr', 'Dag', 'Tid', 'Användare', 'Användar-id', 'Klient', 'Vad', 'Operation', 'Detalj', 'Kontrolltal']

/**
 * The entries as a table that Swedish Excel opens: semicolons, a byte order mark, CRLF. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe.
 */
export function logCsv(entries: readonly (EntryView & { readonly hash: string })[]): string {
  const rows = entries.map(each => {
    const { day } = inSweden(each.at)
    const { sequence, userName, userId, clientReference, what, method, detail, hash } = each
    return [
      String(sequence),
      day,
      clockInSweden(each.at),
      userName,
      userId ?? '',
      clientReference,
      what,
      method,
      detail,
      hash,
    ]
  })
  return `\uFEFF${[HEAD, ...rows].map(cells => cells.map(cell).join(';')).join('\r\n')}\r\n`
}

/** With seconds: HH:MM:SS. */
function clockInSweden(at: string): string {
  return `${inSweden(at).time}:${at.slice(17, 19)}`
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
