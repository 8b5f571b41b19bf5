import { app, session, shell, type WebContents } from 'electron'
import { mayOpenOutside, mayRequest } from './doors.ts'

/**
 * Closes every door the app does not use; to be called before `ready`. Numbers are those of Electron's
 * security checklist.
 *
 * An unpackaged app may run without the sandbox, since a test machine's root user cannot have one; the
 * packaged app never does.
 */
export function harden(): void {
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox() // 4
  app.on('web-contents-created', (_event, contents) => confine(contents))
  void app.whenReady().then(() => {
    const { defaultSession } = session
    defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false)) // 5
    defaultSession.setPermissionCheckHandler(() => false) // 5
    defaultSession.setDevicePermissionHandler(() => false) // 5
    defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url) })) // 1, 8
    defaultSession.on('will-download', event => event.preventDefault()) // files are saved through the platform only
  })
}

function confine(contents: WebContents): void {
  contents.on('will-attach-webview', event => event.preventDefault()) // 11, 12
  contents.on('will-frame-navigate', event => event.preventDefault()) // 13
  contents.on('will-redirect', event => event.preventDefault()) // 13
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url) // 15
    return { action: 'deny' } // 14
  })
}
