import { distinguishingNumber, maskedNumber } from '../client/personalIdentityNumber.ts'
import type { PackageCount, PackagePreview } from '../contract/handover.ts'
import type { PackageContent } from '../contract/record.ts'
import { disagreementsIn } from './packageContent.ts'

/** What a package holds, as the receiver sees it before it is taken over. */
export function previewOf(
  content: PackageContent,
  { alreadyAccepted, obstacles }: Pick<PackagePreview, 'alreadyAccepted' | 'obstacles'>,
): PackagePreview {
  const { client, changes, secrecy: _, mistakes, ...lists } = content.record
  const struck = new Set(mistakes.filter(each => each.takenBackAt === undefined).map(each => each.about.id))
  return {
    packageId: content.packageId,
    sender: { name: content.sender.name, kind: content.sender.kind },
    receiver: content.receiver.name,
    sealedOn: content.sealedOn,
    alreadyAccepted,
    client: {
      name: client.name,
      maskedNumber: maskedNumber(client.number),
      caseNumber: client.caseNumber,
      protectedIdentity: client.protectedIdentity,
    },
    parts: content.consent.parts,
    consentUntil: content.consent.validUntil,
    obstacles,
    earlierNumbers: changes.map(each => distinguishingNumber(each.earlierNumber)).filter(each => each !== ''),
    cover: content.cover,
    firstAppointment: content.firstAppointment,
    counts: Object.entries({ client: [client], ...lists }).map(([part, rows]) => {
      const total = rows.filter(each => !struck.has(each.id)).length
      return { part: part as PackageCount['part'], total, fresh: alreadyAccepted ? 0 : total }
    }),
    disagreements: disagreementsIn(content.record),
  }
}
