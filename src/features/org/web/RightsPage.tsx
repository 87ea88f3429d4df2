import { useState } from 'react'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { Button, Columns, Page, SearchField, Section, Select, Show, Stack, Table } from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { type Narrowing, org } from '../contract.ts'
import { roles } from '../roles.ts'
import { words } from './administration-text.ts'
import { NarrowDialog } from './NarrowDialog.tsx'
import { Narrowings, narrowedWhere } from './Narrowings.tsx'
import { rightMeaning, rightWords } from './right-words.ts'
import { roleWords } from './role-words.ts'

type Right = OutputOf<typeof org.rights>[number]

/** The matrix that the municipality signs, to be read, and what it has taken away of it. */
export function RightsPage() {
  const rights = useRead(org.rights, {}, { staleMs: 60 * 60_000 })
  const narrowings = useRead(org.narrowings, {})
  return (
    <Page title={words.rightsTitle} lead={words.rightsLead}>
      <Stack gap={6}>
        <Columns>
          <Section title={words.narrowings}>
            <Show of={narrowings} lines={2} empty={words.noNarrowings}>
              {(all) => <Narrowings all={all} />}
            </Show>
          </Section>
        </Columns>
        <Show of={rights} lines={8}>
          {(all) => <Matrix all={all} narrowings={narrowings.data ?? []} />}
        </Show>
      </Stack>
    </Page>
  )
}

function Matrix({ all, narrowings }: { all: readonly Right[]; narrowings: readonly Narrowing[] }) {
  const [role, chooseRole] = useAddressWord('rolle', 'alle')
  const [search, setSearch] = useState('')
  const [narrowing, narrow] = useState<Right>()
  const asked = search.trim().toLowerCase()
  const shown = all.filter(
    (right) =>
      (role === 'alle' || right.roles.some((one) => one === role)) &&
      `${right.name} ${rightWords(right.name)}`.toLowerCase().includes(asked),
  )
  const columns = [
    { head: words.rightWhat, cell: (right: Right) => <What right={right} /> },
    { head: words.rightWho, cell: ({ roles: of }: Right) => of.map(roleWords).join(', ') },
    { head: words.rightNarrowed, cell: (right: Right) => <Narrowed right={right} of={narrowings} /> },
    { head: words.acts, cell: (right: Right) => <Narrow right={right} onNarrow={narrow} /> },
  ]
  return (
    <Section title={words.rights} note={shown.length}>
      <Stack gap={4}>
        <SearchField label={words.findRight} value={search} onChange={setSearch} />
        <Select
          label={words.ofRole}
          choices={[
            { id: 'alle', label: words.allRoles },
            ...roles.map((id) => ({ id: id as string, label: roleWords(id) })),
          ]}
          value={role}
          onChange={chooseRole}
        />
        <Table caption={words.rightsTitle} rows={shown} columns={columns} rowKey={({ name }) => name} />
      </Stack>
      {narrowing && <NarrowDialog right={narrowing} onClose={() => narrow(undefined)} />}
    </Section>
  )
}

const What = ({ right: { name } }: { right: Right }) => (
  <Stack gap={1}>
    <span>{rightWords(name)}</span>
    <small>{[name, rightMeaning(name)].filter(Boolean).join(' · ')}</small>
  </Stack>
)

function Narrowed({ right, of }: { right: Right; of: readonly Narrowing[] }) {
  const mine = of.filter(({ rightName, permitted }) => rightName === right.name && permitted.includes('end'))
  return mine.map((one) => `${roleWords(one.role)}, ${narrowedWhere(one)}`).join('; ') || words.none
}

const Narrow = ({ right, onNarrow }: { right: Right; onNarrow: (right: Right) => void }) => (
  <Button kind="plain" aria-label={words.narrowOf(rightWords(right.name))} onPress={() => onNarrow(right)}>
    {words.narrow}
  </Button>
)
