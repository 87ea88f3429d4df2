import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Checkbox,
  Empty,
  FormDialog,
  Mark,
  Page,
  RadioRow,
  Show,
  Stack,
  Table,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { relay, type Stakeholder } from '../contract.ts'
import { grades } from '../rules.ts'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** Whom the project touches; those it changes most for first. */
export function StakeholdersPage() {
  const rows = useRead(relay.stakeholders, {})
  const places = useRead(relay.places, {}, { staleMs: 60_000 })
  const [editing, setEditing] = useState<Stakeholder | 'new'>()
  const placeId = places.data?.[0]?.id
  const add = placeId && (
    <Button kind="primary" onPress={() => setEditing('new')}>
      {text.addStakeholder}
    </Button>
  )
  return (
    <Page title={text.coordinatorTitle} lead={text.stakeholdersLead} actions={add}>
      <Stack gap={5}>
        <Sides side="stakeholders" />
        <Show of={rows} empty={<Empty action={add}>{text.noStakeholders}</Empty>}>
          {(known) => <People rows={known} onChange={setEditing} />}
        </Show>
      </Stack>
      {editing && placeId && (
        <StakeholderDialog
          placeId={placeId}
          of={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  )
}

const People = ({ rows, onChange }: { rows: readonly Stakeholder[]; onChange: (one: Stakeholder) => void }) => (
  <Table
    caption={text.tabs.stakeholders}
    rows={rows}
    columns={[
      { head: text.name, cell: ({ name }) => name },
      { head: text.role, cell: ({ role, hardToReach }) => (hardToReach ? <Reach role={role} /> : role) },
      { head: text.affected, cell: ({ affected }) => text.grades[affected] },
      { head: text.influence, cell: ({ influence }) => text.grades[influence] },
      { head: text.how, cell: ({ how }) => how },
      {
        head: text.change,
        cell: (one) =>
          one.permitted.includes('keep') && (
            <Button kind="plain" onPress={() => onChange(one)} aria-label={`${text.change}: ${one.name}`}>
              {text.change}
            </Button>
          ),
      },
    ]}
  />
)

const Reach = ({ role }: { role: string }) => (
  <>
    {role} <Mark tone="attention">{text.hardToReach}</Mark>
  </>
)

const startOf = (of: Stakeholder | undefined) => ({
  name: of?.name ?? '',
  role: of?.role ?? '',
  affected: of?.affected ?? ('middle' as const),
  influence: of?.influence ?? ('middle' as const),
  hardToReach: of?.hardToReach ?? false,
  how: of?.how ?? '',
})

type DialogProps = { placeId: string; of: Stakeholder | undefined; onClose: () => void }

function StakeholderDialog({ placeId, of, onClose }: DialogProps) {
  const [id] = useState(() => of?.id ?? newId())
  const [form, setForm] = useState(() => startOf(of))
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const sender = useWrite(relay.keepStakeholder, { onDone: onClose })
  const save = () => void sender.run({ id, version: of?.version ?? 0, placeId: of?.placeId ?? placeId, ...form })
  const scale = grades.map((grade) => ({ id: grade, label: text.grades[grade] }))
  return (
    <FormDialog
      title={of ? text.changeStakeholder : text.addStakeholder}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={text.name}
        value={form.name}
        onChange={(name) => set({ name })}
        maxLength={80}
        fault={sender.faultOf('name')}
        autoFocus
      />
      <TextField
        label={text.role}
        value={form.role}
        onChange={(role) => set({ role })}
        maxLength={80}
        fault={sender.faultOf('role')}
      />
      <RadioRow
        label={text.affected}
        choices={scale}
        value={form.affected}
        onChange={(affected) => set({ affected })}
      />
      <RadioRow
        label={text.influence}
        choices={scale}
        value={form.influence}
        onChange={(influence) => set({ influence })}
      />
      <Checkbox label={text.hardToReach} value={form.hardToReach} onChange={(hardToReach) => set({ hardToReach })} />
      <TextArea
        label={text.how}
        value={form.how}
        onChange={(how) => set({ how })}
        maxLength={300}
        fault={sender.faultOf('how')}
      />
    </FormDialog>
  )
}
