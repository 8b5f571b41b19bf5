/** Who treats a client and who coordinates, by id. */
type Assignees<Id> = { readonly therapistId: Id; readonly coordinatorId: Id | null }

/** Whether someone who gives a client away so takes it themself: as therapist, or as coordinator of one they did not treat. */
export function takesOver(by: string | null, from: Assignees<string>, to: Assignees<string>): boolean {
  const treats = to.therapistId === by && from.therapistId !== by
  return treats || (to.coordinatorId === by && from.coordinatorId !== by && from.therapistId !== by)
}

/** Those who have the client: each once. */
export function distinctAssignees<Id>({ therapistId, coordinatorId }: Assignees<Id>): Id[] {
  return coordinatorId === null || coordinatorId === therapistId ? [therapistId] : [therapistId, coordinatorId]
}
