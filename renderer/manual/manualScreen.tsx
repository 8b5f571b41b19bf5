import { Link } from 'wouter'
import type { Output } from '../../main/contract/index.ts'
import { promptWords } from '../../main/contract/manualWords.ts'
import type { Phase } from '../../main/contract/values.ts'
import { useCore } from '../core/core.ts'
import { PhaseBadge } from '../plan/outcome.tsx'
import { choicesOf } from '../ui/choices.ts'
import { Form } from '../ui/form.tsx'
import { NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { FormFields } from '../worksheet/formFields.tsx'
import { ManualSearch } from './manualSearch.tsx'
import { Markdown } from './markdown.tsx'
import { PrintButton } from './printButton.tsx'

const PHASES: readonly Phase[] = ['A', 'B', 'C']

/** The manual's contents by phase, its pages, and the catalogue of procedures; one of them opened when asked for. */
export function ManualScreen({ procedure }: { procedure?: string }) {
  const contents = useCore('manual.contents', {})
  if (!contents.isSuccess) return <NotLoaded error={contents.error} />
  const { version, chapters, pages, procedures, bank } = contents.data
  return (
    <Page
      title="Manualen"
      under={`${version.title}, version ${version.version}`}
      actions={<PrintButton print={{ what: 'book' }} label="Hela manualen" />}
    >
      <ManualSearch>
        <div className="two-columns">
          <div className="stack">
            <Chapters chapters={chapters} />
          </div>
          <div className="stack">
            <Section title="Runt kapitlen">
              <ul className="plain-list card card-rows">
                {pages.map(each => (
                  <li key={each.id}>
                    <Link href={`/manual/page/${each.id}`}>{each.title}</Link>
                  </li>
                ))}
              </ul>
            </Section>
            <Procedures procedures={procedures} chapters={chapters} opened={procedure} />
            <MiBank bank={bank} />
          </div>
        </div>
      </ManualSearch>
    </Page>
  )
}

type Contents = Output<'manual.contents'>

function Chapters({ chapters }: Pick<Contents, 'chapters'>) {
  return (
    <>
      {PHASES.map(phase => (
        <section key={phase} aria-label={`Fas ${phase}`}>
          <h2 className="section-title">
            <PhaseBadge phase={phase} />
          </h2>
          <ol className="plain-list card contents">
            {chapters
              .filter(each => each.phase === phase)
              .map(each => (
                <li key={each.session}>
                  <Link href={`/manual/chapter/${each.session}`} className="contents-row">
                    <span className="contents-number">{each.session}</span>
                    <span>
                      <strong className="serif">{each.title}</strong>
                      <span className="small soft block">{each.procedures.join(' · ')}</span>
                    </span>
                  </Link>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  )
}

type ProceduresProps = Pick<Contents, 'procedures' | 'chapters'> & {
  /** The code of the procedure that is shown open. */
  opened: string | undefined
}

function Procedures({ procedures, chapters, opened }: ProceduresProps) {
  return (
    <Section title="Procedurer">
      <div className="card card-rows">
        {procedures.map(each => (
          <details key={each.code} open={each.code === opened}>
            <summary>
              <b>{each.code}</b> {each.title} {each.core && <span className="badge">kärna</span>}
            </summary>
            <p className="small procedure-purpose">{each.purpose}</p>
            <p className="small soft procedure-purpose">
              Lärs ut i träff{' '}
              {chapters
                .filter(chapter => chapter.procedures.includes(each.code))
                .map(({ session }, index) => (
                  <span key={session}>
                    {index > 0 && ', '}
                    <Link href={`/manual/chapter/${session}`}>{session}</Link>
                  </span>
                ))}
            </p>
            <ul className="small">
              {each.components.map(component => (
                <li key={component}>{component}</li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </Section>
  )
}

/** Questions and reflections of motivational interviewing, by kind. */
function MiBank({ bank }: Pick<Contents, 'bank'>) {
  return (
    <Section title="MI-banken">
      <div className="card card-rows">
        {choicesOf(promptWords).map(({ value: kind, label }) => (
          <details key={kind}>
            <summary>{label}</summary>
            <ul className="small serif">
              {bank
                .filter(each => each.kind === kind)
                .map(each => (
                  <li key={each.words}>{each.words}</li>
                ))}
            </ul>
          </details>
        ))}
      </div>
    </Section>
  )
}

/** A page around the chapters: introduction, MI, word list. */
export function ManualPageScreen({ id }: { id: string }) {
  const page = useCore('manual.page', { id })
  if (!page.isSuccess) return <NotLoaded error={page.error} />
  return (
    <Page
      title={page.data.title}
      narrow
      under={<Link href="/manual">Manualen</Link>}
      actions={<PrintButton print={{ what: 'page', id }} label="Skriv ut" />}
    >
      <article className="reading">
        <Markdown text={page.data.text} />
      </article>
    </Page>
  )
}

/** A worksheet or exercise as it looks empty: to read beforehand, or to print. */
export function ManualFormScreen({ id }: { id: string }) {
  const form = useCore('manual.form', { id })
  if (!form.isSuccess) return <NotLoaded error={form.error} />
  return (
    <Page
      title={form.data.title}
      narrow
      under={<Link href="/manual">Manualen</Link>}
      actions={<PrintButton print={{ what: 'form', id }} label="Skriv ut" />}
    >
      <Form className="card stack" onSave={() => undefined}>
        <p className="serif">{form.data.purpose}</p>
        <fieldset className="form-group" disabled>
          <FormFields form={form.data} answers={{}} onChange={() => undefined} />
        </fieldset>
      </Form>
    </Page>
  )
}
