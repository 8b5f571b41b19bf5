import type { ConsentPart } from './consent.ts'
import { consentPartByClient } from './consentWords.ts'
import type { Day } from './values.ts'

type Agreed =
  | { kind: 'waiver'; receiver: string; parts: readonly ConsentPart[]; validUntil: Day }
  | { kind: 'coordinatedPlan'; receiver: string; concerns: string; validUntil: Day }

/**
 * What the client says yes to, in plain words: shown before it is given, kept as it was shown, and printed to sign.
 * Paragraphs are divided by an empty line; a line of a list begins with a dash. It names nobody: the page it stands on does.
 */
export function consentText(agreed: Agreed, unit: string): string {
  return (agreed.kind === 'waiver' ? waiver(agreed, unit) : coordinatedPlan(agreed, unit)).join('\n\n')
}

function waiver(agreed: Extract<Agreed, { kind: 'waiver' }>, unit: string): string[] {
  const parts = Object.entries(consentPartByClient).filter(([part]) => agreed.parts.includes(part as ConsentPart))
  return [
    `Jag går med på att ${unit} lämnar uppgifter om mig till ${agreed.receiver}. Det gäller:`,
    parts.map(([, words]) => `– ${words}`).join('\n'),
    'Mitt namn och personnummer, var jag har vårdats och planen för mina träffar följer alltid med.',
    `Samtycket gäller till och med ${inWords(agreed.validUntil)}. Det är frivilligt. Jag kan ta tillbaka det när jag vill, utan att säga varför. Då lämnas inget mer. Det som redan har lämnats kan inte tas tillbaka.`,
    `Det jag går med på är att sekretessen inte ska hindra det här (10 kap. 1 § och 12 kap. 2 § offentlighets- och sekretesslagen). Att ${unit} antecknar om min vård beror på lagen, inte på mitt samtycke.`,
  ]
}

function coordinatedPlan(agreed: Extract<Agreed, { kind: 'coordinatedPlan' }>, unit: string): string[] {
  return [
    `Jag går med på att ${unit} gör en samordnad individuell plan (SIP) tillsammans med mig och ${agreed.receiver}.`,
    `Planen handlar om: ${agreed.concerns}`,
    'I planen står vem som gör vad, och vem som har ansvar för helheten. Jag är med när den görs. Den som står mig nära får vara med om jag vill.',
    'Det här häver inte sekretessen. För att uppgifter om mig ska få lämnas till någon av dem behövs ett eget samtycke.',
    `Samtycket gäller till och med ${inWords(agreed.validUntil)}. Det är frivilligt. Jag kan ta tillbaka det när jag vill, utan att säga varför. Då arbetar ingen vidare med planen (10 kap. 8 § socialtjänstlagen).`,
  ]
}

/** *21 december 2026*. */
function inWords(day: Day): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('sv-SE', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
