/** Which typeface has a letter: the text's own, another by name, or none of ours. */
export type FaceOf = (letter: number) => 'own' | 'none' | { readonly font: string }

/** Signs that are not seen: hyphens that only may be set, joiners, marks of direction, choices of colour. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu

type Run = { readonly text: string; readonly font?: string }

/**
 * A text in runs of one typeface each, so that no letter is lost: the typesetter itself leaves an empty box, or nothing,
 * where a face lacks a letter. What no face of ours has stands as its number, *[U+2764]*: that can be looked up.
 */
export function runsOf(text: string, faceOf: FaceOf): Run[] {
  const runs: { text: string; font?: string; lacking?: boolean }[] = []
  for (const letter of text.normalize('NFC').replaceAll(UNSEEN, '')) {
    const face = /\s/.test(letter) ? 'own' : faceOf(letter.codePointAt(0) ?? 0)
    const last = runs.at(-1)
    if (face === 'none') {
      const number = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      if (last?.lacking === true) last.text = `${last.text.slice(0, -1)} ${number}]`
      else runs.push({ text: `[${number}]`, lacking: true })
    } else if (face === 'own') {
      if (last !== undefined && last.font === undefined && last.lacking !== true) last.text += letter
      else runs.push({ text: letter })
    } else if (last?.font === face.font) last.text += letter
    else runs.push({ text: letter, font: face.font })
  }
  return runs.map(({ text: said, font }) => (font === undefined ? { text: said } : { text: said, font }))
}

/** Where in a document there may be texts. */
const PLACES = ['text', 'stack', 'columns', 'ul', 'ol', 'table', 'body', 'section'] as const

/**
 * Gives every text in a document its typefaces, in place: the typesetter writes on the nodes where it put them, and what
 * is measured must be the same nodes. Done twice it changes nothing more.
 */
export function setTypefaces(node: unknown, faceOf: FaceOf): void {
  if (typeof node !== 'object' || node === null) return
  const holder = node as Record<string | number, unknown>
  for (const place of Array.isArray(node) ? node.keys() : PLACES) {
    const below = holder[place]
    if (typeof below !== 'string') setTypefaces(below, faceOf)
    else if (!hasOwnFace(holder)) holder[place] = inFaces(below, faceOf, place === 'text')
  }
}

const hasOwnFace = (node: object) => 'font' in node

function inFaces(text: string, faceOf: FaceOf, isText: boolean): unknown {
  const runs = runsOf(text, faceOf)
  const [only] = runs
  if (runs.length === 0) return ''
  if (runs.length === 1 && only?.font === undefined) return only?.text
  return isText ? runs : { text: runs }
}
