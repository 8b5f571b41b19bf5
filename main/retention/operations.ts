import type { Operations } from '../context/handlers.ts'
import type { retentionContract } from '../contract/retention.ts'
import {
  authorityOf,
  carryOutRemoval,
  decideRetention,
  dueRecords,
  protocolOfRetention,
  setAuthority,
} from './service.ts'

/** What is kept and what is removed when its time has come. */
export const retentionOperations: Operations<typeof retentionContract> = {
  'retention.authority': authorityOf,
  'retention.setAuthority': setAuthority,
  'retention.due': dueRecords,
  'retention.decide': decideRetention,
  'retention.carryOut': carryOutRemoval,
  'retention.protocol': protocolOfRetention,
}
