import { notifications } from '@mantine/notifications'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Unlocked } from '../../main/contract/user.ts'
import { ChoosePassphraseScreen } from '../binder/choosePassphraseScreen.tsx'
import { CreateBinderScreen } from '../binder/createBinderScreen.tsx'
import { RecoverySheetScreen } from '../binder/recoverySheetScreen.tsx'
import { UnlockScreen } from '../binder/unlockScreen.tsx'
import { forgetEverything, useCore } from '../core/core.ts'
import { ErrorNotice } from '../ui/notice.tsx'

const loadShell = () => import('./shell.tsx')
const Shell = lazy(() => loadShell().then(({ Shell: shell }) => ({ default: shell })))

/** Milliseconds: the door comes first, and what lies behind it while the passphrase is typed. */
const SHELL_PRELOAD_DELAY = 500

/** What stands between a right passphrase and the binder; `unitName` is known only while a binder is made. */
type Step = Exclude<Unlocked, { next: 'in' }> & { readonly unitName: string }

/** Who was last in, for this window: someone else begins at the start and not where that user was. */
const LAST_USER = 'arton-last-user'

/** Which door the user stands at: no binder yet, locked, one step that comes first, or in. */
export function App() {
  const binder = useCore('binder.state', {})
  const [step, setStep] = useState<Step>()
  const [, go] = useLocation()
  const isLocked = binder.data?.state === 'locked'

  useEffect(() => {
    window.setTimeout(() => void loadShell(), SHELL_PRELOAD_DELAY)
  }, [])

  useEffect(() => {
    if (!isLocked) return
    forgetEverything()
    notifications.clean()
  }, [isLocked])

  function proceed(unlocked: Unlocked) {
    if (unlocked.next === 'in') enter(unlocked.user.id)
    else setStep({ ...unlocked, unitName: '' })
  }

  function enter(userId?: string) {
    const last = window.sessionStorage.getItem(LAST_USER)
    if (last !== null && last !== userId) go('/')
    if (userId !== undefined) window.sessionStorage.setItem(LAST_USER, userId)
    setStep(undefined)
    forgetEverything()
  }

  if (binder.isError) {
    return (
      <main className="door">
        <ErrorNotice error={binder.error} />
      </main>
    )
  }
  if (binder.isPending) return null
  const { state, today, demo } = binder.data
  if (step?.next === 'sheet')
    return <RecoverySheetScreen {...step} today={today} done="Öppna pärmen" onDone={() => enter()} />
  if (step?.next === 'ownPassphrase') return <ChoosePassphraseScreen {...step} onChosen={enter} />
  if (state === 'none')
    return <CreateBinderScreen onCreated={(sheet, unitName) => setStep({ next: 'sheet', sheet, unitName })} />
  if (state === 'locked') return <UnlockScreen demo={demo} onUnlocked={proceed} />
  return (
    <Suspense fallback={null}>
      <Shell today={today} demo={demo} />
    </Suspense>
  )
}
