/** How a table is told of in a register extract: its heading, what comes first, and each column's label. */
export type TableWords = {
  readonly title: string
  /** The column that its rows are ordered by. */
  readonly order: string
  /** What a row is headed by: the values of these columns. */
  readonly heads: readonly string[]
  /** Null leaves a column out: an id, a number that only the program uses, or what the heading says. */
  readonly columns: Readonly<Record<string, string | null>>
}

/** Columns that say nothing to a reader, in most tables. */
export const HIDDEN_COLUMNS = { id: null, client_id: null, epoch: null, sequence: null, author_id: null } as const
export const WRITER = { author_name: 'Skrivet av' } as const
