import { help, type Shortcuts } from '../ui/shortcuts.tsx'

/** The keys of *Idag*. */
export const TODAY_SHORTCUTS = {
  begin: { keys: 'alt+Enter', does: 'Börja dagens första träff', group: 'Idag' },
  undocumented: { keys: 'alt+u', does: 'Till det som inte är dokumenterat', group: 'Idag' },
  help,
} as const satisfies Shortcuts

/** Those and the keys that work where one stands: what the list of keys shows. */
export const TODAY_SHORTCUT_LIST: Shortcuts = {
  ...TODAY_SHORTCUTS,
  outcome: { keys: '1–6', does: 'Välj utfall, också för en träff i dag', group: 'På en rad' },
  rows: { keys: 'ArrowDown', does: 'Nästa rad', group: 'På en rad' },
  rowsBack: { keys: 'ArrowUp', does: 'Föregående rad', group: 'På en rad' },
}
