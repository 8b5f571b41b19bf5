import type { MethodHeld, TrainingState } from './training.ts'

/** Whether a training is done. */
export const trainingStateWords: Record<TrainingState, string> = { completed: 'Klar', underWay: 'Pågår' }

/** How someone stands to a method, before the day. */
export const methodHeldWords: Record<MethodHeld['how'], string> = {
  has: 'sedan',
  underWay: 'pågår sedan',
  expired: 'gick ut',
}
