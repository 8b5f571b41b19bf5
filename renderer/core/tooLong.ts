const number = new Intl.NumberFormat('sv-SE')

/** *234 tecken för långt* */
export function tooLongWords(over: number): string {
  return `${number.format(over)} tecken för långt`
}
