import { type FormEvent, useState } from 'react'
import { type Admission, org } from '#features/org/contract.ts'
import { Button, FaultText, Stack, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { text } from './text.ts'

type Props = { autoFocus?: boolean; onAnswer: (admission: Admission) => void }

/** The first step of the long way. */
export function SignInForm({ autoFocus = false, onAnswer }: Props) {
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const { run, isBusy, problemText } = useWrite(org.signIn, { onDone: onAnswer })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lacks = !userName.trim() || !password
    setEmpty(lacks)
    if (!lacks) void run({ userName, password })
  }
  const fault = isEmpty ? text.fillBoth : problemText
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={4}>
        <TextField
          label={text.userName}
          value={userName}
          onChange={setUserName}
          autoComplete="username webauthn"
          autoFocus={autoFocus}
        />
        <TextField
          label={text.password}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <div role="alert">{fault && <FaultText>{fault}</FaultText>}</div>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          {text.signIn}
        </Button>
      </Stack>
    </form>
  )
}
