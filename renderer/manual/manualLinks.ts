/** A place in the manual that a session can show without being left. */
type ManualPlace = { chapter: number } | { form: string } | { procedure: string }

/** Where a pressed link of the manual's text leads; undefined for anything else, which goes its own way. */
export function manualPlaceOf(pressed: EventTarget): ManualPlace | undefined {
  const address = pressed instanceof Element ? pressed.closest('a')?.getAttribute('href') : undefined
  const [, kind, id = ''] = /#\/manual\/(chapter|form|procedure)\/(\w+)/.exec(address ?? '') ?? []
  if (kind === 'chapter') return { chapter: Number(id) }
  if (kind === 'form') return { form: id }
  return kind === 'procedure' ? { procedure: id } : undefined
}
