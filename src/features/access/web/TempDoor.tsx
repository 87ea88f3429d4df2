import { type FormEvent, useState } from 'react'
import { Button, FaultText, Lines, Person, Row, Section, Stack, TextField, timeWords } from '#kernel/ui/index.ts'
import { signedIn, useRead, useWrite } from '#kernel/web/index.ts'
import { access } from '../contract.ts'
import { words } from './temps-text.ts'

/** On the unit's own tablet, under the names of the staff: the temps who are on duty. Anywhere else nothing. */
export function TempDoor() {
  const here = useRead(access.tempsHere, {})
  const [chosen, choose] = useState<string>()
  const temps = here.data?.temps ?? []
  if (temps.length === 0) return null
  const temp = temps.find(({ id }) => id === chosen)
  return (
    <Section title={words.doorTitle}>
      <p>{words.doorLead}</p>
      <Lines label={words.doorTitle}>
        {temps.map(({ id, name, untilAt }) => (
          <li key={id}>
            <Stack gap={3}>
              <Row apart gap={2}>
                <Person name={name} second={words.untilShort(timeWords(untilAt))} />
                <Button aria-label={words.enterAs(name)} onPress={() => choose(id)}>
                  {words.enter}
                </Button>
              </Row>
              {temp?.id === id && <Enter key={id} id={id} />}
            </Stack>
          </li>
        ))}
      </Lines>
    </Section>
  )
}

function Enter({ id }: { id: string }) {
  const [code, setCode] = useState('')
  const [isShort, setShort] = useState(false)
  const sender = useWrite(access.enter, { onDone: () => void signedIn() })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const plain = code.replace(/\s/g, '')
    setShort(plain.length !== 6)
    if (plain.length === 6) void sender.run({ id, code: plain })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={3}>
        <TextField
          label={words.codeLabel}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          fault={isShort ? words.codeFault : undefined}
          autoFocus
        />
        <div role="alert">{sender.problemText && <FaultText>{sender.problemText}</FaultText>}</div>
        <div>
          <Button type="submit" kind="primary" isBusy={sender.isBusy}>
            {words.enter}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
