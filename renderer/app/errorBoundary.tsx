import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'

/** A fault of ours must not leave an empty window: the drafts are safe in the binder, and starting anew brings them back. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <main className="door">
        <div className="door-sheet stack" role="alert">
          <h1>Något gick fel</h1>
          <p>Sidan kunde inte visas. Det som är sparat finns kvar, och utkast sparas medan du skriver.</p>
          <Button onClick={() => window.location.reload()}>Börja om</Button>
        </div>
      </main>
    )
  }
}
