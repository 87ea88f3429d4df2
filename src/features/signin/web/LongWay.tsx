import { lazy, Suspense, useState } from 'react'
import type { Admission } from '#features/org/contract.ts'
import { Button, Loading, Stack } from '#kernel/ui/index.ts'
import { PasskeyButton } from './PasskeyButton.tsx'
import { SignInForm } from './SignInForm.tsx'
import { text } from './text.ts'

const SecondStep = lazy(() => import('./SecondStep.tsx').then((m) => ({ default: m.SecondStep })))
const OwnPassword = lazy(() => import('./OwnPassword.tsx').then((m) => ({ default: m.OwnPassword })))
const AddFactor = lazy(() => import('./AddFactor.tsx').then((m) => ({ default: m.AddFactor })))

type Asked = Extract<Admission, { ok: false }>

type Props = {
  autoFocus?: boolean
  onIn: () => void
  /** One step is done and another asked for: what else stands on the page may go. */
  onHalfway?: (isHalfway: boolean) => void
}

/** Password or passkey, and whatever is asked for after it. What comes later is fetched when it is. */
export function LongWay({ autoFocus = false, onIn, onHalfway }: Props) {
  const [asked, setAsked] = useState<Asked>()
  const ask = (next: Asked | undefined) => {
    setAsked(next)
    onHalfway?.(next !== undefined)
  }
  const answered = (admission: Admission) => (admission.ok ? onIn() : ask(admission))
  if (!asked)
    return (
      <Stack gap={4}>
        <SignInForm autoFocus={autoFocus} onAnswer={answered} />
        <PasskeyButton onAnswer={answered} />
      </Stack>
    )
  return (
    <Stack gap={4}>
      <Suspense fallback={<Loading />}>
        {asked.next === 'second-factor' && <SecondStep factors={asked.factors} onAnswer={answered} />}
        {asked.next === 'new-password' && <OwnPassword onAnswer={answered} />}
        {asked.next === 'enrol-factor' && <AddFactor words={text.enrolWords} onAdded={answered} />}
      </Suspense>
      <div>
        <Button kind="plain" onPress={() => ask(undefined)}>
          {text.beginAgain}
        </Button>
      </div>
    </Stack>
  )
}
