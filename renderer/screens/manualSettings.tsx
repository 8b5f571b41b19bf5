import { BackToSettings } from '../parts/backToSettings.tsx'
import { ManualChoice } from '../parts/manualChoice.tsx'
import { Page } from '../parts/page.tsx'

/** Which manual is in use here, and an organisation's own in its place. */
export function ManualSettingsScreen() {
  return (
    <Page title="Manualen i pärmen" narrow under={<BackToSettings />}>
      <ManualChoice />
    </Page>
  )
}
