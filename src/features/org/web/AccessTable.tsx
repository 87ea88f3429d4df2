import { useState } from 'react'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { Button, Row, Stack, Table, TextLink, ToggleChips, useToday } from '#kernel/ui/index.ts'
import { useAddressWord } from '#kernel/web/index.ts'
import type { org } from '../contract.ts'
import { roles } from '../roles.ts'
import { words } from './administration-text.ts'
import { EndRoleDialog } from './EndRoleDialog.tsx'
import { periodWords } from './period.ts'
import { text } from './text.ts'

type Grant = OutputOf<typeof org.rolesAtUnit>[number]
/** One person with every role that reaches the unit; those at the unit itself first. */
type Reaching = { employeeId: string; name: string; profession: string | null; grants: readonly Grant[] }

const peopleOf = (grants: readonly Grant[]): readonly Reaching[] =>
  [...Map.groupBy(grants, ({ employeeId }) => employeeId)].map(([employeeId, held]) => ({
    employeeId,
    name: held[0]!.name,
    profession: held[0]!.profession,
    grants: held,
  }))

const holds = ({ grants }: Reaching, role: string): boolean => grants.some((grant) => grant.role === role)

/** Who reaches the unit, by which roles, through which units, and for how long. */
export function AccessTable({ rows, unitId }: { rows: readonly Grant[]; unitId: string }) {
  const [ending, end] = useState<Grant>()
  const [role, chooseRole] = useAddressWord('rolle', 'alle')
  const people = peopleOf(rows)
  const shown = people.filter((person) => role === 'alle' || holds(person, role))
  const columns = [
    { head: words.person, cell: (person: Reaching) => <Who person={person} /> },
    { head: words.access, cell: (person: Reaching) => <Why person={person} unitId={unitId} onEnd={end} /> },
  ]
  return (
    <Stack gap={3}>
      <RoleChips people={people} value={role} onChange={chooseRole} />
      <Table caption={words.whoHasWhat} rows={shown} columns={columns} rowKey={({ employeeId }) => employeeId} />
      {ending && <EndRoleDialog grant={ending} name={ending.name} onClose={() => end(undefined)} />}
    </Stack>
  )
}

type ChipsProps = { people: readonly Reaching[]; value: string; onChange: (role: string) => void }

/** Sixty people are read by what they are here for. */
function RoleChips({ people, value, onChange }: ChipsProps) {
  const held = roles.filter((role) => people.some((person) => holds(person, role)))
  if (held.length < 2) return null
  const countOf = (role: string) => people.filter((person) => holds(person, role)).length
  const choices = [
    { id: 'alle', label: words.all, count: people.length },
    ...held.map((id) => ({ id: id as string, label: text.roles[id], count: countOf(id) })),
  ]
  return <ToggleChips label={words.role} choices={choices} value={[value]} onChange={([to]) => to && onChange(to)} />
}

const Who = ({ person: { employeeId, name, profession } }: { person: Reaching }) => (
  <Stack gap={1}>
    <TextLink href={`/administration/medarbejder/${employeeId}`}>{name}</TextLink>
    {profession && <small>{profession}</small>}
  </Stack>
)

type WhyProps = { person: Reaching; unitId: string; onEnd: (grant: Grant) => void }

const Why = ({ person, unitId, onEnd }: WhyProps) => (
  <Stack gap={1}>
    {person.grants.map((grant) => (
      <Row key={grant.id} apart gap={2}>
        <Reason grant={grant} unitId={unitId} />
        {grant.permitted.includes('end') && (
          <Button
            kind="plain"
            aria-label={words.endRoleOf(text.roles[grant.role], grant.name)}
            onPress={() => onEnd(grant)}
          >
            {words.endRole}
          </Button>
        )}
      </Row>
    ))}
  </Stack>
)

function Reason({ grant, unitId }: { grant: Grant; unitId: string }) {
  const through = grant.unitId === unitId ? words.here : grant.unitName
  return (
    <Stack gap={1}>
      <span>{text.roles[grant.role]}</span>
      <small>
        {through} · {periodWords(grant, useToday())}
      </small>
    </Stack>
  )
}
