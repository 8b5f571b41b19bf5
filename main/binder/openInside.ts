import { NewerDatabaseError } from '../../db/migrate.ts'
import { type Db, openDatabase, UnreadableDatabaseError } from '../../db/open.ts'
import { ownUnit } from '../../db/repositories/unit.ts'
import { allUsers } from '../../db/repositories/user.ts'
import { CoreError, refuse } from '../contract/errors.ts'
import type { Unit } from '../contract/unit.ts'
import type { User } from '../contract/user.ts'

/** An open database with the key that opened it, before it is said who is in. */
export type Inside = { readonly db: Db; readonly unit: Unit; readonly key: Buffer }

/** Opens the database and reads whose it is and who may come in; lets go of the file and the key when that cannot be read. */
export function openInside(file: string, key: Buffer, migrations: string): Inside & { readonly users: User[] } {
  let db: Db | undefined
  try {
    db = openDatabase(file, key, migrations)
    return { db, unit: ownUnit(db), key, users: allUsers(db).filter(each => each.roles.length > 0) }
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

export function closeInside({ db, key }: Inside): void {
  db.$client.close()
  key.fill(0)
}
