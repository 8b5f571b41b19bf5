import { Link } from 'wouter'
import { nameOrCaseNumber } from '../core/clientName.ts'

type ClientLinkProps = { client: { clientId: string; clientName: string; caseNumber?: string | undefined } }

/** A client in a list, leading to the client's page. */
export function ClientLink({ client: { clientId, clientName, caseNumber } }: ClientLinkProps) {
  return (
    <Link href={`/client/${clientId}`} className="quiet-link">
      {nameOrCaseNumber(clientName, caseNumber)}
    </Link>
  )
}
