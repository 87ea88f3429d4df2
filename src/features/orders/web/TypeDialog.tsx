import { useState } from 'react'
import type { Book } from '#features/terminology/rules.ts'
import { useBook } from '#features/terminology/web/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import {
  announce,
  Button,
  DatePicker,
  FileField,
  FormDialog,
  Select,
  Stack,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { orders } from '../contract.ts'
import { text } from './text.ts'

const MAX_WORDS = 4000
const LEVELS = [0, 1, 2, 3, 4] as const
type Goal = { key: Id; text: string; themeCode: string | null; levelStart: number | null; levelWanted: number | null }
const aGoal = (): Goal => ({ key: newId(), text: '', themeCode: null, levelStart: null, levelWanted: null })

const subThemes = ['activity', 'function', 'surroundings'] as const
const themesIn = (book: Book) =>
  subThemes
    .flatMap((list) => book.codesOf(list))
    .map(({ code, name, under }) => ({ id: code, label: under ? `${name} (${under})` : name }))
const accepted = ['application/pdf', 'image/jpeg', 'image/png', '.docx']

type Letter = { name: string; content: Uint8Array }
type Typed = {
  letter: Letter | null
  purpose: string
  authorityName: string
  caseNumber: string
  orderedOn: Day
  startsOn: Day | null
  followUpOn: Day | null
  goals: readonly Goal[]
}
type FaultOf = (field: string) => string | undefined
type FieldsProps = { typed: Typed; onChange: (more: Partial<Typed>) => void; faultOf: FaultOf }

const goalsOf = ({ goals }: Typed) =>
  goals
    .filter((goal) => goal.text.trim())
    .map(({ key: _, ...goal }) => ({ ...goal, direction: null, interventionCode: null }))

/** From the letter in front of one, in five minutes: what the work needs of it. The rest stands in the file. */
export function TypeDialog({ citizenId, unitId, onClose }: { citizenId: Id; unitId: Id; onClose: () => void }) {
  const today = useToday()
  const [ids] = useState(() => ({ id: newId(), fileId: newId() }))
  const [typed, setTyped] = useState<Typed>(() => ({
    ...{ letter: null, purpose: '', authorityName: '', caseNumber: '' },
    ...{ orderedOn: today, startsOn: null, followUpOn: null, goals: [aGoal()] },
  }))
  const change = (more: Partial<Typed>) => setTyped((now) => ({ ...now, ...more }))
  const sender = useWrite(orders.type, { onDone: () => done(onClose) })
  const save = () => {
    const { letter, goals: _, caseNumber, ...said } = typed
    void sender.run({
      ...{ ...ids, citizenId, unitId, ...said, caseNumber: caseNumber || null },
      ...{ fileName: letter?.name ?? '', content: letter?.content ?? new Uint8Array() },
      ...{ objective: null, endsOn: null, targetGroup: null, offerType: null, goals: goalsOf(typed) },
    })
  }
  return (
    <FormDialog title={text.typeTitle} sender={sender} onSave={save} onClose={onClose}>
      <LetterFields typed={typed} onChange={change} faultOf={sender.faultOf} />
      {typed.goals.map((goal, at) => (
        <GoalFields
          key={goal.key}
          goal={goal}
          onChange={(next) => change({ goals: typed.goals.map((one) => (one.key === next.key ? next : one)) })}
          faultOf={(field) => sender.faultOf(`goals.${at}.${field}`)}
        />
      ))}
      <Button onPress={() => change({ goals: [...typed.goals, aGoal()] })}>{text.anotherGoal}</Button>
    </FormDialog>
  )
}

function LetterFields({ typed, onChange, faultOf }: FieldsProps) {
  const today = useToday()
  const choose = async (file: File) =>
    onChange({ letter: { name: file.name, content: new Uint8Array(await file.arrayBuffer()) } })
  return (
    <>
      <FileField
        label={text.letter}
        help={text.letterHelp}
        verb={text.chooseLetter}
        accept={accepted}
        chosen={typed.letter}
        onChoose={(file) => void choose(file)}
        fault={typed.letter ? (faultOf('fileName') ?? faultOf('content')) : faultOf('fileName') && text.letterMissing}
      />
      <TextField
        label={text.fields.authorityName!}
        value={typed.authorityName}
        onChange={(authorityName) => onChange({ authorityName })}
        fault={faultOf('authorityName')}
      />
      <TextArea
        label={text.fields.purpose!}
        value={typed.purpose}
        onChange={(purpose) => onChange({ purpose })}
        maxLength={MAX_WORDS}
        fault={faultOf('purpose')}
      />
      <TextField
        label={text.fields.caseNumber!}
        isOptional
        value={typed.caseNumber}
        onChange={(caseNumber) => onChange({ caseNumber })}
      />
      <DatePicker
        label={text.fields.orderedOn!}
        value={typed.orderedOn}
        max={today}
        onChange={(day) => day && onChange({ orderedOn: day })}
        fault={faultOf('orderedOn')}
      />
      <DatePicker
        label={text.fields.startsOn!}
        isOptional
        value={typed.startsOn}
        onChange={(startsOn) => onChange({ startsOn })}
      />
      <DatePicker
        label={text.fields.followUpOn!}
        isOptional
        value={typed.followUpOn}
        onChange={(followUpOn) => onChange({ followUpOn })}
      />
    </>
  )
}

type GoalProps = { goal: Goal; onChange: (goal: Goal) => void; faultOf: (field: string) => string | undefined }

function GoalFields({ goal, onChange, faultOf }: GoalProps) {
  const book = useBook(null)
  const carries = goal.themeCode !== null && book.levelCarriedBy(goal.themeCode) === true
  return (
    <Stack gap={3}>
      <TextArea
        label={text.fields.goals!}
        value={goal.text}
        onChange={(words) => onChange({ ...goal, text: words })}
        maxLength={MAX_WORDS}
        fault={faultOf('text')}
      />
      <Select
        label={text.partKinds.theme}
        isOptional
        choices={themesIn(book)}
        value={goal.themeCode}
        onChange={(themeCode) => onChange({ ...goal, themeCode, levelStart: null, levelWanted: null })}
        fault={faultOf('themeCode')}
      />
      {carries && (
        <>
          <LevelField
            label={text.levelNow}
            value={goal.levelStart}
            onChange={(levelStart) => onChange({ ...goal, levelStart })}
          />
          <LevelField
            label={text.levelWanted}
            value={goal.levelWanted}
            onChange={(levelWanted) => onChange({ ...goal, levelWanted })}
          />
        </>
      )}
    </Stack>
  )
}

const rankIn = (book: Book, level: number) => book.codesOf('level').find(({ rank }) => rank === level)?.name ?? ''

function LevelField({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | null
  onChange: (level: number) => void
}) {
  const book = useBook(null)
  return (
    <Select
      label={label}
      isOptional
      choices={LEVELS.map((level) => ({
        id: String(level),
        label: `${level} · ${rankIn(book, level)}`,
      }))}
      value={value === null ? null : String(value)}
      onChange={(level) => onChange(Number(level))}
    />
  )
}

function done(onClose: () => void): void {
  announce(text.typed)
  onClose()
}
