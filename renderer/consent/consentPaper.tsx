import type { Client } from '../../main/contract/client.ts'
import { publicName } from '../core/clientName.ts'

/** Lines of a list begin so in the text of a consent. */
const DASH = '– '

type ConsentPaperProps = {
  client: Client
  text: string
  unit: string
  /** With lines to sign on, when printed. */
  toSign: boolean
}

/** What the client says yes to, as it stands on the screen and on the client's own paper: one page, to sign. */
export function ConsentPaper({ client, text, unit, toSign }: ConsentPaperProps) {
  return (
    <section className="card consent-paper" aria-label="Det klienten säger ja till">
      <p className="on-paper">
        {publicName(client)}
        {client.protectedIdentity ? '' : ` · ${client.maskedNumber || `Ärende ${client.caseNumber}`}`}
      </p>
      {text.split('\n\n').map(each => (
        <Paragraph key={each} text={each} />
      ))}
      <p className="on-paper">
        Vill du ta tillbaka ditt samtycke? Säg det till {client.therapist}, {unit}.
      </p>
      {toSign && (
        <div className="on-paper consent-signature">
          <p>Ort och dag</p>
          <p>Namnteckning</p>
          <p>Namnförtydligande</p>
        </div>
      )}
    </section>
  )
}

function Paragraph({ text }: { text: string }) {
  const lines = text.split('\n')
  if (!lines.every(each => each.startsWith(DASH))) return <p>{text}</p>
  return (
    <ul>
      {lines.map(each => (
        <li key={each}>{each.slice(DASH.length)}</li>
      ))}
    </ul>
  )
}
