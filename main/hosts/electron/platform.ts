import { rmSync } from 'node:fs'
import { extname } from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import type { Platform } from '../../context/platform.ts'
import { electronKeychain } from './keychain.ts'
import { writeWholeFile } from './wholeFile.ts'

export function electronPlatform(): Platform {
  return {
    keychain: electronKeychain(),
    async placeFor(name) {
      const [window] = BrowserWindow.getAllWindows() // there is only ever one
      if (window === undefined) return undefined
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: name,
        filters: [{ name: 'Fil från Arton', extensions: [extname(name).slice(1)] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (canceled || filePath === '') return undefined
      return { write: bytes => writeWholeFile(filePath, bytes), takeBack: () => rmSync(filePath, { force: true }) }
    },
  }
}
