import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { announce, Button, FaultText, Row, Section, Stack, TextField } from '#kernel/ui/index.ts'
import { call, readAgain, sentenceOf } from '#kernel/web/index.ts'
import { continuity } from '../contract.ts'
import { whyNotCode } from '../rules.ts'
import { keepPairing, refresh } from './device.ts'
import { makeKeys } from './seal.ts'
import { text } from './text.ts'

type Unit = { id: string; name: string }

/** The keys first, then the server, then onto the tablet; the code itself is kept nowhere. */
async function pairHere(unit: Unit, name: string, code: string): Promise<void> {
  const keys = await makeKeys(code)
  const { id } = await call(continuity.pair, { id: newId(), unitId: unit.id, name })
  await keepPairing({ tabletId: id, unitId: unit.id, unitName: unit.name, name: name.trim(), ...keys })
  announce(text.paired)
  await refresh()
  await readAgain(['continuity'])
}

export function PairForm({ unit }: { unit: Unit }) {
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [again, setAgain] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<{ name?: string | undefined; code?: string | undefined; all?: string }>({})
  const pair = async () => {
    const why = whyNotCode(code, again)
    const found = { name: name.trim() ? undefined : text.nameMissing, code: why && text.codeFaults[why] }
    setFault(found)
    if (found.name || found.code) return
    setBusy(true)
    await pairHere(unit, name, code).catch((problem) => setFault({ all: sentenceOf(problem) }))
    setBusy(false)
  }
  const secret = { type: 'password', inputMode: 'numeric', autoComplete: 'off' } as const
  return (
    <Section title={text.pair}>
      <Stack gap={4}>
        <TextField
          label={text.tabletName}
          help={text.tabletNameHelp}
          value={name}
          onChange={setName}
          fault={fault.name}
        />
        <TextField
          label={text.code}
          help={text.codeHelp}
          value={code}
          onChange={setCode}
          fault={fault.code}
          {...secret}
        />
        <TextField label={text.codeAgain} value={again} onChange={setAgain} {...secret} />
        <div role="alert">{fault.all && <FaultText>{fault.all}</FaultText>}</div>
        <Row gap={2}>
          <Button kind="primary" isBusy={isBusy} onPress={() => void pair()}>
            {text.pair}
          </Button>
        </Row>
      </Stack>
    </Section>
  )
}
