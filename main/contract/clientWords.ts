import type { NumberKind, Sex } from './client.ts'
import type { NumberFault } from './personalNumber.ts'

export const sexWords: Record<Sex, string> = { woman: 'Kvinna', man: 'Man' }

/** What a client's number is. */
export const numberKindWords: Record<NumberKind, string> = {
  personalIdentityNumber: 'Personnummer',
  coordinationNumber: 'Samordningsnummer',
  nationalReserveNumber: 'Nationellt reservnummer',
  interimNumber: 'Interimsnummer',
  none: 'Inget',
}

/** What is wrong in a number, as the beginning of what the reader is told. */
export const numberFaultWords: Record<NumberFault, string> = {
  signs: 'Numret innehåller ett tecken som inte hör dit.',
  length: 'Numret ska ha tio eller tolv siffror. Ett nationellt reservnummer skrivs med alla tolv tecken.',
  century: 'Årtalet stämmer inte: det ligger för långt tillbaka, eller seklet är fel.',
  month: 'Månaden i numret finns inte.',
  day: 'Dagen i numret finns inte. I ett samordningsnummer är dagen 60 högre än i almanackan.',
  future: 'Födelsedagen ligger framåt i tiden. Skriv alla tolv siffror, eller plus för den som fyllt hundra.',
  serial: 'De tre siffrorna före den sista kan inte vara 000.',
  checkDigit: 'Den sista siffran (kontrollsiffran) stämmer inte med de andra.',
  interim: 'Det är ett interimsnummer (T-nummer). Sådana tas inte emot här förrän administratören ändrar det.',
}
