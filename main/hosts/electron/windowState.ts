import { readFileSync, writeFileSync } from 'node:fs'

/** A rectangle of the desktop, in device-independent pixels. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where the window was left. `area` is where it stands when it is not maximised. */
export type WindowState = { readonly area: Area; readonly maximised: boolean }

export const SMALLEST = { width: 900, height: 600 } as const
const FIRST = { width: 1280, height: 860 } as const
/** So much of the top edge must be on a screen for the window to be taken hold of. */
const GRIP = { width: 120, height: 40 } as const

/** The state the window was left in; nothing when there is none or the file is not ours. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    const { area, maximised } = JSON.parse(readFileSync(file, 'utf8'))
    const { x, y, width, height } = area
    if (![x, y, width, height].every(Number.isSafeInteger) || typeof maximised !== 'boolean') return undefined
    return { area: { x, y, width, height }, maximised }
  } catch {
    return undefined
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  writeFileSync(file, JSON.stringify(state), { mode: 0o600 })
}

/**
 * The place to open the window at: where it was left if it can still be reached there, otherwise the
 * middle of the first screen. `screens` are the usable parts of the screens, the main one first.
 */
export function windowArea(left: WindowState | undefined, screens: readonly Area[]): Area {
  const main = screens[0] ?? { x: 0, y: 0, ...FIRST }
  const { width, height } = left?.area ?? FIRST
  const size = {
    width: Math.max(SMALLEST.width, Math.min(width, main.width)),
    height: Math.max(SMALLEST.height, Math.min(height, main.height)),
  }
  if (left !== undefined && screens.some(screen => canBeReached(left.area, screen))) return left.area
  return {
    x: main.x + Math.max(0, Math.round((main.width - size.width) / 2)),
    y: main.y + Math.max(0, Math.round((main.height - size.height) / 2)),
    ...size,
  }
}

function canBeReached(area: Area, screen: Area): boolean {
  const across = Math.min(area.x + area.width, screen.x + screen.width) - Math.max(area.x, screen.x)
  return across >= GRIP.width && area.y >= screen.y && area.y <= screen.y + screen.height - GRIP.height
}
