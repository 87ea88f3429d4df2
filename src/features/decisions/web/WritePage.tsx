import { type Dispatch, type SetStateAction, useState } from 'react'
import { useMyUnits } from '#features/org/web/index.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  announce,
  Button,
  Checkbox,
  Columns,
  DatePicker,
  Lix,
  Notice,
  Page,
  Row,
  Section,
  Select,
  Show,
  Stack,
  TextArea,
  TextField,
  ToggleChips,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddress, useMe, useRead, useWrite } from '#kernel/web/index.ts'
import { decisions } from '../contract.ts'
import { nameOfDecision, whyNotTitle } from '../rules.ts'
import { Objects } from './Objects.tsx'
import { Options } from './Options.tsx'
import { Parts } from './Parts.tsx'
import { text } from './text.ts'
import { emptyForm, type Form, formOf, type Setting, wordsOf } from './writing.ts'

/** A decision being written: the sentence first, then what it was chosen among and who took part. */
export function NewDecisionPage() {
  const places = useRead(decisions.places, {}, { staleMs: 60_000 })
  return (
    <Page title={text.newTitle}>
      <Columns>
        <Show of={places} lines={8}>
          {(known) => <New places={known} />}
        </Show>
      </Columns>
    </Page>
  )
}

export function ChangeDecisionPage({ decisionId }: { decisionId: string }) {
  const log = useRead(decisions.log, { unitId: null })
  const decision = log.data?.find(({ id }) => id === decisionId)
  return (
    <Page title={decision ? text.changeTitle(nameOfDecision(decision.number)) : text.title}>
      <Columns>
        <Show of={log} lines={8} isEmpty={() => decision === undefined} empty={text.none}>
          {() => decision && <Change key={decision.version} decision={decision} />}
        </Show>
      </Columns>
    </Page>
  )
}

const setterOf =
  (setForm: Dispatch<SetStateAction<Form>>) =>
  (part: Partial<Form>): void =>
    setForm((before) => ({ ...before, ...part }))

function New({ places }: { places: readonly { id: string; name: string }[] }) {
  const me = useMe()
  const { go, search } = useAddress()
  const [id] = useState(newId)
  const [form, setForm] = useState(() => emptyForm(places[0]?.id ?? '', me, search.get('afloeser')))
  const sender = useWrite(decisions.propose, { onDone: () => done(go), touches: ['thread'] })
  const save = () =>
    void sender.run({
      id,
      placeId: form.placeId,
      ...wordsOf(form),
      objects: form.objects.map(({ kind, id: objectId }) => ({ kind, id: objectId })),
    })
  return (
    <Fields {...{ form, sender, places }} set={setterOf(setForm)} onSave={save}>
      <Objects form={form} set={setterOf(setForm)} />
    </Fields>
  )
}

function Change({ decision }: { decision: Parameters<typeof formOf>[0] }) {
  const { go } = useAddress()
  const [form, setForm] = useState(() => formOf(decision))
  const sender = useWrite(decisions.change, { onDone: () => done(go), touches: ['thread'] })
  const save = () => void sender.run({ id: decision.id, version: decision.version, ...wordsOf(form) })
  return <Fields {...{ form, sender }} places={[]} set={setterOf(setForm)} onSave={save} />
}

function done(go: (href: string) => void): void {
  announce(text.saved)
  go('/beslutninger?vis=proposed')
}

type FieldsProps = Setting & {
  sender: { isBusy: boolean; problemText: string | undefined; faultOf: (field: string) => string | undefined }
  places: readonly { id: string; name: string }[]
  onSave: () => void
  children?: React.ReactNode
}

function Fields({ form, set, sender, places, onSave, children }: FieldsProps) {
  const titleFault = whyNotTitle(form.title)
  return (
    <Stack gap={5}>
      {places.length > 1 && (
        <Select
          label={text.place}
          choices={places.map(({ id, name }) => ({ id, label: name }))}
          value={form.placeId}
          onChange={(placeId) => set({ placeId })}
        />
      )}
      <TextArea
        label={text.question}
        help={text.questionHelp}
        value={form.question}
        onChange={(question) => set({ question })}
        maxLength={500}
      />
      <TextField
        label={text.titleField}
        help={text.titleHelp}
        value={form.title}
        onChange={(title) => set({ title })}
        maxLength={200}
        fault={sender.faultOf('title') ?? (titleFault && titleWords[titleFault.code])}
      />
      <Options form={form} set={set} />
      <TextArea label={text.why} value={form.why} onChange={(why) => set({ why })} maxLength={2000} />
      <TextArea
        label={text.consequences}
        value={form.consequences}
        onChange={(consequences) => set({ consequences })}
        maxLength={2000}
        isOptional
      />
      <Lix of={[form.question, form.title, form.why, form.consequences].join('\n')} />
      <Parts form={form} set={set} />
      {children}
      <Reach form={form} set={set} />
      {sender.problemText && (
        <Notice tone="attention" isUrgent>
          <p>{sender.problemText}</p>
        </Notice>
      )}
      <Row>
        <Button kind="primary" isBusy={sender.isBusy} onPress={onSave}>
          {text.saveProposal}
        </Button>
      </Row>
    </Stack>
  )
}

const titleWords: Record<string, string> = {
  'decisions.title-asks': text.titleAsks,
  'decisions.title-is-long': text.titleIsLong,
}

/** Whom it concerns, when to look again, and who may know. */
function Reach({ form, set }: Setting) {
  const units = useMyUnits()
  const today = useToday()
  const offers = (units.data ?? []).filter(({ kind }) => kind === 'offer')
  return (
    <Stack gap={4}>
      <Section title={text.unitsField} note={text.unitsHelp}>
        <ToggleChips
          label={text.unitsField}
          choices={offers.map(({ id, name }) => ({ id, label: name }))}
          value={form.unitIds}
          onChange={(unitIds) => set({ unitIds })}
          isMultiple
        />
      </Section>
      <DatePicker
        label={text.reviewField}
        value={form.reviewOn}
        min={today}
        onChange={(reviewOn) => set({ reviewOn })}
        isOptional
      />
      <Checkbox
        label={text.secretField}
        help={text.secretHelp}
        value={form.secret}
        onChange={(secret) => set({ secret })}
      />
    </Stack>
  )
}
