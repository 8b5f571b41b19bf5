import type { MistakeAbout, MistakeReason } from './mistake.ts'

/** Why a record is struck, as it is chosen and told. */
export const mistakeReasonWords: Record<MistakeReason, string> = {
  wrongClient: 'Fel klient',
  wrongDay: 'Fel dag',
  wrongSession: 'Fel träff',
  other: 'Annat',
  undone: 'Ångrad samma dag',
}

/** What else happens when a record of that kind is struck. */
export const alsoStruckWords: Partial<Record<MistakeAbout['kind'], string>> = {
  session:
    'Platsen i planen blir ledig. Hemuppgifter, blad och svar på erbjudanden som signerades med träffen stryks också, och hemuppgifter som den följde upp är ute igen.',
  worksheet: 'Ett svar på erbjudandet som bladet förde in stryks också.',
  consent: 'Samtycket ger inte längre rätt att lämna ut något. Det som redan har lämnats ut är lämnat.',
}
