import type { Page } from '@playwright/test'

/** Seconds of a practised user, by the Keystroke-Level Model (Card, Moran, Newell 1980): a key, and deciding what to do. */
const KEY = 0.28
const DECIDING = 1.35

/** What a task took: counted while it was done. */
export type Effort = {
  /** Choices made: a key that opens, picks or confirms; a text written into one field counts once. */
  actions: number
  /** Keys that only move the focus: Tab and arrows. */
  moves: number
  screens: number
  /** The model's time for the hands and the head, and the app's own, measured. */
  seconds: number
}

export type Hands = {
  /** A key, or keys after each other, that does something. */
  act(...keys: string[]): Promise<void>
  /** Moves the focus with `key` until `there` is focused. */
  moveTo(there: string, key?: string): Promise<void>
  write(text: string): Promise<void>
  /** Picks from an open list by the beginning of its words: one choice. */
  pick(letters: string): Promise<void>
  /** Waits for what the app shows next; its time is added. `newScreen` counts a screen. */
  wait(shown: () => Promise<unknown>, newScreen?: boolean): Promise<void>
  effort(): Effort
}

/** Hands on the keyboard, and nothing else: there is no click here. */
export function handsOn(page: Page): Hands {
  const done: Effort = { actions: 0, moves: 0, screens: 0, seconds: 0 }
  return {
    async act(...keys) {
      for (const key of keys) await page.keyboard.press(key)
      done.actions += 1
      done.seconds += DECIDING + KEY * keys.length
    },
    async moveTo(there, key = 'Tab') {
      for (let nth = 0; nth < 80; nth++) {
        if (await isFocused(page, there)) return
        await page.keyboard.press(key)
        done.moves += 1
        done.seconds += KEY
      }
      throw new Error(`80 × ${key} did not come to ${there}`)
    },
    async write(text) {
      await page.keyboard.type(text)
      done.actions += 1
      done.seconds += DECIDING + KEY * text.length
    },
    async pick(letters) {
      await page.keyboard.type(letters)
      await page.keyboard.press('Enter')
      done.actions += 1
      done.seconds += DECIDING + KEY * (letters.length + 1)
    },
    async wait(shown, newScreen = false) {
      const from = performance.now()
      await shown()
      done.seconds += (performance.now() - from) / 1000
      if (newScreen) done.screens += 1
    },
    effort: () => ({ ...done }),
  }
}

/** The focused element is called so, or the scale that it is a number of. */
async function isFocused(page: Page, called: string): Promise<boolean> {
  return page.evaluate(name => {
    const at = document.activeElement
    if (at === null || at === document.body) return false // the whole page holds every word
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : []
    const group = at.closest('[role=radiogroup]')?.getAttribute('aria-label')
    const words = [at.getAttribute('aria-label'), at.textContent, group, ...labels.map(each => each.textContent)]
    return words.some(each => each?.includes(name))
  }, called)
}
