/** Parts of the session's page that a key or a link moves the focus into, by their ids. */
export const PLACES = {
  craving: 'session-craving',
  rulers: 'session-rulers',
  changeTalk: 'session-change-talk',
  homework: 'session-homework',
  note: 'session-note',
  rest: 'session-rest',
} as const

export function formPlace(formId: string): string {
  return `session-form-${formId}`
}

/** Whether the part is on the page right now. */
export function isOnPage(place: string): boolean {
  return document.getElementById(place) !== null
}

/** Moves the focus to the first field of the part; on a scale to the number that is chosen. */
export function focusInto(place: string): void {
  const part = document.getElementById(place)
  const field = part?.matches('input, textarea')
    ? part
    : part?.querySelector<HTMLElement>('input, textarea, [role=radio][tabindex="0"]')
  field?.focus()
  field?.scrollIntoView({ block: 'nearest' })
}
