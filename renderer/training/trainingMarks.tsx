import { IconCheck, IconCircleDashed, IconCircleHalf2, IconClockX } from '@tabler/icons-react'
import type { MethodHeld } from '../../main/contract/training.ts'
import { methodHeldWords } from '../../main/contract/trainingWords.ts'
import { dayAndYear, monthAndYear } from '../ui/format.ts'

const icons = { has: IconCheck, underWay: IconCircleHalf2, expired: IconClockX, missing: IconCircleDashed }

/** How someone stands to a method, by shape and words: *sedan mars 2019*, *pågår sedan okt 2026*, *gick ut mars 2025*, *saknas*. */
export function MethodMark({ held }: { held: MethodHeld | undefined }) {
  const how = held?.how ?? 'missing'
  const Icon = icons[how]
  return (
    <span
      className={how === 'has' ? 'training-mark' : 'training-mark soft'}
      title={held === undefined ? undefined : dayAndYear(held.on)}
    >
      <Icon size={17} stroke={1.8} aria-hidden />
      <span>
        {held === undefined ? 'saknas' : methodHeldWords[held.how]}{' '}
        {held !== undefined && <span className="nowrap">{monthAndYear(held.on)}</span>}
      </span>
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
