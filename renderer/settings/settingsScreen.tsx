import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import {
  IconArrowsShuffle,
  IconBook2,
  IconBuildingCommunity,
  IconClipboardCheck,
  IconFileText,
  IconKey,
  IconListDetails,
  IconLock,
  IconPhone,
  IconSchool,
  IconTrashX,
  IconUsers,
} from '@tabler/icons-react'
import type { Method } from '../../main/contract/index.ts'
import { unitKindWords } from '../../main/contract/unitWords.ts'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { LogReviewDue } from '../logReview/logReviewDue.tsx'
import { HomesToChoose } from '../municipality/homesToChoose.tsx'
import { LinkRow } from '../ui/linkRow.tsx'
import { Page, Section } from '../ui/page.tsx'
import { InterimNumbers } from '../unit/interimNumbers.tsx'

type Row = { to: string; label: string; what: string; Icon: typeof IconKey; needs?: Method }

/** What can be set, each on a page of its own. A row that the user's roles are not enough for is not shown. */
const groups: readonly { title: string; rows: readonly Row[] }[] = [
  {
    title: 'Du',
    rows: [
      {
        to: '/settings/passphrase',
        label: 'Min lösenfras',
        what: 'Byt den, eller låt datorns nyckelring öppna åt dig.',
        Icon: IconKey,
      },
    ],
  },
  {
    title: 'Pärmen',
    rows: [
      {
        to: '/settings/users',
        label: 'Användare',
        what: 'Vilka som kommer in, i vilka roller och sedan när.',
        Icon: IconUsers,
        needs: 'user.list',
      },
      {
        to: '/settings/assignments',
        label: 'Klienternas behandlare',
        what: 'Vem som ansvarar för vilken klient. Ärendenummer eller initialer, inget av vården.',
        Icon: IconArrowsShuffle,
        needs: 'client.assignments',
      },
      {
        to: '/settings/recovery',
        label: 'Återställningsblad',
        what: 'De femton orden som öppnar när administratörens lösenfras är glömd.',
        Icon: IconFileText,
        needs: 'recoverySheet.renew',
      },
      {
        to: '/settings/retention',
        label: 'Gallring',
        what: 'Uppgifter som nått sin gallringstid, beslut och protokoll. Vilken huvudmans regler som gäller.',
        Icon: IconTrashX,
        needs: 'retention.due',
      },
      {
        to: '/settings/lists',
        label: 'Listor',
        what: 'Skäl, lagrum, varför en placering slutade och vilken sekretess som gäller, från dag till dag.',
        Icon: IconListDetails,
        needs: 'list.add',
      },
      {
        to: '/settings/units',
        label: 'Enheter',
        what: 'De enheter som är nämnda i pärmen. Byt namn, eller slå ihop två som är samma.',
        Icon: IconBuildingCommunity,
        needs: 'unit.register',
      },
      {
        to: '/settings/emergency-numbers',
        label: 'Nödnummer',
        what: 'Enhetens egna nummer bredvid de nationella: i manualen, på nödplanen och under en träff.',
        Icon: IconPhone,
        needs: 'emergencyNumber.add',
      },
      {
        to: '/settings/training',
        label: 'Utbildning',
        what: 'Vem som har vilken metod och sedan när, och vilka procedurer som är certifierade.',
        Icon: IconSchool,
        needs: 'training.own',
      },
      {
        to: '/settings/log-review',
        label: 'Logguppföljning',
        what: 'Vem som läst och ändrat: den återkommande uppföljningen, och utdrag ur loggen.',
        Icon: IconClipboardCheck,
        needs: 'logReview.list',
      },
      { to: '/settings/locking', label: 'Låsning', what: 'När pärmen låser sig själv.', Icon: IconLock },
      {
        to: '/settings/manual',
        label: 'Manualen',
        what: 'Vilken manual som används, och egna innehållspaket.',
        Icon: IconBook2,
      },
    ],
  },
]

/** Whose binder this is, and the way to everything that can be set in it. */
export function SettingsScreen() {
  const me = useCore('user.me', {})
  const may = useMay()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Page title="Inställningar" narrow>
      <div className="stack">
        <LogReviewDue />
        <HomesToChoose />
        {groups.map(({ title, rows }) => (
          <Section key={title} title={title}>
            <ul className="card settings-rows plain-list">
              {rows
                .filter(({ needs }) => needs === undefined || may(needs))
                .map(({ to, label, what, Icon }) => (
                  <li key={to}>
                    <LinkRow href={to} icon={<Icon size={20} stroke={1.7} aria-hidden />}>
                      <strong>{label}</strong>
                      <span className="soft small">{what}</span>
                    </LinkRow>
                  </li>
                ))}
            </ul>
          </Section>
        ))}
        <Section title="Enheten">
          <dl className="card facts">
            <dt>Namn</dt>
            <dd>{me.data?.unit.name}</dd>
            <dt>Slag</dt>
            <dd>{me.data && unitKindWords[me.data.unit.kind]}</dd>
            <dt>Inne nu</dt>
            <dd>{me.data?.user.name}</dd>
          </dl>
        </Section>
        <Section title="Klienternas nummer">
          <InterimNumbers />
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
