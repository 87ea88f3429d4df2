import { useState } from 'react'
import {
  Button,
  Checkbox,
  Columns,
  Disclosure,
  Empty,
  Foot,
  Lines,
  Notice,
  Page,
  Row,
  SaveState,
  Section,
  Show,
  Stack,
  TextArea,
  TextField,
  TextLink,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { assessments, type Form, type Given, type Made } from '../contract.ts'
import { scoreOf } from '../rules.ts'
import { formOf } from '../sketching.ts'
import { BandWords } from './BandWords.tsx'
import { FieldList } from './FieldList.tsx'
import { FormFields } from './FormFields.tsx'
import { Scoring } from './Scoring.tsx'
import { text } from './text.ts'
import { useOnceFresh } from './use-once-fresh.ts'
import { faultsIn, type SketchDesk, useSketch } from './use-sketch.ts'

/** One form being made: its words, its fields, what its number says, and how it looks to those who fill it in. */
export function BuilderPage({ formKey }: { formKey: string }) {
  const made = useRead(assessments.making, {})
  const isFresh = useOnceFresh(made)
  return (
    <Show of={made} lines={8} isEmpty={() => false}>
      {(all) => isFresh && <Found made={all.find(({ id }) => id === formKey)} />}
    </Show>
  )
}

const Found = ({ made }: { made: Made | undefined }) =>
  made ? (
    <Builder made={made} />
  ) : (
    <Page title={text.making}>
      <Empty action={<TextLink href="/skemaer">{text.back}</TextLink>}>{text.unknownForm}</Empty>
    </Page>
  )

function Builder({ made }: { made: Made }) {
  const desk = useSketch(made)
  const { sketch } = desk
  return (
    <Page
      title={sketch.title || text.newForm}
      lead={made.published ? text.isPublished(made.published.version) : text.isSketch}
    >
      <Columns>
        <Stack gap={6}>
          <TextLink href="/skemaer">{text.back}</TextLink>
          <About desk={desk} />
          <FieldList desk={desk} />
          <Scoring desk={desk} />
          <Disclosure title={text.tryIt}>
            <Trial form={formOf(sketch, desk.version)} />
          </Disclosure>
          <Footing desk={desk} />
        </Stack>
      </Columns>
    </Page>
  )
}

const MAX_PURPOSE = 1000

function About({ desk: { sketch, change, sender } }: { desk: SketchDesk }) {
  return (
    <Section title={text.about}>
      <Stack gap={4}>
        <TextField
          label={text.formTitle}
          value={sketch.title}
          onChange={(title) => change((before) => ({ ...before, title }))}
          maxLength={120}
          fault={sender.faultOf('form.title')}
        />
        <TextArea
          label={text.formPurpose}
          value={sketch.purpose}
          onChange={(purpose) => change((before) => ({ ...before, purpose }))}
          maxLength={MAX_PURPOSE}
        />
        <Checkbox
          label={text.isHealth}
          value={sketch.isHealth}
          onChange={(isHealth) => change((before) => ({ ...before, isHealth }))}
        />
      </Stack>
    </Section>
  )
}

/** As those who fill it in see it; nothing is kept. */
function Trial({ form }: { form: Form }) {
  const [given, setGiven] = useState<Given>({})
  return (
    <Stack gap={5}>
      <p>{text.tryLead}</p>
      <FormFields
        form={form}
        given={given}
        onChange={(key, value) => setGiven((before) => ({ ...before, [key]: value ?? null }))}
        faultOf={() => undefined}
      />
      <BandWords form={form} score={scoreOf(form, given)} />
    </Stack>
  )
}

function Footing({ desk }: { desk: SketchDesk }) {
  const wrong = faultsIn(desk.sender, desk.sketch)
  return (
    <Foot>
      <Stack gap={2}>
        {wrong.length > 0 && (
          <Notice tone="attention" title={text.whatIsMissing} isUrgent>
            <Lines>
              {wrong.map((said) => (
                <li key={said}>{said}</li>
              ))}
            </Lines>
          </Notice>
        )}
        <Row gap={3}>
          <Button kind="primary" isBusy={desk.sender.isBusy} onPress={() => void desk.publish()}>
            {text.publish(desk.version)}
          </Button>
          {(desk.isSketch || desk.saving) && (
            <Button kind="plain" onPress={() => void desk.discard()}>
              {text.discardSketch}
            </Button>
          )}
          <SaveState state={desk.saving} />
        </Row>
      </Stack>
    </Foot>
  )
}
