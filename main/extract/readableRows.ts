import type { ManualStep } from '../contract/manual.ts'
import type { Manual } from '../manual/manualFormat.ts'
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
