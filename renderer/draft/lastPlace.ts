import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { LastPlace } from '../../main/contract/draft.ts'
import { ask } from '../core/core.ts'
import { focusField, nameOfField } from './fieldName.ts'
import { storeBeforeLeaving } from './leaving.ts'
import { flushDraftsOf } from './useDraft.ts'

/** Milliseconds: a field that is only passed on the way is not worth a save. */
const SETTLED = 300
/** Milliseconds since the place was left; after a night Idag comes first, with what was begun. */
const SAME_DAY = 12 * 3_600_000

let here: { path: string; field: string } = { path: '/', field: '' }
/** The place that was stored last, as JSON; empty when it is not known. */
let storedPlace = ''
let timer: number | undefined
/** For whom this page shows its address; undefined until someone has been let in. */
let shownTo: string | undefined

async function keepPlace(): Promise<boolean> {
  window.clearTimeout(timer)
  const now = JSON.stringify(here)
  if (shownTo === undefined || now === storedPlace) return true
  storedPlace = now
  await ask('draft.keepPlace', { ...here, writer: shownTo }).catch(() => {
    storedPlace = ''
  })
  return true // the way back is a convenience: no one has to wait for it
}

storeBeforeLeaving({ store: keepPlace, leave: () => void keepPlace(), mustWait: () => false })

function nowAt(place: typeof here): void {
  here = place
  window.clearTimeout(timer)
  timer = window.setTimeout(() => void keepPlace(), SETTLED)
}

document.addEventListener('focusin', event => {
  const field = event.target instanceof Element ? nameOfField(event.target) : ''
  if (field !== '') nowAt({ ...here, field })
})

/**
 * Brings the user back to where they were, to the field where the next word goes, and from then on remembers where they
 * are. True when the way back is found, and the screens may be shown.
 */
export function useLastPlace(userId: string | undefined): boolean {
  const [path, go] = useLocation()
  const [readyFor, setReadyFor] = useState<string>()
  const leave = useRef(go)
  leave.current = go

  useEffect(() => {
    if (userId === undefined) return
    let current = true
    const begin = (field: string) => {
      if (shownTo !== userId) storedPlace = ''
      shownTo = userId
      setReadyFor(userId)
      flushDraftsOf(userId)
      if (field !== '') focusField(field)
    }
    void ask('draft.lastPlace', {})
      .catch(() => undefined)
      .then(last => {
        if (!current) return
        const address = window.location.hash.replace(/^#/, '') || '/'
        const stays = shownTo === userId || (shownTo === undefined && address !== '/')
        const to = stays ? address : last !== undefined && isRecent(last) ? last.path : '/'
        if (to !== address) leave.current(to, { replace: true })
        begin(last?.path === to ? last.field : '')
      })
    return () => {
      current = false
    }
  }, [userId])

  useEffect(() => {
    if (readyFor !== undefined && here.path !== path) nowAt({ path, field: '' })
  }, [readyFor, path])
  return userId !== undefined && readyFor === userId
}

function isRecent({ savedAt }: LastPlace): boolean {
  return Date.now() - Date.parse(savedAt) < SAME_DAY
}
