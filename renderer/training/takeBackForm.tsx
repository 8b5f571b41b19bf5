import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand } from '../core/core.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTyping } from '../draft/useTyping.ts'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { LineField } from '../ui/textFields.tsx'

type TakeBackFormProps = { entryId: string; what: string; onClose(): void }

/** What was put in wrongly: why, in a line. It stays in the history. */
export function TakeBackForm({ entryId, what, onClose }: TakeBackFormProps) {
  const takeBack = useCommand('training.takeBack')
  const [tried, setTried] = useState(false)
  const typing = useTyping(`takeBack:${entryId}`)
  const { words } = typing

  function submit() {
    setTried(true)
    if (words.trim() === '') return
    takeBack.mutate(
      { entryId, reason: words },
      {
        onSuccess: () => {
          typing.set('')
          notifications.show({ message: 'Tillbakataget. Det står kvar i historiken.' })
          onClose()
        },
      },
    )
  }

  return (
    <Form className="stack" noValidate onSave={submit}>
      <p>{what}</p>
      <p className="small soft">
        Uppgiften slutar gälla och står kvar i historiken. Hade den ändrat en tidigare gäller den igen.
      </p>
      <LineField
        longest={longestOf('training.takeBack', 'reason')}
        label="Varför"
        data-autofocus
        required
        value={words}
        error={tried && words.trim() === '' && 'Skriv varför uppgiften tas tillbaka.'}
        onChange={event => typing.set(event.currentTarget.value)}
      />
      <ErrorNotice error={takeBack.error} />
      <div className="form-buttons">
        <WhenSaved {...typing} />
        <Button variant="default" onClick={onClose}>
          Stäng
        </Button>
        <Button type="submit" loading={takeBack.isPending}>
          Ta tillbaka
        </Button>
      </div>
    </Form>
  )
}
