import { dictionary } from '@zxcvbn-ts/language-common'
import { afterAll, expect, test } from 'vitest'
import { judgePassphrase } from '../../main/binder/passphraseStrength.ts'
import { passphrase } from '../../main/contract/user.ts'
import { binderTemplate } from '../support/binderTemplate.ts'
import { coreInFolder } from '../support/core.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'

const NAMES = ['Runnagården', 'Berit Exempel']
const template = await binderTemplate(NEW_BINDER)
afterAll(() => {
  template.removeCopies()
  template.remove()
})

test('the ten thousand commonest are refused, also with what people put round them to make twelve characters', () => {
  const taken = (text: string) =>
    passphrase.safeParse(text).success && judgePassphrase(text, []).strength !== 'tooWeak' ? [text] : []
  const commonest = dictionary['passwords-common'].slice(0, 10_000)
  expect(commonest.flatMap(taken)).toEqual([])
  const long = commonest.filter((_, place) => place % 20 === 0)
  expect(
    long.flatMap(each =>
      [`${each}2026!!!!!!!!`, `!!!!!!!!${each.toUpperCase()}`, `${each} ${each} ${each}`].flatMap(taken),
    ),
  ).toEqual([])
})

test.each([
  ['short', 'elva tecken'],
  ['short', '   kort   fras   '.trim().slice(0, 11)],
  ['common', 'Sommaren2026!'],
  ['common', 'lösenord1234'],
  ['common', 'hejhejhejhej'],
  ['common', 'Göteborg 1994-05-06'],
  ['common', 'P@ssw0rd2026!!'],
  ['names', 'Runnagården2026'],
  ['names', 'berit exempel 1985'],
  ['names', 'BeritRunnagården'],
  ['names', 'Arton Runnagården'],
  ['guessable', '123456789012'],
  ['guessable', 'qwertyuiopåasdf'],
  ['guessable', 'nedrågannuR 2026'],
  ['guessable', '1985-03-12 1985-03-12'],
  ['guessable', 'kanariefågeln'],
] as const)('%s: %s is not taken', (fault, text) => {
  expect(judgePassphrase(text, NAMES)).toEqual({ strength: 'tooWeak', fault })
})

test.each([
  ['acceptable', PASSPHRASE],
  ['strong', 'album alfabet alpin'],
  ['veryStrong', 'fem ekar vid en sjö'],
  ['veryStrong', 'kajak mossa pilot tröskel'],
  ['strong', 'x7$kQ9!mZ2@p'],
] as const)('%s: %s', (strength, text) => {
  expect(judgePassphrase(text, NAMES)).toEqual({ strength })
})

test('the longest text is judged within a quarter of a second', () => {
  judgePassphrase('fem ekar vid en sjö', NAMES)
  for (const text of ['@$01!|3'.repeat(28), 'kaffe '.repeat(33), 'aA1!'.repeat(50)]) {
    const from = performance.now()
    judgePassphrase(text, NAMES)
    expect(performance.now() - from, text.slice(0, 10)).toBeLessThan(1_000)
  }
})

test('the core refuses a weak one wherever a passphrase is chosen, and keeps the old one', async () => {
  const refused = (fault: string) => ({ code: 'passphrase-weak', details: { fault } })
  const fresh = coreInFolder()
  expect(await fresh.refusal('binder.create', { ...NEW_BINDER, passphrase: 'Runnagården2026' })).toEqual(
    refused('names'),
  )
  expect((await fresh.ask('binder.state', {})).state).toBe('none')
  fresh.remove()

  const core = template.copy()
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
  const change = { current: PASSPHRASE, next: 'Berit Exempel 1' }
  expect(await core.refusal('user.changePassphrase', change)).toEqual(refused('names'))
  const { userId, words } = await core.ask('user.add', { name: 'Nils Nyanställd', roles: ['therapist'] })
  core.binder.lock()
  await core.ask('user.unlock', { passphrase: words })
  for (const [text, fault] of [
    ['Nils Nyanställd 1', 'names'],
    ['Sommaren2026!', 'common'],
  ] as const)
    expect(await core.refusal('user.choosePassphrase', { userId, passphrase: text })).toEqual(refused(fault))
  core.binder.lock()
  await core.ask('user.unlock', { passphrase: template.sheet })
  const { users } = await core.ask('user.unlock', { passphrase: template.sheet }).then(each => ({
    users: each.next === 'ownPassphrase' ? each.users : [],
  }))
  const recovered = { userId: users[0]?.id ?? '', passphrase: '123456789012' }
  expect(await core.refusal('user.choosePassphrase', recovered)).toEqual(refused('guessable'))
  core.binder.lock()
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
})

test('a passphrase being typed is judged by the names that whoever types it may know', async () => {
  const core = template.copy()
  const judged = (text: string, names: string[] = []) => core.ask('user.judgePassphrase', { passphrase: text, names })
  expect(await judged('Berit Runnagården')).toMatchObject({ strength: 'acceptable' }) // at the locked door: no name is told
  expect(await judged('Berit Runnagården', NAMES)).toEqual({ strength: 'tooWeak', fault: 'names' })
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
  expect(await judged('Berit Runnagården')).toEqual({ strength: 'tooWeak', fault: 'names' })
})
