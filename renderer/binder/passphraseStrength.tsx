import { Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { PassphraseJudgement } from '../../main/contract/user.ts'
import { passphraseFaultWords, strengthWords } from '../../main/contract/userWords.ts'
import { ask } from '../core/core.ts'

/** Milliseconds of pause in the typing before the core is asked. */
const PAUSE = 200

/** How full the bar is, in percent, from too weak to very strong; the words beside it say the same. */
const FILLED = [15, 45, 75, 100] as const
const COLORS = ['red', 'yellow', 'green', 'green'] as const
const placeOf = (strength: PassphraseJudgement['strength']) => Object.keys(strengthWords).indexOf(strength)

/**
 * How the core judges a passphrase that is being typed; nothing until it has answered. Asked past the query cache, where
 * every text that was ever typed would stay.
 */
function useJudgement(passphrase: string, names: readonly string[]): PassphraseJudgement | undefined {
  const [judged, setJudged] = useState<{ of: string; judgement: PassphraseJudgement }>()
  const asked = JSON.stringify({ passphrase, names })
  useEffect(() => {
    const timer = setTimeout(() => {
      ask('user.judgePassphrase', JSON.parse(asked)).then(
        judgement => setJudged({ of: asked, judgement }),
        () => undefined, // whether it is taken is told when it is chosen
      )
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [asked])
  return passphrase === '' ? undefined : judged?.judgement
}

type PassphraseStrengthProps = {
  passphrase: string
  /** What the form itself has named: the unit and its user, before the binder has any. */
  names?: readonly string[]
}

/** The strength of a passphrase that is being typed, as a bar and in words. */
export function PassphraseStrength({ passphrase, names = [] }: PassphraseStrengthProps) {
  const judgement = useJudgement(passphrase, names)
  if (judgement === undefined) return null
  const { strength, fault } = judgement
  return (
    <div className="stack-tight">
      <Progress aria-hidden value={FILLED[placeOf(strength)] ?? 0} color={COLORS[placeOf(strength)] ?? 'red'} />
      <p className="small" role="status" aria-label="Lösenfrasens styrka">
        {strengthWords[strength]}
        {fault !== undefined && `. ${passphraseFaultWords[fault]}`}
      </p>
    </div>
  )
}
