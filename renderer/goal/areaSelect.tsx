import { Select } from '@mantine/core'
import { lifeAreaWords } from '../../main/contract/goalWords.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { choicesOf } from '../ui/choices.ts'
import { shortDay } from '../ui/format.ts'
import type { GoalDraft } from './goalDraft.ts'

type AreaSelectProps = {
  clientId: string
  area: GoalDraft['area']
  error: string | false
  onChange(area: GoalDraft['area']): void
}

/** The life areas, each with how the client rated it last: a quiet hint of where there is something to win. */
export function AreaSelect({ clientId, area, error, onChange }: AreaSelectProps) {
  const today = useToday()
  const scale = useCore('scale.ofClient', { clientId })
  const latestOf = (id: string) =>
    scale.data?.areas.find(each => each.area === id)?.points.findLast(point => point.score !== undefined)
  const latest = latestOf(area)
  return (
    <Select
      label="Område"
      required
      placeholder="Välj"
      data={choicesOf(lifeAreaWords)}
      value={area === '' ? null : area}
      error={error}
      {...(latest === undefined ? {} : { description: `Skattat ${latest.score} av 10 ${shortDay(latest.on, today)}` })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      renderOption={({ option }) => {
        const rated = latestOf(option.value)
        return (
          <span className="spread grow">
            {option.label}
            {rated !== undefined && <span className="small soft">{rated.score} av 10</span>}
          </span>
        )
      }}
      onChange={value => onChange((value ?? '') as GoalDraft['area'])}
    />
  )
}
