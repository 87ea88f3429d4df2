import { type FormEvent, useState } from 'react'
import { Button, FaultText, Person, Row, Stack, TextField } from '#kernel/ui/index.ts'
import { Told, useWrite } from '#kernel/web/index.ts'
import { type PinPerson, signin } from '../contract.ts'
import styles from './PinDoor.module.css'
import { text } from './text.ts'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const MOST = 12

type Props = { person: PinPerson; onBack: () => void; onLong: () => void; onIn: () => void }

/** Keys large enough for a thumb; a keyboard works too. Six digits or more are only known to their owner, so one says when done. */
export function PinPad({ person, onBack, onLong, onIn }: Props) {
  const [pin, setPin] = useState('')
  const { run, isBusy, problem, problemText } = useWrite(signin.signInWithPin, { onDone: onIn })
  const press = (digit: string) => setPin((now) => (now + digit).slice(0, MOST))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pin && !(await run({ employeeId: person.id, pin }))) setPin('')
  }
  const isOwed = problem instanceof Told && ['signin.full-owed', 'signin.no-pin'].includes(problem.code)
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={4}>
        <Row apart>
          <Person name={person.name} second={person.profession} />
          <Button kind="plain" onPress={onBack}>
            {text.otherPerson}
          </Button>
        </Row>
        <TextField
          label={text.pinOf(person.name)}
          type="password"
          inputMode="none"
          autoComplete="off"
          value={pin}
          onChange={(to) => setPin(to.replace(/\D/g, '').slice(0, MOST))}
          autoFocus
        />
        <div role="alert">{problemText && <FaultText>{problemText}</FaultText>}</div>
        {isOwed ? (
          <Button kind="primary" onPress={onLong}>
            {text.notOnTheList}
          </Button>
        ) : (
          <Keys press={press} rub={() => setPin((now) => now.slice(0, -1))} isBusy={isBusy} />
        )}
      </Stack>
    </form>
  )
}

function Keys({ press, rub, isBusy }: { press: (digit: string) => void; rub: () => void; isBusy: boolean }) {
  return (
    <div className={styles.keys}>
      {DIGITS.map((digit) => (
        <Digit key={digit} digit={digit} press={press} />
      ))}
      <button type="button" className={styles.key} aria-label={text.pinDelete} onClick={rub}>
        ⌫
      </button>
      <Digit digit="0" press={press} />
      <Button type="submit" kind="primary" isBusy={isBusy}>
        {text.signIn}
      </Button>
    </div>
  )
}

const Digit = ({ digit, press }: { digit: string; press: (digit: string) => void }) => (
  <button type="button" className={styles.key} onClick={() => press(digit)}>
    {digit}
  </button>
)
