import { Button, Checkbox } from '@mantine/core'
import { longestOf } from '../../main/contract/textLimit.ts'
import { type ListedUser, type Role, role } from '../../main/contract/user.ts'
import { rolePurpose, roleWords } from '../../main/contract/userWords.ts'
import { useCommand } from '../core/core.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { type Typing, useTypedForm } from '../draft/useTyping.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { LineField } from '../ui/textFields.tsx'
import { KeyProgress } from './keyChange.tsx'

/** Words for someone to come in with once, and whose they are. */
export type TemporaryWords = { readonly name: string; readonly words: string }

type NameAndRoles = { readonly name: string; readonly roles: Role[] }
const nameAndRolesOf = ({ name, roles }: NameAndRoles): NameAndRoles => ({ name, roles })

/** Name and roles of a new user, or of one who is let in again. */
export function AddUserDialog({
  again,
  onClose,
  onGiven,
}: {
  again?: ListedUser
  onClose(): void
  onGiven(given: TemporaryWords): void
}) {
  const initial: NameAndRoles = again ?? { name: '', roles: ['therapist'] }
  const typing = useTypedForm(again === undefined ? 'new-user' : `let-in-again:${again.id}`, nameAndRolesOf(initial))
  const { name, roles } = typing.values
  const add = useCommand('user.add')
  const renew = useCommand('user.renewAccess')
  const given = ({ words }: { words: string }) => {
    typing.forget()
    onGiven({ name, words })
  }

  function submit() {
    if (again === undefined) add.mutate({ name, roles }, { onSuccess: given })
    else renew.mutate({ userId: again.id, roles }, { onSuccess: given })
  }

  return (
    <Dialog title={again === undefined ? 'Ny användare' : `Nya ord till ${again.name}`} onClose={onClose}>
      <Form className="stack" onSave={submit}>
        {again === undefined ? (
          <LineField
            longest={longestOf('user.add', 'name')}
            label="Namn"
            description="Så som det ska stå under anteckningar och i loggen."
            required
            data-autofocus
            value={name}
            onChange={event => typing.change({ name: event.currentTarget.value })}
          />
        ) : (
          <p>
            {again.name} får sex nya ord att komma in med en gång. Lösenfrasen som gällde förut slutar öppna pärmen nu.
          </p>
        )}
        <RolesField value={roles} onChange={chosen => typing.change({ roles: chosen })} />
        <ErrorNotice error={add.error ?? renew.error} />
        <DialogButtons
          onClose={onClose}
          isBusy={add.isPending || renew.isPending}
          isReady={roles.length > 0}
          typing={typing}
        >
          {again === undefined ? 'Lägg till användaren' : 'Ge nya ord'}
        </DialogButtons>
      </Form>
    </Dialog>
  )
}

/** Another name, other roles. What was before stays in the history. */
export function ChangeUserDialog({ user, onClose }: { user: ListedUser; onClose(): void }) {
  const typing = useTypedForm(`user:${user.id}`, nameAndRolesOf(user))
  const { name, roles } = typing.values
  const rename = useCommand('user.rename')
  const setRoles = useCommand('user.setRoles')

  async function submit() {
    if (name.trim() !== user.name) await rename.mutateAsync({ userId: user.id, name })
    if (roles.toSorted().join() !== user.roles.toSorted().join()) await setRoles.mutateAsync({ userId: user.id, roles })
    typing.forget()
    onClose()
  }

  return (
    <Dialog title={`Ändra ${user.name}`} onClose={onClose}>
      <Form
        className="stack"
        onSave={() => {
          submit().catch(() => undefined) // shown below
        }}
      >
        <LineField
          longest={longestOf('user.rename', 'name')}
          label="Namn"
          required
          data-autofocus
          value={name}
          onChange={event => typing.change({ name: event.currentTarget.value })}
        />
        <RolesField value={roles} onChange={chosen => typing.change({ roles: chosen })} />
        <ErrorNotice error={rename.error ?? setRoles.error} />
        <DialogButtons
          onClose={onClose}
          isBusy={rename.isPending || setRoles.isPending}
          isReady={roles.length > 0}
          typing={typing}
        >
          Spara
        </DialogButtons>
      </Form>
    </Dialog>
  )
}

type EndUserDialogProps = { user: ListedUser; how: 'disable' | 'remove'; onClose(): void }

/** Asks once more before someone is kept out, or taken away. */
export function EndUserDialog({ user, how, onClose }: EndUserDialogProps) {
  const end = useCommand(how === 'disable' ? 'user.disable' : 'user.remove')
  return (
    <Dialog title={how === 'disable' ? `Stäng av ${user.name}?` : `Ta bort ${user.name}?`} size="md" onClose={onClose}>
      <Form
        className="stack"
        onSave={() => {
          end.mutate({ userId: user.id }, { onSuccess: onClose })
        }}
      >
        <p>
          {how === 'disable'
            ? 'Lösenfrasen slutar öppna pärmen och alla roller avslutas i dag. Pärmen får också en ny nyckel; det tar några sekunder. Namnet och allt som är skrivet ligger kvar. Du kan släppa in användaren igen när som helst.'
            : 'Användaren har aldrig varit inne och inget här namnger den. Den tas bort helt.'}
        </p>
        <KeyProgress isGoing={end.isPending} />
        <ErrorNotice error={end.error} />
        <DialogButtons onClose={onClose} isBusy={end.isPending} isReady>
          {how === 'disable' ? 'Stäng av' : 'Ta bort'}
        </DialogButtons>
      </Form>
    </Dialog>
  )
}

/** The six words, shown this once. */
export function TemporaryWordsDialog({ given, onClose }: { given: TemporaryWords; onClose(): void }) {
  return (
    <Dialog title={`Ord till ${given.name}`} onClose={onClose}>
      <div className="stack">
        <p>
          Läs upp orden eller skriv av dem åt {given.name}. De skrivs i fältet för lösenfrasen, gäller i sju dagar eller
          tills en egen lösenfras är vald, och visas bara nu.
        </p>
        <p className="given-words">{given.words}</p>
        <div className="form-buttons">
          <Button data-autofocus onClick={onClose}>
            Orden är lämnade
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function RolesField({ value, onChange }: { value: readonly Role[]; onChange(roles: Role[]): void }) {
  return (
    <Checkbox.Group
      label="Roller"
      description="En person kan ha flera."
      value={[...value]}
      onChange={chosen => onChange(role.options.filter(each => chosen.includes(each)))}
    >
      <div className="stack-tight form-choices">
        {role.options.map(each => (
          <Checkbox key={each} value={each} label={roleWords[each]} description={rolePurpose[each]} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

type DialogButtonsProps = {
  onClose(): void
  isBusy: boolean
  isReady: boolean
  typing?: Pick<Typing, 'savedAt' | 'error'>
  children: string
}

function DialogButtons({ onClose, isBusy, isReady, typing, children }: DialogButtonsProps) {
  return (
    <div className="form-buttons">
      {typing !== undefined && <WhenSaved {...typing} />}
      <Button variant="default" onClick={onClose}>
        Avbryt
      </Button>
      <Button type="submit" loading={isBusy} disabled={!isReady}>
        {children}
      </Button>
    </div>
  )
}
