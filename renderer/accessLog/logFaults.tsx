import { Button } from '@mantine/core'
import { useState } from 'react'
import { faultWords } from '../../main/contract/accessLogWords.ts'
import type { Output } from '../../main/contract/index.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTyping } from '../draft/useTyping.ts'
import { Form } from '../ui/form.tsx'
import { count, moment } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { Section } from '../ui/page.tsx'
import { TextField } from '../ui/textFields.tsx'

type Fault = Output<'accessLog.faults'>[number]

/** What has been found wrong with the log, and what someone has found out about it. */
export function LogFaults() {
  const faults = useCore('accessLog.faults', {})
  if ((faults.data ?? []).length === 0) return <ErrorNotice error={faults.error} />
  return (
    <Section title="Fel i loggen" note={faults.data?.length}>
      <ul className="card card-rows plain-list">
        {faults.data?.map(each => (
          <FaultRow key={each.entry} fault={each} />
        ))}
      </ul>
    </Section>
  )
}

function FaultRow({ fault }: { fault: Fault }) {
  const today = useToday()
  return (
    <li className="stack-tight">
      <div>
        <p>
          <strong>{faultWords[fault.kind](fault.sequence)}</strong>
        </p>
        <p className="small soft">
          Upptäckt {moment(fault.detectedAt, today)}, antecknat som post {count(fault.entry)}. Efter den är loggen hel.
        </p>
      </div>
      {fault.answer === undefined ? (
        <Answering entry={fault.entry} />
      ) : (
        <p className="small">
          {fault.answer.words}{' '}
          <span className="soft">
            {fault.answer.by}, {moment(fault.answer.at, today)}
          </span>
        </p>
      )}
    </li>
  )
}

function Answering({ entry }: { entry: number }) {
  const answer = useCommand('accessLog.answerFault')
  const typing = useTyping(`fault:${entry}`)
  const [tried, setTried] = useState(false)
  const short = typing.words.trim().length < 10
  return (
    <Form
      className="stack-tight no-print"
      onSave={() => {
        setTried(true)
        if (!short) answer.mutate({ entry, words: typing.words }, { onSuccess: () => typing.set('') })
      }}
    >
      <TextField
        longest={longestOf('accessLog.answerFault', 'words')}
        label="Vad har hänt, och vad är gjort?"
        description="Till exempel att pärmen återställdes från en kopia, eller att det är anmält som personuppgiftsincident (72 timmar). Spara pärmens mapp som den är tills det är utrett."
        autosize
        minRows={2}
        value={typing.words}
        error={tried && short && 'Skriv minst tio tecken.'}
        onChange={event => typing.set(event.currentTarget.value)}
      />
      <ErrorNotice error={answer.error} />
      <div className="row">
        <Button type="submit" size="compact-md" loading={answer.isPending}>
          Svara för felet
        </Button>
        <WhenSaved {...typing} />
      </div>
    </Form>
  )
}
