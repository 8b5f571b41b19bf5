import { Select } from '@mantine/core'
import { useCommand, useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'

const LONGEST = 15

const minutesText = (minutes: number) => (minutes === 1 ? '1 minut' : `${minutes} minuter`)

const choices = Array.from({ length: LONGEST }, (_, index) => ({
  value: String(index + 1),
  label: minutesText(index + 1),
}))

/** When the binder locks by itself. The administrator sets the time; everyone may know it. */
export function LockingScreen() {
  const me = useCore('user.me', {})
  const may = useMay()
  const setMinutes = useCommand('binder.setIdleMinutes')
  const minutes = me.data?.idleMinutes
  return (
    <Page title="Låsning" narrow under={<BackToSettings />}>
      <div className="stack">
        <section className="card stack" aria-label="Lås när ingen är här">
          {may('binder.setIdleMinutes') ? (
            <Select
              label="Lås när ingen har rört tangenter eller mus på"
              description="Gäller alla som använder pärmen. En halv minut innan syns en påminnelse."
              data={choices}
              value={minutes === undefined ? null : String(minutes)}
              allowDeselect={false}
              onChange={value => setMinutes.mutate({ minutes: Number(value) })}
            />
          ) : (
            <p>
              Pärmen låser sig när ingen har rört tangenter eller mus på{' '}
              <b>{minutes !== undefined && minutesText(minutes)}</b>. Administratören kan ändra tiden.
            </p>
          )}
          <ErrorNotice error={setMinutes.error} />
        </section>
        <section className="card" aria-label="Vad som händer vid låsning">
          <h2>Vad som händer</h2>
          <ul>
            <li>Skärmen töms och nyckeln till databasen glöms.</li>
            <li>Det du har skrivit ligger kvar, krypterat, och finns där när du låser upp.</li>
            <li>Pärmen låser sig också när datorn låses eller går i vila.</li>
            <li>
              Du låser själv med <kbd>Ctrl L</kbd>. En kollega låser upp med sin egen lösenfras och kommer till sin egen
              början, aldrig till din sida.
            </li>
          </ul>
        </section>
      </div>
    </Page>
  )
}
