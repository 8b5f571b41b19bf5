/** Who treats a client and who coordinates, by id. */
type Whose = { readonly therapistId: string; readonly coordinatorId: string | null }

/** Whether someone who gives a client away so takes it themself: as therapist, or as coordinator of one they did not treat. */
export function takesOver(by: string | null, from: Whose, to: Whose): boolean {
  const treats = to.therapistId === by && from.therapistId !== by
  return treats || (to.coordinatorId === by && from.coordinatorId !== by && from.therapistId !== by)
}
