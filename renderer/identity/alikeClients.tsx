import { useState } from 'react'
import { Link } from 'wouter'
import type { Input, Output } from '../../main/contract/index.ts'
import { likenessWords } from '../../main/contract/mergeWords.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { ask } from '../core/core.ts'
import { InfoNotice } from '../ui/notice.tsx'

type Alike = Output<'client.alike'>
type Question = Input<'client.alike'>

/**
 * Asks, before a client is saved under a name, whether the client is in the binder already: `goesOn` runs at once where
 * nobody is like, and else at the second try with the same name and number.
 */
export function useAlike() {
  const [found, setFound] = useState<{ readonly about: string; readonly clients: Alike }>()
  const [error, setError] = useState<unknown>()

  async function askFirst(question: Question, goesOn: () => void) {
    const about = `${question.name}\n${question.number}`
    if (found?.about === about) return goesOn()
    setError(undefined)
    const clients = await ask('client.alike', question).catch(setError)
    if (clients === undefined) return
    setFound({ about, clients })
    if (clients.length === 0) goesOn()
  }
  return { clients: found?.clients ?? [], error, askFirst }
}

/** Who may be the same person, with what tells them apart. Nothing when there is nobody. */
export function AlikeClients({ clients }: { clients: Alike }) {
  if (clients.length === 0) return null
  return (
    <InfoNotice>
      <div className="stack-tight" role="status">
        <strong>Finns klienten redan här?</strong>
        <ul>
          {clients.map(each => (
            <li key={each.id}>
              <AlikeClient client={each} />
            </li>
          ))}
        </ul>
        <p>Är det någon annan? Spara en gång till.</p>
      </div>
    </InfoNotice>
  )
}

function AlikeClient({ client }: { client: Alike[number] }) {
  const { id, name, caseNumber, maskedNumber, mine, therapist, holder, own, likeness } = client
  const called = nameOrCaseNumber(name, caseNumber)
  const facts = [
    maskedNumber,
    name === '' || caseNumber === '' ? '' : `ärende ${caseNumber}`,
    own ? `behandlare ${therapist}` : `hos ${holder}`,
    likeness === 'sameName' ? 'samma namn' : likenessWords[likeness],
  ].filter(each => each !== '')
  return (
    <>
      {mine ? <Link href={`/client/${id}`}>{called}</Link> : called} · {facts.join(' · ')}
    </>
  )
}
