import { folded, undotted } from './folding.ts'

type Named = { readonly code: string; readonly name: string; readonly county?: string }

/** What people write where no municipality is known, and for one that lies in no county. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  okänd: 'unknown',
  okänt: 'unknown',
  'okänd kommun': 'unknown',
  'ej känd': 'unknown',
  'vet ej': 'unknown',
  saknas: 'unknown',
  'uppgift saknas': 'unknown',
  '-': 'unknown',
  '?': 'unknown',
  utland: 'abroad',
  utlandet: 'abroad',
  utomlands: 'abroad',
}

/** The code that someone meant by the words; undefined where that is not certain. */
type Reader = (words: string) => string | undefined

/**
 * Reads free text as one of these municipalities: by its code or its name, with or without *kommun*, *stad* or *region*, in
 * whatever case and spacing, and with its own county after it where the counties are known. Undefined where that is not
 * certain: then the words stay for a person to read.
 *
 * Håbo and Habo differ by a ring only, so a name without its dots counts only where nothing is called just that.
 */
export function municipalityReader(municipalities: readonly Named[]): Reader {
  const counties = new Map(municipalities.map(each => [each.code, each.county ?? '']))
  const [exact, dotless] = [new Map<string, string[]>(), new Map<string, string[]>()]
  for (const { code, name } of municipalities) {
    const tidy = tidyName(name)
    for (const [codes, key] of [[exact, tidy] as const, [dotless, undotted(tidy)] as const])
      codes.set(key, [...(codes.get(key) ?? []), code])
  }
  const read: Reader = words => {
    const written = tidyName(words)
    const [, digits] = /^(\d{4})\b/.exec(written) ?? []
    if (digits !== undefined) return counties.has(digits) ? digits : undefined
    const names = namesIn(written)
    const just = new Set(names.flatMap(each => exact.get(each) ?? []))
    const found = just.size > 0 ? just : new Set(names.flatMap(each => dotless.get(undotted(each)) ?? []))
    const [code] = found
    if (found.size === 1) return code
    return OTHER_WORDS[written] ?? withCounty(written, read, counties)
  }
  return read
}

/** The one of that name in the county that stands after it: *heby (uppsala län)*, *heby, uppsala län*, *heby i uppsala län*. */
function withCounty(written: string, read: Reader, counties: ReadonlyMap<string, string>): string | undefined {
  const [, name, county] = /^(.+?)(?: i | \(| )((?:västra )?[^ ()]+ län)\)?$/u.exec(written) ?? []
  if (name === undefined || county === undefined) return undefined
  const code = read(name)
  return folded(counties.get(code ?? '') ?? '') === county ? code : undefined
}

/** One reading; for many, see `municipalityReader`. */
export function readMunicipality(words: string, municipalities: readonly Named[]): string | undefined {
  return municipalityReader(municipalities)(words)
}

/** A name as it is compared, dots and all; *Dals-Ed* is *dals ed*. */
export function tidyName(words: string): string {
  const plain = folded(words)
  return plain.length < 2
    ? plain
    : plain
        .split(/[ .,-]+/)
        .filter(Boolean)
        .join(' ')
}

/** What a municipality calls itself, where that is not its name with a genitive. */
const OWN_FORMS: Readonly<Record<string, string>> = { falu: 'falun' }

/** The name that stands in the words, and the same without a genitive. */
function namesIn(written: string): string[] {
  const name = written.replace(/^(region|kommun) /u, '').replace(/ (kommun|kommunen|stad|k:n|kn)$/u, '')
  return name.endsWith('s') ? [name, name.slice(0, -1)] : [OWN_FORMS[name] ?? name]
}
