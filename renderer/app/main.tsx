import './trustedTypes.ts'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/table.css'
import './shell.css'
import '../ui/forms.css'
import '../ui/shortcuts.css'
import '../client/client.css'
import '../plan/plan.css'
import '../today/today.css'
import '../careChain/careChain.css'
import '../consent/consent.css'
import '../handover/handover.css'
import '../merge/merge.css'
import '../offer/offer.css'
import '../goal/goal.css'
import '../session/runner/runner.css'
import '../session/session.css'
import '../mistake/mistake.css'
import '../remark/remark.css'
import '../secrecy/secrecy.css'
import '../draft/draft.css'
import '../worksheet/worksheet.css'
import '../worksheet/curve.css'
import '../manual/manual.css'
import '../settings/settings.css'
import '../accessLog/accessLog.css'
import '../training/training.css'
import '../ui/print.css'
import 'dayjs/locale/sv'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { App } from './app.tsx'
import '../draft/leaving.ts'
import { queryClient } from '../core/core.ts'
import { ErrorBoundary } from './errorBoundary.tsx'
import { cssVariables, theme } from './theme.ts'

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
setNonce(styleNonce) // get-nonce: for the scroll lock of Modal, which is not Mantine's own

createRoot(document.querySelector('#app') as Element).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    getStyleNonce={() => styleNonce}
    defaultColorScheme="auto"
  >
    <DatesProvider settings={{ locale: 'sv', firstDayOfWeek: 1, weekendDays: [] }}>
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={2} />
        <Router hook={useHashLocation}>
          <ErrorBoundary>
            <App />
          </ErrorBoundary>
        </Router>
      </QueryClientProvider>
    </DatesProvider>
  </MantineProvider>,
)
