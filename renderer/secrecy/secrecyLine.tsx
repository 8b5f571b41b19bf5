import { NativeSelect } from '@mantine/core'
import type { SecrecyAbout, SecrecyBranch } from '../../main/contract/secrecy.ts'
import { secrecyBranchWords } from '../../main/contract/secrecyWords.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useMayTreat } from '../core/useMayTreat.ts'
import { choicesOf } from '../ui/choices.ts'
import { dayAndClock, midSentence } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'

type SecrecyLineProps = { clientId: string; about: SecrecyAbout; mayDecide: boolean }

/** Under which secrecy a record falls, discreetly; who writes the record may decide it. */
export function SecrecyLine({ clientId, about, mayDecide }: SecrecyLineProps) {
  const all = useCore('secrecy.ofClient', { clientId })
  const treatsClient = useMayTreat(clientId)
  const decide = useCommand('secrecy.decide')
  const secrecy = all.data?.find(each => each.about.kind === about.kind && each.about.id === about.id)
  if (secrecy === undefined) return null
  const { branch, decided } = secrecy
  const choose = (next: SecrecyBranch) => decide.mutate({ clientId, about, branch: next })
  return (
    <div className="small soft secrecy">
      <span>
        Sekretess: {midSentence(secrecyBranchWords[branch])}
        {decided !== undefined && `, bestämt av ${decided.by} ${dayAndClock(decided.at)}`}
      </span>
      {mayDecide && treatsClient && (
        <NativeSelect
          className="no-print"
          size="xs"
          aria-label="Ändra sekretess"
          title="Hälso- och sjukvård lämnas inte över om inte samtycket säger det."
          data={choicesOf(secrecyBranchWords)}
          value={branch}
          onChange={event => choose(event.currentTarget.value as SecrecyBranch)}
        />
      )}
      <ErrorNotice error={decide.error} />
    </div>
  )
}
