import type { Cover, Handover } from './handover.ts'

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
