import { struckPlacementsOfClient } from '../careChain/service.ts'
import { consentsOfClient } from '../consent/service.ts'
import type { Context } from '../context/context.ts'
import type { Operations } from '../context/handlers.ts'
import type { mistakeContract, StruckRecord } from '../contract/mistake.ts'
import type { ClientId } from '../contract/values.ts'
import { goalsOfClient } from '../goal/service.ts'
import { offersOfClient } from '../offer/service.ts'
import { remarksOfClient } from '../remark/service.ts'
import { homeworkOfClient, sessionsOfClient } from '../session/service.ts'
import { worksheetsOfClient } from '../worksheet/service.ts'
import { markMistake, marksOfClient, takeBackMark, undoableOfClient } from './service.ts'

/** What was recorded by mistake: marked, read, and put back the same day. */
export const mistakeOperations: Operations<typeof mistakeContract> = {
  'mistake.mark': markMistake,
  'mistake.takeBack': takeBackMark,
  'mistake.ofClient': (context, { clientId }) => {
    const marks = marksOfClient(context, clientId)
    const records = marks.length === 0 ? new Map<string, StruckRecord>() : struckRecords(context, clientId)
    return marks.flatMap(mistake => {
      const record = records.get(mistake.about.id)
      return record === undefined ? [] : [{ mistake, record }]
    })
  },
  'mistake.undoable': undoableOfClient,
}

/** Every struck record of the client as its own room shows it, by id. */
function struckRecords(context: Context, clientId: ClientId): Map<string, StruckRecord> {
  const of = { clientId }
  const records: (readonly [string, StruckRecord])[] = [
    ...sessionsOfClient(context, of, 'struck').map(each => [each.id, { kind: 'session', session: each }] as const),
    ...goalsOfClient(context, of, 'struck').map(each => [each.id, { kind: 'goal', goal: each }] as const),
    ...offersOfClient(context, of, 'struck').map(each => [each.id, { kind: 'offer', offer: each }] as const),
    ...worksheetsOfClient(context, of, 'struck').map(
      each => [each.id, { kind: 'worksheet', worksheet: each }] as const,
    ),
    ...homeworkOfClient(context, of, 'struck').map(each => [each.id, { kind: 'homework', homework: each }] as const),
    ...consentsOfClient(context, of, 'struck').map(each => [each.id, { kind: 'consent', consent: each }] as const),
    ...remarksOfClient(context, of, 'struck').map(each => [each.id, { kind: 'remark', remark: each }] as const),
    ...struckPlacementsOfClient(context, of).map(each => [each.id, { kind: 'placement', placement: each }] as const),
  ]
  return new Map(records)
}
