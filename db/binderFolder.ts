import {
  chmodSync,
  closeSync,
  existsSync,
  fchmodSync,
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
export type BinderFiles = {
  readonly folder: string
  readonly database: string
  /** The database under its next key, until it takes the other's place. */
  readonly nextDatabase: string
  readonly keyring: string
  /** What is remembered of attempts from one start to the next, and no secret. */
  readonly attempts: string
  /** The last entry of the access log, remembered outside the database. */
  readonly logHead: string
}

export function binderFiles(folder: string): BinderFiles {
  return {
    folder,
    database: join(folder, 'arton.db'),
    nextDatabase: join(folder, 'arton.db.next'),
    keyring: join(folder, 'keyring.json'),
    attempts: join(folder, 'door.json'),
    logHead: join(folder, 'access-log-head.json'),
  }
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

/** What is remembered of attempts, as text; nothing when there is no such file or it cannot be read. */
export function readAttemptFile(files: BinderFiles): string | undefined {
  try {
    return readFileSync(files.attempts, 'utf8')
  } catch {
    return undefined
  }
}

export function readLogHead(files: BinderFiles): string | undefined {
  return existsSync(files.logHead) ? readFileSync(files.logHead, 'utf8') : undefined
}

/**
 * Writes a small file whole or not at all: a new one, brought to the disk and read back, then put in the old one's place.
 * The one before stands until then.
 */
export function writeWhole({ folder }: BinderFiles, file: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const fresh = `${file}.new`
  const handle = openSync(fresh, 'w', 0o600)
  try {
    if (process.platform !== 'win32') fchmodSync(handle, 0o600) // what was left lying may have been open to others
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  if (readFileSync(fresh, 'utf8') !== text) throw new Error('the disk did not keep what was written')
  renameSync(fresh, file)
  bringToDisk(folder)
}

/** So that the new name too survives a power cut. Windows cannot open a folder, and does this itself. */
export function bringToDisk(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Everything that may lie in the folder of a binder. */
function allFiles({ database, nextDatabase, keyring, attempts, logHead }: BinderFiles): string[] {
  const small = [keyring, attempts, logHead].flatMap(each => [each, `${each}.new`])
  const beside = (file: string) => [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]
  return [...beside(database), ...beside(nextDatabase), ...small]
}

/**
 * Lets nobody but the computer's own account read the folder and its files: 0700 and 0600, also where an earlier version or
 * a copy left them open. On Windows the folder inherits its rights from the account's own, and Node cannot change them.
 */
export function shutToOthers(files: BinderFiles): void {
  if (process.platform === 'win32') return
  for (const [path, mode] of [[files.folder, 0o700] as const, ...allFiles(files).map(each => [each, 0o600] as const)])
    try {
      chmodSync(path, mode)
    } catch {
      // not there, on a disk that knows no modes, or another account's, who then decides
    }
}

/** Takes away a binder that was never finished; nothing has been written in it. */
export function removeBinder(files: BinderFiles): void {
  for (const file of allFiles(files)) rmSync(file, { force: true })
}
