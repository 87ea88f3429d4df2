import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  FormDialog,
  Lines,
  Mark,
  Page,
  Row,
  Section,
  Select,
  Show,
  Stack,
  TextField,
  TextLink,
} from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { assessments, type Form, type Made } from '../contract.ts'
import { shippedForms } from '../forms/shipped.ts'
import { emptySketch, keyFor, sketchOf } from '../sketching.ts'
import { text } from './text.ts'
import { useBlankPaper } from './use-paper.ts'

/** Where a super-user makes the place's own forms. */
export function MakingPage() {
  const made = useRead(assessments.making, {})
  const [isOpen, setOpen] = useState(false)
  return (
    <Page
      title={text.making}
      lead={text.makingLead}
      actions={
        <Button kind="primary" onPress={() => setOpen(true)}>
          {text.newForm}
        </Button>
      }
    >
      <Columns>
        <Stack gap={6}>
          <Section title={text.ours}>
            <Show of={made} empty={<p>{text.oursNone}</p>}>
              {(all) => (
                <Lines label={text.ours}>
                  {all.map((one) => (
                    <li key={one.id}>
                      <MadeLine made={one} />
                    </li>
                  ))}
                </Lines>
              )}
            </Show>
          </Section>
          <Shipped />
        </Stack>
      </Columns>
      {isOpen && made.data && <NewDialog made={made.data} onClose={() => setOpen(false)} />}
    </Page>
  )
}

function MadeLine({ made: { id, published, sketch } }: { made: Made }) {
  return (
    <Row gap={2}>
      <TextLink href={`/skemaer/${id}`}>{(sketch?.content.title ?? published?.title) || id}</TextLink>
      {published && <Mark tone="ok">{text.isPublished(published.version)}</Mark>}
      {sketch && <Mark tone="attention">{text.isSketch}</Mark>}
    </Row>
  )
}

const Shipped = () => (
  <Section title={text.shipped}>
    <Lines label={text.shipped}>
      {shippedForms.map((form) => (
        <li key={form.key}>
          <ShippedLine form={form} />
        </li>
      ))}
    </Lines>
  </Section>
)

function ShippedLine({ form }: { form: Form }) {
  const paper = useBlankPaper()
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <strong>{form.title}</strong>
        <span>{form.purpose}</span>
        {paper.problemText && <span role="alert">{paper.problemText}</span>}
      </Stack>
      <Button
        kind="plain"
        isBusy={paper.isBusy}
        aria-label={`${text.paperBlank}: ${form.title}`}
        onPress={() => void paper.run({ formKey: form.key, formVersion: form.version })}
      >
        {text.paperBlank}
      </Button>
    </Row>
  )
}

const NOTHING = 'nothing'

/** A name, and what to begin from. The sketch is saved at once, so that it can be gone on with anywhere. */
function NewDialog({ made, onClose }: { made: readonly Made[]; onClose: () => void }) {
  const [id] = useState(newId)
  const [title, setTitle] = useState('')
  const [from, setFrom] = useState(NOTHING)
  const { go } = useAddress()
  const key = keyFor(
    title,
    shippedForms.map((form) => form.key),
  )
  const isTaken = made.some((one) => one.id === key)
  const sender = useWrite(assessments.saveSketch, { onDone: () => go(`/skemaer/${key}`) })
  const templates = [...shippedForms, ...made.flatMap(({ published }) => published ?? [])]
  const template = templates.find((form) => form.key === from)
  const save = () => {
    if (isTaken) return
    const content = template ? sketchOf(template, { key, title }) : emptySketch(key, title)
    void sender.run({ id, content, revision: 1 })
  }
  return (
    <FormDialog title={text.newForm} verb={text.create} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.formTitle}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={isTaken ? text.titleTaken : sender.faultOf('content.title')}
        autoFocus
      />
      <Select
        label={text.from}
        choices={[
          { id: NOTHING, label: text.fromNothing },
          ...templates.map(({ key: one, title: label }) => ({ id: one, label })),
        ]}
        value={from}
        onChange={setFrom}
      />
    </FormDialog>
  )
}
