import { type FormEvent, useState } from 'react'
import { announce, Button, Stack, TextField } from '#kernel/ui/index.ts'
import { readAgain, useWrite } from '#kernel/web/index.ts'
import { signin } from '../contract.ts'
import { text } from './text.ts'

/** With the leader's code this browser becomes the unit's. */
export function ClaimDevice() {
  const [code, setCode] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const { run, isBusy, problemText } = useWrite(signin.claimDevice, {
    onDone: ({ name, unitName }) => {
      announce(text.claimed(name, unitName))
      void readAgain(['signin'])
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setEmpty(!code.trim())
    if (code.trim()) void run({ code: code.trim() })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={4}>
        <p>{text.claimWords}</p>
        <TextField
          label={text.claimCode}
          value={code}
          onChange={setCode}
          autoComplete="off"
          maxLength={20}
          fault={isEmpty ? text.codeMissing : problemText}
        />
        <div>
          <Button type="submit" isBusy={isBusy}>
            {text.claimAct}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
