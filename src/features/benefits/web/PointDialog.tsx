import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  DatePicker,
  FormDialog,
  Select,
  savedAndClose,
  shortDayWords,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { benefits, type Measure } from '../contract.ts'
import { numberOf } from './number-field.ts'
import { text } from './text.ts'

const NEW = 'new'

export function PointDialog({ measure, onClose }: { measure: Measure; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(newId)
  const [takenOn, setDay] = useState<string | null>(today)
  const [value, setValue] = useState('')
  const [sample, setSample] = useState('')
  const [note, setNote] = useState('')
  const [corrects, setCorrects] = useState(NEW)
  const sender = useWrite(benefits.addPoint, { onDone: savedAndClose(onClose), touches: ['thread'] })
  const given = {
    takenOn: takenOn ?? '',
    value: numberOf(value) ?? Number.NaN,
    sample: sample.trim() === '' ? null : (numberOf(sample) ?? -1),
    note,
  }
  const save = () =>
    void sender.run({ id, measureId: measure.id, ...given, correctsId: corrects === NEW ? null : corrects })
  return (
    <FormDialog title={`${text.measured}: ${measure.title}`} sender={sender} onSave={save} onClose={onClose}>
      <DatePicker label={text.takenOn} value={takenOn} onChange={setDay} fault={sender.faultOf('takenOn')} />
      <TextField
        label={`${text.value} (${measure.countedIn})`}
        value={value}
        onChange={setValue}
        fault={sender.faultOf('value')}
        autoFocus
      />
      <TextField
        label={text.sample}
        help={text.sampleHelp}
        value={sample}
        onChange={setSample}
        fault={sender.faultOf('sample')}
        isOptional
      />
      <TextArea label={text.note} help={text.noteHelp} value={note} onChange={setNote} maxLength={500} isOptional />
      {measure.points.length > 0 && (
        <Select
          label={text.correct}
          choices={[
            { id: NEW, label: '–' },
            ...measure.points.map((point) => ({ id: point.id, label: shortDayWords(point.takenOn, today) })),
          ]}
          value={corrects}
          onChange={setCorrects}
        />
      )}
    </FormDialog>
  )
}
