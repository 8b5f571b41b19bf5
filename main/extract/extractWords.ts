/** How a table is told of in a register extract: its heading, what comes first, and each column's label. */
export type TableWords = {
  readonly title: string
  /** The column that its rows are ordered by. */
  readonly order: string
  /** What a row is headed by: the values of these columns. */
  readonly heads: readonly string[]
  /** Null leaves a column out: an id, a number that only the program uses, or what the heading says. */
  readonly columns: Readonly<Record<string, string | null>>
}

const UNSAID = { id: null, client_id: null, epoch: null, sequence: null, author_id: null } as const
const WRITER = { author_name: 'Skrivet av' } as const

/** In the order of the pages. A table or column without words here fails a test. */
export const TABLE_WORDS: Readonly<Record<string, TableWords>> = {
  clients: {
    ...{ title: 'Personuppgifter', order: 'added_on', heads: ['name'] },
    columns: {
      ...{ id: null, name: null, name_key: null, number: 'Nummer', number_kind: 'Slag av nummer' },
      ...{ case_number: 'Ärendenummer', sex: 'Kön', home_municipality: 'Hemkommun' },
      ...{ protected_identity: 'Skyddade personuppgifter', therapist_id: 'Ansvarig behandlare' },
      ...{ coordinator: 'Samordnare', coordinator_id: 'Samordnare här', added_on: 'Inlagd' },
      died_on: 'Avliden',
    },
  },
  client_changes: {
    ...{ title: 'Ändrade uppgifter', order: 'sequence', heads: ['changed_at'] },
    columns: {
      ...{ ...UNSAID, changes: 'Ändring', earlier_number: null, earlier_case_number: null, reason: 'Skäl eller källa' },
      ...{ ...WRITER, changed_at: null },
    },
  },
  client_merges: {
    ...{ title: 'Sammanfogningar', order: 'merged_at', heads: ['merged_at', 'reference'] },
    columns: {
      ...{ id: null, client_id: null, merged_id: null, reference: null, finished: null, author_id: null, moved: null },
      ...{ kept_before: 'Uppgifterna före', merged_before: 'Den andras uppgifter före', folded: 'Den andras plan' },
      ...{ reason: 'Skäl', ...WRITER, merged_at: null },
    },
  },
  custodies: {
    ...{ title: 'Vem som har haft uppgifterna', order: 'epoch', heads: ['unit_id'] },
    columns: { client_id: null, epoch: null, unit_id: null, since_on: 'Sedan', package_id: null },
  },
  placements: {
    ...{ title: 'Placeringar', order: 'from_on', heads: ['legal_ground', 'unit_id'] },
    columns: {
      ...{ id: null, client_id: null, epoch: null, legal_ground: null, unit_id: null, applied_by: 'Ansökt av' },
      ...{
        from_on: 'Från',
        judged_on: 'Dom',
        planned_to_on: 'Planerat slut',
        to_on: 'Till',
        end_reason: 'Skäl till slutet',
      },
    },
  },
  chain_events: {
    ...{ title: 'Händelser i vårdkedjan', order: 'from_on', heads: ['from_on', 'kind'] },
    columns: {
      ...{
        ...UNSAID,
        kind: null,
        from_on: null,
        back_on: 'Tillbaka',
        words: 'Anteckning',
        ...WRITER,
        struck_on: 'Struken',
      },
    },
  },
  offers: {
    ...{ title: 'Erbjudanden', order: 'sequence', heads: ['made_on', 'offered'] },
    columns: {
      ...{
        ...UNSAID,
        placement_id: null,
        superseded: null,
        offered: null,
        made_on: null,
        answer: 'Svar',
        manner: 'Hur',
      },
      ...{ reason_code: 'Skäl', ask_again_on: 'Frågas igen', ...WRITER },
    },
  },
  slots: {
    ...{ title: 'Planen', order: 'number', heads: ['number'] },
    columns: {
      ...{ id: null, client_id: null, number: null, planned_on: 'Planerad', planned_at: 'Klockslag' },
      ...{ planned_where: 'Plats', planned_with: 'Med', settled_through: null, offer_again_on: 'Erbjuds på nytt' },
    },
  },
  sessions: {
    ...{ title: 'Träffar', order: 'signed_at', heads: ['settled_on', 'slot_id', 'outcome'] },
    columns: {
      ...{
        ...UNSAID,
        slot_id: null,
        attempt: null,
        outcome: null,
        settled_on: null,
        minutes: 'Minuter',
        setting: 'Plats',
      },
      ...{ attendance: 'Närvaro', present: 'Också med', co_therapists: 'Fler behandlare', steps: 'Steg och minuter' },
      ...{
        reason_code: 'Skäl',
        offer_again_on: 'Erbjuds på nytt',
        craving: 'Sug, 0–10',
        importance: 'Viktighet, 0–10',
      },
      ...{ confidence: 'Tilltro, 0–10', readiness: 'Beredskap, 0–10', change_talk: 'Egna ord' },
      ...{ takes_along: 'Tar med sig', would_change: 'Skulle ändra', how_it_was: 'Hur det var', note: 'Anteckning' },
      ...{ manual_version: 'Manual', ...WRITER, signed_at: 'Signerad' },
    },
  },
  session_procedures: {
    ...{ title: 'Det vi arbetade med', order: 'code', heads: ['session_id', 'code'] },
    columns: { session_id: null, code: null, extent: 'Omfattning', role_plays: 'Rollspel' },
  },
  homework: {
    ...{ title: 'Hemuppgifter', order: 'given_on', heads: ['given_on', 'what'] },
    columns: {
      ...{ id: null, client_id: null, epoch: null, given_in: null, given_on: null, position: null, what: null },
      ...{
        at_when: 'När',
        at_where: 'Var',
        with_whom: 'Med vem',
        reviewed_in: null,
        reviewed_on: 'Följdes upp',
        done: 'Gjord',
      },
    },
  },
  worksheet_answers: {
    ...{ title: 'Arbetsblad och övningar', order: 'sequence', heads: ['answered_on', 'form_id'] },
    columns: {
      ...{
        ...UNSAID,
        form_id: null,
        form_version: null,
        answered_on: null,
        session_id: null,
        answers: 'Svar',
        ...WRITER,
      },
    },
  },
  goals: {
    ...{ title: 'Mål', order: 'sequence', heads: ['id'] },
    columns: { id: null, client_id: null, epoch: null, sequence: null, review_on: 'Följs upp' },
  },
  goal_events: {
    ...{ title: 'Vad som hänt med målen', order: 'written_at', heads: ['happened_on', 'goal_id'] },
    columns: {
      ...{
        goal_id: null,
        position: null,
        id: null,
        epoch: null,
        author_id: null,
        happened_on: null,
        written_at: 'Skrivet',
      },
      ...{ ...WRITER, change: 'Vad', taken_back_at: 'Ångrat', taken_back_by: 'Ångrat av' },
    },
  },
  remarks: {
    ...{
      title: 'Rättelser, tillägg och avvikande uppfattning',
      order: 'sequence',
      heads: ['said_on', 'about_id', 'kind'],
    },
    columns: {
      ...{ ...UNSAID, kind: null, about_kind: 'Gäller', about_id: null, words: 'Ord', said_on: null, ...WRITER },
      written_at: 'Skrivet',
    },
  },
  secrecy_decisions: {
    ...{ title: 'Beslut om sekretess', order: 'sequence', heads: ['about_id'] },
    columns: {
      ...{ ...UNSAID, about_kind: 'Gäller', about_id: null, branch: 'Sekretess', ...WRITER, decided_at: 'Beslutat' },
    },
  },
  consents: {
    ...{ title: 'Samtycken', order: 'given_on', heads: ['given_on', 'receiver'] },
    columns: {
      ...{
        id: null,
        client_id: null,
        epoch: null,
        kind: 'Samtycke till',
        receiver: null,
        parts: 'Omfattar',
        concerns: 'Planen handlar om',
        manner: 'Hur',
        witness: 'Bevittnat av',
      },
      ...{ valid_until: 'Gäller till', given_on: null, text: 'Så stod det', ...WRITER, written_at: 'Antecknat' },
      ...{ withdrawn_on: 'Tillbakataget', withdrawn_words: 'Med egna ord', withdrawn_by: 'Antecknat av' },
      ...{ author_id: null, withdrawn_by_id: null, withdrawn_at: null },
    },
  },
  handovers: {
    ...{ title: 'Överlämningar', order: 'made_on', heads: ['made_on', 'direction', 'other_unit'] },
    columns: {
      ...{
        package_id: 'Paketets nummer',
        client_id: null,
        direction: null,
        epoch: null,
        other_unit: null,
        consent_id: null,
      },
      ...{ cover: 'Försättsblad', first_appointment: 'Första träffen', file_hash: 'Filens kontrollsumma' },
      ...{ receipt_secret: null, made_on: null, settled_on: 'Kvitterad', read_back: 'Återberättelse' },
    },
  },
  broken_glass: {
    ...{ title: 'Öppnat med nödåtkomst', order: 'at', heads: ['at', 'user_name'] },
    columns: {
      ...{ id: null, client_id: null, user_id: null, user_name: null, reason: 'Skäl', at: null, until: 'Till' },
    },
  },
  broken_glass_told: {
    ...{ title: 'Vem som fick veta om nödåtkomsten', order: 'user_id', heads: ['user_id'] },
    columns: { glass_id: null, user_id: null, seen_at: 'Såg det' },
  },
  assignments: {
    ...{ title: 'Byten av ansvarig', order: 'assigned_at', heads: ['assigned_at', 'author_name'] },
    columns: {
      ...{ id: null, client_id: null, from_therapist_id: 'Behandlare förut', from_coordinator_id: 'Samordnare förut' },
      ...{ therapist_id: 'Behandlare', coordinator_id: 'Samordnare', reason: 'Skäl', assigned_at: null },
      ...{ author_id: null, author_name: null },
    },
  },
  assignments_told: {
    ...{ title: 'Vem som fick veta om bytet', order: 'user_id', heads: ['user_id'] },
    columns: { assignment_id: null, user_id: null, seen_at: 'Såg det' },
  },
  drafts: {
    ...{ title: 'Påbörjat och inte signerat', order: 'saved_at', heads: ['saved_at', 'user_id'] },
    columns: {
      ...{ user_id: null, client_id: null, place: null, content: 'Utkast', revision: null, window_id: null },
      saved_at: null,
    },
  },
  earlier_drafts: {
    ...{ title: 'Tidigare utkast', order: 'saved_at', heads: ['saved_at', 'user_id'] },
    columns: { user_id: null, client_id: null, place: null, id: null, content: 'Utkast', saved_at: null },
  },
}

/** Told on a page of its own, summed up: `accessSummary.ts`. */
export const TOLD_ELSEWHERE: readonly string[] = ['access_log', 'log_fault_answers']
