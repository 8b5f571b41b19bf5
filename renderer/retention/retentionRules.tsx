import { Button, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Authority, AuthorityKind } from '../../main/contract/retention.ts'
import { authorityKindWords } from '../../main/contract/retentionWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand } from '../core/core.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTypedForm } from '../draft/useTyping.ts'
import { choicesOf } from '../ui/choices.ts'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { NumberInput } from '../ui/numberInput.tsx'
import { Section } from '../ui/page.tsx'
import { LineField } from '../ui/textFields.tsx'

/** Which rules apply. What a lawyer must decide is chosen here. */
export function RetentionRules({ authority }: { authority: Authority }) {
  const set = useCommand('retention.setAuthority')
  const typing = useTypedForm('retention-rules', { ...authority, years: (authority.years ?? '') as number | string })
  const { values: value, change } = typing
  const { years, ...rest } = value
  return (
    <Section title="Regler som gäller här">
      <Form
        className="card form-grid no-print"
        onSave={() => {
          set.mutate(typeof years === 'number' ? { ...rest, years } : rest, {
            onSuccess: () => {
              typing.forget()
              notifications.show({ message: 'Reglerna är sparade.' })
            },
          })
        }}
      >
        <Select
          label="Huvudman"
          data={choicesOf(authorityKindWords)}
          value={value.kind}
          onChange={kind => kind !== null && change({ kind: kind as AuthorityKind })}
        />
        <LineField
          longest={longestOf('retention.setAuthority', 'controller')}
          label="Personuppgiftsansvarig"
          placeholder="Nämnden eller myndigheten"
          value={value.controller}
          onChange={event => change({ controller: event.currentTarget.value })}
        />
        {value.kind === 'state' && (
          <>
            <LineField
              longest={longestOf('retention.setAuthority', 'decision')}
              label="Gallringsbeslut"
              description="Beteckningen på myndighetens eget beslut. Utan beslut gallras inget."
              value={value.decision}
              onChange={event => change({ decision: event.currentTarget.value })}
            />
            <NumberInput
              label="År efter sista anteckningen"
              min={1}
              max={100}
              value={years}
              onChange={number => change({ years: number ?? '' })}
            />
          </>
        )}
        <div className="wide">
          <ErrorNotice error={set.error} />
          <div className="form-buttons">
            <WhenSaved {...typing} />
            <Button type="submit" variant="default" loading={set.isPending}>
              Spara reglerna
            </Button>
          </div>
        </div>
      </Form>
    </Section>
  )
}
