import { useState } from 'react'
import { MAX_TEXT } from '#features/journal/contract.ts'
import { Button, Checkbox, ComboBox, FaultText, Row, Stack, TextArea } from '#kernel/ui/index.ts'
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
  const [fault, setFault] = useState<string>()
  const author = pack.people.find(({ id }) => id === authorId)
  const citizen = pack.citizens.find(({ id }) => id === citizenId)
  const save = async () => {
    if (!author) return setFault(text.whoMissing)
    if (!citizen) return setFault(text.citizenMissing)
    if (!words.trim()) return setFault(text.textMissing)
    try {
      await keepNote({ author, citizen, text: words, important })
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

const optionsOf = (people: Pack['people']) =>
  people.map(({ id, name, profession }) => ({ id, label: name, ...(profession && { second: profession }) }))
