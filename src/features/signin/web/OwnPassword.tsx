import { type FormEvent, useState } from 'react'
import type { Admission } from '#features/org/contract.ts'
import { Button, FaultText, Section, Stack } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { signin } from '../contract.ts'
import { isReady, NewPasswordFields, noPassword } from './NewPasswordFields.tsx'
import { text } from './text.ts'

/** In place of the one that was for once. */
export function OwnPassword({ onAnswer }: { onAnswer: (admission: Admission) => void }) {
  const [value, setValue] = useState(noPassword)
  const [isTried, setTried] = useState(false)
  const { run, isBusy, faultOf, problemText } = useWrite(signin.chooseOwnPassword, { onDone: onAnswer })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isReady(value)) void run({ password: value.password })
  }
  const fault = faultOf('password')
  return (
    <Section title={text.ownTitle}>
      <form onSubmit={submit} noValidate>
        <Stack gap={4}>
          <p>{text.ownWords}</p>
          <NewPasswordFields value={value} onChange={setValue} isTried={isTried} fault={fault} autoFocus />
          <div role="alert">{!fault && problemText && <FaultText>{problemText}</FaultText>}</div>
          <div>
            <Button type="submit" kind="primary" isBusy={isBusy}>
              {text.goOn}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  )
}
