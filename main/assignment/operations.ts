import type { Operations } from '../context/handlers.ts'
import type { assignmentContract } from '../contract/assignment.ts'
import { acknowledgeAssignment, assign, assignments, assignmentsOfClient, unseenAssignments } from './service.ts'

/** Whose the clients are, and when one was given to another. */
export const assignmentOperations: Operations<typeof assignmentContract> = {
  'client.assign': assign,
  'client.assignments': assignments,
  'assignment.ofClient': assignmentsOfClient,
  'assignment.unseen': unseenAssignments,
  'assignment.see': acknowledgeAssignment,
}
