import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { FormHistory } from '../../main/contract/worksheet.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { useMayTreat } from '../core/useMayTreat.ts'
import { useToday } from '../core/useToday.ts'
import { Form } from '../ui/form.tsx'
import { shortDay } from '../ui/format.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { SearchSelect } from '../ui/searchSelect.tsx'

/** Every sheet of the client's: the living documents, what else has been filled in, and any other sheet to begin on. */
export function WorksheetsScreen({ clientId }: { clientId: string }) {
  const mayFillIn = useMayTreat(clientId)
  const loaded = combine({
    client: useCore('client.get', { clientId }),
    forms: useCore('worksheet.formsOfClient', { clientId }),
  })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { client, forms } = loaded.data
  const others = forms.filter(each => !each.living)
  return (
    <Page title="Blad och övningar" narrow under={<Link href={`/client/${clientId}`}>{publicName(client)}</Link>}>
      <div className="stack">
        <Section title="Att ha med sig" note="fylls på från träff till träff">
          <FormList clientId={clientId} forms={forms.filter(each => each.living)} mayFillIn={mayFillIn} />
        </Section>
        <Section title="Ifyllda blad">
          {others.length === 0 && <p className="soft">Inga fler blad är ifyllda än.</p>}
          {others.length > 0 && <FormList clientId={clientId} forms={others} mayFillIn={mayFillIn} />}
        </Section>
        {mayFillIn && <OtherForm clientId={clientId} />}
      </div>
    </Page>
  )
}

type FormListProps = { clientId: string; forms: readonly FormHistory[]; mayFillIn: boolean }

function FormList({ clientId, forms, mayFillIn }: FormListProps) {
  const today = useToday()
  const [, go] = useLocation()
  return (
    <ul className="plain-list card card-rows">
      {forms.map(({ formId, title, living, times, firstOn, latestOn }) => {
        const here = `/client/${clientId}/form/${formId}`
        return (
          <li key={formId} className="sheet-row">
            <div className="grow">
              {times > 0 ? <Link href={`${here}/history`}>{title}</Link> : <span>{title}</span>}
              <div className="small soft">
                {times === 0 && 'inte gjort än'}
                {times === 1 && latestOn !== undefined && `ifyllt ${shortDay(latestOn, today)}`}
                {times > 1 &&
                  latestOn !== undefined &&
                  firstOn !== undefined &&
                  `ifyllt ${times} gånger, ${shortDay(firstOn, today)} – ${shortDay(latestOn, today)}`}
              </div>
            </div>
            {times > 1 && (
              <Link href={`${here}/compare`} className="small" aria-label={`Jämför ${title}`}>
                Jämför
              </Link>
            )}
            {mayFillIn && (
              <Button
                variant="default"
                size="compact-md"
                aria-label={`${times === 0 ? 'Fyll i' : living ? 'Uppdatera' : 'Fyll i på nytt'}: ${title}`}
                onClick={() => go(here)}
              >
                {times === 0 ? 'Fyll i' : living ? 'Uppdatera' : 'Fyll i på nytt'}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Any worksheet or exercise of the manual, found by its name. */
function OtherForm({ clientId }: { clientId: string }) {
  const [, go] = useLocation()
  const [chosen, setChosen] = useState<string | null>(null)
  const manual = useCore('manual.contents', {})
  return (
    <Form
      className="row any-form no-print"
      onSave={() => {
        if (chosen !== null) go(`/client/${clientId}/form/${chosen}`)
      }}
    >
      <SearchSelect
        label="Ett annat blad"
        placeholder="Sök på bladets namn"
        className="grow"
        data={(manual.data?.forms ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        value={chosen ?? ''}
        onChange={setChosen}
      />
      <Button type="submit" variant="default" disabled={chosen === null}>
        Fyll i
      </Button>
    </Form>
  )
}
