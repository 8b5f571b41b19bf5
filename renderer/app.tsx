import { lazy, Suspense, useState } from 'react'
import { queryClient, useCore } from './core.ts'
import { ErrorNotice } from './parts/notice.tsx'
import { CreateBinderScreen } from './screens/createBinder.tsx'
import { RecoverySheetScreen } from './screens/recoverySheet.tsx'
import { UnlockScreen } from './screens/unlock.tsx'

const Shell = lazy(() => import('./shell.tsx').then(({ Shell: shell }) => ({ default: shell })))

/** Which door the user stands at: no binder yet, locked, the recovery sheet just made, or in. */
export function App() {
  const binder = useCore('binder.state', {})
  const [recovery, setRecovery] = useState<{ words: readonly string[]; unitName: string }>()
  const enter = () => void queryClient.resetQueries()

  if (binder.isError) {
    return (
      <main className="door">
        <ErrorNotice error={binder.error} />
      </main>
    )
  }
  if (binder.isPending) return null
  const { state, today, demo } = binder.data
  if (recovery !== undefined) {
    return (
      <RecoverySheetScreen
        {...recovery}
        today={today}
        onDone={() => {
          setRecovery(undefined)
          enter()
        }}
      />
    )
  }
  if (state === 'none') return <CreateBinderScreen onCreated={(words, unitName) => setRecovery({ words, unitName })} />
  if (state === 'locked') return <UnlockScreen demo={demo} onUnlocked={enter} />
  return (
    <Suspense fallback={null}>
      <Shell today={today} demo={demo} />
    </Suspense>
  )
}
