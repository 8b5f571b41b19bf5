import { ActionIcon, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { Begun } from '../../main/contract/draft.ts'
import type { Instant } from '../../main/contract/values.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { useCollapsedList } from '../ui/collapsedList.tsx'
import { moment } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { Section } from '../ui/page.tsx'

/** Milliseconds that a removed draft can be brought back by the notice itself; later under Tidigare texter. */
const UNDO = 15_000
const SHOWN_FIRST = 10

/** What the user has begun and not signed, with the way back to it. Nothing where there is nothing. */
export function BegunSection() {
  const begun = useCore('draft.list', {}).data
  const [shown, more] = useCollapsedList(begun ?? [], SHOWN_FIRST, 'senaste utkasten')
  const newClient = useCore('typing.kept', {}).data?.['new-client']
  const count = (begun?.length ?? 0) + (newClient === undefined ? 0 : 1)
  if (begun === undefined || count === 0) return null
  return (
    <Section title="Påbörjat" note={count}>
      <div className="card card-rows">
        {newClient !== undefined && <BegunClient savedAt={newClient.savedAt} />}
        {shown.map(each => (
          <BegunRow key={`${each.clientId} ${each.place}`} begun={each} />
        ))}
      </div>
      {more}
    </Section>
  )
}

/** A client that was not put in: not yet anyone's, and not named in a list. */
function BegunClient({ savedAt }: { savedAt: Instant }) {
  const today = useToday()
  const [, go] = useLocation()
  return (
    <div className="spread">
      <div className="grow">
        <strong>Ny klient</strong>
        <div className="small soft">Inte inlagd än, sparat {moment(savedAt, today)}</div>
      </div>
      <Button variant="default" size="compact-md" aria-label="Fortsätt: Ny klient" onClick={() => go('/clients/new')}>
        Fortsätt
      </Button>
    </div>
  )
}

function BegunRow({ begun }: { begun: Begun }) {
  const today = useToday()
  const [, go] = useLocation()
  const writer = useCore('user.me', {}).data?.user.id ?? ''
  const drop = useCommand('draft.drop')
  const restore = useCommand('draft.restore')
  const { clientId, place, clientName, caseNumber, savedAt } = begun
  const name = nameOrCaseNumber(clientName, caseNumber)
  const { title, address } = whereIs(begun)

  function remove() {
    drop.mutate(
      { clientId, place, writer },
      {
        onSuccess: ({ id }) => {
          if (id === undefined) return
          const notice = notifications.show({
            autoClose: UNDO,
            message: (
              <div className="spread">
                Utkastet är borttaget.
                <Button
                  variant="default"
                  size="compact-md"
                  onClick={() => {
                    notifications.hide(notice)
                    restore.mutate({ clientId, place, writer, id, window: crypto.randomUUID() })
                  }}
                >
                  Ångra
                </Button>
              </div>
            ),
          })
        },
      },
    )
  }

  return (
    <div>
      <div className="spread">
        <div className="grow">
          <strong>{name}</strong>
          <div className="small soft">
            {title}, sparat {moment(savedAt, today)}
          </div>
        </div>
        <div className="row">
          <Button
            variant="default"
            size="compact-md"
            aria-label={`Fortsätt: ${title}, ${name}`}
            onClick={() => go(address)}
          >
            {begun.closed ? 'Visa' : 'Fortsätt'}
          </Button>
          <ActionIcon variant="subtle" color="gray" aria-label={`Ta bort utkastet: ${title}, ${name}`} onClick={remove}>
            <IconTrash size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      <ErrorNotice error={drop.error ?? restore.error} />
    </div>
  )
}

/** The screen where a draft is written, by its place. A draft in a dialog is found on the page that opens it. */
function whereIs({ clientId, place, number, closed }: Begun): { title: string; address: string } {
  const client = `/client/${clientId}`
  const [kind, id] = place.split(':')
  if (kind === 'session' && number !== undefined) {
    const title = closed ? `Text som inte kom med i träff ${number}` : `Träff ${number}`
    return { title, address: `${client}/session/${id}` }
  }
  if (kind === 'form' && id !== undefined) return { title: 'Arbetsblad', address: `${client}/form/${id}` }
  const dialog = dialogTitle(kind, id)
  if (dialog !== undefined) return { title: dialog, address: `${client}/do/${place.replace(':', '/')}` }
  if (kind === 'merge') return { title: 'Sammanslagning', address: `${client}/merge/${id}` }
  if (kind === 'handover') return { title: 'Överlämning', address: `${client}/handover` }
  if (kind === 'consent') return { title: 'Nytt samtycke', address: `${client}/consents/new` }
  if (kind === 'consent-withdrawal')
    return { title: 'Samtycke som tas tillbaka', address: `${client}/consents/${id}/withdraw` }
  const goals = `${client}/goals`
  if (kind === 'goal' && id === undefined) return { title: 'Nytt mål', address: `${goals}/new` }
  if (kind === 'goal') return { title: 'Mål som formuleras om', address: `${goals}/reword/${id}` }
  if (kind === 'goal-sheet') return { title: 'Nytt mål', address: `${goals}/sheet/${id}` }
  if (kind === 'goal-review') return { title: 'Uppföljning av mål', address: `${goals}/review/${id}` }
  if (kind === 'goal-reached') return { title: 'Mål som är nått', address: `${goals}/reached/${id}` }
  if (kind === 'mistake') return { title: 'Det som förts in av misstag', address: client }
  if (kind === 'remark') return { title: 'Tillägg', address: remarkAddress(client, place) }
  return { title: 'Utkast', address: client }
}

/** What is done in the dialog of the client's page that has this place for its address. */
function dialogTitle(kind: string | undefined, id: string | undefined): string | undefined {
  switch (kind) {
    case 'outcome':
      return 'Utfall'
    case 'plan':
      return 'Planera träffar'
    case 'lapse':
      return 'Planera träff 16'
    case 'offer':
      return 'Erbjudande'
    case 'details':
      return 'Ändrade uppgifter'
    case 'death':
      return 'Avliden'
    case 'placement':
      return id === undefined ? 'Ny placering' : 'Placering som rättas'
    case 'placement-end':
      return 'Placering som avslutas'
    case 'chain-event':
      return id === 'absconded' ? 'Frånvaro' : 'Möte eller annan dag'
    case 'chain-back':
      return 'Åter från frånvaro'
    default:
      return undefined
  }
}

/** The screen of the record that is remarked on. */
function remarkAddress(client: string, place: string): string {
  const [, , about, screen] = place.split(':')
  if (about === 'session') return `${client}/session/${screen}`
  if (about === 'consent') return `${client}/consents/${screen}`
  if (about === 'plan') return `${client}/do/planSeenOtherwise`
  return about === 'goal' ? `${client}/goals` : client
}
