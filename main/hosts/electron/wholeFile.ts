import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

/** Writes a file whole or not at all, readable by its user only: a new file, brought to the disk, then put in place. */
export async function writeWholeFile(file: string, content: Uint8Array | string): Promise<void> {
  const fresh = `${file}.${randomUUID()}.part`
  try {
    const handle = await open(fresh, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(fresh, file)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
}
