import { Button, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecoverySheet } from '../../main/contract/user.ts'
import { useCommand } from '../core/core.ts'
import { Form } from '../ui/form.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'

export type RecoverySheetProps = {
  sheet: RecoverySheet
  unitName: string
  today: string
  /** The words of the button that ends it. */
  done: string
  onDone(): void
}

/** The fifteen words that open the binder when a passphrase is forgotten; then two of them are written back from the paper. */
export function RecoverySheetSteps({ sheet, unitName, today, done, onDone }: RecoverySheetProps) {
  const [written, setWritten] = useState(false)
  return written ? (
    <WriteBack asked={sheet.asked} done={done} onDone={onDone} onBack={() => setWritten(false)} />
  ) : (
    <Sheet words={sheet.words} unitName={unitName} today={today} onWritten={() => setWritten(true)} />
  )
}

type SheetProps = { words: readonly string[]; unitName: string; today: string; onWritten(): void }

function Sheet({ words, unitName, today, onWritten }: SheetProps) {
  return (
    <>
      <div>
        <h1>Återställningsblad</h1>
        <p className="soft">
          {unitName === '' ? '' : `${unitName}, `}
          {dayAndYear(today)}
        </p>
      </div>
      <p>
        De femton orden öppnar pärmen om administratörens lösenfras glöms bort. De visas bara nu. Den som har orden och
        datorn kan läsa allt: förvara bladet inlåst, skilt från datorn.
      </p>
      <ol className="recovery-words" aria-label="Återställningsord">
        {words.map((word, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words never change places, and one may come twice
          <li key={place}>{word}</li>
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
        <Button onClick={onWritten}>Bladet är utskrivet eller avskrivet</Button>
      </div>
    </>
  )
}

type WriteBackProps = { asked: readonly number[]; done: string; onDone(): void; onBack(): void }

/** The paper is tried before it is needed: two words, read from it and not from the screen. */
function WriteBack({ asked, done, onDone, onBack }: WriteBackProps) {
  const [words, setWords] = useState(asked.map(() => ''))
  const test = useCommand('recoverySheet.test')
  return (
    <Form
      className="stack"
      onSave={() => {
        test.mutate({ words }, { onSuccess: onDone })
      }}
    >
      <div>
        <h1>Prova bladet</h1>
        <p className="soft">Läs de två orden från pappret. Sedan vet du att bladet går att använda.</p>
      </div>
      {asked.map((place, index) => (
        <TextInput
          key={place}
          size="md"
          label={`Ord ${place + 1}`}
          required
          autoFocus={index === 0}
          autoComplete="off"
          spellCheck={false}
          value={words[index]}
          onChange={event => setWords(words.with(index, event.currentTarget.value))}
        />
      ))}
      <ErrorNotice error={test.error} />
      <Button type="submit" loading={test.isPending}>
        {done}
      </Button>
      <Button variant="default" onClick={onBack}>
        Visa orden igen
      </Button>
    </Form>
  )
}
