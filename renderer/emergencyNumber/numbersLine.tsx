/** Whom to ring, on a sheet or a card: one quiet line. */
export function NumbersLine({ numbers = [] }: { numbers?: readonly { words: string; number: string }[] | undefined }) {
  if (numbers.length === 0) return null
  return (
    <p className="small numbers-line">
      <strong>Nummer</strong>{' '}
      {numbers.map(({ words, number }, at) => (
        <span key={`${number} ${words}`}>
          {at > 0 && ' · '}
          <b>{number}</b> {words}
        </span>
      ))}
    </p>
  )
}
