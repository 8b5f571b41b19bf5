import { PERSON_TABLES } from './personTables.ts'
import { SHARING_TABLES } from './sharingTables.ts'
import type { TableWords } from './tableWords.ts'
import { TREATMENT_TABLES } from './treatmentTables.ts'

/** In the order of the pages. A table or column without words here fails a test. */
export const TABLE_WORDS: Readonly<Record<string, TableWords>> = {
  ...PERSON_TABLES,
  ...TREATMENT_TABLES,
  ...SHARING_TABLES,
}

/** Told on a page of its own, summed up: `accessSummary.ts`. */
export const TABLES_SHOWN_ELSEWHERE: readonly string[] = ['access_log', 'log_fault_answers']
