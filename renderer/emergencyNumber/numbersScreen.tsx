import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { NationalNumber, OwnNumber } from '../../main/contract/emergencyNumber.ts'
import { shownNumber } from '../../main/contract/phoneNumber.ts'
import { useCommand, useCore } from '../core/core.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { ErrorNotice, NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { OwnNumberDialog } from './ownNumberDialog.tsx'

/** The unit's own emergency numbers, beside those of the whole country: shown in the manual, on the sheets and in a session. */
export function NumbersScreen() {
  const numbers = useCore('emergencyNumber.list', {})
  const [chosen, setChosen] = useState<OwnNumber | 'new'>()
  if (!numbers.isSuccess) return <NotLoaded error={numbers.error} />
  const { national, own } = numbers.data
  const valid = own.filter(each => each.valid)
  const earlier = own.filter(each => !each.valid)
  const row = (each: OwnNumber, at: number) => (
    <OwnNumberRow key={each.id} number={each} isFirst={at === 0} onChange={() => setChosen(each)} />
  )
  return (
    <Page
      title="Nödnummer"
      narrow
      under={
        <>
          <BackToSettings /> · Enhetens egna nummer står bredvid de nationella: på sidan om säkerhet, i kapitlen, på
          nödplanen och stoppkortet, och under en träff.
        </>
      }
      actions={
        <Button leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />} onClick={() => setChosen('new')}>
          Lägg till ett nummer
        </Button>
      }
    >
      <div className="stack">
        <Section title="Enhetens egna">
          {valid.length === 0 ? (
            <p className="card soft">
              Enheten har inte lagt in egna nummer. Börja med jouren, beroendemottagningen och socialjouren.
            </p>
          ) : (
            <ul className="card card-rows plain-list">{valid.map(row)}</ul>
          )}
        </Section>
        {earlier.length > 0 && (
          <Section title="Gäller inte längre">
            <ul className="card card-rows plain-list">{earlier.map(row)}</ul>
          </Section>
        )}
        <National numbers={national} />
      </div>
      {chosen !== undefined && (
        <OwnNumberDialog number={chosen === 'new' ? undefined : chosen} onClose={() => setChosen(undefined)} />
      )}
    </Page>
  )
}

function OwnNumberRow({ number, isFirst, onChange }: { number: OwnNumber; isFirst: boolean; onChange(): void }) {
  const { id: numberId, words, hours, valid } = number
  const setValid = useCommand('emergencyNumber.setValid')
  const moveUp = useCommand('emergencyNumber.moveUp')
  return (
    <li>
      <div className="spread">
        <div>
          <strong>{shownNumber(number.number)}</strong> {words}
          {hours !== '' && <p className="small soft">{hours}</p>}
        </div>
        <Menu position="bottom-end" withinPortal width={220} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Mer om ${words}`}>
              <IconDots size={19} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onChange}>Ändra</Menu.Item>
            {valid && !isFirst && <Menu.Item onClick={() => moveUp.mutate({ numberId })}>Flytta upp</Menu.Item>}
            <Menu.Item onClick={() => setValid.mutate({ numberId, valid: !valid })}>
              {valid ? 'Gäller inte längre' : 'Gäller igen'}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <ErrorNotice error={setValid.error ?? moveUp.error} />
    </li>
  )
}

function National({ numbers }: { numbers: readonly NationalNumber[] }) {
  return (
    <Section title="I hela landet">
      <ul className="card card-rows plain-list">
        {numbers.map(({ id, number, words, hours, what, source }) => (
          <li key={id}>
            <strong>{number}</strong> {words}
            <p className="small soft">
              {hours}. {what}
            </p>
            <p className="small soft">Källa: {source}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
