import { useEffect } from 'react'
import { Link } from 'wouter'
import type { Chapter, ManualStep } from '../../main/contract/manual.ts'
import { promptWords } from '../../main/contract/manualWords.ts'
import { useCore } from '../core/core.ts'
import { PhaseBadge } from '../plan/outcome.tsx'
import { NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Markdown } from './markdown.tsx'
import { PrintButton } from './printButton.tsx'

/** A chapter to read before the session, from its beginning or from a step: the text in the middle, the agenda beside it. */
export function ChapterScreen({ session, step }: { session: number; step: string | undefined }) {
  const found = useCore('manual.chapter', { session })
  const shown = found.data !== undefined
  useEffect(() => {
    if (shown && step !== undefined) document.querySelector(`#${CSS.escape(step)}`)?.scrollIntoView({ block: 'start' })
  }, [shown, step])
  if (!found.isSuccess) return <NotLoaded error={found.error} />
  const chapter = found.data
  return (
    <Page
      title={`${chapter.session}. ${chapter.title}`}
      beside={<PhaseBadge phase={chapter.phase} />}
      under={<Link href="/manual">Manualen</Link>}
      actions={
        <>
          <PrintButton print={{ what: 'sheet', session }} label="Klientblad" />
          <PrintButton print={{ what: 'chapter', session }} label="Kapitlet" />
        </>
      }
    >
      <div className="chapter">
        <article className="reading">
          <p className="chapter-purpose">{chapter.purpose}</p>
          <h2 id="before">Inför träffen</h2>
          <Markdown text={chapter.before} />
          {chapter.steps.map(step => (
            <ChapterStep key={step.id} chapter={chapter} step={step} />
          ))}
          {chapter.safety !== undefined && (
            <>
              <h2 id="safety">Säkerhet</h2>
              <Markdown text={chapter.safety} />
            </>
          )}
          <h2 id="short">Om tiden är kort</h2>
          <Markdown text={chapter.shortText} />
          <h2 id="setting">Låst och i kommunen</h2>
          <p>
            <b>På LVM-hemmet.</b> {chapter.locked}
          </p>
          <p>
            <b>I kommunen.</b> {chapter.municipal}
          </p>
          <h2 id="fidelity">Det handledaren tittar efter</h2>
          <ul>
            {chapter.fidelity.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </article>
        <ChapterAside chapter={chapter} />
      </div>
      <nav className="spread chapter-neighbours no-print" aria-label="Fler kapitel">
        {session > 1 ? <Link href={`/manual/chapter/${session - 1}`}>Kapitel {session - 1}</Link> : <span />}
        {session < 18 && <Link href={`/manual/chapter/${session + 1}`}>Kapitel {session + 1}</Link>}
      </nav>
    </Page>
  )
}

function ChapterStep({ chapter, step }: { chapter: Chapter; step: ManualStep }) {
  const prompts = chapter.prompts.filter(each => each.step === step.id)
  const avoid = chapter.avoid.filter(each => each.step === step.id)
  return (
    <section>
      <h2 id={step.id} className="chapter-step">
        {step.title} <span className="soft">{step.minutes} min</span>
      </h2>
      <Markdown text={step.text} />
      {(step.worksheet !== undefined || step.exercise !== undefined) && (
        <p className="chapter-forms small">
          {[step.worksheet, step.exercise].map(id => id !== undefined && <FormLink key={id} id={id} />)}
        </p>
      )}
      <h3>Varför</h3>
      <Markdown text={step.why} />
      <h3>Så kan det låta</h3>
      <Markdown text={step.sounds} />
      {prompts.length + avoid.length > 0 && (
        <div className="chapter-prompts">
          {prompts.map(each => (
            <p key={each.words}>
              <span className="small soft">{promptWords[each.kind]}</span> ”{each.words}”
            </p>
          ))}
          {avoid.map(each => (
            <p key={each.words} className="small soft">
              Undvik: {each.words}
            </p>
          ))}
        </div>
      )}
      <h3>Om det går annorlunda</h3>
      <Markdown text={step.otherwise} />
    </section>
  )
}

function FormLink({ id }: { id: string }) {
  const form = useCore('manual.form', { id })
  return form.data === undefined ? null : (
    <Link href={`/manual/form/${id}`} className="form-link">
      {form.data.title}
    </Link>
  )
}

function ChapterAside({ chapter }: { chapter: Chapter }) {
  const jump = (id: string) => document.querySelector(`#${id}`)?.scrollIntoView({ block: 'start' })
  return (
    <aside className="chapter-aside stack" aria-label="Kapitlet i korthet">
      <section className="card" aria-label="Agenda">
        <h2 className="section-title">Agenda</h2>
        <ol className="plain-list chapter-agenda">
          {chapter.steps.map(each => (
            <li key={each.id} className="spread">
              <button type="button" className="link-button small" onClick={() => jump(each.id)}>
                {each.title}
              </button>
              <span className="small soft">{each.minutes}</span>
            </li>
          ))}
        </ol>
        <p className="small soft spread chapter-sum">
          <span>I allt</span> <span>{chapter.minutes} min</span>
        </p>
      </section>
      <section className="card stack-tight" aria-label="Ta med">
        <h2>Ta med</h2>
        <ul className="small chapter-list">
          {chapter.materials.map(each => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <h2>Hemuppgift</h2>
        {chapter.homework.map(each => (
          <p key={each.what} className="small">
            {each.what}{' '}
            <span className="soft">
              – {each.when}, {each.where}, {each.withWhom}.
            </span>
          </p>
        ))}
      </section>
    </aside>
  )
}
