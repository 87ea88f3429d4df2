import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  Disclosure,
  Empty,
  FileField,
  FormDialog,
  Lines,
  MomentText,
  Notice,
  Page,
  Row,
  Section,
  Show,
  Stack,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { clarification, type WholeSets } from '../contract.ts'
import type { QuestionSetContent } from '../question-set.ts'
import { text } from './text.ts'
import { WholeSides } from './UnitSides.tsx'

/** Versions of the questions, place by place. */
export function SetsPage() {
  const sets = useRead(clarification.sets, {})
  return (
    <Page title={text.sets.title} lead={text.sets.lead}>
      <Stack gap={5}>
        <WholeSides side="sets" />
        <Columns>
          <Show of={sets} empty={<Empty>{text.sets.none}</Empty>}>
            {(places) => <Places places={places} />}
          </Show>
        </Columns>
      </Stack>
    </Page>
  )
}

/** The municipality's, and those that have their own; the rest ask what is asked above them, and wait behind a word. */
function Places({ places }: { places: WholeSets }) {
  const shown = places.filter(({ versions }, at) => at === 0 || versions.length > 0)
  const rest = places.filter((place) => !shown.includes(place))
  return (
    <Stack gap={6}>
      {shown.map((place) => (
        <Place key={place.id} place={place} />
      ))}
      {rest.length > 0 && (
        <Disclosure title={text.sets.ownOf(rest.length)}>
          <Stack gap={5}>
            <p>{text.sets.ownHelp}</p>
            {rest.map((place) => (
              <Place key={place.id} place={place} />
            ))}
          </Stack>
        </Disclosure>
      )}
    </Stack>
  )
}

type PlaceProps = { place: WholeSets[number] }

function Place({ place }: PlaceProps) {
  const [isLoading, setLoading] = useState(false)
  const standard = useWrite(clarification.publishStandard)
  return (
    <Section title={place.name}>
      <Stack gap={3}>
        {place.versions.length === 0 ? <p>{text.sets.none}</p> : <Versions place={place} />}
        {standard.problemText && <Notice tone="attention">{standard.problemText}</Notice>}
        <Row gap={2}>
          {place.versions.length === 0 && (
            <Button isBusy={standard.isBusy} onPress={() => void standard.run({ id: newId(), placeId: place.id })}>
              {text.sets.publishStandard}
            </Button>
          )}
          <Button kind="plain" onPress={() => setLoading(true)}>
            {text.sets.publishFile}
          </Button>
        </Row>
        {isLoading && <LoadDialog place={place} onClose={() => setLoading(false)} />}
      </Stack>
    </Section>
  )
}

const Versions = ({ place }: PlaceProps) => (
  <Lines label={text.sets.title}>
    {place.versions.map(({ id, number, title, note, publishedAt, questions }) => (
      <li key={id}>
        <p>
          <strong>{title}</strong> · {text.sets.version(number)} · {text.sets.questions(questions)} ·{' '}
          <MomentText at={publishedAt} />
        </p>
        {note && <p>{note}</p>}
      </li>
    ))}
  </Lines>
)

/** What the file says is judged by the server, question by question; here only whether it is one at all. */
const readSet = async (file: File): Promise<QuestionSetContent | undefined> => {
  try {
    return JSON.parse(await file.text()) as QuestionSetContent
  } catch {
    return undefined
  }
}

function LoadDialog({ place, onClose }: PlaceProps & { onClose: () => void }) {
  const [title, setTitle] = useState(place.versions[0]?.title ?? '')
  const [note, setNote] = useState('')
  const [chosen, setChosen] = useState<{ name: string; content: QuestionSetContent | undefined }>()
  const sender = useWrite(clarification.publish, { onDone: onClose })
  const choose = async (file: File) => setChosen({ name: file.name, content: await readSet(file) })
  const fault = chosen && !chosen.content ? text.sets.notJson : sender.faultOf('content')
  const save = () => {
    if (chosen?.content) void sender.run({ id: newId(), placeId: place.id, title, note, content: chosen.content })
  }
  return (
    <FormDialog title={text.sets.publishFile} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.sets.titleField}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={sender.faultOf('title')}
      />
      <TextArea label={text.sets.note} value={note} onChange={setNote} maxLength={500} />
      <FileField
        label={text.sets.file}
        accept={['application/json']}
        chosen={chosen ?? null}
        onChoose={(file) => void choose(file)}
        fault={fault}
        verb={text.sets.choose}
      />
    </FormDialog>
  )
}
