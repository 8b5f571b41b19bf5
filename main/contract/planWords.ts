import type { Outcome } from './plan.ts'
import type { Phase } from './values.ts'

/** What came of a planned session. Source: product.md section 4. */
export const outcomeWords: Record<Outcome, string> = {
  held: 'Genomförd',
  partlyHeld: 'Genomförd delvis',
  declined: 'Erbjuden – tackade nej',
  noShow: 'Erbjuden – uteblev',
  cancelledByUs: 'Inställd av oss',
  notOffered: 'Ej erbjuden',
}

/** For places too narrow for the whole word. */
export const shortOutcomeWords: Record<Outcome, string> = {
  held: 'Genomförd',
  partlyHeld: 'Delvis',
  declined: 'Tackade nej',
  noShow: 'Uteblev',
  cancelledByUs: 'Inställd',
  notOffered: 'Ej erbjuden',
}

/** After a number of slots: one of them, and several. */
export const outcomeCountWords: Record<Outcome, readonly [one: string, several: string]> = {
  held: ['genomförd', 'genomförda'],
  partlyHeld: ['delvis genomförd', 'delvis genomförda'],
  declined: ['tackade nej', 'tackade nej'],
  noShow: ['uteblev', 'uteblev'],
  cancelledByUs: ['inställd av oss', 'inställda av oss'],
  notOffered: ['ej erbjuden', 'ej erbjudna'],
}

/** Beside the phase's letter. Source: method.md section 5. */
export const phaseWords: Record<Phase, string> = { A: 'LVM-hem', B: 'Övergång', C: 'Eftervård' }
