import { isAboutClient } from '../../main/user/rights.ts'
import { type Answer, CALLER_NAMES, type CallerName, rightsTable, STANDING_NAMES } from '../../main/user/rightsTable.ts'

/** `npm run rights`: who may do what, from the code that decides it; ends with an error where a cell is missing. */
const MARKS: Record<Answer, string> = { yes: '●', glass: '◐', no: '·' }
const WIDTH = 30
const CELL = 13
const HEADS: Record<CallerName, string> = {
  therapist: 'therapist',
  coordinator: 'coordinator',
  therapistAndCoordinator: 'both roles',
  supervisor: 'supervisor',
  administrator: 'administrator',
}

const table = rightsTable()
const missing: string[] = []
const lines = Object.entries(table).map(([method, byCaller]) => {
  const cells = CALLER_NAMES.map(each => {
    const marks = STANDING_NAMES.map(at => {
      const answer = byCaller[each]?.[at]
      if (answer === undefined || !(answer in MARKS)) missing.push(`${method} × ${each} × ${at}`)
      return MARKS[answer] ?? '?'
    })
    const pairs = [0, 2, 4, 6].map(from => marks.slice(from, from + 2).join(''))
    return (isAboutClient(method as keyof typeof table) ? pairs.join(' ') : (marks[0] ?? '?')).padEnd(CELL)
  })
  return [method.padEnd(WIDTH), ...cells].join('  ').trimEnd()
})

console.log([''.padEnd(WIDTH), ...CALLER_NAMES.map(each => HEADS[each].padEnd(CELL))].join('  '))
for (const each of lines) console.log(each)
console.log(`
Four pairs of marks, where the operation is about a client: one the caller treats · coordinates · both treats and coordinates · someone else's.
In each pair: the record held here, held elsewhere.
● may   ◐ may read, after breaking the glass (a reason, eight hours, told to the client's therapist)   · may not`)
if (missing.length > 0) {
  console.error(`\nMissing cells:\n${missing.join('\n')}`)
  process.exitCode = 1
}
