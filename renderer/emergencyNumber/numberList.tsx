import { NO_OWN_NUMBERS } from '../../main/contract/emergencyNumberWords.ts'
import { shownNumber } from '../../main/contract/phoneNumber.ts'
import { useCore } from '../core/core.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Section } from '../ui/page.tsx'

/** Every number to ring: the unit's own first, since they are nearest, then those of the whole country. */
export function NumberList() {
  const numbers = useCore('emergencyNumber.list', {})
  if (!numbers.isSuccess) return <NotLoaded error={numbers.error} />
  const { national } = numbers.data
  const own = numbers.data.own.filter(each => each.valid)
  return (
    <div className="stack">
      <Section title="Enhetens egna">
        {own.length === 0 ? (
          <p className="soft">{NO_OWN_NUMBERS}</p>
        ) : (
          <dl className="facts">
            {own.map(({ id, words, number, hours }) => (
              <NumberRow key={id} number={shownNumber(number)} words={words} more={hours} />
            ))}
          </dl>
        )}
      </Section>
      <Section title="I hela landet">
        <dl className="facts">
          {national.map(({ id, words, number, hours, what }) => (
            <NumberRow key={id} number={number} words={words} more={`${hours}. ${what}`} />
          ))}
        </dl>
      </Section>
    </div>
  )
}

function NumberRow({ number, words, more }: { number: string; words: string; more: string }) {
  return (
    <>
      <dt>
        <b>{number}</b>
      </dt>
      <dd>
        {words}
        {more !== '' && <div className="small soft">{more}</div>}
      </dd>
    </>
  )
}
