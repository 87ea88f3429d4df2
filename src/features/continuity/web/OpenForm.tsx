import { type FormEvent, useState } from 'react'
import { Button, Stack, TextField } from '#kernel/ui/index.ts'
import { open } from './opened.ts'
import { text } from './text.ts'

/** The code opens the pack; a wrong one says how long to wait. */
export function OpenForm() {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await open(code)
    setBusy(false)
    if (answer === 'open') return
    setCode('')
    setFault(answer.waitMs > 0 ? text.waitFor(Math.ceil(answer.waitMs / 1000)) : text.wrongCode)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={4}>
        <TextField
          label={text.code}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          help={text.opening}
          value={code}
          onChange={setCode}
          fault={fault}
        />
        <Button type="submit" kind="primary" isBusy={isBusy} isDisabled={code === ''}>
          {text.openIt}
        </Button>
      </Stack>
    </form>
  )
}
