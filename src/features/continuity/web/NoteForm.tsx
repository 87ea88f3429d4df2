import { useState } from 'react'
import { MAX_MATTERS, MAX_TEXT } from '#features/journal/contract.ts'
import { Button, Checkbox, ComboBox, FaultText, Row, Stack, TextArea, ToggleChips } from '#kernel/ui/index.ts'
import type { Pack } from '../contract.ts'
import { keepNote } from './opened.ts'
import { text } from './text.ts'

type Props = { pack: Pack; iAm: string | null; about: string | null; onDone: () => void }

/** What a note needs when nobody is signed in: who writes, about whom, and what happened. */
export function NoteForm({ pack, iAm, about, onDone }: Props) {
  const [authorId, setAuthor] = useState(iAm)
  const [citizenId, setCitizen] = useState(about)
  const [words, setWords] = useState('')
  const [important, setImportant] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [fault, setFault] = useState<string>()
  const author = pack.people.find(({ id }) => id === authorId)
  const citizen = pack.citizens.find(({ id }) => id === citizenId)
  const save = async () => {
    if (!author) return setFault(text.whoMissing)
    if (!citizen) return setFault(text.citizenMissing)
    if (!words.trim()) return setFault(text.textMissing)
    try {
      await keepNote({ author, citizen, text: words, important, belongsTo: chosenOf(citizen, chosen) })
      onDone()
    } catch {
      setFault(text.notSaved)
    }
  }
  return (
    <Stack gap={4}>
      <ComboBox label={text.who} options={optionsOf(pack.people)} value={authorId} onChange={setAuthor} />
      <ComboBox
        label={text.aboutWhom}
        options={pack.citizens.map(({ id, fullName }) => ({ id, label: fullName }))}
        value={citizenId}
        onChange={setCitizen}
      />
      <TextArea label={text.whatHappened} lines={4} value={words} onChange={setWords} maxLength={MAX_TEXT} />
      {citizen && <Matters citizen={citizen} value={chosen} onChange={setChosen} />}
      <Checkbox label={text.important} value={important} onChange={setImportant} />
      <div role="alert">{fault && <FaultText>{fault}</FaultText>}</div>
      <Row gap={2}>
        <Button kind="primary" onPress={() => void save()}>
          {text.save}
        </Button>
      </Row>
    </Stack>
  )
}

type Citizen = Pack['citizens'][number]

/** Another citizen's goals stay chosen only as long as that citizen is. */
const chosenOf = ({ matters = [] }: Citizen, chosen: readonly string[]) =>
  matters
    .map(({ id }) => id)
    .filter((id) => chosen.includes(id))
    .slice(0, MAX_MATTERS)

type MattersProps = { citizen: Citizen; value: readonly string[]; onChange: (ids: string[]) => void }

/** One tap says which goal the note tells something about, also without the server. */
function Matters({ citizen, value, onChange }: MattersProps) {
  const { matters = [] } = citizen
  if (matters.length === 0) return null
  return (
    <Stack gap={1}>
      <span>{text.belongsToGoal}</span>
      <ToggleChips
        label={text.belongsToGoal}
        isMultiple
        choices={matters.map(({ id, title }) => ({ id, label: title }))}
        value={chosenOf(citizen, value)}
        onChange={onChange}
      />
    </Stack>
  )
}

const optionsOf = (people: Pack['people']) =>
  people.map(({ id, name, profession }) => ({ id, label: name, ...(profession && { second: profession }) }))
