import { appendFileSync, renameSync, statSync } from 'node:fs'

/** Bytes; when the file has grown past it, one older file is kept beside it. */
const MOST = 500_000

/** A log's last step: one line at the end of `file`. A log that cannot be written stops nothing. */
export function appendingTo(file: string): (line: string) => void {
  return line => {
    try {
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
      if (statSync(file).size > MOST) renameSync(file, `${file}.old`)
    } catch {
      // a full disk is told by what the user was doing
    }
  }
}
