/** A row as it is stored, by column. */
export type Row = Readonly<Record<string, string | number | null>>
export type Tables = Readonly<Record<string, readonly Row[]>>

/** The JSON that a column holds; undefined where it holds something else. */
export function parsed(value: string | number | null | undefined): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return undefined
  try {
    return JSON.parse(value)
  } catch {
    return undefined // a text that happens to begin like JSON
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
