import { parseSync } from 'vite'

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each)
  if (!isNode(value)) return
  yield value
  for (const each of Object.values(value)) yield* nodesIn(each)
}

/** The text of a string. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  return node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined
}

/** The properties of an object by name; undefined where one is spread in or has no name of its own. */
function propertiesOf(node: Node): [name: string, value: Node][] | undefined {
  const named = (node['properties'] as Node[]).map((each): [string, Node] | undefined => {
    const { computed, key, value } = each as unknown as { computed: boolean; key: Node; value: Node }
    if (each.type !== 'Property' || computed) return undefined
    return [String(key['name'] ?? key['value']), value]
  })
  return named.includes(undefined) ? undefined : (named as [string, Node][])
}

/** True of a text with letters in it, of a list or an object with such a text, and of a function that answers one. */
function saysSomething(node: unknown): boolean {
  if (!isNode(node)) return false
  switch (node.type) {
    case 'ArrayExpression':
      return (node['elements'] as unknown[]).some(saysSomething)
    case 'ObjectExpression':
      return (propertiesOf(node) ?? []).some(([, value]) => saysSomething(value))
    case 'ArrowFunctionExpression':
      return saysSomething(node['body'])
    case 'ConditionalExpression':
      return saysSomething(node['consequent']) || saysSomething(node['alternate'])
    default:
      return node.type === 'TemplateLiteral' || /\p{L}/u.test(textOf(node) ?? '')
  }
}

/** The maps from codes to words in a source file: each by its line and its keys. `sets` are the codes that belong together. */
export function wordMapsIn(file: string, text: string, sets: readonly (readonly string[])[]): string[] {
  return [...nodesIn(parseSync(file, text).program)].flatMap(node => {
    if (node.type !== 'ObjectExpression') return []
    const properties = propertiesOf(node) ?? []
    const isMap = sets.some(set => properties.every(([name]) => set.includes(name)))
    if (properties.length < 2 || !isMap || !properties.every(([, value]) => saysSomething(value))) return []
    return [`${file}:${lineOf(text, node)} ${properties.map(([name]) => name).join(', ')}`]
  })
}

/**
 * Where a code is given its word anew, though the word stands in a map: beside it in an object (`value` and `label`), or
 * where something is compared with it. `words` are those of each code, in small letters.
 */
export function wordsAgainIn(file: string, text: string, words: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const isWordOf = (code: string | undefined, node: unknown) => {
    const said = textOf(node)
    if (code === undefined || said === undefined || said === code) return false
    return words.get(code)?.has(said.toLocaleLowerCase('sv')) ?? false
  }
  return [...nodesIn(parseSync(file, text).program)].flatMap(node => {
    const again = `${file}:${lineOf(text, node)}`
    if (node.type === 'ConditionalExpression') {
      const test = node['test'] as Node
      const code = textOf(test['right'])
      const said = test['operator'] === '===' ? node['consequent'] : node['alternate']
      return isWordOf(code, said) ? [`${again} ${code}`] : []
    }
    if (node.type !== 'ObjectExpression') return []
    const values = (propertiesOf(node) ?? []).map(([, value]) => value)
    const codes = values.map(textOf).filter(each => values.some(value => isWordOf(each, value)))
    return codes.map(code => `${again} ${code}`)
  })
}

const lineOf = (text: string, { start }: Node) => text.slice(0, start).split('\n').length
