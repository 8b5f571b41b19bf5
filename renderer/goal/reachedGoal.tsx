import { IconSeedling } from '@tabler/icons-react'

/** The quiet mark of a reached goal. */
export function ReachedMark() {
  return (
    <span className="reached-mark">
      <IconSeedling size={20} stroke={1.7} aria-hidden />
    </span>
  )
}
