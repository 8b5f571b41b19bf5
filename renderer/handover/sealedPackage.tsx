import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import type { Output } from '../../main/contract/index.ts'
import { Page } from '../ui/page.tsx'

type SealedPackageProps = { sealed: Output<'handover.seal'>; receiver: string; clientId: string }

/** The third screen: the file is saved, and the words are to be told by telephone, never in the same message. */
export function SealedPackage({ sealed, receiver, clientId }: SealedPackageProps) {
  const [, go] = useLocation()
  return (
    <Page title="Överlämningen är förseglad" narrow under="steg 3 av 3">
      <div className="stack">
        <section className="card stack" aria-label="Filen">
          <h2>1. Skicka filen</h2>
          <p>
            <b>{sealed.fileName}</b> är sparad. Skicka den till {receiver} på det sätt ni brukar. Namnet avslöjar inget
            om klienten.
          </p>
        </section>
        <section className="card stack" aria-label="Orden">
          <h2>2. Ring och läs upp orden</h2>
          <p>De öppnar filen. Skicka dem aldrig tillsammans med den, och lämna dem bara till den som ska ta över.</p>
          <ol className="recovery-words sealed-words" aria-label="Ord som öppnar filen">
            {sealed.words.map((word, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, its place only once
              <li key={index}>{word}</li>
            ))}
          </ol>
          <p className="small soft">
            Orden visas bara nu. Ring medan de står här, eller skriv av dem och förstör lappen sedan.
          </p>
        </section>
        <section className="card stack" aria-label="Kvittens">
          <h2>3. Vänta på kvittensen</h2>
          <p>
            Tills mottagaren har kvitterat är klienten kvar hos er. Kvittensens tolv tecken skrivs in under Överlämning.
          </p>
        </section>
        <div className="form-buttons">
          <Button variant="default" onClick={() => go(`/client/${clientId}`)}>
            Till klienten
          </Button>
          <Button onClick={() => go('/handovers')}>Till Överlämning</Button>
        </div>
      </div>
    </Page>
  )
}
