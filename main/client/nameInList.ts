/**
 * A client's name as a list, a title or another client's page may show it: empty where the identity is protected (L16),
 * so that the name never leaves the core for such a place. Whoever shows it puts the case number there instead.
 */
export function nameInList(client: { readonly name: string; readonly protectedIdentity: boolean }): string {
  return client.protectedIdentity ? '' : client.name
}

/** Stands where a protected name was or became: that there was one may be told, not which. */
export const HIDDEN_NAME = '•••'
