import { SegmentedControl, Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconEqual, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { Link } from 'wouter'
import type { WorksheetAnswer } from '../../main/contract/worksheet.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { dayAndYear } from '../ui/format.ts'
import { InfoNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { answerOrigin } from './answerOrigin.ts'
import { type Change, type ComparedField, type ComparedLine, compareAnswers } from './compareAnswers.ts'
import { NoAnswerMark } from './noAnswerMark.tsx'

/** Two answers to one form beside each other: the first and the latest, or any two. */
export function WorksheetCompareScreen({ clientId, formId }: { clientId: string; formId: string }) {
  const [chosen, setChosen] = useState<{ one?: string; other?: string }>({})
  const [onlyChanged, setOnlyChanged] = useState(false)
  const loaded = combine({
    form: useCore('manual.form', { id: formId }),
    history: useCore('worksheet.ofForm', { clientId, formId }),
    client: useCore('client.get', { clientId }),
  })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { form, history, client } = loaded.data
  const one = history.find(each => each.id === chosen.one) ?? history[0]
  const other = history.find(each => each.id === chosen.other) ?? history.at(-1)
  const here = `/client/${clientId}/form/${formId}/history`
  return (
    <Page
      title={`${form.title}: då och nu`}
      under={
        <>
          <Link href={`/client/${clientId}`}>{publicName(client)}</Link>
          <span className="no-print">
            {' · '}
            <Link href={here}>Alla gånger</Link>
          </span>
        </>
      }
      actions={<PrintPageButton />}
    >
      {one === undefined || other === undefined || history.length < 2 ? (
        <InfoNotice>Det behövs två ifyllda blad för att jämföra.</InfoNotice>
      ) : (
        <div className="stack">
          <div className="compare-choice no-print">
            <AnswerSelect label="Då" history={history} value={one} onChange={id => setChosen({ ...chosen, one: id })} />
            <AnswerSelect
              label="Nu"
              history={history}
              value={other}
              onChange={id => setChosen({ ...chosen, other: id })}
            />
            <SegmentedControl
              aria-label="Vad som visas"
              data={[
                { value: 'all', label: 'Allt' },
                { value: 'changed', label: 'Det som ändrats' },
              ]}
              value={onlyChanged ? 'changed' : 'all'}
              onChange={value => setOnlyChanged(value === 'changed')}
            />
          </div>
          <Compared
            fields={compareAnswers(form, one.answers, other.answers)}
            one={one}
            other={other}
            onlyChanged={onlyChanged}
          />
        </div>
      )}
    </Page>
  )
}

type AnswerSelectProps = {
  label: string
  history: readonly WorksheetAnswer[]
  value: WorksheetAnswer
  onChange(id: string): void
}

function AnswerSelect({ label, history, value, onChange }: AnswerSelectProps) {
  return (
    <Select
      label={label}
      data={history.map(each => ({ value: each.id, label: answerOrigin(each) }))}
      value={value.id}
      onChange={id => id !== null && onChange(id)}
    />
  )
}

type ComparedProps = {
  fields: readonly ComparedField[]
  one: WorksheetAnswer
  other: WorksheetAnswer
  onlyChanged: boolean
}

function Compared({ fields, one, other, onlyChanged }: ComparedProps) {
  const shown = fields
    .map(each => ({ ...each, lines: each.lines.filter(({ change }) => !onlyChanged || change !== 'same') }))
    .filter(each => each.lines.length > 0)
  if (shown.length === 0) return <InfoNotice>Inget har ändrats mellan de två gångerna.</InfoNotice>
  return (
    <div className="card">
      <table className="answered-table compare-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{dayAndYear(one.answeredOn)}</th>
            <th scope="col">{dayAndYear(other.answeredOn)}</th>
            <th scope="col">Skillnad</th>
          </tr>
        </thead>
        {shown.map(({ id, label, lines }) => (
          <tbody key={id}>
            {(lines.length > 1 || lines[0]?.label !== '') && (
              <tr>
                <th scope="rowgroup" colSpan={4} className="compare-field">
                  {label}
                </th>
              </tr>
            )}
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
              <Fragment key={index}>
                {line.part !== undefined && line.part !== lines[index - 1]?.part && (
                  <tr>
                    <th scope="rowgroup" colSpan={4} className="compare-part">
                      {line.part}
                    </th>
                  </tr>
                )}
                <tr className={line.change === 'same' ? 'soft' : ''}>
                  <th scope="row" className={line.part === undefined ? '' : 'compare-within'}>
                    {line.label === '' && lines.length === 1 ? label : line.label}
                  </th>
                  <td className="serif">{line.before || <NoAnswerMark />}</td>
                  <td className="serif">{line.after || <NoAnswerMark />}</td>
                  <td>
                    <ChangeMark line={line} />
                  </td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

const changeText: Record<Change, string> = { same: 'Samma', changed: 'Ändrat', added: 'Nytt', removed: 'Borttaget' }
const changeIcon = { same: IconEqual, changed: IconPencil, added: IconPlus, removed: IconMinus }

/** What changed, by shape and word; on a scale how many steps up or down, without saying which is better. */
function ChangeMark({ line: { change, by } }: { line: ComparedLine }) {
  const Icon = by === undefined ? changeIcon[change] : by > 0 ? IconArrowUp : IconArrowDown
  return (
    <span className={change === 'same' ? 'change-mark' : 'change-mark change-made'}>
      <Icon size={16} stroke={1.9} aria-hidden />
      {by === undefined ? changeText[change] : `${by > 0 ? 'Upp' : 'Ner'} ${Math.abs(by)}`}
    </span>
  )
}
