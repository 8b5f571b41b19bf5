import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Visit } from '../../main/binder/vault.ts'
import { realWorld } from '../../main/context/world.ts'
import type { SlotId } from '../../main/contract/plan.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { BENCH_DAY } from './fill.ts'

/** A slot nobody has settled, with the homework that waits to be reviewed. */
export type OpenSlot = { readonly clientId: ClientId; readonly slotId: SlotId; readonly homework: readonly string[] }

/** By method; each takes the client's id, or the words to search for. */
export type Questions = Readonly<Record<string, (words: string) => unknown>>

export const CUSTODY = `SELECT c.epoch, c.since_on, u.id, u.name, u.kind, i.unit_id AS own FROM custodies c
  JOIN units u ON u.id = c.unit_id JOIN installation i ON i.only_row = 1
  WHERE c.client_id = ? ORDER BY c.epoch DESC LIMIT 1`

/** Every record of a client that secrecy can concern. */
const RECORDS = [
  ['session', 'sessions'],
  ['goal', 'goals'],
  ['offer', 'offers'],
  ['worksheet', 'worksheet_answers'],
  ['chainEvent', 'chain_events'],
  ['consent', 'consents'],
  ['handover', 'handovers'],
  ['remark', 'remarks'],
]
  .map(([kind, table]) => {
    const id = kind === 'handover' ? 'package_id' : 'id'
    return `SELECT '${kind}' AS kind, ${id} AS id, epoch FROM ${table} WHERE client_id = (SELECT id FROM of)`
  })
  .join(' UNION ALL ')

/** What is asked about one client, each method's questions one after the other. */
export const ABOUT_A_CLIENT: Readonly<Record<string, readonly string[]>> = {
  'client.get': [
    'SELECT c.*, u.name AS therapist FROM clients c JOIN users u ON u.id = c.therapist_id WHERE c.id = ?',
    `SELECT g.phase FROM placements p JOIN legal_grounds g ON g.code = p.legal_ground
     WHERE p.client_id = ? ORDER BY p.from_on DESC, p.id DESC LIMIT 1`,
  ],
  'plan.ofClient': [
    `SELECT s.*, x.outcome, x.settled_on, x.offer_again_on, x.attempt, r.words FROM slots s
     LEFT JOIN sessions x ON x.slot_id = s.id AND +x.attempt = (SELECT max(attempt) FROM sessions WHERE slot_id = s.id)
     LEFT JOIN reasons r ON r.code = x.reason_code WHERE s.client_id = ? ORDER BY s.number, s.id`,
  ],
  'session.ofClient': [
    `SELECT x.*, s.number, r.words FROM sessions x JOIN slots s ON s.id = x.slot_id
     LEFT JOIN reasons r ON r.code = x.reason_code WHERE x.client_id = ? ORDER BY x.signed_at, x.id`,
    `SELECT p.* FROM sessions x JOIN session_procedures p ON p.session_id = x.id WHERE x.client_id = ? ORDER BY p.code`,
  ],
  'goal.ofClient': [
    `SELECT g.epoch AS goal_epoch, e.* FROM goals g JOIN goal_events e ON e.goal_id = g.id
     WHERE g.client_id = ? ORDER BY g.sequence, e.position`,
  ],
  'scale.ofClient': [
    "SELECT answered_on, answers FROM worksheet_answers WHERE client_id = ? AND form_id = 'satisfactionScale' ORDER BY answered_on, sequence",
  ],
  'homework.ofClient': [
    'SELECT * FROM homework WHERE client_id = ? ORDER BY done IS NOT NULL, given_on DESC, position, id',
  ],
  'careChain.ofClient': [
    `SELECT p.*, u.name, u.kind, a.name AS applied, g.words, e.words AS ended FROM placements p
     JOIN units u ON u.id = p.unit_id JOIN legal_grounds g ON g.code = p.legal_ground
     LEFT JOIN units a ON a.id = p.applied_by LEFT JOIN end_reasons e ON e.code = p.end_reason
     WHERE p.client_id = ? ORDER BY p.from_on, p.id`,
    'SELECT * FROM chain_events WHERE client_id = ? AND struck_on IS NULL ORDER BY from_on, id',
  ],
  'offer.ofClient': [
    `SELECT o.*, r.words FROM offers o LEFT JOIN reasons r ON r.code = o.reason_code
     WHERE o.client_id = ? ORDER BY o.made_on DESC, o.sequence DESC`,
  ],
  'worksheet.formsOfClient': [
    'SELECT form_id, count(*), min(answered_on), max(answered_on) FROM worksheet_answers WHERE client_id = ? GROUP BY form_id',
  ],
  'worksheet.ofForm': [
    "SELECT * FROM worksheet_answers WHERE client_id = ? AND form_id = 'satisfactionScale' ORDER BY answered_on, sequence",
  ],
  'consent.ofClient': ['SELECT * FROM consents WHERE client_id = ? ORDER BY given_on DESC, written_at DESC, id DESC'],
  'worksheet.ofClient': [
    `SELECT w.*, s.number FROM worksheet_answers w LEFT JOIN sessions x ON x.id = w.session_id
     LEFT JOIN slots s ON s.id = x.slot_id WHERE w.client_id = ? ORDER BY w.answered_on, w.sequence`,
  ],
  'secrecy.ofClient': [
    `WITH of(id) AS (SELECT ?), records AS (${RECORDS})
     SELECT r.kind, r.id, d.branch FROM records r, of
     LEFT JOIN custodies c ON c.client_id = of.id AND c.epoch = r.epoch LEFT JOIN units u ON u.id = c.unit_id
     LEFT JOIN secrecy_defaults d ON d.unit_kind = u.kind AND d.record_kind = r.kind ORDER BY r.kind, r.id`,
    'SELECT * FROM secrecy_decisions WHERE client_id = ? ORDER BY epoch, sequence',
    'SELECT * FROM remarks WHERE client_id = ? ORDER BY epoch, sequence',
  ],
  'remark.ofClient': ['SELECT * FROM remarks WHERE client_id = ? ORDER BY epoch, sequence'],
  'session.search': [
    "SELECT x.*, s.number FROM sessions x JOIN slots s ON s.id = x.slot_id WHERE x.client_id = ? AND x.note LIKE '%tema%'",
    "SELECT words FROM remarks WHERE client_id = ? AND about_kind = 'session'",
  ],
  'handover.ofClient': [
    `SELECT h.*, c.name, c.protected_identity, u.name AS unit FROM handovers h JOIN clients c ON c.id = h.client_id
     JOIN units u ON u.id = h.other_unit WHERE h.client_id = ? ORDER BY h.made_on DESC, h.package_id DESC`,
  ],
}

/** The user's own clients: theirs to treat or to coordinate. */
const OWN = '(c.therapist_id = @user OR c.coordinator_id = @user)'
const startPage = (days: string, limit = '') =>
  `SELECT s.*, c.name, c.protected_identity, c.case_number FROM slots s JOIN clients c ON c.id = s.client_id
   JOIN installation i ON i.only_row = 1
   WHERE ${days} AND s.planned_on > s.settled_through AND ${OWN}
     AND (SELECT unit_id FROM custodies WHERE client_id = s.client_id ORDER BY epoch DESC LIMIT 1) = i.unit_id
   ORDER BY s.planned_on, s.planned_at IS NULL, s.planned_at, s.id ${limit}`
const HANDOVERS = `SELECT h.*, c.name, c.protected_identity, u.name AS unit FROM handovers h
  JOIN clients c ON c.id = h.client_id JOIN units u ON u.id = h.other_unit`
const WAITING = `${HANDOVERS} WHERE h.direction = 'out' AND h.settled_on IS NULL AND ${OWN} ORDER BY h.made_on DESC, h.package_id DESC`
const AWAITED = `${HANDOVERS} WHERE h.direction = 'in' AND h.settled_on >= date(@day, '-90 days') AND ${OWN}
    AND h.epoch + 1 = (SELECT max(epoch) FROM custodies WHERE client_id = h.client_id)
    AND NOT EXISTS (SELECT 1 FROM sessions WHERE client_id = h.client_id AND outcome IN ('held', 'partlyHeld')
      AND epoch > h.epoch)
  ORDER BY h.settled_on, h.package_id`
const HELD_HERE = `(SELECT unit_id FROM custodies WHERE client_id = c.id ORDER BY epoch DESC LIMIT 1) = i.unit_id`
const SESSIONS_AGAIN = `SELECT c.id, c.name, c.protected_identity, c.case_number, s.id, s.number, x.outcome, r.words,
    s.offer_again_on
  FROM slots s JOIN clients c ON c.id = s.client_id JOIN installation i ON i.only_row = 1
  JOIN sessions x ON x.slot_id = s.id AND x.attempt = (SELECT max(attempt) FROM sessions WHERE slot_id = s.id)
  LEFT JOIN reasons r ON r.code = x.reason_code
  WHERE s.offer_again_on <= @day AND ${OWN} AND ${HELD_HERE} ORDER BY s.offer_again_on, s.id`
const OFFERS_AGAIN = `SELECT c.id, c.name, c.protected_identity, c.case_number, o.offered, o.answer, r.words, o.ask_again_on
  FROM offers o JOIN clients c ON c.id = o.client_id JOIN installation i ON i.only_row = 1
  LEFT JOIN reasons r ON r.code = o.reason_code
  WHERE o.superseded = 0 AND o.ask_again_on IS NOT NULL AND o.ask_again_on <= @day AND ${OWN} AND ${HELD_HERE}
    AND NOT (o.offered = 'careChain'
      AND EXISTS (SELECT 1 FROM placements p WHERE p.id = o.placement_id AND p.to_on IS NOT NULL))
  ORDER BY o.ask_again_on, o.id`
const DUE = `SELECT g.*, c.name, c.protected_identity, c.case_number,
    (SELECT change ->> 'words' FROM goal_events WHERE goal_id = g.id AND taken_back_at IS NULL
      AND change ->> 'kind' = 'worded' ORDER BY position DESC LIMIT 1) AS words
  FROM goals g JOIN clients c ON c.id = g.client_id JOIN installation i ON i.only_row = 1
  WHERE g.review_on <= @day AND ${OWN}
    AND (SELECT unit_id FROM custodies WHERE client_id = g.client_id ORDER BY epoch DESC LIMIT 1) = i.unit_id
  ORDER BY g.review_on, g.client_id, g.sequence`
const BEGUN = `SELECT d.client_id, d.place, d.saved_at, s.number, c.name, c.protected_identity, c.case_number
  FROM drafts d JOIN clients c ON c.id = d.client_id
  LEFT JOIN slots s ON 'session:' || s.id = d.place AND s.client_id = d.client_id
  WHERE d.user_id = @user AND ${OWN} ORDER BY d.saved_at DESC`
const UNSEEN = `SELECT b.*, c.name, c.protected_identity, c.case_number FROM broken_glass_told t
  JOIN broken_glass b ON b.id = t.glass_id JOIN clients c ON c.id = b.client_id
  WHERE t.user_id = @user AND t.seen_at IS NULL ORDER BY b.at DESC`
const TAKEN_FROM = `SELECT a.*, c.name, c.protected_identity, c.case_number FROM assignments_told t
  JOIN assignments a ON a.id = t.assignment_id JOIN clients c ON c.id = a.client_id
  WHERE t.user_id = @user AND t.seen_at IS NULL ORDER BY a.assigned_at DESC, a.id DESC`
const MATCHING = 'FROM clients WHERE name_words LIKE ? OR case_number = ?'
const FOUND = `SELECT c.*, u.name AS holder, u.kind, i.unit_id AS own,
    (SELECT g.phase FROM placements p JOIN legal_grounds g ON g.code = p.legal_ground
     WHERE p.client_id = c.id ORDER BY p.from_on DESC, p.id DESC LIMIT 1) AS phase,
    (SELECT min(s.planned_on) FROM slots s WHERE s.client_id = c.id AND s.planned_on > s.settled_through) AS next_on,
    (SELECT count(DISTINCT x.slot_id) FROM sessions x
     WHERE x.client_id = c.id AND x.outcome IN ('held', 'partlyHeld')) AS held
  FROM (SELECT id, name_key ${MATCHING} ORDER BY name_key, id LIMIT 50) f
  JOIN clients c ON c.id = f.id
  JOIN custodies k ON k.client_id = c.id AND k.epoch = (SELECT max(epoch) FROM custodies WHERE client_id = c.id)
  JOIN units u ON u.id = k.unit_id JOIN installation i ON i.only_row = 1 ORDER BY f.name_key, f.id`

/** The log row by hand: the last row, one hash over both, and the insert. */
export function logByHand(sqlite: Database, userId: string) {
  const { now } = realWorld(BENCH_DAY)
  const last = sqlite.prepare('SELECT sequence, hash FROM access_log ORDER BY sequence DESC LIMIT 1')
  const insert = sqlite.prepare("INSERT INTO access_log VALUES (?, ?, ?, ?, ?, ?, '', ?)")
  return (clientId: string | null, method: string, kind = 'view') => {
    const { sequence, hash: previous } = last.get() as { sequence: number; hash: string }
    const row = [sequence + 1, now(), userId, clientId, method, kind] as const
    insert.run(...row, hash('sha256', JSON.stringify([...row, '', previous])))
  }
}

/**
 * The yardstick: the same questions as SQL written by hand, prepared once, on the same database and with the same
 * custody check and access-log row. Nothing is validated here, nothing is turned into the contract's words.
 */
export function questionsByHand({ db, user }: Visit): Questions {
  const sqlite = db.$client
  const custody = sqlite.prepare(CUSTODY)
  const log = logByHand(sqlite, user.id)
  const aboutClient = Object.entries(ABOUT_A_CLIENT).map(([method, questions]) => {
    const statements = questions.map(each => sqlite.prepare(each))
    const answer = (clientId: string) => {
      custody.get(clientId)
      const rows = statements.map(each => each.all(clientId))
      log(clientId, method)
      return rows
    }
    return [method, answer]
  })
  const [before, from] = [startPage('s.planned_on < @day'), startPage('s.planned_on >= @day', 'LIMIT 100')].map(each =>
    sqlite.prepare(each),
  )
  const [sessionsAgain, offersAgain, awaited] = [SESSIONS_AGAIN, OFFERS_AGAIN, AWAITED].map(each =>
    sqlite.prepare(each),
  )
  const handovers = sqlite.prepare(WAITING)
  const due = sqlite.prepare(DUE)
  const begun = sqlite.prepare(BEGUN)
  const unseen = sqlite.prepare(UNSEEN)
  const typed = sqlite.prepare('SELECT * FROM typing WHERE user_id = ?')
  const taken = sqlite.prepare(TAKEN_FROM)
  const names = sqlite.prepare('SELECT id, name FROM users ORDER BY name')
  const asking = { day: BENCH_DAY, user: user.id }
  const found = sqlite.prepare(FOUND)
  const count = sqlite.prepare(`SELECT count(*) AS total ${MATCHING}`)
  const shownAt = sqlite
    .prepare("SELECT max(at) FROM access_log WHERE method = 'client.list' AND client_id = ? AND user_id = ?")
    .pluck()
  return {
    ...Object.fromEntries(aboutClient),
    'today.list': () => {
      const rows = [from, before, sessionsAgain, offersAgain, awaited, handovers].map(each => each?.all(asking))
      log(null, 'today.list')
      return rows
    },
    'goal.due': () => {
      const rows = due.all(asking)
      log(null, 'goal.due')
      return rows
    },
    'typing.kept': () => typed.all(user.id),
    'assignment.unseen': () => {
      const rows = [taken.all(asking), names.all()]
      log(null, 'assignment.unseen')
      return rows
    },
    'draft.list': () => {
      const rows = begun.all(asking)
      log(null, 'draft.list')
      return rows
    },
    'breakGlass.unseen': () => {
      const rows = unseen.all(asking)
      log(null, 'breakGlass.unseen')
      return rows
    },
    'client.list': words => {
      const shown = found.all(`%${words}%`, words) as {
        id: string
        therapist_id: string
        coordinator_id: string | null
      }[]
      const rows = [shown, count.get(`%${words}%`, words)]
      for (const each of shown) {
        if (each.therapist_id === user.id || each.coordinator_id === user.id) continue
        if (shownAt.get(each.id, user.id) === null) log(each.id, 'client.list')
      }
      log(null, 'client.list')
      return rows
    },
  }
}
