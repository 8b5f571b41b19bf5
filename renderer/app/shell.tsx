import { useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { LogNotice } from '../accessLog/logNotice.tsx'
import { usePrintLog } from '../accessLog/usePrintLog.ts'
import { IdleWarning } from '../binder/idleWarning.tsx'
import { lockNow } from '../binder/lockNow.ts'
import { useIdleLock } from '../binder/useIdleLock.ts'
import { useCore } from '../core/core.ts'
import { TodayContext } from '../core/useToday.ts'
import { useLastPlace } from '../draft/lastPlace.ts'
import { LeavingDialog } from '../draft/leavingDialog.tsx'
import { FindAnything } from './findAnything.tsx'
import { MainMenu, useWaitingCounts } from './mainMenu.tsx'
import { Routes } from './routes.tsx'

/** The frame around every page: where one is at the left, the work in the middle, Ctrl+K and Ctrl+L everywhere. */
export function Shell({ today, demo }: { today: string; demo: boolean }) {
  const [path] = useLocation()
  usePrintLog(path)
  const me = useCore('user.me', {})
  const isLastPlaceFound = useLastPlace(me.data?.user.id)
  const typing = useCore('typing.kept', {}) // what was half written is there when its form opens
  const counts = useWaitingCounts()
  const secondsLeft = useIdleLock(me.data?.idleMinutes, lockNow)
  useEffect(() => {
    window.addEventListener('locking', lockNow) // the computer is about to lock its screen or to sleep
    return () => window.removeEventListener('locking', lockNow)
  }, [])
  useHotkeys(
    [
      ['mod+L', lockNow],
      ['mod+K', spotlight.open],
    ],
    [],
    true,
  )
  if (!isLastPlaceFound || typing.isPending) return null
  return (
    <TodayContext value={today}>
      <div className="shell">
        <MainMenu demo={demo} counts={counts} />
        <main className="shell-main">
          <LogNotice />
          <Routes />
        </main>
        {secondsLeft !== undefined && <IdleWarning seconds={secondsLeft} />}
        <LeavingDialog />
        <FindAnything onLock={lockNow} />
      </div>
    </TodayContext>
  )
}
