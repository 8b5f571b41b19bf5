import type { Cover, Handover, PackageObstacle } from './handover.ts'

/** Before the other unit's name. */
export const directionWords: Record<Handover['direction'], string> = { out: 'Till', in: 'Från' }

/** The parts of the cover, in the order they are read. */
export const coverWords: Record<keyof Cover, string> = {
  situation: 'Läget',
  done: 'Det här är gjort',
  next: 'Nästa steg',
  watchFor: 'Var uppmärksam på',
  clientWords: 'Klientens egna ord',
}

/** What keeps a package from being taken on without a word. */
export const obstacleWords: Record<PackageObstacle, string> = {
  otherReceiver: 'Den är ställd till en annan enhet.',
  consentExpired: 'Samtycket den skickades under har gått ut.',
}
