import type { Attendance, Companion, HomeworkDone, ProcedureDone, Setting, WordsFound } from './session.ts'

/** Where a session was held. */
export const settingWords: Record<Setting, string> = {
  locked: 'LVM-hem',
  section27: '§ 27-vård',
  municipality: 'Kommunens lokal',
  home: 'Hemma eller ute',
  telephone: 'Telefon eller video',
}

/** After *hölls*. */
export const settingInSentence: Record<Setting, string> = {
  locked: 'på LVM-hemmet',
  section27: 'under § 27-vård',
  municipality: 'i kommunens lokal',
  home: 'hemma eller ute',
  telephone: 'på telefon eller video',
}

/** How much of the session the client was there for. */
export const attendanceWords: Record<Attendance, string> = {
  whole: 'Hela tiden',
  late: 'Kom sent',
  leftEarly: 'Gick tidigare',
}

/** As a sentence of the note; nothing of what goes without saying. */
export const attendanceInNote: Record<Attendance, string> = {
  whole: '',
  late: 'Klienten kom när träffen hade börjat.',
  leftEarly: 'Klienten gick innan träffen var slut.',
}

/** Who was there beside the client and the therapists. */
export const companionWords: Record<Companion, string> = {
  relative: 'Närstående',
  contactPerson: 'Kontaktperson',
  coordinator: 'Samordnare',
  socialWorker: 'Socialsekreterare',
  nextTherapist: 'Nästa behandlare',
  interpreter: 'Tolk',
  other: 'Annan personal',
}

/** After *Med var också*. */
export const companionInSentence: Record<Companion, string> = {
  relative: 'en närstående',
  contactPerson: 'kontaktpersonen',
  coordinator: 'samordnaren',
  socialWorker: 'socialsekreteraren',
  nextTherapist: 'nästa behandlare',
  interpreter: 'en tolk',
  other: 'annan personal',
}

/** How much of a procedure was given. */
export const extentWords: Record<ProcedureDone['extent'], string> = { whole: 'Hela', part: 'Delvis' }

/** What became of homework. */
export const homeworkDoneWords: Record<HomeworkDone, string> = {
  yes: 'Gjord',
  partly: 'Delvis gjord',
  no: 'Inte gjord',
}

/** What words were found in, after *i*. */
export const foundInWords: Record<WordsFound['text'], string> = {
  note: 'anteckningen',
  changeTalk: 'klientens egna ord',
  takesAlong: 'vad klienten tar med sig',
  wouldChange: 'vad klienten ville ändra',
  howItWas: 'hur det var',
  addition: 'ett tillägg',
  disagreement: 'klientens avvikande uppfattning',
}

/** The client's marks on the rulers, 0 to 10. */
export const rulerWords = { importance: 'Viktighet', confidence: 'Tilltro', readiness: 'Beredskap' } as const

/** The three questions that end every session. Source: method.md sections 6 and 12, own wording. */
export const feedbackQuestions = {
  takesAlong: 'Vad tar du med dig härifrån?',
  wouldChange: 'Vad ska vi göra annorlunda nästa gång?',
  howItWas: 'Hur var det att prata om det här i dag?',
} as const

/** The rulers with their ends, as they are asked. Source: method.md section 10. */
export const rulerQuestions = {
  importance: { label: 'Viktigt', low: 'inte alls', high: 'helt' },
  confidence: { label: 'Tilltro', low: 'ingen', high: 'full' },
  readiness: { label: 'Beredd', low: 'inte alls', high: 'helt' },
} as const
