import type { Method } from '../../main/contract/index.ts'
import { useCore } from './core.ts'

/**
 * Whether the user's roles are enough for an operation: what is not is not offered. False until the core has answered.
 * The core decides each time anyway.
 */
export function useMay(): (method: Method) => boolean {
  const me = useCore('user.me', {})
  return method => me.data?.may.includes(method) ?? false
}
