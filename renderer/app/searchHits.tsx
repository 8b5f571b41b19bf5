import { type Icon, IconBook2, IconCommand, IconLock, IconUser } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { ClientLine } from '../../main/contract/client.ts'
import { standsIn } from '../../main/contract/folding.ts'
import type { Output } from '../../main/contract/index.ts'
import { formerNameWords, nameOrCaseNumber } from '../core/clientName.ts'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { COMMANDS, type Command, commandsFor } from './commands.ts'

/** A line of the search, as Spotlight takes it. */
type SearchHit = { id: string; label: string; description: string; leftSection: ReactNode; onClick(): void }
/** The same, before anyone knows how to go there. */
type Target = Omit<SearchHit, 'onClick'> & { to: string }

/** Letters before clients are searched for: one would list half of them. */
const FEWEST_LETTERS = 2
const MOST_CLIENTS = 8
const MOST_CHAPTERS = 6

/** What fits the words, best first: clients by name, number or case number only (L17), chapters, commands, the lock. */
export function useSearchHits(words: string, onLock: () => void): SearchHit[] {
  const [path, go] = useLocation()
  const openClientId = /^\/client\/([^/]+)/.exec(path)?.[1]
  const may = useMay()
  const manual = useCore('manual.contents', {})
  const searchesClients = words.trim().length >= FEWEST_LETTERS
  const clients = useCore('client.list', { words }, { enabled: searchesClients && may('client.list') })
  const commands = [...(openClientId === undefined ? [] : commandsFor(openClientId)), ...COMMANDS]
  const targets = [
    ...(searchesClients ? (clients.data?.clients ?? []) : []).slice(0, MOST_CLIENTS).map(clientTarget),
    ...(words === '' ? [] : (manual.data?.chapters ?? []))
      .filter(each => standsIn(`${each.session} ${each.title}`, words))
      .slice(0, MOST_CHAPTERS)
      .map(chapterTarget),
    ...commands
      .filter(each => standsIn(each.label, words) && (each.needs === undefined || may(each.needs)))
      .map(commandTarget),
  ]
  const hits = targets.map(({ to, ...rest }) => ({ ...rest, onClick: () => go(to) }))
  return standsIn(LOCK.label, words) ? [...hits, { ...LOCK, onClick: onLock }] : hits
}

function clientTarget({ id, name, caseNumber, holder, formerName }: ClientLine): Target {
  return {
    id,
    label: nameOrCaseNumber(name, caseNumber),
    description: [holder, formerNameWords(formerName)].filter(Boolean).join(' · '),
    leftSection: hitIcon(IconUser),
    to: `/client/${id}`,
  }
}

function chapterTarget({ session, title }: Output<'manual.contents'>['chapters'][number]): Target {
  return {
    id: `chapter-${session}`,
    label: `Kapitel ${session}: ${title}`,
    description: 'Manualen',
    leftSection: hitIcon(IconBook2),
    to: `/manual/chapter/${session}`,
  }
}

function commandTarget({ label, to }: Command): Target {
  return { id: to, label, description: '', leftSection: hitIcon(IconCommand), to }
}

const LOCK = {
  id: 'lock',
  label: 'Lås eller byt användare',
  description: 'Ctrl L',
  leftSection: hitIcon(IconLock),
}

function hitIcon(HitIcon: Icon): ReactNode {
  return <HitIcon size={18} stroke={1.7} aria-hidden />
}
