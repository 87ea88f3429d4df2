import { useState } from 'react'
import { decisions } from '#features/decisions/contract.ts'
import { org } from '#features/org/contract.ts'
import { requirements } from '#features/requirements/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, DateField, FormDialog, Select, TextArea, TextField } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { nameOfRow } from '../answer-sheet.ts'
import { type Adaptation, type FitRow, type Gap, type TenderWhole, tender } from '../contract.ts'
import { adaptationSources, adaptationStates, gapStates } from '../rules.ts'
import { allAskedIn, askedIn } from './numbers.ts'
import { text } from './text.ts'

const OERE = 100
const numberIn = (written: string): number | null =>
  written.trim() ? Number(written.replace(/\./g, '').replace(',', '.')) : null

function useDialog(verb: string) {
  const [isOpen, setOpen] = useState(false)
  const button = <Button onPress={() => setOpen(true)}>{verb}</Button>
  return { isOpen, close: () => setOpen(false), button }
}

type About = Pick<FitRow, 'bidId' | 'number' | 'no'>

export function AddAdaptation({ whole, about }: { whole: TenderWhole; about?: About }) {
  const { isOpen, close, button } = useDialog(text.addAdaptation)
  return (
    <>
      {button}
      {isOpen && <AdaptationForm whole={whole} about={about} onClose={close} />}
    </>
  )
}

type AdaptationFormProps = { whole: TenderWhole; about: About | undefined; onClose: () => void }

function AdaptationForm({ whole, about, onClose }: AdaptationFormProps) {
  const version = useRead(requirements.baseline, { id: whole.baselineId! }, { staleMs: 600_000 })
  const [id] = useState(newId)
  const [title, setTitle] = useState('')
  const [number, setNumber] = useState(about ? nameOfRow(about.number, about.no) : '')
  const [source, setSource] = useState<Adaptation['source']>(about ? 'bid' : 'clarification')
  const [hours, setHours] = useState('')
  const [price, setPrice] = useState('')
  const [costOfNot, setCostOfNot] = useState('')
  const sender = useWrite(tender.addAdaptation, { onDone: onClose })
  const isReady = version.data !== undefined
  const asked = askedIn(version.data?.contents ?? [], number)
  const kroner = numberIn(price)
  const save = () =>
    asked &&
    void sender.run({
      ...{
        id,
        tenderId: whole.id,
        ...asked,
        bidId: about?.bidId ?? null,
        source,
        title,
        costOfNot,
        hours: numberIn(hours),
      },
      priceOere: kroner === null ? null : Math.round(kroner * OERE),
    })
  return (
    <FormDialog title={text.addAdaptation} sender={sender} isReady={isReady} onSave={save} onClose={onClose}>
      <TextField
        label={text.adaptationTitle}
        value={title}
        onChange={setTitle}
        maxLength={200}
        fault={sender.faultOf('title')}
      />
      <TextField
        label={text.requirementNo}
        help={text.requirementNoHelp}
        value={number}
        onChange={setNumber}
        fault={number.trim() && version.data && !asked ? text.noSuchRow : sender.faultOf('lineId')}
      />
      <Select
        label={text.source}
        choices={adaptationSources.map((one) => ({ id: one, label: text.sources[one] }))}
        value={source}
        onChange={setSource}
      />
      <TextField label={text.hoursField} value={hours} onChange={setHours} inputMode="decimal" isOptional />
      <TextField label={text.priceField} value={price} onChange={setPrice} inputMode="decimal" isOptional />
      <TextArea label={text.costOfNot} value={costOfNot} onChange={setCostOfNot} maxLength={1000} />
    </FormDialog>
  )
}

/** Decisions that were made, by number and title. */
function useDecided() {
  const log = useRead(decisions.log, { unitId: null }, { staleMs: 60_000 })
  return (log.data ?? [])
    .filter(({ state }) => state === 'in-force' || state === 'under-review' || state === 'decided')
    .map(({ id, number, title }) => ({ id, label: `D-${String(number).padStart(3, '0')} ${title}` }))
}

/** Where a record may be put from here: another way of working is proposed, and becomes so by the leader's yes alone. */
const statesFrom = <S extends string>(all: readonly S[], from: S, words: Readonly<Record<S, string>>) =>
  all
    .filter((one) => one !== 'changed-way' || from === 'changed-way')
    .map((one) => ({ id: one, label: one === 'way-proposed' && from !== one ? text.proposeWay : words[one] }))

type WayProps = { value: string; onChange: (to: string) => void; fault: string | undefined }

/** What the leader says yes to. */
const Way = (props: WayProps) => <TextArea label={text.way} help={text.wayHelp} maxLength={500} {...props} />

export function MoveAdaptation({ whole, row }: { whole: TenderWhole; row: Adaptation }) {
  const { isOpen, close, button } = useDialog(text.move)
  return (
    <>
      {button}
      {isOpen && <MoveForm whole={whole} row={row} onClose={close} />}
    </>
  )
}

function MoveForm({ row, onClose }: { whole: TenderWhole; row: Adaptation; onClose: () => void }) {
  const decided = useDecided()
  const [state, setState] = useState(row.state)
  const [decisionId, setDecision] = useState(row.decisionId)
  const units = useRead(org.myUnits, {}, { staleMs: 60_000 })
  const [askedUnitId, setAskedUnit] = useState(row.askedUnitId)
  const [outcome, setOutcome] = useState(row.outcome)
  const [dueOn, setDue] = useState(row.dueOn)
  const sender = useWrite(tender.moveAdaptation, { onDone: onClose })
  const save = () =>
    void sender.run({ id: row.id, version: row.version, state, decisionId, askedUnitId, outcome, dueOn })
  return (
    <FormDialog title={row.title} sender={sender} onSave={save} onClose={onClose}>
      <Select
        label={text.moveTo}
        choices={statesFrom(adaptationStates, row.state, text.adaptationStates)}
        value={state}
        onChange={setState}
        fault={sender.faultOf('state')}
      />
      <Select
        label={text.decision}
        help={decided.length ? text.decisionHelp : text.noDecisions}
        choices={decided}
        value={decisionId ?? ''}
        onChange={setDecision}
        fault={sender.faultOf('decisionId')}
      />
      {state === 'way-proposed' && (
        <Select
          label={text.whoseLeader}
          choices={(units.data ?? []).map(({ id, name }) => ({ id, label: name }))}
          value={askedUnitId ?? ''}
          onChange={setAskedUnit}
          fault={sender.faultOf('askedUnitId')}
        />
      )}
      {state === 'way-proposed' ? (
        <Way value={outcome} onChange={setOutcome} fault={sender.faultOf('outcome')} />
      ) : (
        <TextField label={text.outcome} value={outcome} onChange={setOutcome} maxLength={1000} isOptional />
      )}
      <DateField label={text.dueOn} value={dueOn} onChange={setDue} isOptional />
    </FormDialog>
  )
}

export function AddGap({ whole }: { whole: TenderWhole }) {
  const { isOpen, close, button } = useDialog(text.addGap)
  return (
    <>
      {button}
      {isOpen && <GapForm whole={whole} onClose={close} />}
    </>
  )
}

function GapForm({ whole, onClose }: { whole: TenderWhole; onClose: () => void }) {
  const units = useRead(org.myUnits, {}, { staleMs: 60_000 })
  const set = useRead(requirements.table, { specId: whole.specId }, { staleMs: 60_000 })
  const [id] = useState(newId)
  const [said, setSaid] = useState('')
  const [unitId, setUnit] = useState<string>()
  const [about, setAbout] = useState('')
  const [nextStep, setNextStep] = useState('')
  const [nextOn, setNextOn] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const sender = useWrite(tender.addGap, { onDone: onClose })
  const asked = allAskedIn(set.data?.requirements ?? [], about)
  const save = () => {
    setTried(true)
    if (unitId && asked) void sender.run({ id, tenderId: whole.id, unitId, text: said, ...asked, nextStep, nextOn })
  }
  return (
    <FormDialog title={text.addGap} sender={sender} isReady={set.data !== undefined} onSave={save} onClose={onClose}>
      <TextArea label={text.gapText} value={said} onChange={setSaid} maxLength={1000} fault={sender.faultOf('text')} />
      <Select
        label={text.unit}
        choices={(units.data ?? []).map(({ id: one, name }) => ({ id: one, label: name }))}
        value={unitId ?? ''}
        onChange={setUnit}
        fault={tried && !unitId ? text.chooseUnit : undefined}
      />
      <TextField
        label={text.gapAbout}
        help={text.gapAboutHelp}
        value={about}
        onChange={setAbout}
        isOptional
        fault={tried && !asked ? text.noSuchGapRow : sender.faultOf('lineId')}
      />
      <TextField label={text.nextStep} value={nextStep} onChange={setNextStep} maxLength={500} isOptional />
      <DateField label={text.nextOn} value={nextOn} onChange={setNextOn} isOptional />
    </FormDialog>
  )
}

export function MoveGap({ row }: { row: Gap }) {
  const { isOpen, close, button } = useDialog(text.move)
  return (
    <>
      {button}
      {isOpen && <MoveGapForm row={row} onClose={close} />}
    </>
  )
}

function MoveGapForm({ row, onClose }: { row: Gap; onClose: () => void }) {
  const decided = useDecided()
  const [state, setState] = useState(row.state)
  const [decisionId, setDecision] = useState(row.decisionId)
  const [nextStep, setNextStep] = useState(row.nextStep)
  const [nextOn, setNextOn] = useState(row.nextOn)
  const sender = useWrite(tender.moveGap, { onDone: onClose })
  return (
    <FormDialog
      title={row.text}
      sender={sender}
      onSave={() => void sender.run({ id: row.id, version: row.version, state, decisionId, nextStep, nextOn })}
      onClose={onClose}
    >
      <Select
        label={text.moveTo}
        choices={statesFrom(gapStates, row.state, text.gapStates)}
        value={state}
        onChange={setState}
        fault={sender.faultOf('state')}
      />
      <Select label={text.decision} choices={decided} value={decisionId ?? ''} onChange={setDecision} isOptional />
      {state === 'way-proposed' ? (
        <Way value={nextStep} onChange={setNextStep} fault={sender.faultOf('nextStep')} />
      ) : (
        <>
          <TextField label={text.nextStep} value={nextStep} onChange={setNextStep} maxLength={500} isOptional />
          <DateField label={text.nextOn} value={nextOn} onChange={setNextOn} isOptional />
        </>
      )}
    </FormDialog>
  )
}
