import type { Database } from 'better-sqlite3'
import type { Visit } from '../../main/binder/vault.ts'
import { realWorld } from '../../main/context/world.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { ABOUT_A_CLIENT, CUSTODY, logByHand, type OpenSlot } from './byHand.ts'
import { ANSWERS, BENCH_DAY, DRAFT, PLACE, PLANNED, TAKEN } from './fill.ts'

const SLOT_NOW = `SELECT s.id, x.attempt, x.outcome FROM slots s LEFT JOIN sessions x ON x.slot_id = s.id
  WHERE s.id = ? ORDER BY x.attempt DESC LIMIT 1`
const NEW_ROWS = {
  session: `INSERT INTO sessions
    VALUES (?, ?, ?, 1, ?, 'held', ?, 60, 'locked', 'whole', '[]', '[]', ?, NULL, NULL, 4, NULL, NULL, NULL, ?,
    '', '', '', ?, 'arton 1.0.0', ?, ?, ?)`,
  procedure: "INSERT INTO session_procedures VALUES (?, ?, 'whole', 0)",
  review:
    'UPDATE homework SET reviewed_in = ?, reviewed_on = ?, done = ? WHERE id = ? AND client_id = ? AND done IS NULL',
  homework:
    "INSERT INTO homework VALUES (?, ?, 1, ?, ?, 1, 'Öva högt', 'kvällar', 'på rummet', 'själv', NULL, NULL, NULL)",
  answers: `INSERT INTO worksheet_answers VALUES (?, ?, 1, 'satisfactionScale', 1, ?, ?, ?, ?, ?,
    (SELECT coalesce(max(sequence), 0) + 1 FROM worksheet_answers WHERE client_id = ?))`,
}

/** A held session with three procedures, homework reviewed and given, and a worksheet: one transaction. */
export function saveByHand({ db, user }: Visit): (given: OpenSlot) => void {
  const sqlite: Database = db.$client
  const { newId, now } = realWorld(BENCH_DAY)
  const custody = sqlite.prepare(CUSTODY)
  const log = logByHand(sqlite, user.id)
  const slotNow = sqlite.prepare(SLOT_NOW)
  const session = sqlite.prepare(NEW_ROWS.session)
  const procedure = sqlite.prepare(NEW_ROWS.procedure)
  const review = sqlite.prepare(NEW_ROWS.review)
  const homework = sqlite.prepare(NEW_ROWS.homework)
  const answers = sqlite.prepare(NEW_ROWS.answers)
  return sqlite.transaction(({ clientId, slotId, homework: waiting }: OpenSlot) => {
    custody.get(clientId)
    const slot = slotNow.get(slotId) as { attempt: number | null }
    const id = newId<string>()
    const note = 'Vi gick igenom hemuppgiften. '.repeat(10)
    const attempt = (slot.attempt ?? 0) + 1
    const steps = JSON.stringify(TAKEN)
    session.run(id, slotId, clientId, attempt, BENCH_DAY, steps, 'Jag vill.', note, user.id, user.name, now())
    for (const code of ['P02', 'P09', 'P17']) procedure.run(id, code)
    for (const each of waiting) review.run(id, BENCH_DAY, 'yes', each, clientId)
    homework.run(newId<string>(), clientId, id, BENCH_DAY)
    answers.run(newId<string>(), clientId, BENCH_DAY, id, '{"areas":{"housing":5}}', user.id, user.name, clientId)
    log(clientId, 'session.record', 'create')
  })
}

/** The note so far, kept while it is typed: read what was kept, and keep the new. */
export function draftByHand({ db, user }: Visit): (clientId: ClientId) => void {
  const sqlite: Database = db.$client
  const { now } = realWorld(BENCH_DAY)
  const custody = sqlite.prepare(CUSTODY)
  const kept = sqlite.prepare("SELECT * FROM drafts WHERE user_id = ? AND client_id = ? AND place = 'byHand'")
  const keep = sqlite.prepare(`INSERT INTO drafts VALUES (?, ?, 'byHand', ?, 1, 'window', ?)
    ON CONFLICT DO UPDATE SET content = excluded.content, revision = revision + 1, saved_at = excluded.saved_at`)
  return sqlite.transaction((clientId: ClientId) => {
    custody.get(clientId)
    kept.get(user.id, clientId)
    keep.run(user.id, clientId, DRAFT, now())
  })
}

/** The same as SQL written by hand; typing that is asked for leaves no row in the access log, here as in the core. */
export function writingByHand({ db, user }: Visit) {
  const sqlite = db.$client
  const { newId } = realWorld(BENCH_DAY)
  const log = logByHand(sqlite, user.id)
  const custody = sqlite.prepare(CUSTODY)
  const died = sqlite.prepare('SELECT died_on FROM clients WHERE id = ?')
  const [plan, homework] = (['plan.ofClient', 'homework.ofClient'] as const).map(each =>
    sqlite.prepare(ABOUT_A_CLIENT[each]?.[0] ?? ''),
  )
  const move = sqlite.prepare(
    "UPDATE slots SET planned_on = ?, planned_at = '10:00', planned_where = '', planned_with = '' WHERE id = ? AND client_id = ?",
  )
  const answers = sqlite.prepare(NEW_ROWS.answers)
  const kept = sqlite.prepare('SELECT * FROM drafts WHERE user_id = ? AND client_id = ? AND place = ?')
  const others = sqlite.prepare(
    `SELECT u.id, u.name, d.saved_at FROM drafts d JOIN users u ON u.id = d.user_id
     WHERE d.client_id = ? AND d.place = ? AND d.user_id <> ? ORDER BY d.saved_at DESC`,
  )
  const earlier = sqlite.prepare(
    'SELECT count(*) FROM earlier_drafts WHERE user_id = ? AND client_id = ? AND place = ?',
  )
  const signed = sqlite.prepare(
    `SELECT attempt, author_name, signed_at FROM sessions WHERE slot_id = ? AND client_id = ?
     ORDER BY attempt DESC LIMIT 1`,
  )
  const slot = sqlite.prepare('SELECT * FROM slots WHERE id = ? AND client_id = ?')
  const parts = sqlite.prepare(
    "SELECT * FROM sessions WHERE slot_id = ? AND client_id = ? AND outcome = 'partlyHeld' ORDER BY attempt",
  )
  return {
    schedule: sqlite.transaction(({ clientId, slotId }: OpenSlot) => {
      custody.get(clientId)
      died.get(clientId)
      plan?.all(clientId)
      move.run(PLANNED, slotId, clientId)
      plan?.all(clientId)
      log(clientId, 'plan.schedule', 'change')
    }),
    answer: sqlite.transaction(({ clientId }: OpenSlot) => {
      custody.get(clientId)
      died.get(clientId)
      const row = [newId<string>(), clientId, BENCH_DAY, null, JSON.stringify(ANSWERS), user.id, user.name, clientId]
      answers.run(...row)
      log(clientId, 'worksheet.answer', 'create')
    }),
    draft: ({ clientId }: OpenSlot) => {
      custody.get(clientId)
      kept.get(user.id, clientId, PLACE)
    },
    watch: ({ clientId, slotId }: OpenSlot) => {
      const place = `session:${slotId}`
      custody.get(clientId)
      kept.get(user.id, clientId, place)
      others.all(clientId, place, user.id)
      earlier.get(user.id, clientId, place)
      signed.get(slotId, clientId)
    },
    propose: ({ clientId, slotId }: OpenSlot) => {
      custody.get(clientId)
      slot.get(slotId, clientId)
      homework?.all(clientId)
      parts.all(slotId, clientId)
    },
  }
}
