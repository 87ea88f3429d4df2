import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  DatePicker,
  DayText,
  Empty,
  FormDialog,
  Lines,
  Mark,
  Row,
  Stack,
  savedAndClose,
  TextField,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Benefit, requirements } from '../contract.ts'
import { SetPage } from './SetPage.tsx'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

/** What the requirements are for: who answers for it, and when it is to be seen. */
export function BenefitsPage({ specId }: { specId: string }) {
  const [editing, setEditing] = useState<Benefit | 'new'>()
  return (
    <SetPage specId={specId} side="benefits">
      {(whole) => {
        const mayEdit = whole.permitted.includes('edit')
        const add = mayEdit && (
          <Button kind="primary" onPress={() => setEditing('new')}>
            {text.addBenefit}
          </Button>
        )
        return (
          <Columns>
            {whole.benefits.length === 0 ? (
              <Empty action={add}>{text.noBenefits}</Empty>
            ) : (
              <Stack gap={4}>
                <Lines label={text.benefits}>
                  {whole.benefits.map((benefit) => (
                    <li key={benefit.id}>
                      <Row gap={3} apart>
                        <Line benefit={benefit} whole={whole} />
                        {mayEdit && <Button onPress={() => setEditing(benefit)}>{text.change}</Button>}
                      </Row>
                    </li>
                  ))}
                </Lines>
                <Row>{add}</Row>
              </Stack>
            )}
            {editing && (
              <BenefitDialog
                specId={specId}
                benefit={editing === 'new' ? undefined : editing}
                onClose={() => setEditing(undefined)}
              />
            )}
          </Columns>
        )
      }}
    </SetPage>
  )
}

function Line({ benefit, whole }: { benefit: Benefit; whole: Whole }) {
  const { id, number, title, owner, dueOn } = benefit
  const given = whole.requirements.filter(({ state, benefits }) => state !== 'dropped' && benefits.includes(id)).length
  return (
    <div>
      <p>
        <strong>
          G{number} {title}
        </strong>
      </p>
      <p>
        {owner} · {dueOn ? <DayText day={dueOn} /> : <Mark tone="attention">{text.noDay}</Mark>} ·{' '}
        {given === 0 ? <Mark tone="attention">{text.givenBy(0)}</Mark> : text.givenBy(given)}
      </p>
    </div>
  )
}

type BenefitProps = { specId: string; benefit: Benefit | undefined; onClose: () => void }

function BenefitDialog({ specId, benefit, onClose }: BenefitProps) {
  const [id] = useState(() => benefit?.id ?? newId())
  const [title, setTitle] = useState(benefit?.title ?? '')
  const [owner, setOwner] = useState(benefit?.owner ?? '')
  const [dueOn, setDue] = useState(benefit?.dueOn ?? null)
  const done = { onDone: savedAndClose(onClose), touches: ['thread'] }
  const add = useWrite(requirements.addBenefit, done)
  const change = useWrite(requirements.changeBenefit, done)
  const sender = benefit ? change : add
  const save = () =>
    void (benefit
      ? change.run({ id, version: benefit.version, title, owner, dueOn })
      : add.run({ id, specId, title, owner, dueOn }))
  return (
    <FormDialog
      title={benefit ? `${text.change}: G${benefit.number}` : text.addBenefit}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={text.benefitTitle}
        value={title}
        onChange={setTitle}
        fault={sender.faultOf('title')}
        autoFocus
      />
      <TextField label={text.benefitOwner} value={owner} onChange={setOwner} fault={sender.faultOf('owner')} />
      <DatePicker label={text.benefitDue} value={dueOn} onChange={setDue} isOptional />
    </FormDialog>
  )
}
