import type { Shortcuts } from '../ui/shortcuts.tsx'

/** Keys that are told in the list and work where they stand, without anyone listening for the whole page. */
type Told = Readonly<Record<string, Shortcuts[string]>>

const help = { keys: 'shift+?', does: 'Den här listan', group: 'Överallt', whileTyping: false } as const

/** The keys of *Idag*. */
export const TODAY_SHORTCUTS = {
  begin: { keys: 'alt+Enter', does: 'Börja dagens första träff', group: 'Idag' },
  undocumented: { keys: 'alt+u', does: 'Till det som inte är dokumenterat', group: 'Idag' },
  help,
} as const satisfies Shortcuts

export const TODAY_TOLD: Told = {
  ...TODAY_SHORTCUTS,
  outcome: { keys: '1–6', does: 'Välj utfall, också för en träff i dag', group: 'På en rad' },
  rows: { keys: 'ArrowDown', does: 'Nästa rad', group: 'På en rad' },
  rowsBack: { keys: 'ArrowUp', does: 'Föregående rad', group: 'På en rad' },
}

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

export const CLIENT_TOLD: Told = {
  ...CLIENT_SHORTCUTS,
  along: { keys: 'ArrowRight', does: 'Gå längs vårdkedjan, träffarna eller procedurerna', group: 'På sidan' },
  back: { keys: 'ArrowLeft', does: 'Gå tillbaka', group: 'På sidan' },
  open: { keys: 'Enter', does: 'Öppna det du står på', group: 'På sidan' },
}
