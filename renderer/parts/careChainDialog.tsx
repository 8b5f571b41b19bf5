import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { CareChain, ChainEvent, ChainEventKind } from '../../main/contract/careChain.ts'
import type { Handover } from '../../main/contract/handover.ts'
import type { Placement } from '../../main/contract/placement.ts'
import { useCommand } from '../core.ts'
import { useToday } from '../useToday.ts'
import { type ChainEntry, entriesOf, isAbsence, lvmEndSaid } from './careChainEntries.ts'
import { BackForm, ChainEventForm } from './chainEventForm.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNotice } from './notice.tsx'
import { EndForm, PlacementForm } from './placementForm.tsx'
import { Remarks } from './remarks.tsx'

type Doing =
  | { what: 'add' | 'change' | 'end'; stay?: Placement }
  | { what: 'record'; kind: ChainEventKind }
  | { what: 'back'; event: ChainEvent }

type CareChainDialogProps = {
  clientId: string
  chain: CareChain
  handovers: readonly Handover[]
  own: boolean
  /** The entry that was chosen on the line. */
  chosen?: string
  onClose(): void
}

/** The care chain as a list, where everything in it is entered, put right and ended. */
export function CareChainDialog({ clientId, chain, handovers, own, chosen, onClose }: CareChainDialogProps) {
  const today = useToday()
  const [doing, setDoing] = useState<Doing>()
  const back = () => setDoing(undefined)
  // the ahead of the plan is drawn, not listed: the calculation says it below
  const entries = entriesOf(chain, handovers, today).filter(each => each.key !== 'aftercare' && each.key !== 'lvmEnd')

  return (
    <Dialog title={titleOf(doing)} onClose={onClose}>
      {doing?.what === 'record' && <ChainEventForm clientId={clientId} kind={doing.kind} onDone={back} />}
      {doing?.what === 'back' && <BackForm event={doing.event} onDone={back} />}
      {doing?.what === 'end' && doing.stay !== undefined && <EndForm stay={doing.stay} onDone={back} />}
      {(doing?.what === 'add' || doing?.what === 'change') && (
        <PlacementForm clientId={clientId} {...(doing.stay === undefined ? {} : { stay: doing.stay })} onDone={back} />
      )}
      {doing === undefined && (
        <div className="stack">
          {entries.length === 0 && <p className="soft">Ingenting är inlagt än.</p>}
          <ol className="plain-list chain-list">
            {entries.map(each => (
              <Row
                key={each.key}
                clientId={clientId}
                entry={each}
                own={own}
                chosen={each.key === chosen}
                onDo={setDoing}
              />
            ))}
          </ol>
          {chain.lvmCare !== undefined && <p className="small soft">{lvmEndSaid(chain.lvmCare)}</p>}
          {own && (
            <div className="row">
              {(
                [
                  ['Placering', { what: 'add' }],
                  ['Frånvaro', { what: 'record', kind: 'absconded' }],
                  ['Möte eller annan dag', { what: 'record', kind: 'agreementMeeting' }],
                ] as const
              ).map(([label, next]) => (
                <Button
                  key={label}
                  variant="default"
                  size="compact-md"
                  leftSection={<IconPlus size={15} aria-hidden />}
                  onClick={() => setDoing(next)}
                >
                  {label}
                </Button>
              ))}
            </div>
          )}
        </div>
      )}
    </Dialog>
  )
}

function titleOf(doing: Doing | undefined): string {
  if (doing === undefined) return 'Vårdkedjan'
  if (doing.what === 'record') return isAbsence(doing.kind) ? 'Frånvaro' : 'Möte eller annan dag'
  if (doing.what === 'back') return 'Tillbaka'
  if (doing.what === 'end') return 'Avsluta placeringen'
  return doing.what === 'add' ? 'Ny placering' : 'Rätta placeringen'
}

type RowProps = { clientId: string; entry: ChainEntry; own: boolean; chosen: boolean; onDo(doing: Doing): void }

function Row({ clientId, entry, own, chosen, onDo }: RowProps) {
  const row = useRef<HTMLLIElement>(null)
  const strike = useCommand('chainEvent.strike')
  const { placement: stay, event, said } = entry
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <li ref={row} className={chosen ? 'chain-row chain-row-chosen' : 'chain-row'}>
      <div className="grow">
        {said}
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
      </div>
      {own && stay !== undefined && entry.shape === 'stay' && (
        <>
          {stay.toOn === undefined && <Act label="Avsluta" about={said} onClick={() => onDo({ what: 'end', stay })} />}
          <Act label="Rätta" about={said} onClick={() => onDo({ what: 'change', stay })} />
        </>
      )}
      {own && event !== undefined && (
        <>
          {isAbsence(event.kind) && (
            <Act
              label={event.backOn === undefined ? 'Tillbaka' : 'Rätta dagen'}
              about={said}
              onClick={() => onDo({ what: 'back', event })}
            />
          )}
          <Act
            label="Stryk"
            about={said}
            onClick={() => strike.mutate({ clientId: event.clientId, eventId: event.id })}
          />
        </>
      )}
    </li>
  )
}

function Act({ label, about, onClick }: { label: string; about: string; onClick(): void }) {
  return (
    <Button variant="default" size="compact-sm" aria-label={`${label}: ${about}`} onClick={onClick}>
      {label}
    </Button>
  )
}
