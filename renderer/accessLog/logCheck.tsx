import { Button, Progress } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { ask, queryClient } from '../core/core.ts'
import { count } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'

type Checking = { checkedTo: number; entries: number; state: 'running' | 'whole' | 'broken' | 'stopped' }

/** Goes through the whole log while one looks on; can be stopped. */
export function LogCheck() {
  const [checking, setChecking] = useState<Checking>()
  const [error, setError] = useState<unknown>()
  const stopped = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )

  async function run() {
    stopped.current = false
    setError(undefined)
    let from = 1
    try {
      for (;;) {
        const { checkedTo, entries, fault } = await ask('accessLog.verify', { from })
        const state = fault ? 'broken' : checkedTo === entries ? 'whole' : stopped.current ? 'stopped' : 'running'
        setChecking({ checkedTo, entries, state })
        if (fault !== undefined) void queryClient.invalidateQueries()
        if (state !== 'running') return
        from = checkedTo + 1
      }
    } catch (caught) {
      setChecking(undefined)
      setError(caught)
    }
  }

  const running = checking?.state === 'running'
  return (
    <div className="stack-tight">
      <div className="spread">
        <p role="status">{wordsOf(checking)}</p>
        {running ? (
          <Button
            variant="default"
            onClick={() => {
              stopped.current = true
            }}
          >
            Avbryt
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={18} stroke={1.7} aria-hidden />}
            onClick={() => void run()}
          >
            Kontrollera hela loggen
          </Button>
        )}
      </div>
      {running && (
        <Progress
          aria-label="Så långt kontrollen har kommit"
          value={(100 * checking.checkedTo) / Math.max(1, checking.entries)}
        />
      )}
      <ErrorNotice error={error} />
    </div>
  )
}

function wordsOf(checking: Checking | undefined): string {
  if (checking === undefined)
    return 'Vid varje upplåsning kontrolleras det som tillkommit, och en del av det äldre i tur och ordning.'
  const { checkedTo, entries, state } = checking
  if (state === 'whole') return `Alla ${count(entries)} poster hänger ihop. Ingen är ändrad, borttagen eller instoppad.`
  if (state === 'broken') return 'Loggen stämmer inte. Felet är antecknat i loggen och står här på sidan.'
  const sofar = `${count(checkedTo)} av ${count(entries)} poster är kontrollerade`
  return state === 'stopped' ? `${sofar}, inget fel så långt.` : `${sofar} …`
}
