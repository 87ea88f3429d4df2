import { useState } from 'react'
import { requirements } from '#features/requirements/contract.ts'
import { addDays, instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  DateField,
  Empty,
  FormDialog,
  Lines,
  Mark,
  Page,
  Row,
  Select,
  Show,
  TextField,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { tender } from '../contract.ts'
import { type ProcedureKind, procedures } from '../rules.ts'
import { toneOf } from './TenderPage.tsx'
import { text } from './text.ts'

export function TendersPage() {
  const tenders = useRead(tender.list, {})
  const specs = useRead(requirements.specs, {}, { staleMs: 60_000 })
  const [isBeginning, setBeginning] = useState(false)
  const mine = (specs.data ?? []).filter(({ permitted }) => permitted.includes('edit') || permitted.includes('publish'))
  const begin = mine.length > 0 && (
    <Button kind="primary" onPress={() => setBeginning(true)}>
      {text.begin}
    </Button>
  )
  return (
    <Page title={text.title} actions={tenders.data?.length ? begin : undefined}>
      <Columns>
        <Show of={tenders} empty={<Empty action={begin}>{text.none}</Empty>}>
          {(known) => (
            <Lines label={text.title}>
              {known.map(({ id, title, state, procedure }) => (
                <li key={id}>
                  <TextLink href={`/udbud/${id}`}>{title}</TextLink>
                  <Row gap={3}>
                    <Mark tone={toneOf[state]}>{text.states[state]}</Mark>
                    <span>{text.procedures[procedure]}</span>
                  </Row>
                </li>
              ))}
            </Lines>
          )}
        </Show>
      </Columns>
      {isBeginning && <BeginDialog specs={mine} onClose={() => setBeginning(false)} />}
    </Page>
  )
}

const NOON = '12:00'
type Spec = { readonly id: string; readonly title: string }

/** Deadlines are proposed, and may be moved until the tender is out. */
function BeginDialog({ specs, onClose }: { specs: readonly Spec[]; onClose: () => void }) {
  const { go } = useAddress()
  const today = useToday()
  const [id] = useState(newId)
  const [specId, setSpec] = useState(specs[0]!.id)
  const [title, setTitle] = useState(specs[0]!.title)
  const [procedure, setProcedure] = useState<ProcedureKind>('mini-tender')
  const [questionsOn, setQuestions] = useState<string | null>(addDays(today, 21))
  const [dueOn, setDue] = useState<string | null>(addDays(today, 30))
  const sender = useWrite(tender.create, { onDone: () => go(`/udbud/${id}`) })
  const save = () =>
    void sender.run({
      ...{ id, specId, title, procedure },
      questionsCloseAt: instantAt(questionsOn ?? today, NOON),
      bidsDueAt: instantAt(dueOn ?? today, NOON),
      noticePlannedOn: addDays(dueOn ?? today, 30),
    })
  return (
    <FormDialog title={text.begin} verb={text.save} sender={sender} onSave={save} onClose={onClose}>
      {specs.length > 1 && (
        <Select
          label={text.spec}
          choices={specs.map((spec) => ({ id: spec.id, label: spec.title }))}
          value={specId}
          onChange={setSpec}
        />
      )}
      <TextField label={text.name} value={title} onChange={setTitle} maxLength={160} fault={sender.faultOf('title')} />
      <Select
        label={text.procedure}
        choices={procedures.map((one) => ({ id: one, label: text.procedures[one] }))}
        value={procedure}
        onChange={setProcedure}
      />
      <DateField
        label={text.dates.questions}
        value={questionsOn}
        onChange={setQuestions}
        fault={sender.faultOf('questionsCloseAt')}
      />
      <DateField label={text.dates.due} value={dueOn} onChange={setDue} fault={sender.faultOf('bidsDueAt')} />
    </FormDialog>
  )
}
