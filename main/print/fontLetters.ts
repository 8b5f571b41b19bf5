/** The letters that a plain font has a sign for. Source: OpenType, the table cmap, formats 4 and 12. */
export function lettersOfFont(font: Buffer): ReadonlySet<number> {
  const cmap = tableAt(font, 'cmap')
  const letters = new Set<number>()
  for (let nth = 0; nth < font.readUInt16BE(cmap + 2); nth++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + nth * 8 + 4)
    const format = font.readUInt16BE(at)
    const ranges = format === 4 ? rangesOf4(font, at) : format === 12 ? rangesOf12(font, at) : []
    for (const [from, to] of ranges) for (let each = from; each <= to; each++) letters.add(each)
  }
  letters.delete(0xffff) // ends every table of format 4
  return letters
}

function tableAt(font: Buffer, tag: string): number {
  for (let nth = 0; nth < font.readUInt16BE(4); nth++) {
    const at = 12 + nth * 16
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
  }
  throw new Error(`the font has no table ${tag}`)
}

type Range = readonly [from: number, to: number]

function rangesOf4(font: Buffer, at: number): Range[] {
  const count = font.readUInt16BE(at + 6) / 2
  return Array.from({ length: count }, (_, nth) => [
    font.readUInt16BE(at + 16 + count * 2 + nth * 2),
    font.readUInt16BE(at + 14 + nth * 2),
  ])
}

function rangesOf12(font: Buffer, at: number): Range[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, nth) => [
    font.readUInt32BE(at + 16 + nth * 12),
    font.readUInt32BE(at + 20 + nth * 12),
  ])
}
