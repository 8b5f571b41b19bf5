import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ListedUser, Permission } from '../../main/contract/user.ts'
import { roleWords } from '../../main/contract/userWords.ts'
import { useCore } from '../core/core.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { KeyDue } from './keyChange.tsx'
import { rolesText } from './rolesText.ts'
import {
  AddUserDialog,
  ChangeUserDialog,
  EndUserDialog,
  type TemporaryWords,
  TemporaryWordsDialog,
} from './userDialogs.tsx'

type Doing =
  | { what: 'add' }
  | { what: 'change' | 'renew' | 'disable' | 'remove'; user: ListedUser }
  | { what: 'give'; given: TemporaryWords }

/** Who comes in here, in which roles, and since when (L10, L11). */
export function UsersScreen() {
  const me = useCore('user.me', {})
  const users = useCore('user.list', {})
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const here = users.data?.filter(each => each.access !== 'none' && each.roles.length > 0) ?? []
  const gone = users.data?.filter(each => !here.includes(each)) ?? []

  const list = (each: ListedUser) => (
    <UserCard
      key={each.id}
      user={each}
      isMe={each.id === me.data?.user.id}
      onChoose={what => setDoing({ what, user: each })}
    />
  )
  return (
    <Page
      title="Användare"
      narrow
      under={<BackToSettings />}
      actions={
        <Button leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />} onClick={() => setDoing({ what: 'add' })}>
          Ny användare
        </Button>
      }
    >
      <div className="stack">
        <ErrorNotice error={users.error} />
        <KeyDue />
        <ul className="plain-list stack-tight">{here.map(list)}</ul>
        {gone.length > 0 && (
          <Section title="Kommer inte in längre">
            <ul className="plain-list stack-tight">{gone.map(list)}</ul>
          </Section>
        )}
      </div>
      {doing?.what === 'add' && <AddUserDialog onClose={close} onGiven={given => setDoing({ what: 'give', given })} />}
      {doing?.what === 'renew' && (
        <AddUserDialog again={doing.user} onClose={close} onGiven={given => setDoing({ what: 'give', given })} />
      )}
      {doing?.what === 'change' && <ChangeUserDialog user={doing.user} onClose={close} />}
      {(doing?.what === 'disable' || doing?.what === 'remove') && (
        <EndUserDialog user={doing.user} how={doing.what} onClose={close} />
      )}
      {doing?.what === 'give' && <TemporaryWordsDialog given={doing.given} onClose={close} />}
    </Page>
  )
}

type UserCardProps = {
  user: ListedUser
  isMe: boolean
  onChoose(what: 'change' | 'renew' | 'disable' | 'remove'): void
}

function UserCard({ user, isMe, onChoose }: UserCardProps) {
  const isHere = user.roles.length > 0
  return (
    <li className="card">
      <div className="spread">
        <div>
          <h2>
            {user.name} {isMe && <span className="soft user-me">(du)</span>}
          </h2>
          <p className="soft">{isHere ? rolesText(user.roles) : 'Ingen roll'}</p>
        </div>
        <div className="row">
          {user.access === 'temporary' && <span className="badge">Har inte valt egen lösenfras</span>}
          {user.access === 'expired' && <span className="badge">Orden har gått ut: ge nya ord</span>}
          {isHere && user.access === 'none' && <span className="badge">Saknar nyckel: ge nya ord</span>}
          <Menu position="bottom-end" withinPortal width={220} withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Mer om ${user.name}`}>
                <IconDots size={19} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {isHere && <Menu.Item onClick={() => onChoose('change')}>Ändra namn och roller</Menu.Item>}
              {!isMe && (
                <Menu.Item onClick={() => onChoose('renew')}>{isHere ? 'Ge nya ord' : 'Släpp in igen'}</Menu.Item>
              )}
              {!isMe && isHere && <Menu.Item onClick={() => onChoose('disable')}>Stäng av</Menu.Item>}
              {!isMe && user.removable && <Menu.Item onClick={() => onChoose('remove')}>Ta bort</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <details className="small user-permissions">
        <summary>Behörigheter genom tiden</summary>
        <ul>
          {user.permissions.map(each => (
            <li key={`${each.role} ${each.grantedAt}`}>{permissionText(each)}</li>
          ))}
        </ul>
      </details>
    </li>
  )
}

function permissionText({ role: held, grantedAt, grantedBy, endedAt, endedBy }: Permission): string {
  const from = `${roleWords[held]} från ${dayAndYear(grantedAt)}, gavs av ${grantedBy}`
  return endedAt === undefined ? from : `${from}; till ${dayAndYear(endedAt)}, avslutades av ${endedBy}`
}
