import type { Method } from '../../main/contract/index.ts'

/** Something that can be done from anywhere, by going to its address. */
export type Command = { label: string; to: string; needs?: Method }

export const COMMANDS: readonly Command[] = [
  { label: 'Ny klient', to: '/clients/new', needs: 'client.add' },
  { label: 'Ta emot en överlämning', to: '/handovers/receive', needs: 'handover.preview' },
  { label: 'Idag', to: '/', needs: 'today.list' },
  { label: 'Klienter', to: '/clients', needs: 'client.list' },
  { label: 'Överlämning', to: '/handovers', needs: 'handover.list' },
  { label: 'Manualen', to: '/manual' },
  { label: 'Inställningar', to: '/settings' },
  { label: 'Min lösenfras', to: '/settings/passphrase' },
  { label: 'Användare', to: '/settings/users', needs: 'user.list' },
  { label: 'Nödnummer och säkerhet', to: '/manual/page/safety' },
  { label: 'Enhetens nödnummer', to: '/settings/emergency-numbers', needs: 'emergencyNumber.add' },
  { label: 'Enheter', to: '/settings/units', needs: 'unit.register' },
  { label: 'Listor', to: '/settings/lists', needs: 'list.add' },
  { label: 'Logguppföljning', to: '/settings/log-review', needs: 'logReview.list' },
  { label: 'Utdrag ur åtkomstloggen', to: '/settings/log-extract', needs: 'accessLog.extract' },
]

/** What can be done with the client whose page is open. */
export function commandsFor(clientId: string): Command[] {
  return [
    { label: 'Fyll i Tillfredsskalan', to: `/client/${clientId}/form/satisfactionScale` },
    { label: 'Riskkarta', to: `/client/${clientId}/form/riskMap` },
    { label: 'Stoppkort', to: `/client/${clientId}/form/stopCard` },
    { label: 'Nödplan', to: `/client/${clientId}/form/emergencyPlan` },
    { label: '72-timmarsplan', to: `/client/${clientId}/form/first72HoursPlan` },
    { label: 'Lämna över', to: `/client/${clientId}/handover`, needs: 'handover.seal' },
    { label: 'Tidigare uppgifter', to: `/client/${clientId}/history` },
    { label: 'Slå ihop med en annan klient', to: `/client/${clientId}/merge`, needs: 'client.merge' },
  ]
}
