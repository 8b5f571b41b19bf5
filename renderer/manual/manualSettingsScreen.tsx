import { BackToSettings } from '../ui/backToSettings.tsx'
import { Page } from '../ui/page.tsx'
import { ManualChoice } from './manualChoice.tsx'

/** Which manual is in use here, and an organisation's own in its place. */
export function ManualSettingsScreen() {
  return (
    <Page title="Manualen i pärmen" narrow under={<BackToSettings />}>
      <ManualChoice />
    </Page>
  )
}
