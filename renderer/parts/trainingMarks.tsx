import { IconCheck, IconCircleDashed, IconCircleHalf2, IconClockX } from '@tabler/icons-react'
import type { MethodHeld } from '../../main/contract/training.ts'
import { dayAndYear, monthAndYear } from '../format.ts'

const icons = { has: IconCheck, underWay: IconCircleHalf2, expired: IconClockX, missing: IconCircleDashed }

/** How someone stands to a method, by shape and words: *sedan mars 2019*, *pågår*, *gick ut mars 2025*, *saknas*. */
export function MethodMark({ held }: { held: MethodHeld | undefined }) {
  const how = held?.how ?? 'missing'
  const Icon = icons[how]
  const month = held === undefined ? '' : monthAndYear(held.on)
  const words = {
    has: `sedan ${month}`,
    underWay: `pågår sedan ${month}`,
    expired: `gick ut ${month}`,
    missing: 'saknas',
  }
  return (
    <span
      className={how === 'has' ? 'training-mark' : 'training-mark soft'}
      title={held === undefined ? undefined : dayAndYear(held.on)}
    >
      <Icon size={17} stroke={1.8} aria-hidden />
      {words[how]}
    </span>
  )
}

/** Certified or not, by shape; its word is beside it, or in `words` for those who hear it. */
export function CertifiedMark({ certified, words }: { certified: boolean; words?: string }) {
  const Icon = certified ? IconCheck : IconCircleDashed
  return (
    <span className={certified ? 'training-mark training-certified' : 'training-mark soft'} title={words}>
      <Icon size={17} stroke={certified ? 2.2 : 1.6} aria-hidden />
      {words !== undefined && <span className="visually-hidden">{words}</span>}
    </span>
  )
}
