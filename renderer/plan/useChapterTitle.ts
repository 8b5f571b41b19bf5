import { useCore } from '../core/core.ts'

/** What the chapter of a session is called; empty until the manual has answered. */
export function useChapterTitle(): (session: number) => string {
  const manual = useCore('manual.contents', {})
  return session => manual.data?.chapters.find(each => each.session === session)?.title ?? ''
}
