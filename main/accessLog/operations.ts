import type { ExportFile, Operations } from '../context/handlers.ts'
import type { accessLogContract } from '../contract/accessLog.ts'
import {
  answerFault,
  entriesOfLog,
  extractOfLog,
  findClientOfLog,
  logState,
  reportedFaults,
  usersOfLog,
  verifyLog,
} from './service.ts'

/** The access log: what stands in it, whether it holds, and what of it leaves the binder. */
export function accessLogOperations(exportFile: ExportFile): Operations<typeof accessLogContract> {
  return {
    'accessLog.state': logState,
    'accessLog.faults': reportedFaults,
    'accessLog.answerFault': answerFault,
    'accessLog.verify': verifyLog,
    'accessLog.entries': entriesOfLog,
    'accessLog.users': usersOfLog,
    'accessLog.findClient': findClientOfLog,
    'accessLog.extract': exportFile(extractOfLog),
    'accessLog.printed': () => ({}),
  }
}
