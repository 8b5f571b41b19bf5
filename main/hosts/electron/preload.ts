import { contextBridge, ipcRenderer } from 'electron'
import type { Call } from '../../contract/index.ts'

const call: Call = (method, input) => ipcRenderer.invoke('core', method, input)
contextBridge.exposeInMainWorld('core', { call }) // 20
ipcRenderer.on('locking', () => window.dispatchEvent(new Event('locking'))) // a bare word: nothing of Electron's event
