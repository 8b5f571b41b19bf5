import { LARGEST_PACK, type Problem } from '../contract/manual.ts'
import type { ManualFiles } from './readManual.ts'

/** Files of a manual; ours has some eighty. */
const MOST_FILES = 400
/** Characters of one file, and of one line in it. Our longest have 17 500 and 700. */
const LONGEST_FILE = 60_000
const LONGEST_LINE = 10_000

/**
 * Whether a manual is small enough to be read at all: how long reading takes follows from its size, and a line that is
 * longer than any paragraph is no text. Asked before anything else is made of it.
 */
export function boundProblems(files: ManualFiles): Problem[] {
  if (files.size > MOST_FILES) return [tooMuch('manual.yaml', 1, `Manualen har ${files.size} filer`, MOST_FILES)]
  const size = [...files.values()].reduce((sum, each) => sum + each.length, 0)
  if (size > LARGEST_PACK) return [tooMuch('manual.yaml', 1, `Manualen har ${size} tecken`, LARGEST_PACK)]
  return [...files].flatMap(([file, text]) => {
    if (text.length > LONGEST_FILE) return [tooMuch(file, 1, `Filen har ${text.length} tecken`, LONGEST_FILE)]
    const at = text.split('\n').findIndex(each => each.length > LONGEST_LINE)
    return at === -1 ? [] : [tooMuch(file, at + 1, 'Raden är för lång', LONGEST_LINE)]
  })
}

function tooMuch(file: string, line: number, what: string, most: number): Problem {
  return { file, line, what: `${what}; högst ${most.toLocaleString('sv-SE')} får plats.` }
}
