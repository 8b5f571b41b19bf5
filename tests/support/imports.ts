import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The words of every import in a source file: static, for effect, re-exported and dynamic. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:(?<!\.)\bfrom|\bimport)\s*\(?\s*['"]([^'"\n]+)['"]/g)].map(
    ([, specifier = '']) => specifier,
  )
}

/** True when the file imports something whose name only shows at run time, so that no rule can read it. */
export function importsByComputedName(text: string): boolean {
  return /\bimport\s*\(\s*[^'"\s]/.test(text)
}

/** The path a relative import means, seen from the project's root. */
export function pathOf(specifier: string, file: string): string {
  return join(dirname(file), specifier).replaceAll('\\', '/')
}

/** The package an import names: `@mantine/core/styles.css` is of `@mantine/core`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Everything that `entry` reaches, type imports too: our own files by path, all else by the name it is imported by. */
export function reachedFrom(root: string, entry: string): { files: Set<string>; others: Set<string> } {
  const files = new Set<string>()
  const others = new Set<string>()
  const follow = (file: string) => {
    if (files.has(file) || !existsSync(join(root, file))) return
    files.add(file)
    for (const specifier of importsOf(readFileSync(join(root, file), 'utf8'))) {
      if (specifier.startsWith('.')) follow(pathOf(specifier, file))
      else others.add(specifier)
    }
  }
  follow(entry)
  return { files, others }
}
