import { type ComboboxParsedItem, isOptionsGroup, type OptionsFilter } from '@mantine/core'
import { standsIn } from '../../main/contract/folding.ts'

/** What a list to choose from shows of its choices while someone types: found as all words are, and in the list's own order. */
export const foundOptions: OptionsFilter = ({ options, search, limit }) => {
  const found: ComboboxParsedItem[] = []
  for (const each of options) {
    if (!isOptionsGroup(each)) {
      if (standsIn(each.label, search)) found.push(each)
    } else {
      const items = each.items.filter(({ label }) => standsIn(label, search))
      if (items.length > 0) found.push({ group: each.group, items })
    }
  }
  return found.slice(0, limit)
}
