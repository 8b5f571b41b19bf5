/** A dash where a table has no answer, read aloud as that. */
export function NoAnswerMark() {
  return (
    <span className="soft">
      <span aria-hidden>–</span>
      <span className="visually-hidden">inget svar</span>
    </span>
  )
}
