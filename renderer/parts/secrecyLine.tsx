import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { SecrecyAbout, SecrecyBranch } from '../../main/contract/secrecy.ts'
import { useCommand, useCore } from '../core.ts'
import { dayAndClock } from '../format.ts'
import { choicesOf } from '../texts.ts'
import { ErrorNotice } from './notice.tsx'

const secrecyText: Record<SecrecyBranch, string> = {
  socialServices: 'Socialtjänst',
  healthCare: 'Hälso- och sjukvård',
}

type SecrecyLineProps = { clientId: string; about: SecrecyAbout; mayDecide: boolean }

/** Under which secrecy a record falls, discreetly; who writes the record may decide it. */
export function SecrecyLine({ clientId, about, mayDecide }: SecrecyLineProps) {
  const all = useCore('secrecy.ofClient', { clientId })
  const me = useCore('user.me', {})
  const decide = useCommand('secrecy.decide')
  const here = all.data?.find(each => each.about.kind === about.kind && each.about.id === about.id)
  if (here === undefined) return null
  const { branch, decided } = here
  const choose = (next: SecrecyBranch) => decide.mutate({ clientId, about, branch: next })
  return (
    <div className="small soft secrecy">
      <span>
        Sekretess: {secrecyText[branch].toLocaleLowerCase('sv')}
        {decided !== undefined && `, bestämt av ${decided.by} ${dayAndClock(decided.at)}`}
      </span>
      {mayDecide && me.data?.user.roles.includes('therapist') === true && (
        <Menu position="bottom-start" withinPortal width={330}>
          <Menu.Target>
            <button type="button" className="link-button small no-print" aria-label="Ändra sekretess">
              Ändra
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {choicesOf(secrecyText).map(({ value, label }) => (
              <Menu.Item
                key={value}
                rightSection={value === branch && <IconCheck size={16} stroke={1.7} aria-label="gäller nu" />}
                onClick={() => choose(value)}
              >
                {label}
                {value === 'healthCare' && (
                  <span className="small soft block">Lämnas inte över om inte samtycket säger det.</span>
                )}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <ErrorNotice error={decide.error} />
    </div>
  )
}
