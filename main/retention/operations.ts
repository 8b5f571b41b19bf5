import { logAccess } from '../accessLog/service.ts'
import type { Operations } from '../context/handlers.ts'
import type { retentionContract } from '../contract/retention.ts'
import {
  authorityOf,
  carryOutRemoval,
  decideRetention,
  dueRecords,
  otherDeciders,
  protocolOfRetention,
  setAuthority,
  unreckonedRecords,
} from './service.ts'

/** What is kept and what is removed when its time has come. */
export const retentionOperations: Operations<typeof retentionContract> = {
  'retention.authority': authorityOf,
  'retention.setAuthority': setAuthority,
  'retention.due': dueRecords,
  'retention.unreckoned': unreckonedRecords,
  'retention.others': otherDeciders,
  'retention.decide': (context, input) => {
    const { db, user, now } = context
    const made = decideRetention(context, input)
    for (const [clientId, detail] of made)
      logAccess(db, { at: now(), userId: user.id, clientId, method: 'retention.decide', kind: 'change', detail })
    const proposed = [...made.values()].filter(each => each === 'propose').length
    return { proposed, decided: made.size - proposed }
  },
  'retention.carryOut': carryOutRemoval,
  'retention.protocol': protocolOfRetention,
}
