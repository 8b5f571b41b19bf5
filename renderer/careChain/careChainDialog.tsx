import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { CareChain, ChainEvent } from '../../main/contract/careChain.ts'
import { chainEventWords } from '../../main/contract/careChainWords.ts'
import type { Handover } from '../../main/contract/handover.ts'
import { useCommand } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { MistakeActions } from '../mistake/mistakeActions.tsx'
import { StruckList } from '../mistake/struckList.tsx'
import { Remarks } from '../remark/remarks.tsx'
import { choicesOf } from '../ui/choices.ts'
import { Dialog } from '../ui/dialog.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice, notifyError } from '../ui/notice.tsx'
import { offerUndo, undoLatest } from '../ui/undo.tsx'
import { UndoChange } from '../valueChange/undoChange.tsx'
import { type ChainEntry, entriesOf, isAbsence, lvmEndText } from './careChainEntries.ts'
import { BackForm, ChainEventForm } from './chainEventForm.tsx'
import { ChangePlacementForm, EndForm, NewPlacementForm } from './placementForm.tsx'

type CareChainDialogProps = {
  clientId: string
  chain: CareChain
  handovers: readonly Handover[]
  own: boolean
  /** The form that is open in it, by its address; the list where it is none of them. */
  doing: { readonly what: string; readonly about: string }
  onDo(what: string, about?: string): void
  /** The entry that was chosen on the line. */
  chosen?: string
  onClose(): void
}

/** The care chain as a list, where everything in it is entered, put right and ended. */
export function CareChainDialog(props: CareChainDialogProps) {
  const { own, onClose } = props
  const form = own ? openForm(props) : undefined
  return (
    <Dialog title={form?.title ?? 'Vårdkedjan'} onClose={onClose}>
      {form?.form ?? <ChainList {...props} />}
    </Dialog>
  )
}

/** Undefined for the list, and where what the form was about is no longer there. */
function openForm({
  clientId,
  chain,
  doing,
  onDo,
}: CareChainDialogProps): { title: string; form: ReactNode } | undefined {
  const { what, about } = doing
  const onDone = () => onDo('chain')
  const stay = chain.placements.find(each => each.id === about)
  const event = chain.events.find(each => each.id === about)
  const kind = choicesOf(chainEventWords).find(each => each.value === about)?.value
  if (what === 'placement' && about === '')
    return { title: 'Ny placering', form: <NewPlacementForm clientId={clientId} onDone={onDone} /> }
  if (what === 'placement' && stay !== undefined)
    return { title: 'Rätta placeringen', form: <ChangePlacementForm stay={stay} onDone={onDone} /> }
  if (what === 'placement-end' && stay !== undefined)
    return { title: 'Avsluta placeringen', form: <EndForm stay={stay} onDone={onDone} /> }
  if (what === 'chain-back' && event !== undefined)
    return { title: 'Tillbaka', form: <BackForm event={event} onDone={onDone} /> }
  if (what === 'chain-event' && kind !== undefined)
    return {
      title: isAbsence(kind) ? 'Frånvaro' : 'Möte eller annan dag',
      form: <ChainEventForm clientId={clientId} kind={kind} onDone={onDone} />,
    }
  return undefined
}

function ChainList({ clientId, chain, handovers, own, chosen, onDo }: CareChainDialogProps) {
  const today = useToday()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // back from a form of it
    if (document.activeElement === document.body) list.current?.querySelector('button')?.focus()
  }, [])
  useHotkeys([['alt+Z', undoLatest]], [], true) // the page's keys rest while a dialog is open
  // what is expected is drawn, not listed: the calculation below says it
  const entries = entriesOf(chain, handovers, today).filter(each => each.key !== 'aftercare' && each.key !== 'lvmEnd')
  return (
    <div ref={list} className="stack">
      {entries.length === 0 && <p className="soft">Ingenting är inlagt än.</p>}
      <ol className="plain-list chain-list">
        {entries.map(each => (
          <Row key={each.key} clientId={clientId} entry={each} own={own} chosen={each.key === chosen} onDo={onDo} />
        ))}
      </ol>
      <StruckList
        clientId={clientId}
        kind="placement"
        mayStrike={own}
        label={({ placement }) => placement.unit.name}
        text={({ placement }) => (
          <p>
            {placement.groundWords}, {placement.unit.name}, från {dayAndYear(placement.fromOn)}
          </p>
        )}
      />
      {chain.lvmCare !== undefined && <p className="small soft">{lvmEndText(chain.lvmCare)}</p>}
      {own && (
        <div className="row">
          {(
            [
              ['Placering', 'placement', ''],
              ['Frånvaro', 'chain-event', 'absconded'],
              ['Möte eller annan dag', 'chain-event', 'agreementMeeting'],
            ] as const
          ).map(([label, what, about]) => (
            <Button
              key={label}
              variant="default"
              size="compact-md"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => onDo(what, about)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

type RowProps = {
  clientId: string
  entry: ChainEntry
  own: boolean
  chosen: boolean
  onDo(what: string, about: string): void
}

function Row({ clientId, entry, own, chosen, onDo }: RowProps) {
  const row = useRef<HTMLLIElement>(null)
  const strike = useCommand('chainEvent.strike')
  const restore = useCommand('chainEvent.restore')
  const { placement: stay, event, description } = entry

  function strikeOut(struck: ChainEvent) {
    const which = { clientId, eventId: struck.id }
    const putBack = () => restore.mutateAsync(which).catch(notifyError)
    strike.mutate(which, { onSuccess: () => offerUndo(`${description} – är struket.`, () => void putBack()) })
  }

  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <li ref={row} className={chosen ? 'chain-row chain-row-chosen' : 'chain-row'}>
      <div className="grow">
        {description}
        <ErrorNotice error={strike.error} />
        {event !== undefined && (
          <Remarks
            clientId={clientId}
            about={{ kind: 'chainEvent', id: event.id }}
            mayAdd={own && event.words !== ''}
          />
        )}
        {entry.shape === 'mark' && entry.kind === 'handover' && (
          <Remarks clientId={clientId} about={{ kind: 'handover', id: entry.key }} mayAdd={own} />
        )}
        {own && stay !== undefined && entry.shape === 'stay' && (
          <UndoChange clientId={clientId} about={{ kind: 'placement', id: stay.id }} what={description} />
        )}
        {own && event !== undefined && isAbsence(event.kind) && (
          <UndoChange clientId={clientId} about={{ kind: 'absence', id: event.id }} what={description} />
        )}
        {stay !== undefined && entry.shape === 'stay' && (
          <MistakeActions
            clientId={clientId}
            about={{ kind: 'placement', id: stay.id }}
            what={description}
            mayStrike={own}
          />
        )}
      </div>
      {own && stay !== undefined && entry.shape === 'stay' && (
        <>
          {stay.toOn === undefined && (
            <EntryButton label="Avsluta" about={description} onClick={() => onDo('placement-end', stay.id)} />
          )}
          <EntryButton label="Rätta" about={description} onClick={() => onDo('placement', stay.id)} />
        </>
      )}
      {own && event !== undefined && (
        <>
          {isAbsence(event.kind) && (
            <EntryButton
              label={event.backOn === undefined ? 'Tillbaka' : 'Rätta dagen'}
              about={description}
              onClick={() => onDo('chain-back', event.id)}
            />
          )}
          <EntryButton label="Stryk" about={description} onClick={() => strikeOut(event)} />
        </>
      )}
    </li>
  )
}

function EntryButton({ label, about, onClick }: { label: string; about: string; onClick(): void }) {
  return (
    <Button variant="default" size="compact-sm" aria-label={`${label}: ${about}`} onClick={onClick}>
      {label}
    </Button>
  )
}
