import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import {
  Button,
  Mark,
  Menu,
  Page,
  Row,
  Section,
  Show,
  Stack,
  shortDayWords,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { Panels, useRead } from '#kernel/web/index.ts'
import { org, type UnitInTree } from '../contract.ts'
import { AccessTable } from './AccessTable.tsx'
import { words } from './administration-text.ts'
import { GrantDialog } from './GrantDialog.tsx'
import { HireDialog } from './HireDialog.tsx'
import { ChangeUnitDialog, CloseUnitDialog, CreateUnitDialog } from './UnitDialogs.tsx'

/** One unit: who reaches it, and what may be changed about it. */
export function UnitAdminPage({ unitId }: { unitId: Id }) {
  const tree = useRead(org.tree, {})
  const found = { ...tree, data: tree.data && (tree.data.find(({ id }) => id === unitId) ?? null) }
  return (
    <Show of={found} lines={8} empty={words.noUnits}>
      {(unit) => unit && <UnitAdmin key={unit.id} unit={unit} all={tree.data ?? []} />}
    </Show>
  )
}

function UnitAdmin({ unit, all }: { unit: UnitInTree; all: readonly UnitInTree[] }) {
  const rows = useRead(org.rolesAtUnit, { unitId: unit.id }, { live: ['org', unit.id] })
  return (
    <Page title={unit.name} lead={<Path unit={unit} all={all} />} actions={<UnitActs unit={unit} />}>
      <Stack gap={5}>
        <Section title={words.whoHasWhat} note={words.whoHasWhatHelp} actions={<StaffActs unit={unit} />}>
          <Show of={rows} lines={8} empty={words.nobodyHere}>
            {(known) => <AccessTable rows={known} unitId={unit.id} />}
          </Show>
        </Section>
        <Panels slot="administration.unit" unit={unit} />
      </Stack>
    </Page>
  )
}

/** From the top and down, each a way up. */
function Path({ unit, all }: { unit: UnitInTree; all: readonly UnitInTree[] }) {
  const today = useToday()
  const above: UnitInTree[] = []
  for (let at = all.find(({ id }) => id === unit.parentId); at; at = all.find(({ id }) => id === at?.parentId))
    above.unshift(at)
  return (
    <Row gap={2}>
      <TextLink href="/administration">{words.administration}</TextLink>
      {above.map(({ id, name, permitted }) => (
        <span key={id}>
          › {permitted.length > 0 ? <TextLink href={`/administration/enhed/${id}`}>{name}</TextLink> : name}
        </span>
      ))}
      {unit.closedOn && (
        <Mark>
          {unit.closedOn <= today
            ? words.closedSince(shortDayWords(unit.closedOn, today))
            : words.closes(shortDayWords(unit.closedOn, today))}
        </Mark>
      )}
    </Row>
  )
}

const unitDialogs = { create: CreateUnitDialog, change: ChangeUnitDialog, close: CloseUnitDialog }

function UnitActs({ unit }: { unit: UnitInTree }) {
  const [open, setOpen] = useState<keyof typeof unitDialogs>()
  const Open = open && unitDialogs[open]
  const mayClose = unit.permitted.includes('close') && unit.parentId !== null && !unit.closedOn
  const items = [
    ...(unit.permitted.includes('create') && !unit.closedOn && unit.kind !== 'offer'
      ? [{ id: 'create', label: words.newUnit, onAct: () => setOpen('create') }]
      : []),
    ...(mayClose ? [{ id: 'close', label: words.closeUnit, onAct: () => setOpen('close') }] : []),
  ]
  return (
    <>
      {unit.permitted.includes('change') && <Button onPress={() => setOpen('change')}>{words.changeUnit}</Button>}
      {items.length > 0 && <Menu label={words.more} items={items} />}
      {Open && <Open unit={unit} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function StaffActs({ unit }: { unit: UnitInTree }) {
  const [open, setOpen] = useState<'hire' | 'grant'>()
  if (!unit.permitted.includes('staff') || unit.closedOn) return null
  return (
    <Row gap={2}>
      <Button kind="primary" onPress={() => setOpen('hire')}>
        {words.hire}
      </Button>
      <Button onPress={() => setOpen('grant')}>{words.giveRole}</Button>
      {open === 'hire' && <HireDialog unit={unit} onClose={() => setOpen(undefined)} />}
      {open === 'grant' && <GrantDialog unit={unit} onClose={() => setOpen(undefined)} />}
    </Row>
  )
}
