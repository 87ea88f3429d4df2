import { useState } from 'react'
import { Button, Checkbox, Notice, RadioRow, Row, Stack, TextArea, TextField } from '#kernel/ui/index.ts'
import type { AnswerValue } from '../question-set.ts'
import styles from './QuestionCard.module.css'
import { text } from './text.ts'
import { type Item, saysForAnother, type UnitView } from './unit-view.ts'
import { type AnswerDraft, type Draft, useAnswering } from './use-answering.ts'

type Props = { item: Item; view: UnitView }

/** Saved as one goes; where something must be said first (for whom, or why), it is saved with a press. */
export function AnswerForm({ item, view }: Props) {
  const { known, round } = view
  const answering = useAnswering({ unitId: known.unitId, key: item.question.key, answer: item.answer })
  const isSettled = round.state === 'approved' || round.state === 'previewed'
  const isForAnother = saysForAnother(item, known.permitted)
  const byPress = isSettled || isForAnother
  const { draft, change, send, sender } = answering
  const set = (part: Partial<Draft>) => {
    const next = change(part)
    if (!byPress) void send(next)
  }
  return (
    <Stack gap={4}>
      <Clash answering={answering} />
      {isSettled && <Notice tone="info">{text.questions.becauseLead}</Notice>}
      <Control
        item={item}
        view={view}
        draft={draft}
        onChange={(value) => set({ value, unsure: false, outside: null })}
        onType={(value) => void change({ value })}
        onLeave={() => !byPress && void send(draft)}
      />
      <OtherAnswers item={item} answering={answering} set={set} />
      <Words item={item} answering={answering} byPress={byPress} isSettled={isSettled} isForAnother={isForAnother} />
      {byPress && (
        <Row>
          <Button kind="primary" isBusy={sender.isBusy} onPress={() => void send(draft)}>
            {text.questions.save}
          </Button>
        </Row>
      )}
      {sender.problemText && !answering.theirs && (
        <Notice tone="attention" isUrgent>
          <p>{sender.problemText}</p>
        </Notice>
      )}
    </Stack>
  )
}

function Clash({ answering: { theirs, keepMine, keepTheirs } }: { answering: AnswerDraft }) {
  if (!theirs) return null
  return (
    <Notice
      tone="attention"
      isUrgent
      title={text.questions.someoneElse(theirs.answeredByName)}
      actions={
        <>
          <Button onPress={keepTheirs}>{text.questions.keepTheirs}</Button>
          <Button onPress={keepMine}>{text.questions.keepMine}</Button>
        </>
      }
    />
  )
}

type ControlProps = Props & {
  draft: Draft
  onChange: (value: AnswerValue | null) => void
  /** While something is written; kept when the field is left. */
  onType: (value: AnswerValue | null) => void
  onLeave: () => void
}

function Control({ item: { question }, view, draft, onChange, onType, onLeave }: ControlProps) {
  const { value } = draft
  const hidden = { label: question.text, isLabelHidden: true }
  if (question.kind === 'single' || question.kind === 'bool') {
    const choices = question.options.map(({ value: id, label }) => ({ id, label }))
    return (
      <RadioRow {...hidden} choices={choices} value={typeof value === 'string' ? value : null} onChange={onChange} />
    )
  }
  if (question.kind === 'number')
    return <NumberField label={text.questions.number} value={value} onType={onType} onLeave={onLeave} />
  if (question.kind === 'text')
    return (
      <TextArea
        label={text.questions.words}
        lines={4}
        maxLength={2000}
        value={String(value ?? '')}
        onChange={(words) => onType(words === '' ? null : words)}
        onBlur={onLeave}
      />
    )
  const choices =
    question.kind === 'people'
      ? view.known.people.map(({ id, name }) => ({ id, label: name }))
      : question.options.map(({ value: id, label }) => ({ id, label }))
  return (
    <Several label={question.text} choices={choices} value={Array.isArray(value) ? value : []} onChange={onChange} />
  )
}

type NumberProps = {
  label: string
  value: AnswerValue | null
  onType: (value: number | null) => void
  onLeave: () => void
}

function NumberField({ label, value, onType, onLeave }: NumberProps) {
  const [words, setWords] = useState(() => (typeof value === 'number' ? String(value) : ''))
  const type = (typed: string) => {
    setWords(typed)
    if (/^\d{1,5}$/.test(typed.trim())) onType(Number(typed))
    else if (typed.trim() === '') onType(null)
  }
  return <TextField label={label} inputMode="numeric" value={words} onChange={type} onBlur={onLeave} />
}

type SeveralProps = {
  label: string
  choices: readonly { id: string; label: string }[]
  value: readonly string[]
  onChange: (value: string[]) => void
}

function Several({ label, choices, value, onChange }: SeveralProps) {
  if (choices.length === 0) return <p className={styles.soft}>{text.questions.noPeople}</p>
  const toggle = (id: string, isOn: boolean) =>
    onChange(choices.map((choice) => choice.id).filter((one) => (one === id ? isOn : value.includes(one))))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own
    <div role="group" aria-label={label} className={choices.length > 12 ? styles.people : styles.options}>
      {choices.map(({ id, label: words }) => (
        <Checkbox key={id} label={words} value={value.includes(id)} onChange={(isOn) => toggle(id, isOn)} />
      ))}
    </div>
  )
}

type Setting = { item: Item; answering: AnswerDraft; set: (part: Partial<Draft>) => void }

/** »Ved ikke«, and what no option covers. */
function OtherAnswers({ item: { question }, answering: { draft, change, send }, set }: Setting) {
  const [isOutside, setOutside] = useState(draft.outside !== null)
  const hasOptions = question.options.length > 0
  if (question.kind === 'text') return null
  return (
    <Stack gap={2}>
      <Row gap={4}>
        <Checkbox
          label={text.questions.unsure}
          value={draft.unsure}
          onChange={(unsure) => {
            setOutside(false)
            set({ unsure, value: unsure ? null : draft.value, outside: null })
          }}
        />
        {hasOptions && <Checkbox label={text.questions.outside} value={isOutside} onChange={setOutside} />}
      </Row>
      {isOutside && (
        <TextArea
          label={text.questions.outsideWhat}
          maxLength={500}
          value={draft.outside ?? ''}
          onChange={(outside) => change({ outside: outside || null, value: null, unsure: false })}
          onBlur={() => void send({ ...draft, value: null, unsure: false })}
        />
      )}
    </Stack>
  )
}

type WordsProps = { item: Item; answering: AnswerDraft; byPress: boolean; isSettled: boolean; isForAnother: boolean }

/** What goes with the answer: why it stands, a comment, who said it, why it is changed. */
function Words({ item, answering, byPress, isSettled, isForAnother }: WordsProps) {
  const { draft, change, send, sender, saidBy, setSaidBy, because, setBecause } = answering
  const leave = () => !byPress && item.answer !== undefined && void send(draft)
  return (
    <Stack gap={3}>
      {item.contradiction && (
        <TextArea
          label={text.questions.reason}
          maxLength={500}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          onBlur={leave}
        />
      )}
      <TextArea
        label={text.questions.comment}
        isOptional
        maxLength={1000}
        value={draft.comment}
        onChange={(comment) => change({ comment })}
        onBlur={leave}
      />
      {isForAnother && (
        <TextField label={text.questions.saidBy} value={saidBy} onChange={setSaidBy} fault={sender.faultOf('saidBy')} />
      )}
      {isSettled && (
        <TextArea
          label={text.questions.because}
          maxLength={500}
          value={because}
          onChange={setBecause}
          fault={sender.faultOf('because')}
        />
      )}
    </Stack>
  )
}
