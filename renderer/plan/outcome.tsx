import {
  IconCalendarX,
  IconCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconDoorExit,
  IconHandStop,
} from '@tabler/icons-react'
import type { Outcome } from '../../main/contract/plan.ts'
import { phaseWords } from '../../main/contract/planWords.ts'
import type { Phase } from '../../main/contract/values.ts'

const icons: Record<Outcome, typeof IconCheck> = {
  held: IconCheck,
  partlyHeld: IconCircleHalf2,
  declined: IconHandStop,
  noShow: IconDoorExit,
  cancelledByUs: IconCalendarX,
  notOffered: IconCircleDashed,
}

/** The shape of an outcome; its word always stands beside it or in the accessible name. */
export function OutcomeIcon({ outcome, size = 19 }: { outcome: Outcome; size?: number }) {
  const Icon = icons[outcome]
  return <Icon size={size} stroke={1.7} aria-hidden />
}

export function PhaseBadge({ phase, short = false }: { phase: Phase; short?: boolean }) {
  return (
    <span className={`badge phase-${phase}`}>
      <b>{phase}</b> {short ? <span className="visually-hidden">{phaseWords[phase]}</span> : phaseWords[phase]}
    </span>
  )
}
