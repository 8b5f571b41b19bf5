import { Button, Checkbox } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { dayAndYear } from '../format.ts'

type RecoverySheetProps = { words: readonly string[]; unitName: string; today: string; onDone(): void }

/** Shown once, when the binder is made: the fifteen words that open it when a passphrase is forgotten. */
export function RecoverySheetScreen({ words, unitName, today, onDone }: RecoverySheetProps) {
  const [kept, setKept] = useState(false)
  return (
    <main className="door recovery">
      <div className="door-sheet recovery-sheet stack">
        <div>
          <h1>Återställningsblad</h1>
          <p className="soft">
            {unitName}, {dayAndYear(today)}
          </p>
        </div>
        <p>
          De femton orden öppnar pärmen om lösenfrasen glöms bort. De visas bara nu. Den som har orden och datorn kan
          läsa allt: förvara bladet inlåst, skilt från datorn.
        </p>
        <ol className="recovery-words" aria-label="Återställningsord">
          {words.map(word => (
            <li key={word}>{word}</li>
          ))}
        </ol>
        <p className="on-paper">
          Så används bladet: starta Arton och skriv orden i tur och ordning i fältet för lösenfrasen.
        </p>
        <p className="on-paper">Förvaras av: ______________________________ Plats: ______________________________</p>
        <div className="stack no-print">
          <Button
            variant="default"
            autoFocus
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
            onClick={() => window.print()}
          >
            Skriv ut bladet
          </Button>
          <Checkbox
            size="md"
            label="Bladet är utskrivet eller avskrivet och inlåst"
            checked={kept}
            onChange={event => setKept(event.currentTarget.checked)}
          />
          <Button disabled={!kept} onClick={onDone}>
            Öppna pärmen
          </Button>
        </div>
      </div>
    </main>
  )
}
