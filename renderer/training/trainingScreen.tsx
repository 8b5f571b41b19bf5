import { useHotkeys } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { useToday } from '../core/useToday.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { forgetUndo, undoLatest } from '../ui/undo.tsx'
import { PersonTraining } from './personTraining.tsx'
import { TrainingRegister } from './trainingRegister.tsx'

/** *Utbildning*: the unit's register for the supervisor, one's own for a therapist (L36). */
export function TrainingScreen() {
  const me = useCore('user.me', {})
  const may = useMay()
  if (!me.isSuccess) return <NotLoaded error={me.error} />
  return may('training.register') ? <Register /> : <Own />
}

function Register() {
  const register = useCore('training.register', {})
  return (
    <TrainingPage title="Utbildning" under={<BackToSettings />}>
      <ErrorNotice error={register.error} />
      {register.data !== undefined && <TrainingRegister {...register.data} />}
    </TrainingPage>
  )
}

function Own() {
  const own = useCore('training.own', {})
  return (
    <TrainingPage title="Min utbildning" under={<BackToSettings />}>
      <ErrorNotice error={own.error} />
      {own.data !== undefined && <PersonTraining staff={own.data} />}
    </TrainingPage>
  )
}

/** One person's training, for the supervisor. */
export function PersonTrainingScreen({ userId }: { userId: string }) {
  const register = useCore('training.register', {})
  const staff = register.data?.staff.find(each => each.userId === userId)
  return (
    <TrainingPage title={staff?.name ?? 'Utbildning'} under={<Link href="/settings/training">Utbildning</Link>}>
      <ErrorNotice error={register.error} />
      {staff !== undefined && <PersonTraining staff={staff} />}
      {register.data !== undefined && staff === undefined && (
        <p className="card soft">Personen finns inte i registret. Gå tillbaka till Utbildning.</p>
      )}
    </TrainingPage>
  )
}

function TrainingPage({ title, under, children }: { title: string; under: ReactNode; children: ReactNode }) {
  const me = useCore('user.me', {})
  const today = useToday()
  useHotkeys([['alt+Z', undoLatest]])
  useEffect(() => forgetUndo, [])
  return (
    <Page
      title={title}
      under={
        <>
          <span className="no-print">{under}</span>
          <span className="on-paper">
            {me.data?.unit.name}, {dayAndYear(today)}
          </span>
        </>
      }
      actions={<PrintPageButton />}
    >
      {children}
    </Page>
  )
}
