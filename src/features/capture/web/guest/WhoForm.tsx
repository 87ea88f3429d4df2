import { useState } from 'react'
import { Button, Page, Select, Stack, TextField } from '#kernel/ui/index.ts'
import type { Board } from '../../contract.ts'
import { text } from '../text.ts'
import { sayWho } from './guest.ts'

const NOBODY = 'nobody'

/** So that voices can be told by kind of offer; nobody has to. */
export function WhoForm({ board }: { board: Board }) {
  const [unitId, setUnitId] = useState<string | null>(null)
  const [role, setRole] = useState('')
  const choices = [
    ...board.units.map((unit) => ({ id: unit.unitId, label: unit.name })),
    { id: NOBODY, label: text.whoNone },
  ]
  const next = () => sayWho({ unitId: unitId === NOBODY ? null : unitId, role: role.trim() })
  return (
    <Page title={text.whoTitle} lead={text.whoLead}>
      <Stack gap={4}>
        <Select label={text.whoUnit} choices={choices} value={unitId} onChange={setUnitId} />
        <TextField
          label={text.whoRole}
          help={text.whoRoleHelp}
          value={role}
          onChange={setRole}
          maxLength={60}
          isOptional
        />
        <Button kind="primary" onPress={next}>
          {text.whoNext}
        </Button>
      </Stack>
    </Page>
  )
}
