import type { PackageCount } from './handover.ts'
import type { HeldKind } from './merge.ts'
import type { MistakeAbout } from './mistake.ts'
import type { RemarkAbout } from './remark.ts'
import type { SecrecyAbout } from './secrecy.ts'

/** A record of one kind: what a remark or a decision about secrecy concerns. */
export const recordWords: Record<RemarkAbout['kind'] | SecrecyAbout['kind'] | MistakeAbout['kind'], string> = {
  session: 'Träff',
  goal: 'Mål',
  plan: 'Planen',
  offer: 'Erbjudande',
  worksheet: 'Arbetsblad',
  chainEvent: 'Händelse i vårdkedjan',
  consent: 'Samtycke',
  handover: 'Överlämning',
  remark: 'Tillägg',
  homework: 'Hemuppgift',
  placement: 'Placering',
}

/** What a remark concerns, after *om*. */
export const recordInSentence: Record<RemarkAbout['kind'], string> = {
  session: 'en träff',
  goal: 'ett mål',
  plan: 'planen',
  offer: 'ett erbjudande',
  worksheet: 'ett arbetsblad',
  chainEvent: 'en händelse i vårdkedjan',
  consent: 'ett samtycke',
  handover: 'överlämningen',
}

/** After a number: one of what a record holds, and several. */
export const recordCountWords: Record<HeldKind | PackageCount['part'], readonly [one: string, several: string]> = {
  client: ['klient', 'klienter'],
  placements: ['placering', 'placeringar'],
  chainEvents: ['händelse i vårdkedjan', 'händelser i vårdkedjan'],
  slots: ['plats i planen', 'platser i planen'],
  sessions: ['dokumenterad träff', 'dokumenterade träffar'],
  homework: ['hemuppgift', 'hemuppgifter'],
  goals: ['mål', 'mål'],
  worksheets: ['ifyllt arbetsblad', 'ifyllda arbetsblad'],
  offers: ['erbjudande', 'erbjudanden'],
  consents: ['samtycke', 'samtycken'],
  remarks: ['tillägg', 'tillägg'],
  handovers: ['överlämning', 'överlämningar'],
  drafts: ['utkast', 'utkast'],
}
