import { help, type Shortcuts } from '../ui/shortcuts.tsx'

/** The keys of the client's page. */
export const CLIENT_SHORTCUTS = {
  begin: { keys: 'alt+Enter', does: 'Börja nästa träff', group: 'Klienten' },
  plan: { keys: 'alt+p', does: 'Planera träffar', group: 'Klienten' },
  outcome: { keys: 'alt+u', does: 'Registrera utfall', group: 'Klienten' },
  goal: { keys: 'alt+m', does: 'Nytt mål', group: 'Klienten' },
  offer: { keys: 'alt+a', does: 'Anteckna erbjudande', group: 'Klienten' },
  chain: { keys: 'alt+v', does: 'Vårdkedjan som lista', group: 'Klienten' },
  search: { keys: 'mod+f', does: 'Sök i anteckningarna', group: 'Klienten' },
  undo: { keys: 'alt+z', does: 'Ångra det som nyss togs bort', group: 'Klienten' },
  help,
} as const satisfies Shortcuts

/** Those and the keys that work where one stands: what the list of keys shows. */
export const CLIENT_SHORTCUT_LIST: Shortcuts = {
  ...CLIENT_SHORTCUTS,
  along: { keys: 'ArrowRight', does: 'Gå längs vårdkedjan, träffarna eller procedurerna', group: 'På sidan' },
  back: { keys: 'ArrowLeft', does: 'Gå tillbaka', group: 'På sidan' },
  open: { keys: 'Enter', does: 'Öppna det du står på', group: 'På sidan' },
}
