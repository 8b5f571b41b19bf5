import type { Attendance, Companion, HomeworkDone, Setting } from '../../main/contract/session.ts'

export const settingText: Record<Setting, string> = {
  locked: 'LVM-hem',
  section27: '§ 27-vård',
  municipality: 'Kommunens lokal',
  home: 'Hemma eller ute',
  telephone: 'Telefon eller video',
}

export const attendanceText: Record<Attendance, string> = {
  whole: 'Hela tiden',
  late: 'Kom sent',
  leftEarly: 'Gick tidigare',
}

export const companionText: Record<Companion, string> = {
  relative: 'Anhörig',
  contactPerson: 'Kontaktperson',
  coordinator: 'Samordnare',
  socialWorker: 'Socialsekreterare',
  nextTherapist: 'Nästa behandlare',
  interpreter: 'Tolk',
  other: 'Annan personal',
}

/** The rulers with their ends, as they are asked. */
export const rulerText = {
  importance: { label: 'Viktigt', low: 'inte alls', high: 'helt' },
  confidence: { label: 'Tilltro', low: 'ingen', high: 'full' },
  readiness: { label: 'Beredd', low: 'inte alls', high: 'helt' },
} as const

export const homeworkDoneText: Record<HomeworkDone, string> = { yes: 'Gjord', partly: 'Delvis', no: 'Inte gjord' }
