import { extname } from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import type { Platform } from '../../platform.ts'
import { electronKeychain } from './keychain.ts'
import { writeWholeFile } from './wholeFile.ts'

export function electronPlatform(): Platform {
  return {
    keychain: electronKeychain(),
    async saveFile(name, bytes) {
      const [window] = BrowserWindow.getAllWindows() // there is only ever one
      if (window === undefined) return false
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: name,
        filters: [{ name: 'Fil från Arton', extensions: [extname(name).slice(1)] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (canceled || filePath === '') return false
      await writeWholeFile(filePath, bytes)
      return true
    },
  }
}
