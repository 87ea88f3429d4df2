import { useState } from 'react'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { Button, Stack, Table, TextLink, ToggleChips, useToday } from '#kernel/ui/index.ts'
import { useAddressWord } from '#kernel/web/index.ts'
import type { org } from '../contract.ts'
import { roles } from '../roles.ts'
import { words } from './administration-text.ts'
import { EndRoleDialog } from './EndRoleDialog.tsx'
import { periodWords } from './period.ts'
import { text } from './text.ts'

type Row = OutputOf<typeof org.rolesAtUnit>[number]

/** Who reaches the unit, by which role, through which unit, and for how long. */
export function AccessTable({ rows, unitId }: { rows: readonly Row[]; unitId: string }) {
  const [ending, end] = useState<Row>()
  const [role, chooseRole] = useAddressWord('rolle', 'alle')
  const today = useToday()
  const shown = rows.filter((row) => role === 'alle' || row.role === role)
  const columns = [
    { head: words.person, cell: (row: Row) => <Who row={row} /> },
    { head: words.role, cell: ({ role }: Row) => text.roles[role] },
    { head: words.through, cell: (row: Row) => (row.unitId === unitId ? words.here : row.unitName) },
    { head: words.period, cell: (row: Row) => periodWords(row, today) },
    { head: words.acts, cell: (row: Row) => <End row={row} onEnd={end} /> },
  ]
  return (
    <Stack gap={3}>
      <RoleChips rows={rows} value={role} onChange={chooseRole} />
      <Table caption={words.whoHasWhat} rows={shown} columns={columns} />
      {ending && <EndRoleDialog grant={ending} name={ending.name} onClose={() => end(undefined)} />}
    </Stack>
  )
}

/** Sixty people are read by what they are here for. */
function RoleChips({
  rows,
  value,
  onChange,
}: {
  rows: readonly Row[]
  value: string
  onChange: (role: string) => void
}) {
  const held = roles.filter((role) => rows.some((row) => row.role === role))
  if (held.length < 2) return null
  const countOf = (role: string) => rows.filter((row) => row.role === role).length
  const choices = [
    { id: 'alle', label: words.all, count: rows.length },
    ...held.map((id) => ({ id: id as string, label: text.roles[id], count: countOf(id) })),
  ]
  return <ToggleChips label={words.role} choices={choices} value={[value]} onChange={([to]) => to && onChange(to)} />
}

function Who({ row: { employeeId, name, profession } }: { row: Row }) {
  return (
    <Stack gap={1}>
      <TextLink href={`/administration/medarbejder/${employeeId}`}>{name}</TextLink>
      {profession && <small>{profession}</small>}
    </Stack>
  )
}

function End({ row, onEnd }: { row: Row; onEnd: (row: Row) => void }) {
  if (!row.permitted.includes('end')) return null
  return (
    <Button kind="plain" aria-label={words.endRoleOf(text.roles[row.role], row.name)} onPress={() => onEnd(row)}>
      {words.endRole}
    </Button>
  )
}
