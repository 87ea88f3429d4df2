import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  Disclosure,
  Empty,
  Menu,
  Notice,
  Page,
  Section,
  Show,
  Stack,
  shortDayWords,
  Table,
  Terms,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { Panels, useRead } from '#kernel/web/index.ts'
import { org, type RoleGrant } from '../contract.ts'
import { words } from './administration-text.ts'
import { ChangePersonDialog, EndEmploymentDialog, PasswordDialog } from './EmployeeDialogs.tsx'
import { EndRoleDialog } from './EndRoleDialog.tsx'
import type { Employed } from './employed.ts'
import { GrantDialog } from './GrantDialog.tsx'
import { periodWords } from './period.ts'
import { text } from './text.ts'

/** One employee: the job, the roles, and the way in. */
export function EmployeePage({ employeeId }: { employeeId: Id }) {
  const person = useRead(org.employee, { employeeId })
  return (
    <Show of={person} lines={8} isEmpty={() => false}>
      {(known) => (
        <Page
          title={known.name}
          lead={<TextLink href="/administration">{words.administration}</TextLink>}
          actions={<PersonActs person={known} />}
        >
          <Columns>
            <Stack gap={6}>
              {!known.permitted.includes('change') && (
                <Notice tone="neutral">
                  <p>{words.elsewhere}</p>
                </Notice>
              )}
              <Employment person={known} />
              <Roles person={known} />
              <Panels slot="administration.employee" person={known} />
            </Stack>
          </Columns>
        </Page>
      )}
    </Show>
  )
}

function Employment({ person }: { person: Employed }) {
  const today = useToday()
  const { profession, userName, hasPassword, employedFrom, employedTo } = person
  const period = employedTo
    ? words.fromTo(shortDayWords(employedFrom, today), shortDayWords(employedTo, today))
    : words.since(shortDayWords(employedFrom, today))
  const items = [
    { term: words.profession, value: profession },
    { term: words.employment, value: period },
    { term: words.userName, value: userName },
    { term: words.password, value: hasPassword ? words.hasPassword : words.noPassword },
  ]
  return (
    <Section title={words.employment}>
      <Terms items={items} />
    </Section>
  )
}

function Roles({ person }: { person: Employed }) {
  const today = useToday()
  const [isGiving, give] = useState(false)
  const isOver = ({ startsOn, endsOn }: RoleGrant) => endsOn !== null && (endsOn < today || endsOn < startsOn)
  const held = person.roles.filter((grant) => !isOver(grant))
  const former = person.roles.filter(isOver)
  return (
    <Section title={words.roles} actions={<Button onPress={() => give(true)}>{words.giveRole}</Button>}>
      {held.length > 0 ? <RoleTable rows={held} name={person.name} /> : <Empty>{words.noRoles}</Empty>}
      {former.length > 0 && (
        <Disclosure title={`${words.formerRoles} (${former.length})`}>
          <RoleTable rows={former} name={person.name} />
        </Disclosure>
      )}
      {isGiving && <GrantDialog person={person} onClose={() => give(false)} />}
    </Section>
  )
}

function RoleTable({ rows, name }: { rows: readonly RoleGrant[]; name: string }) {
  const today = useToday()
  const [ending, end] = useState<RoleGrant>()
  const columns = [
    { head: words.role, cell: ({ role }: RoleGrant) => text.roles[role] },
    { head: words.unit, cell: ({ unitName }: RoleGrant) => unitName },
    { head: words.period, cell: (grant: RoleGrant) => periodWords(grant, today) },
    ...(rows.some(({ permitted }) => permitted.includes('end'))
      ? [{ head: words.acts, cell: (grant: RoleGrant) => <End grant={grant} name={name} onEnd={end} /> }]
      : []),
  ]
  return (
    <>
      <Table caption={words.roles} rows={rows} columns={columns} />
      {ending && <EndRoleDialog grant={ending} name={name} onClose={() => end(undefined)} />}
    </>
  )
}

type EndProps = { grant: RoleGrant; name: string; onEnd: (grant: RoleGrant) => void }

function End({ grant, name, onEnd }: EndProps) {
  if (!grant.permitted.includes('end')) return null
  return (
    <Button kind="plain" aria-label={words.endRoleOf(text.roles[grant.role], name)} onPress={() => onEnd(grant)}>
      {words.endRole}
    </Button>
  )
}

const dialogs = { change: ChangePersonDialog, password: PasswordDialog, end: EndEmploymentDialog }

function PersonActs({ person }: { person: Employed }) {
  const [open, setOpen] = useState<keyof typeof dialogs>()
  const Open = open && dialogs[open]
  const items = [
    { id: 'password' as const, label: words.setPassword },
    { id: 'end' as const, label: words.endEmployment },
  ].filter(({ id }) => person.permitted.includes(id))
  return (
    <>
      {person.permitted.includes('change') && <Button onPress={() => setOpen('change')}>{words.changePerson}</Button>}
      {items.length > 0 && (
        <Menu label={words.more} items={items.map((item) => ({ ...item, onAct: () => setOpen(item.id) }))} />
      )}
      {Open && <Open person={person} onClose={() => setOpen(undefined)} />}
    </>
  )
}
