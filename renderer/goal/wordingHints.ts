/** What a goal's wording might still gain. Source: method.md section 7, S5, and the manual's rules for goals. */
export type WordingHint = 'positive' | 'measurable' | 'ownControl'

/**
 * Looks gently at how a goal is worded in Swedish: does it say what the client does instead, would one notice when it is
 * done, does it hang on someone else? Guesses by words, and rather says nothing than too much. Never looks at the
 * client's own words, and never stands in the way.
 */
export function wordingHints(wording: string): WordingHint[] {
  const text = wording.replace(/\s+/g, ' ').trim()
  if (text.split(' ').length < MOST_WORDS_TO_WAIT_FOR) return []
  const hints: [WordingHint, boolean][] = [
    ['positive', saysWhatToAvoid(text)],
    ['measurable', !hasMeasure(text)],
    ['ownControl', dependsOnOthers(text)],
  ]
  return hints.flatMap(([hint, applies]) => (applies ? [hint] : []))
}

/** With fewer words than this someone is still beginning to write. */
const MOST_WORDS_TO_WAIT_FOR = 3

/** Whole words: JavaScript's \b takes å, ä and ö for the end of one. */
const whole = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu')

const AVOIDING = whole(
  [
    'inte|ej|aldrig|varken|ingen|inget|inga',
    'sluta|slutar|slutat|slippa|slipper|undvika|undviker|avstå|avstår',
    'låta bli|låter bli|håll(?:a|er) mig (?:borta|ifrån|undan)',
  ].join('|'),
)

/**
 * Where such a word says nothing of what to leave out: in a clause about when, why or with whom – *om jag inte kan sova*,
 * *vänner som inte dricker* – after saying something, in fixed phrases, and of what ends by the clock.
 */
const HARMLESS = [
  whole(
    '(?:om|ifall|när|innan|så att|för att|eftersom|trots att|fast|som|där)(?: \\p{L}+){0,2} (?:inte|ej|aldrig|ingen|inget|inga|slutar?|slipper|slippa|undvika|undviker)',
  ),
  whole('(?:säga|säger|svara|svarar|berätta|berättar)[^,.;]* att(?: \\p{L}+){0,2} (?:inte|aldrig|ingen|inget|inga)'),
  whole('inte (?:bara|minst|längre än|senare än|mer än|mindre än)|ingen annan|inga problem'),
  whole('slutar? (?:jobbet|skolan|dagen|tidigt|sent|kl|klockan|vid)'),
]

/** It already says what to do: *inte öl utan läsk*, *i stället*. */
const INSTEAD = whole('i ?stället|(?:inte|ej) (?:[^.;]+ )?utan')

function saysWhatToAvoid(text: string): boolean {
  const rest = HARMLESS.reduce((left, pattern) => left.replace(pattern, ''), text)
  return matches(AVOIDING, rest) && !matches(INSTEAD, text)
}

const MEASURE = [
  /\d/gu,
  whole(
    'två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|tjugo|trettio|fyrtio|femtio|hundra|tusen',
  ),
  whole('halv|hälften|hela|varje|varenda|varannan|vartannat|dagligen|ett par|båda'),
  whole('(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|ar|arna|s|skväll(?:en|ar)?)?'),
  whole('januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december'),
  whole(
    '(?:i|till|före|innan|under|över) (?:vår|våren|sommar|sommaren|höst|hösten|vinter|vintern|jul|julen|nyår|påsk|påsken)',
  ),
  whole('midsommar|lucia|advent|födelsedag(?:en)?'),
  whole('klockan|kl|morgon(?:en)?|morgnar(?:na)?|förmiddag(?:en|ar)?|eftermiddag(?:en|ar)?|kväll(?:en|ar|arna)?'),
  whole('natt(?:en)?|nätter(?:na)?|dag(?:en|ar|arna)?|vardag(?:en|ar|arna)?|helg(?:en|er|erna)?|dygn(?:et)?'),
  whole('vecka|veckan|veckor(?:na)?|månad(?:en|er|erna)?|år|året|åren|timm(?:e|en|ar)|minut(?:en|er)?|gång(?:en|er)?'),
  whole('kronor|kr|kilo|kilometer|meter|mil|sidor|idag|imorgon|senast|per'),
]

/** A deed that is done shows itself: *jag har sökt utbildningen*. Things one has end otherwise, but for these few. */
const DEED_DONE = whole(
  'har (?:jag )?(?:själv |redan )?(?!(?:ett|mitt|nytt|gott|rätt|lätt|mat) )\\p{L}+(?:at|it|jort|ålt|agt|ökt|öpt|ytt|ått|ett|ört|änt)',
)

function hasMeasure(text: string): boolean {
  return [...MEASURE, DEED_DONE].some(pattern => matches(pattern, text))
}

const OTHERS = [
  'han|hon|hen|ni|folk',
  'mamma|pappa|mor|far|syster|bror|mormor|morfar|farmor|farfar|brorsan|syrran|släkten|föräldrar(?:na)?',
  'barn(?:en)?|son(?:en)?|söner(?:na)?|dotter(?:n)?|döttrar(?:na)?',
  'man(?:nen)|fru(?:n)?|sambo(?:n)?|partner(?:n)?|pojkvän(?:nen)?|flickvän(?:nen)?|exet|ex|kompis(?:en|ar|arna)?',
  'vän(?:nen|ner|nerna)?|grannen|grannarna|chefen|arbetsgivaren|arbetskamraterna|hyresvärden|värden',
  'soc|socialen|socialtjänsten|socialsekreteraren?|handläggaren?|kommunen|regionen|myndigheterna|staten',
  'läkaren?|doktorn|sjuksköterskan|personalen|behandlaren|samordnaren|kontaktpersonen|familjehemmet',
  'försäkringskassan|arbetsförmedlingen|kronofogden|frivården|polisen|domstolen|tingsrätten|förvaltningsrätten',
].join('|')
const WHOSE = '(?:(?:min|mitt|mina|vår|vårt|våra) )?(?:egen |eget |egna |lilla |stora |äldsta |yngsta |gamla |nya )?'
/** Ends like a verb in the present but is none, or not where it stands. */
const NO_VERB =
  'var|för|efter|under|över|eller|när|där|här|mer|hur|per|fler|år|\\p{L}*dagar|kvällar|helger|nätter|veckor'
const VERB = `(?!(?:${NO_VERB})(?!\\p{L}))(?:ska|skall|måste|bör|borde|kan|vill|skulle|\\p{L}+r)`
/** After *de* a word on -r may as well be a noun: *de dagar jag jobbar*. */
const THEY =
  '(?:de|dom) (?:ska|skall|måste|bör|borde|kan|vill|skulle|får|låter|ger|slutar|litar|förstår|hjälper|ringer|kommer|tror|lyssnar|ordnar|betalar|släpper|tar|hämtar|bestämmer|säger)'
const SOMEONE_DOES = `(?:${WHOSE}(?:${OTHERS}) ${VERB}|${THEY})`

const DEPENDING_ON_OTHERS = [
  // the sentence begins with someone else: *soc ska ordna ett boende*, *målet är att barnen bor hos mig*
  new RegExp(`(?:^|[.!?:;] ?)(?:(?:att|målet är att|det viktiga är att) )?${SOMEONE_DOES}(?!\\p{L})`, 'giu'),
  // or comes in after a comma with what they shall do: *jag är hemma, mamma ska ringa*
  new RegExp(`, (?:och |men )?(?:${WHOSE}(?:${OTHERS})|de|dom) (?:ska|skall|måste|bör|borde)(?!\\p{L})`, 'giu'),
  // or is wished of them: *jag vill att mamma ska lita på mig*
  new RegExp(
    `(?<!\\p{L})(?:vill|ville|önskar|hoppas|kräver|vore bra|är) (?:också )?att ${SOMEONE_DOES}(?!\\p{L})`,
    'giu',
  ),
  // or brought about in them, or given by them: *få mamma att förstå*, *jag får en lägenhet av kommunen*
  whole(`(?:få|får|fått) ${WHOSE}(?:${OTHERS}) att`),
  whole(`(?:få|får|fått|bli|blir|beviljas) [^,.;]*(?:av|från) ${WHOSE}(?:${OTHERS})`),
]

function dependsOnOthers(text: string): boolean {
  return DEPENDING_ON_OTHERS.some(pattern => matches(pattern, text))
}

function matches(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0
}
