import {
  allEndReasons,
  allLegalGrounds,
  allReasons,
  changeSecrecyDefault,
  endListEntry,
  insertListEntry,
  isUsedSince,
  rewordListEntry,
  secrecyDefaultsWithEarlier,
} from '../../db/repositories/list.ts'
import {
  areaName,
  endResearchAreaRow,
  insertResearchArea,
  researchAreaRows,
  researchRuleOn,
} from '../../db/repositories/municipality.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { daysAfter, laterOf } from '../calendar/days.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import { REASON_UNKNOWN } from '../contract/feeds.ts'
import { folded } from '../contract/folding.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { ListName, ResearchArea, SecrecyDefault } from '../contract/list.ts'
import { isForeign } from '../contract/validity.ts'
import type { Day } from '../contract/values.ts'
import { codeFrom } from './codeFrom.ts'

type Listed = Output<'list.add'>

function rowsOf({ db }: Context, list: ListName): Listed[] {
  return { reasons: allReasons, legalGrounds: allLegalGrounds, endReasons: allEndReasons }[list](db)
}

function entryOf(context: Context, { list, code }: { list: ListName; code: string }): Listed {
  const row = rowsOf(context, list).find(each => each.code === code)
  return row === undefined || isForeign(row) ? refuse('not-found') : row
}

/** Reasons are chosen from one side at a time. */
const sideOf = (row: object) => ('side' in row ? row.side : undefined)

/** Two rows that can be chosen at once must be told apart. */
function refuseSameWords(others: readonly Listed[], words: string, fromOn: Day): void {
  if (others.some(each => (each.toOn ?? fromOn) >= fromOn && folded(each.words) === folded(words)))
    refuse('list-words-taken')
}

export function addToList(context: Context, input: Checked<'list.add'>): Listed {
  const others = rowsOf(context, input.list).filter(each => sideOf(each) === sideOf(input))
  refuseSameWords(others, input.words, input.fromOn)
  const code = codeFrom(input.words, context.newId<string>())
  insertListEntry(context.db, { ...input, code })
  return entryOf(context, { list: input.list, code })
}

/** The last day a row may be chosen. Something must be left to choose, on either side. */
export function endInList(context: Context, { list, code, toOn }: Checked<'list.end'>): Listed {
  const row = entryOf(context, { list, code })
  if (toOn !== undefined) {
    if (code === REASON_UNKNOWN) refuse('list-entry-needed')
    if (row.fromOn !== undefined && toOn < row.fromOn) refuse('list-day-too-early')
    const left = rowsOf(context, list).filter(each => each.code !== code && sideOf(each) === sideOf(row))
    const next = (each: Listed) => each.toOn === undefined && (each.fromOn ?? toOn) <= toOn
    if (!left.some(next)) refuse('list-would-be-empty')
  }
  endListEntry(context.db, list, code, toOn ?? null)
  return entryOf(context, { list, code })
}

/** Other words from a day on. What has been recorded keeps its own, so no record may have the row from that day on. */
export function rewordInList(context: Context, { list, code, words, fromOn }: Checked<'list.reword'>): Listed {
  const row = entryOf(context, { list, code })
  const oldToOn = daysAfter(fromOn, -1)
  const changedOn = row.earlier.at(-1)?.toOn
  if (fromOn <= (row.fromOn ?? '') || oldToOn < (changedOn ?? '')) refuse('list-day-too-early')
  if (words === row.words) refuse('nothing-changed')
  if (isUsedSince(context.db, list, code, fromOn)) refuse('list-word-used')
  const others = rowsOf(context, list).filter(each => each.code !== code && sideOf(each) === sideOf(row))
  refuseSameWords(others, words, fromOn)
  rewordListEntry(context.db, { list, code, words, oldToOn })
  return entryOf(context, { list, code })
}

export function secrecyDefaultsInForce({ db }: Context): SecrecyDefault[] {
  return secrecyDefaultsWithEarlier(db)
}

/** Another branch from today on or later: what has been recorded before falls where it fell. */
export function setSecrecyDefault(context: Context, input: Checked<'list.setSecrecyDefault'>): SecrecyDefault {
  const { unitKind, recordKind, branch, fromOn } = input
  const found = () =>
    secrecyDefaultsWithEarlier(context.db).find(each => each.unitKind === unitKind && each.recordKind === recordKind) ??
    refuse('not-found')
  const now = found()
  const oldToOn = daysAfter(fromOn, -1)
  if (fromOn < context.today() || oldToOn < (now.earlier.at(-1)?.toOn ?? '')) refuse('list-day-too-early')
  if (now.branch === branch) refuse('nothing-changed')
  changeSecrecyDefault(context.db, { unitKind, recordKind, branch }, oldToOn)
  return found()
}

/** The counties and municipalities whose records are kept for research, also those that no longer are, and the birth days of elsewhere. */
export function listResearchAreas(context: Context): Output<'list.researchAreas'> {
  const { birthDays } = researchRuleOn(context.db, context.today())
  return { areas: areasOf(context), birthDays: [...birthDays] }
}

function areasOf({ db }: Context): ResearchArea[] {
  return researchAreaRows(db).map(each => withoutNulls({ ...each, name: areaName(db, each.code) ?? each.code }))
}

function areaOf(context: Context, code: string, fromOn: string): ResearchArea {
  return areasOf(context).find(each => each.code === code && each.fromOn === fromOn) ?? refuse('not-found')
}

/** A county or municipality, once at a time. */
export function addResearchArea(context: Context, { code, fromOn }: Checked<'list.addResearchArea'>): ResearchArea {
  if (areaName(context.db, code) === undefined) refuse('not-found')
  const same = areasOf(context).filter(each => each.code === code)
  if (same.some(each => (each.toOn ?? fromOn) >= fromOn)) refuse('list-words-taken')
  insertResearchArea(context.db, code, fromOn)
  return areaOf(context, code, fromOn)
}

/** What is kept today is kept today: an end lies on today or later. */
export function endResearchArea(context: Context, input: Checked<'list.endResearchArea'>): ResearchArea {
  const { code, fromOn, toOn } = input
  const area = areaOf(context, code, fromOn)
  if (toOn !== undefined && toOn < laterOf(context.today(), fromOn)) refuse('list-day-too-early')
  const later = areasOf(context).some(each => each.code === area.code && each.fromOn > fromOn)
  if (toOn === undefined && later) refuse('list-words-taken')
  endResearchAreaRow(context.db, code, fromOn, toOn ?? null)
  return areaOf(context, code, fromOn)
}
