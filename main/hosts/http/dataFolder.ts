import { join } from 'node:path'

/** Where Electron keeps this app's data, so that both hosts find the same binder without `--binder`. */
export function dataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Arton')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Arton')
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Arton')
}
