import { type ReactNode, useEffect, useRef } from 'react'

type PageProps = {
  title: string
  /** What the title reads on paper, where a protected name must not stand. */
  onPaper?: string
  /** Beside the title: phase, state. */
  beside?: ReactNode
  /** Under the title: one quiet line. */
  under?: ReactNode
  /** To the right: the next step and what else can be done. */
  actions?: ReactNode
  narrow?: boolean
  /** False on a page whose first field takes the focus itself. */
  focusTitle?: boolean
  children: ReactNode
}

/** A page of the app. Coming to it moves the focus to its heading, so that the keyboard and a screen reader start there. */
export function Page({
  title,
  onPaper = title,
  beside,
  under,
  actions,
  narrow = false,
  focusTitle = true,
  children,
}: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focusTitle) heading.current?.focus({ preventScroll: true })
    heading.current?.closest('.shell-main')?.scrollTo(0, 0)
  }, [focusTitle])
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      <header className="page-head">
        <div className="grow">
          <div className="page-title">
            <h1 ref={heading} tabIndex={-1}>
              {onPaper === title ? (
                title
              ) : (
                <>
                  <span className="no-print">{title}</span>
                  <span className="on-paper">{onPaper}</span>
                </>
              )}
            </h1>
            {beside}
          </div>
          {under !== undefined && <div className="soft">{under}</div>}
        </div>
        {actions !== undefined && <div className="row no-print">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** A part of a page with a heading of its own. */
export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="section-title">
        {title} {note !== undefined && <span className="soft">{note}</span>}
      </h2>
      {children}
    </section>
  )
}
