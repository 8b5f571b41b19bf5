import MarkdownIt, { type Token } from 'markdown-it'
import { createElement, Fragment, type ReactNode } from 'react'
import { Link } from 'wouter'

const reader = new MarkdownIt({ html: false, linkify: false, typographer: false })

const TAGS = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'blockquote',
  'hr',
  'br',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
])

/** The manual's own text as React elements: no HTML string exists anywhere, and unknown marks become plain text. */
export function Markdown({ text }: { text: string }) {
  return <>{elements(reader.parse(text, {}))}</>
}

type Open = { tag: string; href: string; attributes: Record<string, unknown>; children: ReactNode[] }

function elements(tokens: readonly Token[]): ReactNode[] {
  const stack: Open[] = [{ tag: '', href: '', attributes: {}, children: [] }]
  const add = (child: ReactNode) => stack.at(-1)?.children.push(child)
  for (const [index, token] of tokens.entries()) {
    if (token.hidden) continue
    if (token.nesting === 1) {
      const start = token.attrGet('start')
      const attributes = start === null ? {} : { start: Number(start) }
      stack.push({ tag: token.tag, href: String(token.attrGet('href') ?? ''), attributes, children: [] })
    } else if (token.nesting === -1) {
      const closed = stack.pop()
      if (closed !== undefined) add(element(closed, index))
    } else if (token.type === 'inline') add(<Fragment key={index}>{elements(token.children ?? [])}</Fragment>)
    else if (token.type === 'softbreak' || token.type === 'hardbreak') add(<br key={index} />)
    else if (token.type === 'hr') add(<hr key={index} />)
    else add(token.content)
  }
  return stack[0]?.children ?? []
}

/** `chapter/9`, `form/stopCard`, `procedure/P10`, `page/introduction`: the checker has seen that each leads somewhere. */
function element({ tag, href, attributes, children }: Open, key: number): ReactNode {
  if (tag === 'a') {
    return (
      <Link key={key} href={`/manual/${href}`}>
        {children}
      </Link>
    )
  }
  return TAGS.has(tag) ? (
    createElement(tag, { ...attributes, key }, ...children)
  ) : (
    <Fragment key={key}>{children}</Fragment>
  )
}

/** Splits a step's Markdown into what comes before its numbered actions, the actions, and what comes after. */
export function splitActions(text: string): { lead: string; actions: string[]; rest: string } {
  const lines = text.split('\n')
  const first = lines.findIndex(line => /^1\. /.test(line))
  if (first === -1) return { lead: text, actions: [], rest: '' }
  const actions: string[] = []
  let next = first
  for (; next < lines.length; next++) {
    const line = lines[next] ?? ''
    if (/^\d+\. /.test(line)) actions.push(line.replace(/^\d+\. /, ''))
    else if (/^\s+\S/.test(line) && actions.length > 0)
      actions[actions.length - 1] += `\n${line.replace(/^ {1,3}/, '')}`
    else if (line.trim() !== '') break
  }
  return { lead: lines.slice(0, first).join('\n').trim(), actions, rest: lines.slice(next).join('\n').trim() }
}
