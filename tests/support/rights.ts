import { role } from '../../main/contract/user.ts'
import { isAboutClient } from '../../main/user/rights.ts'
import { type Answer, rightsTable, STANDING_NAMES } from '../../main/user/rightsTable.ts'

/** `npm run rights`: who may do what, from the code that decides it; ends with an error where a cell is missing. */
const MARKS: Record<Answer, string> = { yes: '●', glass: '◐', no: '·' }
const WIDTH = 30

const table = rightsTable()
const missing: string[] = []
const lines = Object.entries(table).map(([method, byRole]) => {
  const cells = role.options.map(each => {
    const marks = STANDING_NAMES.map(at => {
      const answer = byRole[each]?.[at]
      if (answer === undefined || !(answer in MARKS)) missing.push(`${method} × ${each} × ${at}`)
      return MARKS[answer] ?? '?'
    })
    return isAboutClient(method as keyof typeof table) ? marks.join(' ') : (marks[0] ?? '?').padEnd(7)
  })
  return [method.padEnd(WIDTH), ...cells].join('  ')
})

console.log(
  ['', ...role.options]
    .map((each, index) => each.padEnd(index === 0 ? WIDTH : 7).slice(0, index === 0 ? WIDTH : 9))
    .join('  '),
)
for (const each of lines) console.log(each)
console.log(`
Four marks a role, where the operation is about a client: own client held here · own, held elsewhere · someone else's, held here · someone else's, held elsewhere.
● may   ◐ may read, after breaking the glass (a reason, eight hours, told to the client's therapist)   · may not`)
if (missing.length > 0) {
  console.error(`\nMissing cells:\n${missing.join('\n')}`)
  process.exitCode = 1
}
