import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { RecoverySheet } from '../../main/contract/user.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { RecoverySheetSteps } from './recoverySheet.tsx'

/** The recovery sheet: when it was tried, and a new one in its place. */
export function RecoveryScreen() {
  const today = useToday()
  const me = useCore('user.me', {})
  const latest = useCore('recoverySheet.latest', {})
  const renew = useCommand('recoverySheet.renew')
  const [sheet, setSheet] = useState<RecoverySheet>()

  if (sheet !== undefined) {
    return (
      <div className="page page-narrow recovery">
        <div className="recovery-sheet stack">
          <RecoverySheetSteps
            sheet={sheet}
            unitName={me.data?.unit.name ?? ''}
            today={today}
            done="Använd det nya bladet"
            onDone={() => {
              setSheet(undefined)
              renew.reset()
              notifications.show({ message: 'Det nya bladet gäller. Förstör det gamla.' })
            }}
          />
          <Button
            className="no-print"
            variant="subtle"
            onClick={() => {
              setSheet(undefined)
              renew.reset()
            }}
          >
            Avbryt – behåll det gamla bladet
          </Button>
        </div>
      </div>
    )
  }
  return (
    <Page title="Återställningsblad" narrow under={<BackToSettings />}>
      <section className="card stack" aria-label="Bladet som gäller">
        <p>
          Femton ord på papper öppnar pärmen när administratörens lösenfras är glömd. Andra användare får nya ord av
          administratören.
        </p>
        {latest.data !== undefined && (
          <p className="soft">
            Bladet som gäller provades {dayAndYear(latest.data.testedAt)} av {latest.data.madeBy}.
          </p>
        )}
        <ErrorNotice error={renew.error} />
        <p>
          Gör ett nytt blad om det gamla är borta eller någon annan kan ha sett det. Det gamla gäller tills du har
          provat det nya.
        </p>
        <div className="form-buttons">
          <Button loading={renew.isPending} onClick={() => renew.mutate({}, { onSuccess: setSheet })}>
            Gör ett nytt blad
          </Button>
        </div>
      </section>
    </Page>
  )
}
