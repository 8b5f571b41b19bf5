import { Button, Checkbox, Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { KeyStage, KeyState } from '../../main/contract/binder.ts'
import { keyStageWords } from '../../main/contract/binderWords.ts'
import { ask, useCommand, useCore } from '../core/core.ts'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'

/** Milliseconds between two looks at how far a change of key has come. */
const LOOK_EVERY = 250

const STAGES = Object.keys(keyStageWords) as KeyStage[]

/** How far a change of key has come, while `isGoing`; nothing before it has begun. */
export function KeyProgress({ isGoing }: { isGoing: boolean }) {
  const [stage, setStage] = useState<KeyStage>()
  useEffect(() => {
    if (!isGoing) return
    const look = () =>
      ask('binder.keyProgress', {}).then(
        now => setStage(now.stage),
        () => undefined,
      )
    const timer = setInterval(() => void look(), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [isGoing])
  if (!isGoing || stage === undefined) return null
  const step = STAGES.indexOf(stage) + 1
  return (
    <div className="stack-tight">
      <Progress aria-hidden value={(100 * step) / STAGES.length} striped animated />
      <p role="status">
        Pärmen får en ny nyckel. Steg {step} av {STAGES.length}: {keyStageWords[stage]} …
      </p>
      <p className="small soft">
        Avbryts det, till exempel av strömavbrott, öppnas pärmen ändå och inget går förlorat.
      </p>
    </div>
  )
}

/** Says that the binder should have another key since someone was shut out, what stands in the way, and does it. */
export function KeyDue() {
  const state = useCore('binder.keyState', {})
  const change = useCommand('binder.changeKey')
  const [leaveOut, setLeaveOut] = useState(false)
  const { dueSince, remaining = [], sheetRemains = false } = state.data ?? {}
  if (dueSince === undefined) return <ErrorNotice error={state.error} />
  const mayChange = !sheetRemains && (remaining.length === 0 || leaveOut)
  return (
    <section className="card stack" aria-label="Pärmens nyckel">
      <h2>Pärmen behöver en ny nyckel</h2>
      <p>
        Någon stängdes av {dayAndYear(dueSince)} och kan ha kvar en kopia av filerna. Med en ny nyckel öppnar den
        avstängdes lösenfras inget som skrivs här från och med nu.
      </p>
      <WhatRemains remaining={remaining} sheetRemains={sheetRemains} />
      {remaining.length > 0 && (
        <Checkbox
          label="Byt ändå. De som står här får nya ord av mig."
          checked={leaveOut}
          onChange={event => setLeaveOut(event.currentTarget.checked)}
        />
      )}
      <KeyProgress isGoing={change.isPending} />
      <ErrorNotice error={change.error} />
      <div className="form-buttons">
        <Button loading={change.isPending} disabled={!mayChange} onClick={() => change.mutate({ leaveOut })}>
          Byt nyckel
        </Button>
      </div>
    </section>
  )
}

function WhatRemains({ remaining, sheetRemains }: Pick<KeyState, 'remaining' | 'sheetRemains'>) {
  return (
    <>
      {sheetRemains && (
        <p>
          Skriv först ut ett <a href="#/settings/recovery">nytt återställningsblad</a>. Det som gäller nu är från en
          äldre version och skulle sluta öppna.
        </p>
      )}
      {remaining.length > 0 && (
        <p>
          Dessa behöver låsa upp en gång i den här versionen innan nyckeln byts:{' '}
          {remaining.map(each => each.name).join(', ')}.
        </p>
      )}
    </>
  )
}
