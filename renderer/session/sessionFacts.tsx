import type { Session } from '../../main/contract/session.ts'
import { attendanceWords, companionWords, feedbackQuestions, rulerWords } from '../../main/contract/sessionWords.ts'
import { useCore } from '../core/core.ts'

/** What a signed session tells beside its note: who was there, the rulers, the client's answers, the steps and their time. */
export function SessionFacts({ session }: { session: Session }) {
  const { attendance, present, coTherapists } = session
  const presence = [
    attendance === undefined || attendance === 'whole' ? '' : `Klienten ${inSentence(attendanceWords[attendance])}`,
    present.length === 0 ? '' : `Fler som var med: ${present.map(each => inSentence(companionWords[each])).join(', ')}`,
    coTherapists.length === 0 ? '' : `Medbehandlare: ${coTherapists.join(', ')}`,
  ].filter(Boolean)
  const marks = (['importance', 'confidence', 'readiness'] as const).flatMap(each =>
    session[each] === undefined ? [] : [`${inSentence(rulerWords[each])} ${session[each]} av 10`],
  )
  const answers = (['takesAlong', 'wouldChange', 'howItWas'] as const).filter(each => session[each] !== '')
  return (
    <>
      {presence.length > 0 && <p>{presence.join('. ')}.</p>}
      {marks.length > 0 && <p>Linjaler: {marks.join(', ')}.</p>}
      {answers.length > 0 && (
        <dl className="feedback-given">
          {answers.map(each => (
            <div key={each}>
              <dt className="small soft">{feedbackQuestions[each]}</dt>
              <dd className="serif">{session[each]}</dd>
            </div>
          ))}
        </dl>
      )}
      <StepsTaken session={session} />
    </>
  )
}

const inSentence = (label: string) => label.toLocaleLowerCase('sv')

/** The steps with their minutes; a step that the manual no longer has keeps its name in code out of sight. */
function StepsTaken({ session }: { session: Session }) {
  const chapter = useCore('manual.chapter', { session: session.number }, { enabled: session.steps.length > 0 })
  const titleOf = (id: string) =>
    chapter.data?.steps.find(each => each.id === id)?.title ?? 'Ett steg ur en annan version'
  if (session.steps.length === 0) return null
  return (
    <details className="step-more">
      <summary>Steg och tid</summary>
      <ul className="plain-list steps-taken">
        {session.steps.map(({ step, minutes, done }) => (
          <li key={step} className="spread">
            <span>
              {titleOf(step)}
              {!done && <span className="soft"> – påbörjat</span>}
            </span>
            <span className="soft">{minutes} min</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
