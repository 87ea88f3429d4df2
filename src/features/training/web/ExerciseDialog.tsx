import { useState } from 'react'
import { requirements } from '#features/requirements/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, Select, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Course, training } from '../contract.ts'
import { text } from './text.ts'

const name = (number: number): string => `K-${String(number).padStart(3, '0')}`

export function ExerciseDialog({ course, onClose }: { course: Course; onClose: () => void }) {
  const [id] = useState(newId)
  const [requirementId, setRequirement] = useState('')
  const [madeUpName, setName] = useState('')
  const specs = useRead(requirements.specs, {})
  const specId = specs.data?.[0]?.id
  const table = useRead(requirements.table, { specId: specId ?? '' }, { enabled: specId !== undefined })
  const rows = (table.data?.requirements ?? []).filter(
    ({ state, lines }) => state !== 'dropped' && lines.some(({ kind }) => kind === 'step'),
  )
  const sender = useWrite(training.makeExercise, { onDone: savedAndClose(onClose), touches: ['thread'] })
  const save = () => void sender.run({ id, courseId: course.id, requirementId, madeUpName })
  return (
    <FormDialog title={text.addExercise} sender={sender} onSave={save} onClose={onClose}>
      <Select
        label={text.requirement}
        choices={rows.map(({ id: key, number, title }) => ({ id: key, label: `${name(number)} ${title}` }))}
        value={requirementId}
        onChange={setRequirement}
        fault={sender.faultOf('requirementId')}
      />
      <TextField
        label={text.madeUpName}
        help={text.madeUpHelp}
        value={madeUpName}
        onChange={setName}
        maxLength={60}
        fault={sender.faultOf('madeUpName')}
      />
    </FormDialog>
  )
}
