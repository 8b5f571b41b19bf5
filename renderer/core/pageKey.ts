const PLACE = 'page-key'

/**
 * What the loopback host wants to see beside the cookie; empty in Electron. It comes with the first page and is kept in
 * this origin's own storage, so that windows of the same browser share it and no page of another port can read it.
 */
export const pageKey: string = keptKey()

function keptKey(): string {
  const place = document.querySelector<HTMLMetaElement>('meta[name="page-key"]')
  const given = place?.content ?? ''
  place?.remove()
  if (given !== '') {
    window.localStorage.setItem(PLACE, given)
    window.history.replaceState(null, '', `/${window.location.hash}`) // the address has been used
  }
  return window.localStorage.getItem(PLACE) ?? ''
}
