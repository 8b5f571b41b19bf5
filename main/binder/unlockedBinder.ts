import { type BinderFiles, shutToOthers } from '../../db/binderFolder.ts'
import { NewerDatabaseError } from '../../db/migrate.ts'
import { type Db, openDatabase, UnreadableDatabaseError } from '../../db/open.ts'
import { ownUnit } from '../../db/repositories/unit.ts'
import { allUsers } from '../../db/repositories/user.ts'
import { CoreError, refuse } from '../contract/errors.ts'
import type { Unit } from '../contract/unit.ts'

/** An open database, whose it is, and the key that opened it. It does not say who is in. */
export type UnlockedBinder = { readonly db: Db; readonly unit: Unit; readonly key: Buffer }

/** Opens the database; lets go of the file and the key when what it takes to come in cannot be read. */
export function openUnlocked(files: BinderFiles, key: Buffer, migrations: string): UnlockedBinder {
  let db: Db | undefined
  try {
    shutToOthers(files)
    db = openDatabase(files.database, key, migrations)
    allUsers(db) // what is damaged there is better named now
    return { db, unit: ownUnit(db), key }
  } catch (error) {
    db?.$client.close()
    key.fill(0)
    if (error instanceof CoreError) throw error
    if (error instanceof NewerDatabaseError) return refuse('binder-newer')
    if (!(error instanceof UnreadableDatabaseError)) return refuse('binder-damaged')
    if (error.reason === 'empty') return refuse('binder-empty')
    return refuse(error.reason === 'inUse' ? 'binder-in-use' : 'binder-damaged')
  }
}

export function closeUnlocked({ db, key }: UnlockedBinder): void {
  db.$client.close()
  key.fill(0)
}
