import { join } from 'node:path'
import { manualFiles } from './manualFolder.ts'
import { lix, wordCount } from './readability.ts'
import { readManual } from './readManual.ts'

/** `npm run manual:check [FOLDER]`: prints the manual as a table and what is wrong in it; exit code 1 if anything is. */
const folder = process.argv[2] ?? join(import.meta.dirname, '../../manual')
const { problems, texts } = readManual(manualFiles(folder))

console.log(' Nr  Fas  Ord   Min  Steg  MI  LIX  Procedurer            Titel')
for (const { chapter, body, sheet } of texts) {
  const cells = [
    String(chapter.session).padStart(3),
    ` ${chapter.phase}  `,
    String(wordCount(body)).padStart(5),
    String(chapter.steps.reduce((sum, step) => sum + step.minutes, 0)).padStart(4),
    String(chapter.steps.length).padStart(5),
    String(chapter.prompts.length).padStart(3),
    lix(sheet).toFixed(0).padStart(4),
    chapter.procedures.join(' ').padEnd(20),
    chapter.title,
  ]
  console.log(cells.join('  '))
}
for (const { file, line, what } of problems) console.log(`${file}:${line}: ${what}`)
console.log(problems.length === 0 ? `${texts.length} kapitel, inga fel.` : `${problems.length} fel.`)
process.exitCode = problems.length === 0 ? 0 : 1
