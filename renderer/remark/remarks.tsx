import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Remark, RemarkAbout, RemarkKind } from '../../main/contract/remark.ts'
import { remarkKindWords } from '../../main/contract/remarkWords.ts'
import { useCore } from '../core/core.ts'
import { MistakeActions } from '../mistake/mistakeActions.tsx'
import { useStruck } from '../mistake/struck.ts'
import { StruckCard } from '../mistake/struckNote.tsx'
import { dayAndClock, dayAndYear, midSentence } from '../ui/format.ts'
import { RemarkForm } from './remarkForm.tsx'

type RemarksProps = {
  clientId: string
  about: RemarkAbout
  /** The reader may add. */
  mayAdd: boolean
  /** What can be added here; that the client has read it is said of notes. */
  kinds?: readonly RemarkKind[]
  /** Where a draft leads back to, and what tells it from others: a session's slot and attempt, else the record. */
  of?: string
}

/** What was added to a record, below it, and the ways to add more. What was there is never changed. */
export function Remarks({
  clientId,
  about,
  mayAdd,
  kinds = ['addition', 'disagreement'],
  of = `${about.kind}:${about.id}`,
}: RemarksProps) {
  const [adding, setAdding] = useState<RemarkKind>()
  const [left, setLeft] = useState<RemarkKind>()
  const remarks = useRemarks(clientId, about)
  const struck = useStruck(clientId, 'remark').filter(each => each.record.remark.about.id === about.id)
  const place = (kind: RemarkKind) => `remark:${kind}:${of}`
  if (remarks.length + struck.length === 0 && !mayAdd) return null

  function close() {
    setLeft(adding)
    setAdding(undefined)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a landmark of the same name for each record on the page would be noise
    <div
      role="group"
      aria-label="Tillagt efteråt"
      className={remarks.length + struck.length === 0 ? 'remarks' : 'remarks remarks-some'}
    >
      {remarks.map(each => (
        <div key={each.id} className="stack-tight">
          <RemarkText remark={each} />
          <MistakeActions
            clientId={clientId}
            about={{ kind: 'remark', id: each.id }}
            what={midSentence(remarkKindWords[each.kind])}
            mayStrike={mayAdd}
          />
        </div>
      ))}
      {struck.map(({ mistake, record: { remark } }) => (
        <StruckCard
          key={mistake.id}
          clientId={clientId}
          mistake={mistake}
          mayStrike={mayAdd}
          label={remarkKindWords[remark.kind]}
          text={<RemarkText remark={remark} />}
        />
      ))}
      {adding !== undefined && (
        <RemarkForm clientId={clientId} about={about} kind={adding} place={place(adding)} onClose={close} />
      )}
      {mayAdd && adding === undefined && (
        <RemarkButtons clientId={clientId} kinds={kinds} left={left} place={place} onAdd={setAdding} />
      )}
    </div>
  )
}

/** Remarks on one record, from first to last. */
function useRemarks(clientId: string, about: RemarkAbout): Remark[] {
  const all = useCore('remark.ofClient', { clientId })
  return (all.data ?? []).filter(each => each.about.kind === about.kind && each.about.id === about.id)
}

function RemarkText({ remark }: { remark: Remark }) {
  const { kind, words, on, author, writtenAt } = remark
  const written = dayAndClock(writtenAt)
  if (kind === 'informed') {
    return (
      <p className="remark-tick small soft">
        <IconCheck size={16} stroke={1.7} aria-hidden />
        <span>
          {remarkKindWords.informed} {dayAndYear(on)} · {author}, {written}
        </span>
      </p>
    )
  }
  const own = kind === 'disagreement'
  return (
    <article className="remark" aria-label={remarkKindWords[kind]}>
      <h3 className="remark-title">{remarkKindWords[kind]}</h3>
      <p className={own ? 'note-text serif' : 'note-text'}>{own ? `”${words}”` : words}</p>
      <p className="small soft">
        {own ? `Sagt ${dayAndYear(on)}. Antecknat av ${author}, ${written}` : `${author}, ${written}`}
      </p>
    </article>
  )
}

const BUTTONS: readonly { kind: RemarkKind; label: string; begun: string }[] = [
  { kind: 'addition', label: 'Lägg till rättelse', begun: 'Fortsätt på rättelsen' },
  { kind: 'disagreement', label: 'Klienten ser det annorlunda', begun: 'Fortsätt på det klienten sa' },
  { kind: 'informed', label: 'Klienten har fått läsa', begun: 'Klienten har fått läsa' },
]

type RemarkButtonsProps = {
  clientId: string
  kinds: readonly RemarkKind[]
  /** The form that was just closed: its button takes the focus again. */
  left: RemarkKind | undefined
  place(kind: RemarkKind): string
  onAdd(kind: RemarkKind): void
}

function RemarkButtons({ clientId, kinds, left, place, onAdd }: RemarkButtonsProps) {
  const drafts = useCore('draft.list', {})
  const isBegun = (kind: RemarkKind) =>
    (drafts.data ?? []).some(each => each.clientId === clientId && each.place === place(kind))
  return (
    <div className="row no-print remark-buttons">
      {BUTTONS.filter(each => kinds.includes(each.kind)).map(({ kind, label, begun }) => (
        <button
          key={kind}
          type="button"
          className="link-button small"
          // biome-ignore lint/a11y/noAutofocus: gives the focus back to what opened the form
          autoFocus={kind === left}
          onClick={() => onAdd(kind)}
        >
          {isBegun(kind) ? begun : label}
        </button>
      ))}
    </div>
  )
}
