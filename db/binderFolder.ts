import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** The files of a binder: nothing else in Arton names them. */
export type BinderFiles = { readonly folder: string; readonly database: string; readonly keyring: string }

export function binderFiles(folder: string): BinderFiles {
  return { folder, database: join(folder, 'arton.db'), keyring: join(folder, 'keyring.json') }
}

/** What stands in the folder: nothing, a whole binder, or one half of one. */
export function binderOnDisk(files: BinderFiles): 'none' | 'whole' | 'noKeyring' | 'noDatabase' {
  const database = existsSync(files.database)
  const keyring = existsSync(files.keyring)
  if (database && keyring) return 'whole'
  if (!database && !keyring) return 'none'
  return database ? 'noKeyring' : 'noDatabase'
}

export function readKeyring(files: BinderFiles): string {
  return readFileSync(files.keyring, 'utf8')
}

/** Writes the keyring whole or not at all: a new file, brought to the disk, then put in the old one's place. */
export function writeKeyring(files: BinderFiles, text: string): void {
  mkdirSync(files.folder, { recursive: true, mode: 0o700 })
  const fresh = `${files.keyring}.new`
  const handle = openSync(fresh, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(fresh, files.keyring)
}

/** Takes away a binder that was never finished; nothing has been written in it. */
export function removeBinder({ database, keyring }: BinderFiles): void {
  for (const file of [database, `${database}-wal`, `${database}-shm`, keyring]) rmSync(file, { force: true })
}
