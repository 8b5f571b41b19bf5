import { phaseWords } from '../../main/contract/planWords.ts'
import type { Phase } from '../../main/contract/values.ts'

/** *Fas A, LVM-hem* */
export function phaseText(phase: Phase): string {
  return `Fas ${phase}, ${phaseWords[phase]}`
}
