import { ipcMain } from 'electron'
import type { Call } from '../../contract/index.ts'
import { isOwnTopFrame } from './doors.ts'

/** Serves the core to our own page, and to nothing else. */
export function serveIpc(call: Call, origin: string): void {
  ipcMain.handle('core', (event, method: unknown, input: unknown) => {
    if (!isOwnTopFrame(event.senderFrame, origin)) throw new Error('core: refused sender') // 17
    return call(String(method), input)
  })
}
