import { readFileSync } from 'node:fs'
import { binderFiles } from '../../db/binderFolder.ts'
import { type Db, openDatabase } from '../../db/open.ts'
import { keyring, unwrapKey } from '../../main/binder/keyring.ts'
import { MIGRATIONS } from './core.ts'

/** The key of a binder's database, as someone gets it who knows a passphrase and our source. */
export async function keyOf(folder: string, passphrase: string): Promise<Buffer> {
  const ring = keyring.parse(JSON.parse(readFileSync(binderFiles(folder).keyring, 'utf8')))
  const found = await unwrapKey(ring, passphrase)
  if (found === undefined) throw new Error('the passphrase does not open')
  return found.key
}

/** Opens a locked binder's encrypted database past the app, without the triggers that guard the access log. */
export function pastTheApp<T>(folder: string, key: Buffer, act: (db: Db) => T): T {
  const db = openDatabase(binderFiles(folder).database, key, MIGRATIONS)
  for (const each of ['changed', 'emptied', 'rewritten'])
    db.$client.exec(`DROP TRIGGER IF EXISTS access_log_is_never_${each}`)
  try {
    return act(db)
  } finally {
    db.$client.close()
  }
}
