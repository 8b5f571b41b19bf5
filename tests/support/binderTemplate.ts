import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Input } from '../../main/contract/index.ts'
import { coreInFolder } from './core.ts'

type FolderCore = ReturnType<typeof coreInFolder>

/** A locked binder on the disk to copy: making one takes several key derivations, a copy none. */
export type BinderTemplate = {
  /** The fifteen words. */
  readonly sheet: string
  /** A core on a copy of its own, locked. */
  copy(options?: Omit<NonNullable<Parameters<typeof coreInFolder>[0]>, 'folder'>): FolderCore
  /** Takes away the copies made so far. */
  removeCopies(): void
  remove(): void
}

/** `furnish` puts into it what every copy is to have. */
export async function binderTemplate(
  made: Input<'binder.create'>,
  furnish?: (core: FolderCore) => Promise<unknown>,
): Promise<BinderTemplate> {
  const root = mkdtempSync(join(tmpdir(), 'arton-template-'))
  const folder = join(root, 'template')
  const core = coreInFolder({ folder })
  const { words } = await core.ask('binder.create', made)
  await furnish?.(core)
  core.binder.lock()
  const copies: FolderCore[] = []
  let count = 0
  return {
    sheet: words.join(' '),
    copy(options = {}) {
      const own = join(root, `copy${count++}`)
      cpSync(folder, own, { recursive: true })
      const copy = coreInFolder({ ...options, folder: own })
      copies.push(copy)
      return copy
    },
    removeCopies() {
      for (const each of copies.splice(0)) each.remove()
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
