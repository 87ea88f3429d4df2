import { type FormEvent, useState } from 'react'
import { Button, FaultText, Stack, TextField } from '#kernel/ui/index.ts'
import { call } from '#kernel/web/index.ts'
import { signin } from '../contract.ts'
import type { Added } from './added.ts'
import { text } from './text.ts'
import { usePasskey } from './use-passkey.ts'

export function AddPasskey({ onAdded }: { onAdded: (added: Added) => void }) {
  const [name, setName] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const { run, isBusy, fault } = usePasskey(
    () => call(signin.offerPasskey, {}),
    'makeKey',
    (answer) => call(signin.addPasskey, { name: name.trim(), answer }),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setEmpty(!name.trim())
    if (!name.trim()) return
    const added = await run()
    if (added) onAdded(added)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={4}>
        <TextField
          label={text.passkeyName}
          help={text.passkeyNameHelp}
          value={name}
          onChange={setName}
          maxLength={60}
          fault={isEmpty ? text.passkeyNameMissing : undefined}
          autoFocus
        />
        <div role="alert">{fault && <FaultText>{fault}</FaultText>}</div>
        <div>
          <Button type="submit" kind="primary" isBusy={isBusy}>
            {text.makePasskey}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
