import { useState } from 'react'
import { requirements } from '#features/requirements/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, FormDialog, RadioRow, Row, Section, Select, Show, Stack, TextField } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type ModelRow, type TenderWhole, tender } from '../contract.ts'
import type { Model } from '../model.ts'
import { consensusRules } from '../model.ts'
import styles from './Model.module.css'
import { Meanings, PriceLines, TrialPart } from './ModelParts.tsx'
import { type Draft, draftOf, freeKey, modelOf, type SetOfRequirements, sumOf } from './model-draft.ts'
import { text } from './text.ts'

type Props = { whole: TenderWhole; changes?: ModelRow; from?: Model }

/** The model is written as weights and rules; each area of the requirements counts in one subcriterion. */
export function ModelDialog({ whole, changes, from }: Props) {
  const [isOpen, setOpen] = useState(false)
  const verb = changes ? text.changeModel : from ? text.draftModel : text.writeModel
  return (
    <>
      <Button onPress={() => setOpen(true)}>{verb}</Button>
      {isOpen && <Fetched whole={whole} changes={changes} from={from} verb={verb} onClose={() => setOpen(false)} />}
    </>
  )
}

type FormProps = {
  whole: TenderWhole
  changes: ModelRow | undefined
  from: Model | undefined
  verb: string
  onClose: () => void
}

function Fetched(props: FormProps) {
  const set = useRead(requirements.table, { specId: props.whole.specId })
  return <Show of={set}>{(known) => <Form {...props} known={known} />}</Show>
}

function Form({ whole, changes, from, verb, onClose, known }: FormProps & { known: SetOfRequirements }) {
  const [id] = useState(() => changes?.id ?? newId())
  const base = changes?.content ?? from
  const [draft, setDraft] = useState(() => draftOf(known, base))
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const sender = useWrite(tender.saveModel, { onDone: onClose })
  const save = () =>
    void sender.run({ tenderId: whole.id, id, version: changes?.version ?? 0, content: modelOf(draft, known, base) })
  return (
    <FormDialog title={verb} sender={sender} onSave={save} onClose={onClose}>
      <Method draft={draft} set={set} fault={sender.faultOf('content.priceWeight')} />
      <Subcriteria draft={draft} set={set} fault={sender.faultOf('content.subcriteria')} />
      <PriceLines draft={draft} set={set} />
      <Meanings draft={draft} set={set} fault={sender.faultOf('content.scale')} />
      <TrialPart draft={draft} set={set} known={known} fault={sender.faultOf('content.trial')} />
      <Select
        label={text.rule}
        choices={consensusRules.map((rule) => ({ id: rule, label: text.rules[rule] }))}
        value={draft.rule}
        onChange={(rule) => set({ rule })}
      />
      <Section title={text.whereCounts}>
        <Stack gap={3}>
          {known.areas.map(({ id: areaId, name }) => (
            <Select
              key={areaId}
              label={name}
              choices={draft.subcriteria.map((one) => ({ id: one.key, label: one.name || one.key }))}
              value={draft.areas[areaId] ?? draft.subcriteria[0]!.key}
              onChange={(key) => set({ areas: { ...draft.areas, [areaId]: key } })}
            />
          ))}
        </Stack>
      </Section>
    </FormDialog>
  )
}

type PartProps = { draft: Draft; set: (change: Partial<Draft>) => void; fault: string | undefined }

/** Prices become points, or what is lacking becomes money. */
function Method({ draft, set, fault }: PartProps) {
  return (
    <>
      <RadioRow
        label={text.method}
        help={text.methodHelp[draft.method]}
        choices={(['points', 'price'] as const).map((id) => ({ id, label: text.methods[id] }))}
        value={draft.method}
        onChange={(method) => set({ method })}
      />
      {draft.method === 'points' && (
        <>
          <TextField
            label={text.priceWeight}
            value={draft.priceWeight}
            onChange={(priceWeight) => set({ priceWeight })}
            inputMode="numeric"
            fault={fault}
          />
          <TextField
            label={text.spread}
            help={text.spreadHelp}
            value={draft.spread}
            onChange={(spread) => set({ spread })}
            inputMode="numeric"
          />
        </>
      )}
    </>
  )
}

function Subcriteria({ draft, set, fault }: PartProps) {
  const change = (at: number, one: Partial<Draft['subcriteria'][number]>) =>
    set({ subcriteria: draft.subcriteria.map((sub, index) => (index === at ? { ...sub, ...one } : sub)) })
  const next = { key: freeKey('DEL', draft.subcriteria), name: '', weight: '10', charge: '' }
  return (
    <Section title={text.subcriteria} note={draft.method === 'points' && text.sum(sumOf(draft))}>
      <Stack gap={3}>
        {draft.subcriteria.map(({ key, name, weight, charge }, at) => (
          <div key={key} className={draft.method === 'price' ? styles.lineWithCharge : styles.line}>
            <TextField
              label={text.subcriterion}
              value={name}
              onChange={(to) => change(at, { name: to })}
              maxLength={80}
            />
            <TextField
              label={draft.method === 'price' ? text.weightAtTie : text.weight}
              value={weight}
              onChange={(to) => change(at, { weight: to })}
              inputMode="numeric"
            />
            {draft.method === 'price' && (
              <TextField
                label={text.charge}
                help={text.chargeHelp}
                value={charge}
                onChange={(to) => change(at, { charge: to })}
                fault={fault}
              />
            )}
            {draft.subcriteria.length > 1 && (
              <Button
                kind="plain"
                aria-label={text.removeSub(name)}
                onPress={() => set({ subcriteria: draft.subcriteria.filter((_, index) => index !== at) })}
              >
                {text.remove}
              </Button>
            )}
          </div>
        ))}
        <Row>
          <Button onPress={() => set({ subcriteria: [...draft.subcriteria, next] })}>{text.addSub}</Button>
        </Row>
      </Stack>
    </Section>
  )
}
