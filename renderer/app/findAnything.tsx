import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconBook2, IconCommand, IconLock, IconSearch, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Method } from '../../main/contract/index.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { DialogFocus } from '../ui/dialogFocus.tsx'

type Command = { label: string; to: string; needs?: Method }

const commands: Command[] = [
  { label: 'Ny klient', to: '/clients/new', needs: 'client.add' },
  { label: 'Ta emot en överlämning', to: '/handovers/receive', needs: 'handover.preview' },
  { label: 'Idag', to: '/', needs: 'today.list' },
  { label: 'Klienter', to: '/clients', needs: 'client.list' },
  { label: 'Överlämning', to: '/handovers', needs: 'handover.list' },
  { label: 'Manualen', to: '/manual' },
  { label: 'Inställningar', to: '/settings' },
  { label: 'Min lösenfras', to: '/settings/passphrase' },
  { label: 'Användare', to: '/settings/users', needs: 'user.list' },
  { label: 'Logguppföljning', to: '/settings/log-review', needs: 'logReview.list' },
  { label: 'Utdrag ur åtkomstloggen', to: '/settings/log-extract', needs: 'accessLog.extract' },
]

/** What can be done with the client whose page is open. */
function commandsFor(client: string): Command[] {
  return [
    { label: 'Fyll i Tillfredsskalan', to: `/client/${client}/form/satisfactionScale` },
    { label: 'Riskkarta', to: `/client/${client}/form/riskMap` },
    { label: 'Stoppkort', to: `/client/${client}/form/stopCard` },
    { label: 'Nödplan', to: `/client/${client}/form/emergencyPlan` },
    { label: '72-timmarsplan', to: `/client/${client}/form/first72HoursPlan` },
    { label: 'Lämna över', to: `/client/${client}/handover`, needs: 'handover.seal' },
    { label: 'Tidigare uppgifter', to: `/client/${client}/history` },
    { label: 'Slå ihop med en annan klient', to: `/client/${client}/merge`, needs: 'client.merge' },
  ]
}

/** Ctrl+K: any client the user may see, any chapter, any command. Clients only by name, number or case number (L17). */
export function FindAnything({ onLock }: { onLock(): void }) {
  const [words, setWords] = useState('')
  const [path, go] = useLocation()
  const open = /^\/client\/([^/]+)/.exec(path)?.[1]
  const may = useMay()
  const here = open === undefined ? commands : [...commandsFor(open), ...commands]
  const manual = useCore('manual.contents', {})
  const clients = useCore(
    'client.list',
    { words: words.slice(0, 100) },
    { enabled: words.trim().length >= 2 && may('client.list') },
  )
  const matches = (text: string) => text.toLocaleLowerCase('sv').includes(words.trim().toLocaleLowerCase('sv'))

  const found = [
    ...(words.trim().length >= 2 ? (clients.data?.clients ?? []) : []).slice(0, 8).map(each => ({
      id: each.id,
      label: nameOrCaseNumber(each.name, each.caseNumber),
      description: each.holder,
      leftSection: <IconUser size={18} stroke={1.7} aria-hidden />,
      onClick: () => go(`/client/${each.id}`),
    })),
    ...(manual.data?.chapters ?? [])
      .filter(each => matches(`${each.session} ${each.title}`))
      .slice(0, words === '' ? 0 : 6)
      .map(each => ({
        id: `chapter-${each.session}`,
        label: `Kapitel ${each.session}: ${each.title}`,
        description: 'Manualen',
        leftSection: <IconBook2 size={18} stroke={1.7} aria-hidden />,
        onClick: () => go(`/manual/chapter/${each.session}`),
      })),
    ...here
      .filter(each => matches(each.label) && (each.needs === undefined || may(each.needs)))
      .map(each => ({
        id: each.to,
        label: each.label,
        description: '',
        leftSection: <IconCommand size={18} stroke={1.7} aria-hidden />,
        onClick: () => go(each.to),
      })),
    ...(matches('Lås eller byt användare')
      ? [
          {
            id: 'lock',
            label: 'Lås eller byt användare',
            description: 'Ctrl L',
            leftSection: <IconLock size={18} stroke={1.7} aria-hidden />,
            onClick: onLock,
          },
        ]
      : []),
  ]

  /** Enter on what was typed, with nothing chosen by arrow, opens the first hit. */
  function openFirst() {
    found[0]?.onClick()
    spotlight.close()
  }

  return (
    <Spotlight.Root
      query={words}
      onQueryChange={setWords}
      clearQueryOnClose
      scrollable
      maxHeight={420}
      shortcut={null}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      attributes={{ content: { 'aria-label': 'Hitta klient, kapitel eller kommando' } }}
    >
      <Spotlight.Search
        data-autofocus
        placeholder="Klient, kapitel eller kommando"
        aria-label="Sök klient, kapitel eller kommando"
        onKeyDown={event => {
          if (event.key === 'Enter' && document.querySelector('.mantine-Spotlight-action[data-selected]') === null)
            openFirst()
        }}
        leftSection={<IconSearch size={19} stroke={1.7} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.map(each => (
          <Spotlight.Action key={each.id} {...each} />
        ))}
        {found.length === 0 && (
          <Spotlight.Empty>Inget hittades. Klienter söks på namn, personnummer eller ärendenummer.</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      <DialogFocus />
    </Spotlight.Root>
  )
}
