import { type RecoverySheetProps, RecoverySheetSteps } from './recoverySheet.tsx'

/** Shown once, before a new binder opens. */
export function RecoverySheetScreen(props: RecoverySheetProps) {
  return (
    <main className="door recovery">
      <div className="door-sheet recovery-sheet stack">
        <RecoverySheetSteps {...props} />
      </div>
    </main>
  )
}
