import { type ReactNode, useEffect, useRef } from 'react'
import type { Mistake } from '../../main/contract/mistake.ts'
import { mistakeReasonWords } from '../../main/contract/mistakeWords.ts'
import { useCommand } from '../core/core.ts'
import { dayAndClock, midSentence } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'

/** The mark that was just made here: the focus goes on from the dialog to it. */
let latestMark = ''

export function willBeRead(mistakeId: string): void {
  latestMark = mistakeId
}

type StruckNoteProps = {
  clientId: string
  mistake: Mistake
  mayStrike: boolean
  /** The next step, as choosing the right client. */
  children?: ReactNode
}

/** Why a record is struck, by whom and when; and the way back while there is one. */
function StruckNote({ clientId, mistake, mayStrike, children }: StruckNoteProps) {
  const { id, reason, words, author, at, mayTakeBack, cameWith } = mistake
  const takeBack = useCommand('mistake.takeBack')
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (latestMark !== id) return
    latestMark = ''
    note.current?.focus()
  }, [id])
  const why = reason === 'undone' ? 'ångrat samma dag' : midSentence(mistakeReasonWords[reason])
  return (
    <div ref={note} tabIndex={-1} className="stack-tight">
      <p>
        <strong>Struket: fört in av misstag, {why}.</strong> {words}
      </p>
      <p className="small soft">
        {author}, {dayAndClock(at)}
        {cameWith !== undefined && '. Ströks med träffen det signerades i'}
      </p>
      {mayStrike && (
        <div className="row no-print mistake-actions">
          {children}
          {mayTakeBack && (
            <button
              type="button"
              className="link-button small"
              onClick={() => takeBack.mutate({ clientId, mistakeId: id })}
            >
              Ta tillbaka strykningen
            </button>
          )}
        </div>
      )}
      <ErrorNotice error={takeBack.error} />
    </div>
  )
}

type StruckCardProps = StruckNoteProps & { label: string; text: ReactNode }

/** A struck record in its own place: the note, and the record's words struck through. */
export function StruckCard({ label, text, clientId, mistake, mayStrike, children }: StruckCardProps) {
  return (
    <article className="struck stack-tight" aria-label={`Struket: ${label}`}>
      <StruckNote clientId={clientId} mistake={mistake} mayStrike={mayStrike}>
        {children}
      </StruckNote>
      <div className="struck-text">{text}</div>
    </article>
  )
}
