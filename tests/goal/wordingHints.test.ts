import { describe, expect, test } from 'vitest'
import { wordingHints } from '../../renderer/goal/wordingHints.ts'

describe('what a wording leaves out is asked for by what comes instead', () => {
  test.each([
    'Jag dricker inte på vardagar',
    'Jag slutar röka före jul',
    'Jag ska sluta med tabletter till sommaren',
    'Jag vill aldrig mer ta heroin, inte en dag till',
    'Jag slipper ångest varje morgon',
    'Jag undviker Kalle på helgerna',
    'Jag låter bli alkohol tre dagar i veckan',
    'Jag håller mig borta från stan på kvällarna',
    'Ingen alkohol på vardagar',
    'Inga tabletter efter klockan åtta',
    'När det är fest dricker jag inte den kvällen',
    'Jag lovar att inte dricka i december',
    'Målet är att jag inte dricker på en månad',
    'Jag tar varken öl eller vin på fredagar',
    'Jag avstår från spel i en vecka',
  ])('%s', wording => {
    expect(wordingHints(wording)).toEqual(['positive'])
  })
})

describe('a small word is not enough to be asked', () => {
  test.each([
    ['in a clause about when', 'Om jag inte kan sova går jag upp och läser en kvart i 15 minuter'],
    ['in a clause about when, last', 'Jag ringer Sara samma kväll när jag inte kan sova'],
    ['in a clause about why', 'Jag går på möte varje tisdag för att inte bli ensam'],
    ['in a clause about what for', 'Jag lägger undan pengar varje månad så att jag inte behöver låna'],
    ['about the company', 'Jag äter middag på söndagar med vänner som inte dricker'],
    ['in what the client says', 'Jag säger till Kalle på fredag att jag inte vill ha'],
    ['in “inte bara”', 'Jag ringer inte bara mamma varje söndag'],
    ['where the instead is there already', 'Jag dricker inte öl utan läsk på fredagar'],
    ['where “i stället” is there already', 'Jag dricker inte efter jobbet, jag tränar i stället två gånger i veckan'],
    ['about the clock', 'Jag slutar jobbet klockan fyra och lagar mat hemma'],
    ['about when the course ends', 'När kursen slutar i juni söker jag tre jobb'],
    ['about saying no, which is doing something', 'Jag tackar nej högt två gånger i veckan'],
    ['inside another word', 'Jag intervjuar tre grannar om intendenten i april'],
    ['in another word that begins alike', 'Jag följer slutspelet hos pappa varje lördag'],
    ['in “avslutar”', 'Jag avslutar min utbildning i juni'],
    ['about eating without stress', 'Jag firar midsommar hos min syster utan alkohol'],
  ])('%s: %s', (_where, wording) => {
    expect(wordingHints(wording)).toEqual([])
  })
})

describe('what nobody could count is asked for by its sign', () => {
  test.each([
    'Jag mår bättre än nu',
    'Jag umgås mer med mina barn',
    'Jag är en bättre mamma',
    'Jag sköter min ekonomi',
    'Jag tränar ofta',
    'Jag har ett eget hem',
    'Jag har kontakt med min dotter',
    'Jag har nytt jobb nära hemmet',
    'Jag tar hand om vår katt',
  ])('%s', wording => {
    expect(wordingHints(wording)).toEqual(['measurable'])
  })

  test.each([
    ['a number', 'Jag tränar 2 ggr'],
    ['a number as a word', 'Jag ringer tre vänner'],
    ['a weekday', 'Jag tränar på måndagar'],
    ['an evening', 'Jag läser för barnen på kvällarna'],
    ['a month', 'Jag har eget kontrakt i april'],
    ['a season', 'Jag flyttar hem till våren'],
    ['how often', 'Jag äter frukost varje morgon'],
    ['every other', 'Jag ser min son varannan lördag'],
    ['whole nights', 'Jag sover hela natten'],
    ['a limit', 'Jag betalar hyran senast den sista'],
    ['a length of time', 'Jag promenerar en timme'],
    ['a deed that is done', 'Jag har sökt utbildningen'],
    ['another deed that is done', 'Jag har flyttat in i en egen lägenhet'],
    ['a feast', 'Jag har fest på födelsedagen'],
  ])('%s is enough: %s', (_what, wording) => {
    expect(wordingHints(wording)).toEqual([])
  })
})

describe('what someone else would have to do is asked for by the client’s own part', () => {
  test.each([
    'Soc ska ordna ett boende före jul',
    'De ska sluta ringa mig på nätterna',
    'Min mamma litar på mig till sommaren',
    'Mamma ska lita på mig i vår',
    'Hon kommer tillbaka till mig i december',
    'Barnen bor hos mig varannan vecka',
    'Jag vill att min son ska ringa mig varje söndag',
    'Jag hoppas att socialsekreteraren hjälper mig i april',
    'Målet är att chefen ger mig tre dagar i veckan',
    'Jag vill få mamma att förstå före jul',
    'Jag får en lägenhet av kommunen i mars',
    'Handläggaren måste ringa mig på måndag',
    'Jag är hemma på söndagar, mamma ska ringa',
    'Jag går dit varje dag. Sedan hoppas jag. Läkaren ska skriva ut mig.',
  ])('%s', wording => {
    expect(wordingHints(wording)).toContain('ownControl')
  })

  test.each([
    ['the other is called on', 'Jag ringer mamma varje söndag'],
    ['the other is visited', 'Jag hälsar på min son varannan lördag'],
    ['the other comes last', 'Varje kväll läser jag för barnen'],
    ['it is done together', 'Jag och mamma äter middag på söndagar'],
    ['it is done together, the other first', 'Mamma och jag äter middag på söndagar'],
    ['we do it', 'Vi äter middag hemma tre kvällar i veckan'],
    ['“var fjärde” looks like a verb', 'Jag hjälper min son var fjärde kväll'],
    ['“lördagar” looks like a verb', 'Jag träffar barnen lördagar och onsdagar'],
    ['“de dagar” are days', 'De dagar jag jobbar äter jag lunch ute'],
    ['a thing is the subject', 'Rummet ska vara städat varje fredag'],
    ['it is asked for', 'Jag ber soc om ett möte i december'],
    ['it is asked, with “att”', 'Jag ber handläggaren att ringa mig på måndag'],
    ['it is seen to', 'Jag ser till att barnen kommer i tid varje dag'],
    ['someone else is the reason', 'Jag går ut en stund varje gång han skriker'],
    ['a day begins the sentence', 'På fredagar lagar jag mat åt barnen'],
    ['a person is in a longer word', 'Barnvagnen står i källaren i april, och jag går varje dag'],
  ])('not where %s: %s', (_where, wording) => {
    expect(wordingHints(wording)).toEqual([])
  })
})

test('all three may be asked at once, in the order of the manual', () => {
  expect(wordingHints('De ska sluta tjata på mig')).toEqual(['positive', 'measurable', 'ownControl'])
})

test('the manual’s own example is as it should be', () => {
  expect(wordingHints('Jag sover hemma hos mig fem nätter i veckan.')).toEqual([])
})

test.each(['', '   ', 'Jag', 'Jag slutar'])('nothing is asked while someone begins to write: “%s”', wording => {
  expect(wordingHints(wording)).toEqual([])
})

test('long texts and odd signs are looked through at once', () => {
  const long = `${'Jag vill att jag och min '.repeat(20)}${'('.repeat(50)}`.slice(0, 500)
  const start = performance.now()
  wordingHints(long)
  expect(performance.now() - start).toBeLessThan(50)
})
