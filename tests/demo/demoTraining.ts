import type { Input } from '../../main/contract/index.ts'
import type { Ask } from '../support/invented.ts'
import { DEMO_COLLEAGUES } from './demoUsers.ts'

type Content = Input<'training.add'>['content']
type Method = Omit<Extract<Content, { kind: 'method' }>, 'kind' | 'method' | 'level' | 'givenBy'>

const method = (code: string, fromOn: string, level = '', more: Partial<Method> = {}): Content => ({
  kind: 'method',
  method: code,
  fromOn,
  level,
  givenBy: 'Kompetenscentrum i Exempelstad',
  state: 'completed',
  ...more,
})
const education = (what: string, on: string): Content => ({ kind: 'education', what, on })
const certified = (procedure: string, on: string, judged: string): Content => ({
  kind: 'certification',
  procedure,
  on,
  judged,
  by: 'Hanna Handledare',
})

/** What the three who work in the demo are trained in, each by name. */
const DEMO_TRAINING: Readonly<Record<string, readonly Content[]>> = {
  'Berit Exempel': [
    education('Socionomexamen, Exempelstads högskola', '2008'),
    education('Grundläggande psykoterapiutbildning', '2014'),
    method('craBasic', '2019-03-14', 'Grundkurs, fyra dagar'),
    method('mi', '2012-10-04', 'Grundkurs, fyra dagar'),
    method('relapsePrevention', '2021-05-20', 'Tre dagar'),
    method('asi', '2017-09-15', 'Fyra dagar', { untilOn: '2025-09-15' }),
    certified('P01', '2026-02-12', 'Medsittning vid en första träff. Skilde tydligt på vården och erbjudandet.'),
    certified('P02', '2026-02-26', 'Inspelning. Hela kedjan, med klientens egna ord i varje led.'),
    certified('P03', '2026-03-12', 'Inspelning. Planen blev liten nog att bli av.'),
    certified('P06', '2026-03-26', 'Medsittning. Lät klienten välja område.'),
    certified('P07', '2026-04-16', 'Inspelning. Målet blev klientens eget och gick att mäta.'),
    certified('P08', '2026-05-07', 'Rollspel i handledningsgruppen, två varv med återkoppling.'),
    certified('P09', '2026-06-04', 'Inspelning. Alla led, också hindret.'),
  ],
  'Hanna Handledare': [
    education('Legitimerad psykolog', '2003'),
    method('craBasic', '2015-04-23', 'Grundkurs, fyra dagar'),
    method('craSupervisor', '2018-11-30', 'Handledarutbildning, åtta inspelningar'),
    method('mi', '2010-02-18', 'Grundkurs och kodning'),
  ],
  'Sara Samordnare': [
    education('Socionomexamen, Exempelstads högskola', '2016'),
    method('mi', '2026-10-05', 'Grundkurs', { state: 'underWay' }),
  ],
}

/** Writes it as the supervisor does. Leaves the binder locked. */
export async function writeTraining(ask: Ask): Promise<void> {
  const supervisor = DEMO_COLLEAGUES.find(each => each.roles.includes('supervisor'))
  await ask('user.unlock', { passphrase: supervisor?.passphrase ?? '' })
  const { staff } = await ask('training.register', {})
  for (const { userId, name } of staff) {
    for (const content of DEMO_TRAINING[name] ?? []) await ask('training.add', { userId, content })
  }
  await ask('user.lock', {})
}
