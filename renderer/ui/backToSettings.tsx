import { Link } from 'wouter'

/** Under the title of a page that is reached from the settings. */
export function BackToSettings() {
  return <Link href="/settings">Inställningar</Link>
}
