import type { Shortcuts } from '../../ui/shortcuts.tsx'

/**
 * The keys of a session. Letters go with Alt, which in a field writes nothing on a Swedish keyboard; D, E and F are left
 * to the browser, and AltGr is Ctrl and Alt together.
 */
export const SESSION_SHORTCUTS = {
  next: { keys: 'alt+ArrowDown', does: 'Nästa steg', group: 'Stegen' },
  previous: { keys: 'alt+ArrowUp', does: 'Föregående steg', group: 'Stegen' },
  tick: { keys: 'alt+Enter', does: 'Bocka av det som står på tur', group: 'Stegen' },
  otherChapter: { keys: 'alt+k', does: 'Ta ett steg ur ett annat kapitel', group: 'Stegen' },
  procedure: { keys: 'alt+digit', does: 'Procedur 1–9: gjord, eller inte', group: 'Gjort i dag' },
  part: { keys: 'alt+shift+digit', does: 'Procedur 1–9: gjord delvis', group: 'Gjort i dag' },
  rolePlay: { keys: 'alt+r', does: 'Ett rollspel till i den du kryssade senast', group: 'Gjort i dag' },
  addProcedure: { keys: 'alt+p', does: 'Lägg till en procedur', group: 'Gjort i dag' },
  craving: { keys: 'alt+s', does: 'Suget: skriv sedan siffran', group: 'Klienten' },
  rulers: { keys: 'alt+l', does: 'Linjalerna: siffra, sedan Tabb', group: 'Klienten' },
  changeTalk: { keys: 'alt+o', does: 'Klientens egna ord', group: 'Klienten' },
  numbers: { keys: 'alt+j', does: 'Nödnummer: jour, 112 och stödlinjer', group: 'Klienten' },
  homework: { keys: 'alt+h', does: 'Ny hemuppgift', group: 'Avsluta' },
  note: { keys: 'alt+n', does: 'Anteckningen', group: 'Avsluta' },
  split: { keys: 'alt+b', does: 'Bryt här: dela träffen', group: 'Avsluta' },
  lapse: { keys: 'alt+t', does: 'Ta träff 16 nu, efter ett återfall', group: 'Avsluta' },
  notHeld: { keys: 'alt+u', does: 'Träffen blev inte av: välj utfall', group: 'Avsluta' },
  finish: { keys: 'mod+Enter', does: 'Avsluta; på sista sidan: signera', group: 'Avsluta' },
  undo: { keys: 'alt+z', does: 'Ångra det som nyss togs bort', group: 'Avsluta' },
  help: { keys: 'shift+?', does: 'Den här listan', group: 'Avsluta', whileTyping: false },
} as const satisfies Shortcuts
