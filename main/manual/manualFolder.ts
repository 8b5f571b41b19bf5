import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ManualFiles } from './readManual.ts'

/** The Markdown and YAML files of a manual's folder, read once. What a link leads to, or is no file, is left alone. */
export function manualFiles(folder: string): ManualFiles {
  const texts = pathsIn(folder).filter(path => /\.(?:md|yaml)$/.test(path))
  return new Map(texts.sort().map(path => [path, readFileSync(join(folder, path), 'utf8')]))
}

/** Every file in a folder and the folders within it; Node's own recursion follows links, round and round. */
function pathsIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap(each => {
    const path = `${below}${each.name}`
    return each.isDirectory() ? pathsIn(folder, `${path}/`) : each.isFile() ? [path] : []
  })
}
