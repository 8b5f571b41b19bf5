import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files below a folder in which one of the words stands in plain text, in UTF-8 or UTF-16. */
export async function filesWith(
  folder: string,
  words: readonly string[],
  chosen: (name: string) => boolean = () => true,
): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !chosen(entry.name)) continue
    const bytes = await readFile(join(entry.parentPath, entry.name))
    if (words.some(word => bytes.includes(Buffer.from(word)) || bytes.includes(Buffer.from(word, 'utf16le'))))
      found.push(entry.name)
  }
  return found
}
