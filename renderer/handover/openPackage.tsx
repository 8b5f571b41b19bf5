import { Button, FileInput, TextInput } from '@mantine/core'
import { IconFileDescription } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { MOST_SEALED, type PackagePreview } from '../../main/contract/handover.ts'
import { ask } from '../core/core.ts'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'

export type OpenedPackage = {
  /** Base64. */
  file: string
  words: string
  preview: PackagePreview
}

/** The first screen: the file and the words that open it. */
export function OpenPackage({ onOpened }: { onOpened(opened: OpenedPackage): void }) {
  const [, go] = useLocation()
  const [file, setFile] = useState<File | null>(null)
  const [words, setWords] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setIsBusy] = useState(false)
  const isTooLarge = file !== null && file.size > MOST_SEALED // refused here too, so that nothing huge is read

  async function open() {
    if (file === null || isTooLarge) return
    setIsBusy(true)
    setError(undefined)
    try {
      const content = base64Of(await file.arrayBuffer())
      onOpened({ file: content, words, preview: await ask('handover.preview', { file: content, words }) })
    } catch (refused) {
      setError(refused)
      setIsBusy(false)
    }
  }

  return (
    <Page title="Ta emot en överlämning" narrow focusTitle={false} under="steg 1 av 2">
      <Form className="card stack" onSave={() => void open()}>
        <FileInput
          size="md"
          label="Filen från avsändaren"
          description="Den slutar på .arton."
          placeholder="Välj fil"
          accept=".arton"
          required
          autoFocus
          leftSection={<IconFileDescription size={18} stroke={1.7} aria-hidden />}
          value={file}
          onChange={setFile}
          error={isTooLarge && 'Filen är större än en överlämning kan vara. Inget har lästs in.'}
        />
        <TextInput
          label="Orden som avsändaren läste upp"
          description="Sju ord i ordning, med mellanslag emellan."
          required
          autoComplete="off"
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
        />
        <ErrorNotice error={error} />
        <div className="form-buttons">
          <Button variant="default" onClick={() => go('/handovers')}>
            Avbryt
          </Button>
          <Button type="submit" loading={isBusy} disabled={file === null || words.trim() === ''}>
            Öppna och förhandsgranska
          </Button>
        </div>
      </Form>
    </Page>
  )
}

function base64Of(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), each => String.fromCharCode(each)).join(''))
}
