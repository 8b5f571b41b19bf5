import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { RegisteredUnit } from '../../main/contract/unit.ts'
import { unitKindWords } from '../../main/contract/unitWords.ts'
import { useCore } from '../core/core.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { dayAndYear, dayOf } from '../ui/format.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { alikeUnits } from './alikeUnits.ts'
import { ChangeUnitDialog, MergeUnitsDialog } from './unitDialogs.tsx'
import { usesText } from './usesText.ts'

type Doing = { what: 'change' | 'merge'; of: RegisteredUnit; into?: RegisteredUnit }

/** *Enheter*: what is named in the binder, renamed and merged where one has got two names. */
export function UnitsScreen() {
  const [doing, setDoing] = useState<Doing>()
  const register = useCore('unit.register', {})
  const municipalities = useCore('municipality.list', {})
  const alike = useMemo(() => {
    const units = (register.data ?? []).toSorted((one, other) => Number(other.own) - Number(one.own)) // one's own stays
    return alikeUnits(
      units.map(each => each.unit),
      municipalities.data ?? [],
    )
  }, [register.data, municipalities.data])
  if (!register.isSuccess) return <NotLoaded error={register.error} />
  const units = register.data
  const likeOf = ({ unit }: RegisteredUnit) => units.find(each => each.unit.id === alike.get(unit.id)?.id)
  const twice = units.filter(each => alike.has(each.unit.id))
  const close = () => setDoing(undefined)
  return (
    <Page
      title="Enheter"
      narrow
      under={
        <>
          <BackToSettings /> · De enheter som är nämnda i pärmen. Ett tidigare namn hittar fortfarande rätt.
        </>
      }
    >
      <div className="stack">
        {twice.length > 0 && (
          <Section title="Kan vara samma" note={twice.length}>
            <div className="card card-rows">
              {twice.map(each => {
                const into = likeOf(each)
                return (
                  <div key={each.unit.id} className="spread">
                    <span>
                      {each.unit.name} och {into?.unit.name}
                    </span>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Slå ihop ${each.unit.name} och ${into?.unit.name}`}
                      onClick={() => setDoing({ what: 'merge', of: each, ...(into && { into }) })}
                    >
                      Slå ihop
                    </Button>
                  </div>
                )
              })}
            </div>
          </Section>
        )}
        <Section title="Alla enheter" note={units.length}>
          <div className="card card-rows">
            {units.map(each => (
              <UnitRow key={each.unit.id} registered={each} onDo={what => setDoing({ what, of: each })} />
            ))}
          </div>
        </Section>
      </div>
      {doing?.what === 'change' && <ChangeUnitDialog unit={doing.of.unit} onClose={close} />}
      {doing?.what === 'merge' && (
        <MergeUnitsDialog units={units} gone={doing.of} proposed={doing.into} onClose={close} />
      )}
    </Page>
  )
}

function UnitRow({ registered, onDo }: { registered: RegisteredUnit; onDo(what: Doing['what']): void }) {
  const { unit, own, uses, earlier } = registered
  return (
    <div>
      <div className="spread">
        <strong>{unit.name}</strong>
        <span className="row">
          <Button size="compact-sm" variant="default" aria-label={`Ändra ${unit.name}`} onClick={() => onDo('change')}>
            Ändra
          </Button>
          {!own && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Slå ihop ${unit.name} med en annan`}
              onClick={() => onDo('merge')}
            >
              Slå ihop
            </Button>
          )}
        </span>
      </div>
      <p className="small soft">
        {[unitKindWords[unit.kind], ...(own ? ['pärmens egen enhet'] : []), usesText(uses)].join(' · ')}
      </p>
      {earlier.map(each => (
        <p key={`${each.at} ${each.name}`} className="small soft">
          {each.merged ? 'Hopslagen med' : 'Hette förut'} {each.name}, {each.by} {dayAndYear(dayOf(each.at))}
        </p>
      ))}
    </div>
  )
}
