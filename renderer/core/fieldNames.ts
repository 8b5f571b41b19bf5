import { coverWords } from '../../main/contract/handoverWords.ts'

/** What the fields of the contract are called on screen; with its operation first where one word means several things. */
const names: Record<string, string> = {
  // who
  name: 'Namnet',
  userName: 'Ditt namn',
  unitName: 'Enhetens namn',
  'unit.name': 'Enheten',
  'placement.unit.name': 'Enheten',
  'appliedBy.name': 'Den som ansökte',
  'placement.appliedBy.name': 'Den som ansökte',
  number: 'Personnumret',
  caseNumber: 'Ärendenumret',
  homeMunicipality: 'Hemkommunen',
  coordinator: 'Samordnaren',
  coTherapists: 'Medbehandlarna',
  'receiver.name': 'Mottagaren',
  'consent.give receiver': 'Mottagaren',
  witness: 'Vittnet',
  controller: 'Personuppgiftsansvarig',
  roles: 'Rollerna (minst en)',

  // coming in
  passphrase: 'Lösenfrasen (minst 12 tecken)',
  current: 'Lösenfrasen',
  next: 'Den nya lösenfrasen (minst 12 tecken)',
  'recoverySheet.test words': 'Orden från bladet',

  // days, times and choices
  on: 'Dagen',
  restOn: 'Dagen för resten av träffen',
  minutes: 'Minuterna (5–240)',
  validUntil: 'Slutdagen',
  reasonCode: 'Skälet',
  reason: 'Skälet',
  source: 'Källan',
  reference: 'Det du skrev för att bekräfta',
  decision: 'Beslutet',
  plannedWhere: 'Platsen',
  plannedWith: 'Den träffen är med',

  // the session
  note: 'Anteckningen',
  changeTalk: 'Förändringspratet',
  takesAlong: 'Svaret på vad klienten tar med sig',
  wouldChange: 'Svaret på vad som kunde varit annorlunda',
  howItWas: 'Svaret på hur det var',
  'homeworkGiven.what': 'Hemuppgiften',
  'homeworkGiven.when': 'När hemuppgiften görs',
  'homeworkGiven.where': 'Var hemuppgiften görs',
  'homeworkGiven.withWhom': 'Vem hemuppgiften görs med',

  // goals
  'goal.set words': 'Målet med klientens ord',
  'goal.reword words': 'Målet med klientens ord',
  wording: 'Målet som det formulerats',
  obstacle: 'Hindret',
  plan: 'Vad klienten gör när hindret kommer',
  levels: 'Nivån',
  'steps.what': 'Steget',
  'steps.who': 'Vem som gör steget',
  whatHelped: 'Vad som gjorde att det gick',
  comment: 'Klientens ord om hur det går',

  // what is added, agreed and handed over
  'remark.add words': 'Texten',
  'chainEvent.record words': 'Orden om händelsen',
  'consent.withdraw words': 'Klientens ord om varför',
  concerns: 'Vad planen handlar om',
  disagreement: 'Vad klienten ser annorlunda',
  receipt: 'Kvittensen',
  readBack: 'Återberättelsen',
  takenOnBecause: 'Varför ni tar emot ändå',
  hours: 'När någon svarar',
  'handover.preview words': 'Orden från avsändaren',
  'handover.accept words': 'Orden från avsändaren',
  'firstAppointment.withWhom': 'Den första tiden är med',
  'firstAppointment.where': 'Platsen för den första tiden',
  'firstAppointment.reason': 'Skälet till att ingen tid är bokad',
  'cover.situation': coverWords.situation,
  'cover.done': coverWords.done,
  'cover.next': coverWords.next,
  'cover.watchFor': coverWords.watchFor,
  'cover.clientWords': coverWords.clientWords,

  // training
  'content.what': 'Utbildningen',
  'content.givenBy': 'Den som höll utbildningen',
  'content.level': 'Nivån',
  'content.by': 'Den som bedömde',
  'content.judged': 'Bedömningen',

  // the log, and what is sought
  'accessLog.answerFault words': 'Svaret om felet',
  'logReview.decide words': 'Vad som ska frågas eller anmälas',
  'logReview.sign words': 'Sammanfattningen',
  'logReview.breakOff words': 'Skälet till att avbryta',
  'logReview.add words': 'Tillägget',
  'list.add words': 'Radens ord',
  'list.reword words': 'Radens ord',
  'mistake.mark words': 'Orden om varför',
  'emergencyNumber.add words': 'Vem som svarar',
  'emergencyNumber.change words': 'Vem som svarar',
  'emergencyNumber.add number': 'Numret',
  'emergencyNumber.change number': 'Numret',
  names: 'Namnen',
  words: 'Sökorden',
  files: 'Manualens filer',
  'files.text': 'En fil i manualen',
  file: 'Filen',
}

/** The field as the screen calls it. */
export function fieldName(field: string, method = ''): string {
  return names[`${method} ${field}`] ?? names[field] ?? 'En uppgift'
}
