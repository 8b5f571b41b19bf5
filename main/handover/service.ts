import { ownersOf } from '../../db/clientTables.ts'
import { isRefusedByTables } from '../../db/refusedBy.ts'
import { insertQuestion, questionsOfHour } from '../../db/repositories/accessLog.ts'
import { clientRow, custodyOf, insertCustody } from '../../db/repositories/client.ts'
import { consentsOf } from '../../db/repositories/consent.ts'
import {
  type HandoverRow,
  handoverById,
  handoversFor,
  handoversOf,
  insertHandover,
  sentFor,
  settleHandover,
  waitingHandovers,
} from '../../db/repositories/handover.ts'
import { clientKnownBy } from '../../db/repositories/identity.ts'
import { mergedInto } from '../../db/repositories/merge.ts'
import { isUndocumented, scheduleSlot, slotsOf } from '../../db/repositories/plan.ts'
import { insertRecord, recordOf } from '../../db/repositories/record.ts'
import { insertRemark } from '../../db/repositories/remark.ts'
import { wasRemoved } from '../../db/repositories/retention.ts'
import { recordsOf } from '../../db/repositories/secrecy.ts'
import { importNames, isSameUnit, referencedNames, unitNamed } from '../../db/repositories/unit.ts'
import { allUsers } from '../../db/repositories/user.ts'
import { refuseIfAskedOften } from '../accessLog/questionWait.ts'
import { randomWords, tidyWords } from '../binder/wordCode.ts'
import { consentInForce } from '../consent/consentStatus.ts'
import type { Context, FileExport } from '../context/context.ts'
import { refuse, refuseTellingOf } from '../contract/errors.ts'
import type { Handover, PackagePreview } from '../contract/handover.ts'
import type { Checked, Output } from '../contract/index.ts'
import { type ClientRecord, type PackageContent, packageContent } from '../contract/record.ts'
import type { ClientId } from '../contract/values.ts'
import { branchesOf, keyOf, latestDecisions } from '../secrecy/branches.ts'
import { slotForFirst } from './firstSlot.ts'
import { handoverView } from './handoverView.ts'
import { withinScope } from './packageContent.ts'
import { obstaclesTo } from './packageObstacles.ts'
import { previewOf } from './packagePreview.ts'
import { hasRowsFromAhead, idsIn, isSealedAhead, isSignedBy, isSound } from './packageSound.ts'
import { isReceipt, receiptFor } from './receipt.ts'
import { fileHash, openPackage, sealPackage } from './seal.ts'

const WORDS_OF_A_PACKAGE = 7

export function listHandovers({ db, user }: Context): Handover[] {
  return handoversFor(db, user.id).map(handoverView)
}

export function handoversOfClient({ db }: Context, { clientId }: { clientId: ClientId }): Handover[] {
  return handoversOf(db, clientId).map(handoverView)
}

/** Sent and not yet confirmed. */
export function handoversWaiting({ db, user }: Context): Handover[] {
  return waitingHandovers(db, user.id).map(handoverView)
}

/** Gathers what the receiver will see, within a consent in force. Nothing is stored. */
function gatherPackage(context: Context, input: Checked<'handover.seal'>): PackageContent {
  const { db, unit, today } = context
  const consents = consentsOf(db, input.clientId)
  const consent = consentInForce(consents, input.consentId, today()) ?? refuse('consent-not-in-force')
  if (consent.kind !== 'waiver') refuse('consent-not-a-waiver')
  if (!isSameUnit(db, consent.receiver, input.receiver)) refuse('consent-not-in-force') // secrecy is lifted towards one receiver
  if (sentFor(db, input.clientId).length > 0) refuse('handover-under-way')
  const epoch = custodyOf(db, input.clientId)?.epoch ?? refuse('not-found')
  const packageId = context.newId<string>()
  const whole = recordOf(db, clientRow(db, input.clientId) ?? refuse('not-found'))
  const secrecy = [...whole.secrecy, ...healthCareByDefault(context, whole, epoch)]
  const scoped = withinScope(consent.parts, { ...whole, secrecy })
  const remarks = [...scoped.remarks, ...disagreementWith(context, packageId, epoch, input.disagreement)]
  const record = { ...scoped, remarks }
  const content: PackageContent = {
    format: 'arton-handover',
    version: 1,
    packageId,
    epoch,
    sealedOn: today(),
    sealedAt: context.now(),
    sender: unit,
    receiver: input.receiver,
    consent: { id: consent.id, parts: consent.parts, validUntil: consent.validUntil },
    cover: input.cover,
    firstAppointment: input.firstAppointment,
    receiptSecret: context.chance(32).toString('hex'),
    ...referencedNames(db, record),
    record,
  }
  if (hasRowsFromAhead(content)) refuse('written-ahead')
  if (!isSound(content) || !packageContent.safeParse(content).success) refuse('record-not-sound')
  return content
}

/**
 * What falls under health care because of the unit that wrote it. It travels as a decision of the one who seals, so that
 * the receiver's unit, where other things are usual, does not take it for its own kind.
 */
function healthCareByDefault(context: Context, { client, secrecy, remarks }: ClientRecord, epoch: number) {
  const decided = latestDecisions(secrecy)
  const refs = recordsOf(context.db, client.id)
  const branches = branchesOf(refs, secrecy, remarks)
  return refs
    .filter(each => branches.get(keyOf(each)) === 'healthCare' && !decided.has(keyOf(each)))
    .map(({ kind, id }) => ({
      id: context.newId<string>(),
      epoch,
      about: { kind, id },
      branch: 'healthCare' as const,
      authorId: context.user.id,
      authorName: context.user.name,
      decidedAt: context.now(),
    }))
}

/** That the client sees the handover itself otherwise: added to it at both ends. */
function disagreementWith(context: Context, packageId: string, epoch: number, words: string): ClientRecord['remarks'] {
  if (words === '') return []
  const { newId, today, now, user } = context
  const about = { kind: 'handover', id: packageId } as const
  const author = { authorId: user.id, authorName: user.name }
  return [{ id: newId<string>(), epoch, kind: 'disagreement', about, words, on: today(), ...author, writtenAt: now() }]
}

/** Gathers, and once the user has said where, seals; stored as sent when the file is there. Nobody learns words that open nothing. */
export function seal(context: Context, input: Checked<'handover.seal'>): FileExport<Output<'handover.seal'>> {
  const content = gatherPackage(context, input)
  const { packageId } = content
  const name = `overlamning-${packageId.slice(0, 8)}.arton`
  return {
    name,
    none: { packageId, words: [], fileName: name, saved: false },
    async make() {
      const words = randomWords(WORDS_OF_A_PACKAGE, context.chance)
      const bytes = await sealPackage(content, words.join(' '), context.sealingWork)
      const store = () => {
        storeSent(context, input, content, bytes)
        return { packageId, words, fileName: name, saved: true }
      }
      return { bytes, store }
    },
  }
}

function storeSent(context: Context, input: Checked<'handover.seal'>, content: PackageContent, file: Uint8Array) {
  if (sentFor(context.db, input.clientId).length > 0) refuse('handover-under-way')
  const consents = consentsOf(context.db, input.clientId) // taken back, perhaps, while the user chose where
  if (consentInForce(consents, input.consentId, context.today()) === undefined) refuse('consent-not-in-force')
  insertHandover(context.db, {
    packageId: content.packageId,
    clientId: input.clientId,
    direction: 'out',
    epoch: content.epoch,
    otherUnit: unitNamed(context.db, input.receiver, context.newId()).id,
    consentId: content.consent.id,
    cover: content.cover,
    firstAppointment: content.firstAppointment,
    fileHash: fileHash(file),
    receiptSecret: content.receiptSecret,
    on: context.today(),
    settledOn: null,
    readBack: '',
    takenOnBecause: '',
  })
  for (const each of content.record.remarks.filter(({ about }) => about.kind === 'handover'))
    insertRemark(context.db, { ...each, clientId: input.clientId })
}

/** Opens a file for the receiver. */
export function openFile({ sealingWork }: Context, input: Checked<'handover.preview'>): Promise<PackageContent> {
  return openPackage(Buffer.from(input.file, 'base64'), tidyWords(input.words), sealingWork)
}

/** What accepting would bring. Nothing is stored but that someone asked. */
export function previewPackage(context: Context, content: PackageContent): PackagePreview {
  const { db, user, unit, now, today } = context
  const alreadyAccepted = canBeAccepted(context, content, [content.record.client.number]) === 'already'
  insertQuestion(db, user.id, now())
  const obstacles = alreadyAccepted ? [] : obstaclesTo(content, unit, today())
  return previewOf(content, { alreadyAccepted, obstacles })
}

/**
 * Refuses a package of our own, one that no binder sealed so, and a client who came here another way; says whether it is here
 * already. That is a question whether someone is in the binder, so it comes last and is made to wait: of the client's own
 * number only, and before it is accepted of those they had too.
 */
function canBeAccepted(context: Context, content: PackageContent, numbers: readonly string[]) {
  const { db, unit, user, now } = context
  const { client } = content.record
  if (content.sender.id === unit.id) refuse('package-own')
  if (isSealedAhead(content, now())) refuse('package-ahead')
  if (!isSound(content)) refuse('package-damaged')
  const at = now()
  refuseIfAskedOften(questionsOfHour(db, user.id, at), at)
  const known = handoverById(db, content.packageId)?.handover
  if (known?.clientId === client.id && known.receiptSecret === content.receiptSecret) return 'already'
  if (known !== undefined) refuseTellingOf([known.clientId], 'package-damaged')
  const byNumber = numbers.flatMap(each => (each === '' ? [] : (clientKnownBy(db, each)?.id ?? [])))
  const byId = clientRow(db, client.id)?.id ?? mergedInto(db, client.id)?.id ?? []
  const here = new Set([byId, byNumber].flat())
  if (here.size > 0) refuseTellingOf([...here], 'client-already-here')
  const users = new Set(allUsers(db).map(each => each.id))
  if (isSignedBy(content, users) && !wasRemoved(db, client.id)) refuse('package-damaged')
  return 'new'
}

const numbersOf = ({ client, changes }: ClientRecord) => [client.number, ...changes.map(each => each.earlierNumber)]

/** Takes over the record: epoch n + 1 is ours. Accepting the same package twice changes nothing. */
export function acceptPackage(
  context: Context,
  content: PackageContent,
  { file, readBack, takenOnBecause }: Checked<'handover.accept'>,
): Output<'handover.accept'> {
  const { db } = context
  const clientId = content.record.client.id
  const receipt = receiptFor(content.packageId, content.receiptSecret)
  refuseUnlessTakenOn(context, content, takenOnBecause)
  if (canBeAccepted(context, content, numbersOf(content.record)) === 'already') return { clientId, receipt, changed: 0 }
  const owners = ownersOf(db, idsIn(content.record))
  if (owners.length > 0) refuseTellingOf(owners, 'package-damaged')

  try {
    const settled = { fileHash: fileHash(Buffer.from(file, 'base64')), readBack, takenOnBecause }
    return { clientId, receipt, changed: storePackage(context, content, settled) }
  } catch (error) {
    if (isRefusedByTables(error)) refuse('package-damaged') // well-formed, yet nothing that a binder can hold
    throw error
  }
}

/** One that was sent to another unit, or under a consent that has expired, is taken on by someone who says why. */
function refuseUnlessTakenOn({ db, unit, today }: Context, content: PackageContent, because: string): void {
  if (because !== '' || handoverById(db, content.packageId) !== undefined) return
  const obstacles = obstaclesTo(content, unit, today())
  if (obstacles.includes('otherReceiver')) refuse('package-other-receiver', { receiver: content.receiver.name })
  const { validUntil } = content.consent
  if (obstacles.includes('consentExpired')) refuse('package-consent-expired', { validUntil })
}

/** Writes the record, who held it, who holds it now, and the package; returns how many rows the record has. */
function storePackage(
  context: Context,
  { packageId, epoch, sealedOn: on, sender, record, consent, cover, firstAppointment, ...content }: PackageContent,
  settled: Pick<HandoverRow, 'fileHash' | 'readBack' | 'takenOnBecause'>,
): number {
  const { db, unit, user, today } = context
  const clientId = record.client.id
  const names = importNames(db, sender, content, record)
  const changed = insertRecord(db, record, { therapistId: user.id, addedOn: today() }, names)
  const otherUnit = names.unitIds.get(sender.id) ?? sender.id
  insertCustody(db, { clientId, epoch, unitId: otherUnit, sinceOn: on, packageId: null })
  insertCustody(db, { clientId, epoch: epoch + 1, unitId: unit.id, sinceOn: today(), packageId })
  insertHandover(db, {
    packageId,
    clientId,
    direction: 'in',
    epoch,
    otherUnit,
    consentId: consent.id,
    cover,
    firstAppointment,
    receiptSecret: content.receiptSecret,
    on,
    settledOn: today(),
    ...settled,
  })
  planFirstAppointment(context, clientId, firstAppointment)
  return changed
}

/** The booked time, in the plan: at an open session that waits for no outcome. */
function planFirstAppointment(
  { db, unit, today }: Context,
  clientId: ClientId,
  first: PackageContent['firstAppointment'],
): void {
  if (!first.booked) return
  const open = slotsOf(db, clientId).filter(each => each.latest?.outcome !== 'held')
  if (open.some(each => each.slot.plannedOn === first.on)) return
  const free = open.flatMap(({ slot }) => (isUndocumented(slot, today()) ? [] : [slot]))
  const chosen = slotForFirst(free, unit.kind)
  if (chosen === undefined) return
  const { on: plannedOn, at: plannedAt, where: plannedWhere, withWhom: plannedWith } = first
  scheduleSlot(db, clientId, chosen.id, { plannedOn, plannedAt, plannedWhere, plannedWith })
}

/** Takes the receiver's receipt: from now on the record is theirs, and can only be read here. */
export function confirmReceipt({ db, today }: Context, input: Checked<'handover.confirm'>): Handover {
  const { clientId, packageId, receipt } = input
  const found = handoverById(db, packageId)?.handover
  if (found?.clientId !== clientId || found.direction !== 'out') return refuse('handover-not-sent')
  if (!isReceipt(receipt, packageId, found.receiptSecret)) refuse('receipt-wrong')
  settleHandover(db, packageId, today())
  insertCustody(db, { clientId, epoch: found.epoch + 1, unitId: found.otherUnit, sinceOn: today(), packageId })
  return handoverView(handoverById(db, packageId) ?? refuse('not-found'))
}
