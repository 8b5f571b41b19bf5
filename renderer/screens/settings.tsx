import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useCore } from '../core.ts'
import { ManualChoice } from '../parts/manualChoice.tsx'
import { Page, Section } from '../parts/page.tsx'
import { unitKindText } from '../texts.ts'

/** Whose binder this is, how the screen looks, and which manual is in use. */
export function SettingsScreen() {
  const me = useCore('user.me', {})
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Page title="Inställningar" narrow>
      <div className="stack">
        <Section title="Enheten">
          <dl className="card facts">
            <dt>Namn</dt>
            <dd>{me.data?.unit.name}</dd>
            <dt>Slag</dt>
            <dd>{me.data && unitKindText[me.data.unit.kind]}</dd>
            <dt>Inloggad</dt>
            <dd>{me.data?.user.name}</dd>
          </dl>
        </Section>
        <Section title="Utseende">
          <div className="card">
            <SegmentedControl
              aria-label="Ljust eller mörkt"
              data={[
                { value: 'auto', label: 'Som datorn' },
                { value: 'light', label: 'Ljust' },
                { value: 'dark', label: 'Mörkt' },
              ]}
              value={colorScheme}
              onChange={value => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
            />
          </div>
        </Section>
        <Section title="Manualen">
          <ManualChoice />
        </Section>
        <Section title="Om Arton">
          <p className="card small">
            Arton är ett arbetsverktyg för behandlare. Det är inte journalen eller personakten; det som ska dit skrivs
            ut eller förs över dit. Inget lämnar datorn utan att någon skickar det.
          </p>
        </Section>
      </div>
    </Page>
  )
}
