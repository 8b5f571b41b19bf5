import { Button, Checkbox } from '@mantine/core'
import type { DueRecord, KeptBecause } from '../../main/contract/retention.ts'
import {
  keptBecauseWords,
  retentionChoiceWords,
  shortKeptBecauseWords,
  shortRuleWords,
} from '../../main/contract/retentionWords.ts'
import { useCommand } from '../core/core.ts'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { decidedBy } from './decidedBy.ts'

type DueRowProps = {
  due: DueRecord
  /** Undefined where there is nothing to choose it for. */
  isChosen: boolean | undefined
  onChoose(isChosen: boolean): void
  onRemove(): void
}

/** One record past its time: what speaks for keeping it, and what has been proposed or decided. */
export function DueRow({ due, isChosen, onChoose, onRemove }: DueRowProps) {
  const isDecided = due.decided?.decision === 'remove' && due.decided.ruleThen === undefined
  return (
    <div>
      <div className="spread">
        {isChosen === undefined ? (
          <strong>{due.reference}</strong>
        ) : (
          <Checkbox
            label={<strong>{due.reference}</strong>}
            aria-label={`Välj ${due.reference}`}
            checked={isChosen}
            onChange={event => onChoose(event.currentTarget.checked)}
          />
        )}
        {isDecided && (
          <Button size="compact-sm" variant="default" aria-label={`Gallra ${due.reference}`} onClick={onRemove}>
            Gallra
          </Button>
        )}
        {due.proposed?.mine && <TakeBack due={due} />}
      </div>
      <p className="small">
        Sista anteckning {dayAndYear(due.lastNoteOn)}. Får gallras från {dayAndYear(due.dueFrom)}, ska vara gjort senast{' '}
        {dayAndYear(due.dueBy)}.
      </p>
      <p className="small soft">{due.ground}</p>
      {due.kept.map(each => (
        <p key={each} className="small">
          <span className="badge">{shortKeptBecauseWords[each]}</span> {keptBecauseWords[each]}
        </p>
      ))}
      <Said due={due} />
    </div>
  )
}

function Said({ due: { proposed, decided } }: { due: DueRecord }) {
  const said = proposed ?? decided
  if (said === undefined) return null
  const what =
    proposed === undefined && decided !== undefined
      ? `${retentionChoiceWords[decided.decision]}, ${decidedBy(decided)} ${dayAndYear(decided.on)}`
      : `Föreslagen av ${said.by} ${dayAndYear(said.on)}, väntar på en till`
  return (
    <>
      <p className="small">
        {what}
        {said.reason !== '' && `: ${said.reason}`}
      </p>
      {said.ruleThen !== undefined && (
        <p className="small">
          Regeln har ändrats sedan dess, så det måste beslutas på nytt. Då: {ruleText(said.ruleThen)}.
        </p>
      )}
    </>
  )
}

function ruleText(rule: readonly KeptBecause[]): string {
  return rule.length === 0 ? 'gallras när tiden är ute' : rule.map(each => shortRuleWords[each] ?? each).join(' och ')
}

function TakeBack({ due: { clientId, reference } }: { due: DueRecord }) {
  const decide = useCommand('retention.decide')
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Ta tillbaka förslaget om ${reference}`}
        loading={decide.isPending}
        onClick={() =>
          decide.mutate({ clientIds: [clientId], decision: 'keep', reason: 'Förslaget att gallra togs tillbaka' })
        }
      >
        Ta tillbaka förslaget
      </Button>
      <ErrorNotice error={decide.error} />
    </>
  )
}
