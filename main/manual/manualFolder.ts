import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { ManualFiles } from './readManual.ts'

/** The Markdown and YAML files of a manual's folder, read once. */
export function manualFiles(folder: string): ManualFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const texts = paths.filter(path => /\.(?:md|yaml)$/.test(path)).sort()
  return new Map(texts.map(path => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]))
}
