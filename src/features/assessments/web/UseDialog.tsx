import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Button, FormDialog, Select, savedAndClose } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { assessments, type Used } from '../contract.ts'
import { text } from './text.ts'
import { titleIn, useForms } from './use-forms.ts'

type UseProps = { unitId: Id; used?: Used; taken: readonly string[]; onClose: () => void }

const NOT = 'not'
/** [D] The steps one chooses among; the server takes any. */
const dayChoices = [3, 7, 14, 30, 90] as const
const monthChoices = [1, 2, 3, 6, 12] as const
const idOf = (value: number | null) => (value === null ? NOT : String(value))
const numberOf = (id: string) => (id === NOT ? null : Number(id))

/** Which form, and how often. */
export function UseDialog({ unitId, used, taken, onClose }: UseProps) {
  const [id] = useState(newId)
  const forms = useForms()
  const [formKey, setKey] = useState<string | null>(used?.id ?? null)
  const [moveInDays, setDays] = useState<number | null>(used ? used.moveInDays : 14)
  const [everyMonths, setMonths] = useState<number | null>(used ? used.everyMonths : 6)
  const sender = useWrite(assessments.use, { onDone: savedAndClose(onClose) })
  const send = (end: boolean) => void sender.run({ id, unitId, formKey: formKey ?? '', moveInDays, everyMonths, end })
  const free = forms.filter(({ key }) => !taken.includes(key))
  return (
    <FormDialog
      title={used ? text.changeOf(titleIn(forms, used.id)) : text.use}
      sender={sender}
      onSave={() => send(false)}
      onClose={onClose}
      more={
        used && (
          <Button kind="plain" onPress={() => send(true)}>
            {text.stop}
          </Button>
        )
      }
    >
      {!used && (
        <Select
          label={text.chooseWhich}
          choices={free.map(({ key, title }) => ({ id: key, label: title }))}
          value={formKey}
          onChange={setKey}
          fault={sender.faultOf('formKey')}
        />
      )}
      <Select
        label={text.moveIn}
        choices={[
          { id: NOT, label: text.not },
          ...dayChoices.map((days) => ({ id: String(days), label: text.days(days) })),
        ]}
        value={idOf(moveInDays)}
        onChange={(chosen) => setDays(numberOf(chosen))}
      />
      <Select
        label={text.every}
        choices={[
          { id: NOT, label: text.not },
          ...monthChoices.map((months) => ({ id: String(months), label: text.months(months) })),
        ]}
        value={idOf(everyMonths)}
        onChange={(chosen) => setMonths(numberOf(chosen))}
      />
    </FormDialog>
  )
}
