import { Button, Radio, Stack } from '@mantine/core'
import type { MistakeAbout, MistakeReason } from '../../main/contract/mistake.ts'
import { alsoStruckWords, mistakeReasonWords } from '../../main/contract/mistakeWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand } from '../core/core.ts'
import { useDraft } from '../draft/useDraft.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { TextField } from '../ui/textFields.tsx'
import { willBeRead } from './struckNote.tsx'

type MistakeDialogProps = { clientId: string; about: MistakeAbout; onClose(): void }
type MistakeDraft = { reason: Exclude<MistakeReason, 'undone'> | ''; words: string }

const OF_SESSION: readonly Exclude<MistakeReason, 'undone'>[] = ['wrongClient', 'wrongDay', 'wrongSession', 'other']
const OF_OTHERS = OF_SESSION.filter(each => each !== 'wrongSession')

/** Why a record is struck, and what then happens to it. */
export function MistakeDialog({ clientId, about, onClose }: MistakeDialogProps) {
  const draft = useDraft<MistakeDraft>(clientId, `mistake:${about.kind}:${about.id}`, () => ({ reason: '', words: '' }))
  const mark = useCommand('mistake.mark')
  if (draft === undefined) return null
  const { reason, words } = draft.value
  const isReady = reason !== '' && (reason !== 'other' || words.trim() !== '')

  function strike() {
    if (reason === '' || !isReady) return
    mark.mutate(
      { clientId, about, reason, words },
      {
        onSuccess: ({ id }) => {
          willBeRead(id)
          void draft?.discard()
          onClose()
        },
      },
    )
  }

  return (
    <Dialog title="Fört in av misstag" onClose={onClose}>
      <Form className="stack" onSave={strike}>
        <Radio.Group
          label="Vad blev fel?"
          value={reason}
          onChange={value => draft.set(current => ({ ...current, reason: value as MistakeDraft['reason'] }))}
        >
          <Stack gap="xs" mt="xs">
            {(about.kind === 'session' ? OF_SESSION : OF_OTHERS).map(each => (
              <Radio key={each} value={each} label={mistakeReasonWords[each]} />
            ))}
          </Stack>
        </Radio.Group>
        <TextField
          longest={longestOf('mistake.mark', 'words')}
          label="Med egna ord"
          description="Läses av den som ser uppgiften struken. Skriv inget om någon annan person."
          required={reason === 'other'}
          autosize
          minRows={2}
          value={words}
          onChange={event => {
            const typed = event.currentTarget.value
            draft.set(current => ({ ...current, words: typed }))
          }}
        />
        <WhatHappens about={about} reason={reason} />
        <ErrorNotice error={mark.error ?? draft.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" disabled={!isReady} loading={mark.isPending}>
            Stryk
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function WhatHappens({ about, reason }: { about: MistakeAbout; reason: MistakeDraft['reason'] }) {
  return (
    <ul className="small">
      <li>Det står kvar och kan läsas, struket, med skäl, ditt namn och tid. Det räknas inte längre.</li>
      {alsoStruckWords[about.kind] !== undefined && <li>{alsoStruckWords[about.kind]}</li>}
      {reason === 'wrongClient' && <li>Det följer inte med i en överlämning, eftersom det gäller någon annan.</li>}
      <li>I dag kan du ta tillbaka det.</li>
    </ul>
  )
}
