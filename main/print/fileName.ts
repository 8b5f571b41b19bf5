/** A file name that any system keeps: letters without marks, digits, hyphens. Never made from anything personal. */
export function fileName(...words: readonly (string | number)[]): string {
  const plain = words.join(' ').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return `${plain.replaceAll(/[^a-z0-9.]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '')}.pdf`
}
