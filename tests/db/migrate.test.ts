import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, NewerDatabaseError } from '../../db/migrate.ts'
import { MIGRATIONS } from '../support/core.ts'
import { everyRow } from '../support/tables.ts'

type Rows = Record<string, unknown[] | 'gone'>

/** What each version brings, with rows that a binder of that version may hold. A new migration needs a line here. */
const VERSIONS: {
  brings: string
  tables: string[]
  rows: string
  /** Tables that are gone, and rows that are not as they were. */
  changes?: Rows
}[] = [
  {
    brings: 'units, users and the lists that are data',
    tables: ['installation', 'legal_grounds', 'reasons', 'recovery_sheets', 'units', 'user_roles', 'users'],
    rows: `INSERT INTO units VALUES ('home', 'Runnagården', 'lvmHome'), ('town', 'Örebro kommun', 'municipality');
      INSERT INTO installation VALUES (1, 'home', 5);
      INSERT INTO users VALUES ('berit', 'Berit Exempel', '2026-09-01T08:00:00.000Z');
      INSERT INTO user_roles VALUES ('berit', 'therapist', '2026-09-01T08:00:00.000Z', 'berit', NULL, NULL);
      INSERT INTO recovery_sheets VALUES ('2026-09-01T08:00:00.000Z', 'berit');`,
  },
  {
    brings: 'clients with custody, the care chain and offers',
    tables: [
      'assignments',
      'assignments_told',
      'chain_events',
      'clients',
      'custodies',
      'end_reasons',
      'offers',
      'placements',
    ],
    rows: `INSERT INTO clients VALUES ('anna', 'Anna Exempel', 'anna exempel', '', 'none', 'Ä 1', 'woman', 'Örebro', 0,
        'berit', '', NULL, '2026-09-01');
      INSERT INTO custodies VALUES ('anna', 1, 'home', '2026-09-01', NULL);
      INSERT INTO assignments VALUES ('given', 'anna', 'berit', NULL, 'berit', 'berit', 'Samordnar också', 'berit',
        'Berit Exempel', '2026-09-01T12:00:00.000Z');
      INSERT INTO assignments_told VALUES ('given', 'berit', NULL);
      INSERT INTO placements VALUES ('stay', 'anna', 1, 'lvm4', 'home', 'town', '2026-08-31', NULL, NULL, NULL, NULL);
      INSERT INTO chain_events VALUES ('away', 'anna', 1, 'absconded', '2026-09-02', '2026-09-04', '', 'berit',
        'Berit Exempel', NULL);
      INSERT INTO offers VALUES ('offer', 'anna', 1, 'stay', 'cra', '2026-09-01', 'no', 'meeting', 'tired', NULL,
        'berit', 'Berit Exempel', 1, 0);`,
  },
  {
    brings: 'slots, sessions and homework',
    tables: ['homework', 'session_procedures', 'sessions', 'slots'],
    rows: `INSERT INTO slots (id, client_id, number, planned_on, planned_at) VALUES ('slot', 'anna', 1, '2026-09-07', '13:00');
      INSERT INTO sessions VALUES ('first', 'slot', 'anna', 1, 1, 'held', '2026-09-07', 60, 'locked', 'whole', '[]', '[]', '[]', NULL, NULL, 3,
        8, NULL, 0, '', '', '', '', 'Kom i tid.', 'arton 1.0.0', 'berit', 'Berit Exempel', '2026-09-07T12:00:00.000Z');
      INSERT INTO session_procedures VALUES ('first', 'P01', 'whole', 0);
      INSERT INTO homework VALUES ('ring', 'anna', 1, 'first', '2026-09-07', 1, 'Ring Sara', '', '', '', NULL, NULL, NULL);`,
  },
  {
    brings: 'worksheets and goals',
    tables: ['goal_events', 'goals', 'worksheet_answers'],
    rows: `INSERT INTO worksheet_answers VALUES ('sheet', 'anna', 1, 'craMap', 1, '2026-09-07', 'first', '{}', 'berit',
        'Berit Exempel', 1);
      INSERT INTO goals VALUES ('goal', 'anna', 1, 1, NULL);
      INSERT INTO goal_events VALUES ('goal', 1, 'set', 1, '2026-09-07', '2026-09-07T12:00:00.000Z', 'berit',
        'Berit Exempel', '{"kind":"worded","words":"Ett eget hem"}', NULL, NULL);`,
  },
  {
    brings: 'consents and handovers',
    tables: ['consents', 'handovers'],
    rows: `INSERT INTO consents VALUES ('leave', 'anna', 1, 'waiver', 'Örebro kommun', '["goals"]', '', 'orally', '', '2026-12-01',
        '2026-09-07', 'Jag går med på det.', 'berit', 'Berit Exempel', '2026-09-07T12:00:00.000Z', NULL, NULL, NULL, NULL, NULL);
      INSERT INTO handovers VALUES ('package', 'anna', 'out', 1, 'town', 'leave', '{}', '{}',
        '${'0'.repeat(64)}', '${'1'.repeat(64)}', '2026-09-07', NULL, '');`,
  },
  {
    brings: 'the access log',
    tables: ['access_log', 'log_fault_answers'],
    rows: `INSERT INTO access_log VALUES (1, '2026-09-07T12:00:00.000Z', 'berit', 'anna', 'client.get', 'view', '',
        '${'0'.repeat(64)}');
      INSERT INTO log_fault_answers VALUES (1, 'Återställd från kopia', 'berit', 'Berit Exempel', '2026-09-07T13:00:00.000Z');`,
  },
  {
    brings: 'drafts',
    tables: ['drafts', 'earlier_drafts', 'last_places', 'typing'],
    rows: `INSERT INTO drafts VALUES ('berit', 'anna', 'session:1', '{}', 1, 'window', '2026-09-07T12:00:00.000Z');
      INSERT INTO earlier_drafts VALUES ('berit', 'anna', 'session:1', 'text', '{}', '2026-09-07T11:00:00.000Z');
      INSERT INTO last_places VALUES ('berit', '/client/anna', 'Anteckning', '2026-09-07T12:00:00.000Z');
      INSERT INTO typing VALUES ('berit', 'new-client', '{"name":"Lisa"}', '2026-09-07T12:00:00.000Z');`,
  },
  {
    brings: 'content packs',
    tables: ['content_pack_files', 'content_packs'],
    rows: `INSERT INTO content_packs VALUES ('clinicManual', '2.0.0', '2026-09-07', 1);
      INSERT INTO content_pack_files VALUES ('clinicManual', '2.0.0', 'manual.yaml', 'id: clinicManual');`,
  },
  {
    brings: 'broken glass',
    tables: ['broken_glass', 'broken_glass_told'],
    rows: `INSERT INTO broken_glass VALUES ('glass', 'anna', 'berit', 'Berit Exempel', 'Klienten ringde akut',
        '2026-09-07T12:00:00.000Z', '2026-09-07T20:00:00.000Z');
      INSERT INTO broken_glass_told VALUES ('glass', 'berit', NULL);`,
  },
  {
    brings: 'what is added to a record, and its secrecy',
    tables: ['remarks', 'secrecy_decisions', 'secrecy_defaults'],
    rows: `INSERT INTO remarks VALUES ('said', 'anna', 1, 'disagreement', 'session', 'first', 'Så var det inte.', '2026-09-08',
        'berit', 'Berit Exempel', '2026-09-08T12:00:00.000Z', 1);
      INSERT INTO secrecy_decisions VALUES ('decided', 'anna', 1, 'session', 'first', 'healthCare', 'berit', 'Berit Exempel',
        '2026-09-08T12:00:00.000Z', 1);`,
  },
  {
    brings: 'what is kept, and what was decided about it',
    tables: ['authority', 'kept_for_research', 'retention_decisions'],
    rows: `INSERT INTO authority VALUES (1, 'municipality', 'Socialnämnden', '', NULL);
      INSERT INTO retention_decisions VALUES ('decision', 'anna', 'Ä 1', 'keep', 'SoL 16 kap. 1 §', 'Hörde av sig', '2026-09-08',
        '2026-09-08', '2026-09-08T12:00:00.000Z', 'Berit Exempel', NULL, NULL, NULL);`,
  },
  {
    brings: 'the reviews of the access log',
    tables: ['log_review_additions', 'log_review_decisions', 'log_review_endings', 'log_reviews'],
    rows: `INSERT INTO log_reviews VALUES ('review', '2026-09-01', '2026-09-30', '{}', '${'0'.repeat(32)}', 1,
        '${'0'.repeat(64)}', 1, 1, '{}', 'berit', 'Berit Exempel', '2026-10-01T12:00:00.000Z');
      INSERT INTO log_review_decisions VALUES ('review', 1, 'sample:1', 'noRemark', '', 'berit', 'Berit Exempel',
        '2026-10-01T12:10:00.000Z');
      INSERT INTO log_review_endings VALUES ('review', 'signed', '', 'berit', 'Berit Exempel', '2026-10-01T12:20:00.000Z');
      INSERT INTO log_review_additions VALUES ('review', 1, 'Svar: jour.', 'berit', 'Berit Exempel',
        '2026-10-02T12:00:00.000Z');`,
  },
  {
    brings: 'what a client’s details were before, and the day of death',
    tables: ['client_changes'],
    rows: `INSERT INTO client_changes VALUES ('change', 'anna', 1, '[]', '', 'Ä 0', 'Nytt ärende', 'berit', 'Berit Exempel',
        '2026-10-02T12:00:00.000Z', 1);`,
  },
  {
    brings: 'the training register',
    tables: ['training_entries', 'training_methods', 'training_takings_back'],
    rows: `INSERT INTO training_entries VALUES ('course', 'berit', 'method', 'mi', '{}', NULL, 'berit', 'Berit Exempel',
        '2026-10-03T12:00:00.000Z');
      INSERT INTO training_takings_back VALUES ('course', 'Fel kurs', 'berit', 'Berit Exempel', '2026-10-03T12:10:00.000Z');`,
  },
  {
    brings: 'who has been merged with whom',
    tables: ['client_merges'],
    rows: `INSERT INTO client_merges VALUES ('merge', 'anna', 'another', 'R-12', '{}', '{}', '{}', '{}', 'Samma person', 'berit',
        'Berit Exempel', '2026-10-02T12:00:00.000Z', 1);`,
  },
  {
    brings: 'the count of each user’s revisions',
    tables: ['draft_revisions'],
    rows: "UPDATE draft_revisions SET latest = 9 WHERE user_id = 'berit';",
  },
  {
    brings: 'from which day to which a row of a list holds',
    tables: ['earlier_secrecy_defaults', 'earlier_words'],
    rows: `INSERT INTO earlier_words VALUES ('reasons', 'tired', '2025-12-31', 'Trött');
      INSERT INTO earlier_secrecy_defaults VALUES ('outpatient', 'goal', '2025-12-31', 'socialServices');`,
  },
  { brings: 'what a client is found by, folded', tables: [], rows: '' },
  {
    brings: 'municipalities by code, and what is kept for research by them',
    tables: ['municipalities', 'research_areas', 'research_birth_days'],
    rows: '',
    changes: { kept_for_research: 'gone', clients: [{ home_municipality: '1880', unread_municipality: '' }] },
  },
  {
    brings: 'refusals in the access log, and how often someone asks who is here',
    tables: ['questions'],
    rows: `INSERT INTO access_log VALUES (2, '2026-10-02T12:00:00.000Z', 'berit', 'anna', 'client.get', 'refused',
        'not-own-client', '${'0'.repeat(64)}');
      INSERT INTO questions VALUES ('berit', '2026-10-02T12:00:00.000Z');`,
  },
  {
    brings: 'marks on what was recorded by mistake',
    tables: ['mistakes'],
    rows: `INSERT INTO mistakes VALUES ('mark', 'anna', 1, 'session', 'first', NULL, 'wrongDay', 'Var den 8', '[]', 'berit',
        'Berit Exempel', '2026-10-02T12:00:00.000Z', NULL, NULL, NULL);`,
  },
  {
    brings: 'more kinds of number',
    tables: [],
    rows: "UPDATE clients SET number = '22950606FH20', number_kind = 'nationalReserveNumber' WHERE id = 'anna';",
  },
  {
    brings: 'the unit’s own emergency numbers',
    tables: ['emergency_numbers'],
    rows: `INSERT INTO emergency_numbers VALUES ('on-call', 'Socialjouren', '019123456', 'Dygnet runt', 1, 1);`,
  },
  {
    brings: 'proposals to remove a record',
    tables: ['retention_proposals'],
    rows: `INSERT INTO retention_proposals VALUES ('proposal', 'anna', 'Ä 1', 'SoL 16 kap. 1 §', '[]', '', '2026-09-08', '2026-11-08',
        '2026-11-08T12:00:00.000Z', 'berit', 'Berit Exempel');
      INSERT INTO retention_decisions VALUES ('agreed', 'anna', 'Ä 1', 'remove', 'SoL 16 kap. 1 §', '', '2026-09-08',
        '2026-11-09', '2026-11-09T12:00:00.000Z', 'Adam Exempel', NULL, NULL, NULL, 'proposal', '[]');`,
  },
  {
    brings: 'a running number and a reference of each client’s own',
    tables: [],
    rows: "UPDATE clients SET reference = 'Ä 1' WHERE serial = 1;",
  },
  {
    brings: 'why a package was taken on all the same',
    tables: [],
    rows: "UPDATE handovers SET taken_on_because = 'Vi tar vid efter Kumla';",
  },
  {
    brings: 'when the database got another key',
    tables: ['key_changes'],
    rows: `INSERT INTO key_changes VALUES ('2026-12-01T12:00:00.000Z', 'berit');`,
  },
  {
    brings: 'what units were called before',
    tables: ['earlier_units'],
    rows: `INSERT INTO earlier_units VALUES (1, 'town', 'Örebro stad', NULL, 'berit', 'Berit Exempel', '2026-10-02T12:00:00.000Z');`,
  },
  {
    brings: 'what changed values were before',
    tables: ['value_changes'],
    rows: `INSERT INTO value_changes VALUES ('moved', 'anna', 1, 'slot', 'slot', '{}', '{}', 'berit', 'Berit Exempel',
        '2026-10-02T12:00:00.000Z', 1, 0);`,
  },
]

const files = readdirSync(MIGRATIONS).sort()
const versionOf = (sqlite: Database) => sqlite.pragma('user_version', { simple: true })

/** A binder of that version with a row in each of its tables. */
function binderOfVersion(version: number): Database {
  const sqlite = new Sqlite(':memory:')
  for (const [index, { rows }] of VERSIONS.slice(0, version).entries()) {
    migrate(sqlite, MIGRATIONS, index + 1)
    sqlite.exec(rows)
  }
  return sqlite
}

test('migrations are numbered without gaps, and each has its test here', () => {
  expect(files.map(each => Number(each.slice(0, 4)))).toEqual(VERSIONS.map((_, index) => index + 1))
})

test.each(VERSIONS.map((each, index) => ({ ...each, version: index + 1 })))(
  'version $version brings $brings and leaves every earlier row as it was',
  ({ version, tables, rows, changes = {} }) => {
    const sqlite = binderOfVersion(version - 1)
    const before = everyRow(sqlite)

    migrate(sqlite, MIGRATIONS, version)
    const after = everyRow(sqlite)
    expect(versionOf(sqlite)).toBe(version)
    expect(Object.keys(after).filter(each => !(each in before))).toEqual(tables)
    for (const [table, then] of Object.entries<Rows[string]>({ ...before, ...changes }))
      if (then === 'gone') expect(after).not.toHaveProperty(table)
      else expect(after[table], table).toMatchObject(then)

    sqlite.exec(rows)
    for (const table of tables) expect(sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get()).not.toEqual({ n: 0 })
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
  },
)

test('an empty binder is born with the reasons of both sides and the four legal grounds, and why a stay ends', () => {
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, MIGRATIONS)
  expect(sqlite.prepare('SELECT side, count(*) AS n FROM reasons GROUP BY side ORDER BY side').all()).toEqual([
    { side: 'client', n: 11 },
    { side: 'service', n: 10 },
  ])
  expect(sqlite.prepare('SELECT code, phase FROM legal_grounds ORDER BY position').all()).toEqual([
    { code: 'lvm4', phase: 'A' },
    { code: 'lvm13', phase: 'A' },
    { code: 'lvm27', phase: 'B' },
    { code: 'sol', phase: 'C' },
  ])
  expect(sqlite.prepare('SELECT count(*) AS n, min(position) AS first FROM end_reasons').get()).toEqual({
    n: 15,
    first: 1,
  })
})

test('migrating the newest binder again changes nothing', () => {
  const sqlite = binderOfVersion(VERSIONS.length)
  const before = everyRow(sqlite)
  migrate(sqlite, MIGRATIONS)
  expect(everyRow(sqlite)).toEqual(before)
})

test.each([
  ['a unit of an unknown kind', "INSERT INTO units VALUES ('x', 'X', 'prison')"],
  ['a second row saying whose binder it is', "INSERT INTO installation (only_row, unit_id) VALUES (2, 'town')"],
  ['an idle time of an hour', 'UPDATE installation SET idle_minutes = 60'],
  [
    'the same role twice at once',
    "INSERT INTO user_roles VALUES ('berit', 'therapist', '2026-09-02', 'berit', NULL, NULL)",
  ],
  ['a role that someone ended at no time', "UPDATE user_roles SET ended_by = 'berit'"],
  ['a placement that ends before it begins', "UPDATE placements SET to_on = '2026-08-30', end_reason = 'asPlanned'"],
  ['a placement that ended for no reason', "UPDATE placements SET to_on = '2026-09-30'"],
  ['a meeting that someone came back from', "UPDATE chain_events SET kind = 'agreementMeeting'"],
  ['a no without a reason', 'UPDATE offers SET reason_code = NULL'],
  ['a yes with a reason', "UPDATE offers SET answer = 'yes'"],
  ['a nineteenth session of the manual', 'UPDATE slots SET number = 19'],
  ['a held session without minutes', 'UPDATE sessions SET minutes = NULL'],
  ['a held session with a reason why it was not', "UPDATE sessions SET reason_code = 'tired'"],
  [
    'a missed session without a reason',
    "UPDATE sessions SET outcome = 'noShow', minutes = NULL, setting = NULL, attendance = NULL",
  ],
  ['a held session without the client', 'UPDATE sessions SET attendance = NULL'],
  ['steps that are not JSON', "UPDATE sessions SET steps = 'päron'"],
  ['a ruler above ten', 'UPDATE sessions SET readiness = 11'],
  ['craving above ten', 'UPDATE sessions SET craving = 11'],
  ['homework reviewed without a session', "UPDATE homework SET done = 'yes'"],
  ['answers that are not JSON', "UPDATE worksheet_answers SET answers = 'nej'"],
  ['a goal without words', `UPDATE goal_events SET change = '{"kind":"worded","words":""}'`],
  ['a goal that begins with something else than words', `UPDATE goal_events SET change = '{"kind":"status"}'`],
  ['a goal whose first words are undone', "UPDATE goal_events SET taken_back_at = '2026-09-08', taken_back_by = 'x'"],
  ['something unheard of happening to a goal', `UPDATE goal_events SET position = 2, change = '{"kind":"wish"}'`],
  ['a review of three steps up', `UPDATE goal_events SET position = 2, change = '{"kind":"review","level":3}'`],
  ['a correction without words', "UPDATE remarks SET words = ''"],
  ['a personal number of one digit', "UPDATE clients SET number = '1'"],
])('the tables themselves refuse %s', (_what, sql) => {
  const sqlite = binderOfVersion(VERSIONS.length)
  for (const guard of ['a_signed_session_is_never_changed', 'a_remark_is_never_changed'])
    sqlite.exec(`DROP TRIGGER ${guard}`)
  const before = everyRow(sqlite)
  expect(() => sqlite.exec(sql)).toThrow(/constraint failed/)
  expect(everyRow(sqlite)).toEqual(before)
})

describe('with migrations of our own', () => {
  let folder = ''
  const add = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'arton-migrations-'))
    add(
      '0001_family.sql',
      'CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE);',
    )
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function family(): Database {
    const sqlite = new Sqlite(':memory:')
    migrate(sqlite, folder, 1)
    sqlite.exec('INSERT INTO parent VALUES (1, NULL); INSERT INTO child VALUES (1, 1), (2, 1)')
    return sqlite
  }

  test('rebuilding a table keeps the rows that point to it', () => {
    const sqlite = family()
    add(
      '0002_rebuild.sql',
      `CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '');
      INSERT INTO parent_new SELECT id, coalesce(name, '') FROM parent; DROP TABLE parent; ALTER TABLE parent_new RENAME TO parent;`,
    )
    migrate(sqlite, folder)
    expect(everyRow(sqlite)).toEqual({
      parent: [{ id: 1, name: '' }],
      child: [
        { id: 1, parent_id: 1 },
        { id: 2, parent_id: 1 },
      ],
    })
    expect(() => sqlite.exec('INSERT INTO child VALUES (3, 9)')).toThrow(/FOREIGN KEY/)
  })

  test.each([
    ['fails halfway', 'CREATE TABLE aunt (id INTEGER); INSERT INTO nowhere VALUES (1);', /no such table/],
    [
      'leaves a child without its parent',
      'CREATE TABLE aunt (id INTEGER); DELETE FROM parent;',
      /2 dangling references/,
    ],
  ])('a migration that %s is rolled back whole, and the ones before it stand', (_what, sql, why) => {
    const sqlite = family()
    const before = everyRow(sqlite)
    add('0002_pets.sql', 'CREATE TABLE pets (id INTEGER);')
    add('0003_fault.sql', sql)
    expect(() => migrate(sqlite, folder)).toThrow(why)
    expect(versionOf(sqlite)).toBe(2)
    expect(everyRow(sqlite)).toEqual({ ...before, pets: [] })
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('a binder from a newer version is named and left alone', () => {
    cpSync(MIGRATIONS, folder, { recursive: true })
    rmSync(join(folder, '0001_family.sql'))
    add(`${String(files.length + 1).padStart(4, '0')}_future.sql`, 'CREATE TABLE future (id INTEGER);')
    const sqlite = new Sqlite(':memory:')
    migrate(sqlite, folder)
    const before = everyRow(sqlite)
    expect(() => migrate(sqlite, MIGRATIONS)).toThrow(NewerDatabaseError)
    expect(versionOf(sqlite)).toBe(files.length + 1)
    expect(everyRow(sqlite)).toEqual(before)
    expect(before).toHaveProperty('future')
  })
})
