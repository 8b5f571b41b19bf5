import type { Outcome } from '../../main/contract/plan.ts'
import type { Phase } from '../../main/contract/values.ts'

export const outcomeText: Record<Outcome, string> = {
  held: 'Genomförd',
  partlyHeld: 'Genomförd delvis',
  declined: 'Erbjuden – tackade nej',
  noShow: 'Erbjuden – uteblev',
  cancelledByUs: 'Inställd av oss',
  notOffered: 'Ej erbjuden',
}

/** For places too narrow for the whole word. */
export const shortOutcomeText: Record<Outcome, string> = {
  held: 'Genomförd',
  partlyHeld: 'Delvis',
  declined: 'Tackade nej',
  noShow: 'Uteblev',
  cancelledByUs: 'Inställd',
  notOffered: 'Ej erbjuden',
}

export const phaseText: Record<Phase, string> = { A: 'LVM-hem', B: 'Övergång', C: 'Eftervård' }
