/** Milliseconds to wait for a field whose draft is still being fetched. */
const LONGEST_WAIT = 4_000
const LOOK_EVERY = 50
/** Looks that the field must keep the focus: a page that opens takes it to its heading first. */
const HELD = 6

/** On the page, or in a form over it. */
const fields = () => [
  ...document.querySelectorAll<HTMLElement>(
    ':is(.shell-main, [role="dialog"] form) :is(textarea, select, input:not([type="hidden"], [type="file"], [type="password"]))',
  ),
]

/** What a field is called on the screen: its label, in its group if it has one, and which of those with that name it is. */
export function nameOfField(element: Element): string {
  const all = fields()
  const field = all.find(each => each === element)
  if (field === undefined) return ''
  const name = labelOf(field)
  const nth = all.filter(each => labelOf(each) === name).indexOf(field)
  return `${nth} ${name}`.slice(0, 300)
}

function labelOf(field: HTMLElement): string {
  const group = field.closest('[role="radiogroup"], [role="group"], fieldset, section')
  const named = group?.getAttribute('aria-label') ?? group?.querySelector('legend')?.textContent ?? ''
  return `${named} ${ownLabelOf(field)}`.trim()
}

/** With the star after it where it must be filled in. */
function ownLabelOf(field: HTMLElement): string {
  const labels = 'labels' in field ? [...((field.labels as NodeListOf<HTMLElement> | null) ?? [])] : []
  return labels.map(each => each.textContent).join(' ') || field.getAttribute('aria-label') || ''
}

/** Moves to that field as soon as it is there, the caret at the end, unless the user has moved first. */
export function focusField(name: string): void {
  focusWhere(field => nameOfField(field) === name)
}

/** The same, to the first field with that label. */
export function focusLabelled(label: string): void {
  focusWhere(field => ownLabelOf(field).replace(/\s*\*$/, '') === label)
}

function focusWhere(isIt: (field: HTMLElement) => boolean): void {
  let looks = 0
  let held = 0
  let atFirst: Element | null | undefined // where the page that opens put the focus by itself
  const stop = () => {
    window.clearInterval(looking)
    for (const each of ['keydown', 'pointerdown']) window.removeEventListener(each, stop, true)
  }
  const look = () => {
    looks += 1
    const field = fields().find(isIt)
    if (field !== undefined) {
      atFirst ??= document.activeElement
      if (document.activeElement === field) held += 1
      else if (document.activeElement === atFirst || nothingIsChosen()) goTo(field)
    }
    if (held > HELD || looks * LOOK_EVERY > LONGEST_WAIT) stop()
  }
  const looking = window.setInterval(look, LOOK_EVERY)
  for (const each of ['keydown', 'pointerdown']) window.addEventListener(each, stop, true)
}

/** True while the focus is nowhere, or where a page or a dialog puts it when it opens. */
function nothingIsChosen(): boolean {
  const active = document.activeElement
  return (
    active === null ||
    active === document.body ||
    active.matches('h1, h2, h3, [role="dialog"] :is([data-autofocus], button)')
  )
}

function goTo(field: HTMLElement): void {
  field.focus({ preventScroll: true })
  field.scrollIntoView({ block: 'center' })
  const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')
  if (isText) field.setSelectionRange(field.value.length, field.value.length)
}
