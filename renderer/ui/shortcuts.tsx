import { type HotkeyItem, useHotkeys } from '@mantine/hooks'
import { Dialog } from './dialog.tsx'

/**
 * A key of a screen: said once, and used both for pressing and for reading. `keys` as `alt+ArrowDown`; `digit` stands
 * for 1 to 9, `mod` for Ctrl (⌘ on a Mac).
 */
export type Shortcut = {
  readonly keys: string
  readonly does: string
  readonly group: string
  /** False for a plain key, which in a field is a letter. */
  readonly whileTyping?: boolean
}
export type Shortcuts = Readonly<Record<string, Shortcut>>

/** What each does; `digit` is 1 to 9 where the keys have one. */
type Actions<S extends Shortcuts> = { readonly [Name in keyof S]: (digit: number) => void }

/** On a Mac, Alt with a digit writes @ and brackets: there Ctrl takes its place. */
const isMac = /Mac/.test(navigator.userAgent)
const onThisMachine = (keys: string) => (isMac && keys.includes('digit') ? keys.replace('alt', 'ctrl') : keys)

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const FIELDS = ['INPUT', 'TEXTAREA', 'SELECT']

/** Listens for the screen's keys. A key held down counts once, and a dialog over the screen keeps its keys to itself. */
export function useShortcuts<S extends Shortcuts>(shortcuts: S, actions: Actions<S>): void {
  const items = (whileTyping: boolean) =>
    Object.entries(shortcuts)
      .filter(([, each]) => (each.whileTyping ?? true) === whileTyping)
      .flatMap(([name, { keys }]) => hotkeysFor(onThisMachine(keys), actions[name]))
  useHotkeys(items(true), [], true)
  useHotkeys(items(false), FIELDS)
}

function hotkeysFor(keys: string, act: ((digit: number) => void) | undefined): HotkeyItem[] {
  const once = (digit: number) => (event: KeyboardEvent) => {
    if (event.repeat || document.querySelector('[role=dialog]') !== null) return
    act?.(digit)
  }
  // a digit or letter by its place on the keyboard, since Shift and Option change what it writes
  const byPosition = { usePhysicalKeys: /\+([a-z]|digit)$/.test(keys) }
  if (!keys.includes('digit')) return [[keys, once(0), byPosition]]
  return DIGITS.map(digit => [keys.replace('digit', `digit${digit}`), once(digit), byPosition])
}

const NAMES: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Skift',
  digit: '1–9',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowRight: '→',
  ArrowLeft: '←',
  Enter: 'Enter',
}

/** The keys as they stand on the keyboard. */
export function Keys({ keys }: { keys: string }) {
  const parts = onThisMachine(keys)
    .split('+')
    .filter(each => each !== 'shift' || !keys.endsWith('?'))
  return <kbd>{parts.map(each => NAMES[each] ?? each.toLocaleUpperCase('sv')).join(' ')}</kbd>
}

const EVERYWHERE: Shortcuts = {
  find: { keys: 'mod+k', does: 'Hitta klient, kapitel eller kommando', group: 'Överallt' },
  lock: { keys: 'mod+l', does: 'Lås Arton, det du skrivit finns kvar', group: 'Överallt' },
}

/** Every key of the screen, by what it is for. */
export function ShortcutsDialog({ shortcuts, onClose }: { shortcuts: Shortcuts; onClose(): void }) {
  const all = [...Object.values(shortcuts), ...Object.values(EVERYWHERE)]
  const groups = [...new Set(all.map(each => each.group))]
  return (
    <Dialog title="Kortkommandon" onClose={onClose}>
      <div className="shortcut-groups">
        {groups.map(group => (
          <div key={group}>
            <h3>{group}</h3>
            <dl className="shortcuts">
              {all
                .filter(each => each.group === group)
                .map(({ keys, does }) => (
                  <div key={keys} className="shortcut">
                    <dt>
                      <Keys keys={keys} />
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
      </div>
    </Dialog>
  )
}

export const help = { keys: 'shift+?', does: 'Den här listan', group: 'Överallt', whileTyping: false } as const
