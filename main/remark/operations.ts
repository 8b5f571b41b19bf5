import type { Operations } from '../context/handlers.ts'
import type { remarkContract } from '../contract/remark.ts'
import { addRemark, remarksOfClient } from './service.ts'

/** What is added afterwards to what is signed. */
export const remarkOperations: Operations<typeof remarkContract> = {
  'remark.add': addRemark,
  'remark.ofClient': remarksOfClient,
}
