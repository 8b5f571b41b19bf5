import type { ManualStep } from '../contract/manual.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { CODE_WORDS } from './codeWords.ts'
import { isRecord, parsed, type Row, type Tables } from './storedRows.ts'

/** A signed session with its steps by title and time. */
export function withStepTitles(session: Row, tables: Tables, manual: Manual): Row {
  const steps = stepsAt(session['slot_id'], tables, manual)
  const taken = parsed(session['steps'])
  if (!Array.isArray(taken)) return session
  const titled = taken.map(each => {
    const { step, minutes } = each as { step: string; minutes: number }
    return `${steps.find(one => one.id === step)?.title ?? step}: ${minutes} min`
  })
  return { ...session, steps: JSON.stringify(titled) }
}

/** What the columns of a value that was changed are called; those that follow from others are left out. */
const VALUE_WORDS: Readonly<Record<string, string>> = {
  planned_on: 'Planerad',
  planned_at: 'Klockslag',
  planned_where: 'Plats',
  planned_with: 'Med',
  legal_ground: 'Lagrum',
  unit_id: 'Hos',
  applied_by: 'Ansökt av',
  from_on: 'Från',
  judged_on: 'Dom',
  planned_to_on: 'Planerat slut',
  to_on: 'Till',
  end_reason: 'Skäl till slutet',
  back_on: 'Tillbaka',
  name: 'Namn',
  number: 'Personnummer',
  case_number: 'Ärendenummer',
  sex: 'Kön',
  home_municipality: 'Hemkommun',
  protected_identity: 'Skyddade personuppgifter',
}

/** A change of a value with what it was and became, each column by its word. */
export function readableChange(row: Row): Row {
  const [was, became] = [parsed(row['was']), parsed(row['became'])]
  if (!isRecord(was) || !isRecord(became)) return row
  const differing = Object.keys(VALUE_WORDS).filter(each => was[each] !== became[each])
  const told = (value: Readonly<Record<string, unknown>>) =>
    JSON.stringify(
      Object.fromEntries(
        differing.map(each => [VALUE_WORDS[each], CODE_WORDS[each]?.[String(value[each])] ?? value[each] ?? '']),
      ),
    )
  return { ...row, was: told(was), became: told(became) }
}

/** A draft of a sheet with the answers under their form, and one of a session with its steps by title. */
export function readableDraft(draft: Row, tables: Tables, manual: Manual): Row {
  const [kind, id = ''] = String(draft['place'] ?? '').split(':')
  const content = parsed(draft['content'])
  if (!isRecord(content)) return draft
  if (kind === 'form') {
    const { answers, ...rest } = content
    return { ...draft, content: JSON.stringify({ ...rest, [id]: answers }) }
  }
  if (kind !== 'session') return draft
  const { step: _, done, ...rest } = content
  const titles = stepsAt(id, tables, manual)
    .filter(each => Array.isArray(done) && done.includes(each.id))
    .map(each => each.title)
  return { ...draft, content: JSON.stringify({ ...rest, steps: titles }) }
}

function stepsAt(slotId: unknown, tables: Tables, manual: Manual): readonly ManualStep[] {
  const slot = (tables['slots'] ?? []).find(each => each['id'] === slotId)
  return manual.chapters.find(each => each.session === slot?.['number'])?.steps ?? []
}
