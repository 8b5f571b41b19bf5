import type { Operations } from '../context/handlers.ts'
import type { sessionContract } from '../contract/session.ts'
import { saveWorksheetsOf } from '../worksheet/operations.ts'
import { homeworkOfClient, proposeNote, recordSession, searchSessions, sessionsOfClient } from './service.ts'

/** What came of the sessions, with the worksheets and homework that belong to them. */
export const sessionOperations: Operations<typeof sessionContract> = {
  'session.record': (context, input) => {
    const sessionId = recordSession(context, input)
    if ('worksheets' in input) saveWorksheetsOf(context, input, sessionId)
    return { sessionId }
  },
  'session.noteText': proposeNote,
  'session.ofClient': sessionsOfClient,
  'session.search': searchSessions,
  'homework.ofClient': homeworkOfClient,
}
