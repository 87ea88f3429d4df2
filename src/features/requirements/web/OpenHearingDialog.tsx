import { useState } from 'react'
import { likelyOfferGroup, type OfferGroup, offerGroupKeys } from '#features/org/offer-groups.ts'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { lix } from '#kernel/lang/lix.ts'
import {
  DatePicker,
  FormDialog,
  Select,
  Show,
  Stack,
  savedAndClose,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { requirements } from '../contract.ts'
import { nextLabel } from '../rules.ts'
import { groupWord } from './group-words.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

type Unit = OutputOf<typeof requirements.unitsToHear>[number]
const USUAL_DAYS = 8

/** What each unit was heard for last, else what its offer says. */
const groupsOf = (unit: Unit, chosen: Record<string, OfferGroup | 'none'>): OfferGroup[] => {
  const choice = chosen[unit.id]
  if (choice !== undefined) return choice === 'none' ? [] : [choice]
  const likely = likelyOfferGroup(unit)
  return unit.offerGroups ?? (likely ? [likely] : [])
}

/** The set as it stands is sent to the units, each asked about its own. */
export function OpenHearingDialog({ whole, onClose }: { whole: Whole; onClose: () => void }) {
  const today = useToday()
  const [ids] = useState(() => ({ id: newId(), baselineId: newId() }))
  const labels = whole.baselines.map(({ label }) => label)
  const [label, setLabel] = useState(() => nextLabel(labels, 'hearing'))
  const [note, setNote] = useState(text.hearingNoteUsual)
  const [closesOn, setClosesOn] = useState(() => addDays(today, USUAL_DAYS))
  const [chosen, setChosen] = useState<Record<string, OfferGroup | 'none'>>({})
  const units = useRead(requirements.unitsToHear, { specId: whole.id })
  const sender = useWrite(requirements.openHearing, { onDone: savedAndClose(onClose), touches: ['thread'] })
  const heard = (units.data ?? [])
    .map((unit) => ({ unitId: unit.id, offerGroups: groupsOf(unit, chosen) }))
    .filter(({ offerGroups }) => offerGroups.length > 0)
  const save = () => void sender.run({ ...ids, specId: whole.id, label, note, closesOn, units: heard })
  const figure = lix(note)
  return (
    <FormDialog
      title={text.openHearing}
      verb={text.openHearing}
      sender={sender}
      isReady={units.data !== undefined}
      onSave={save}
      onClose={onClose}
    >
      <TextArea
        label={text.hearingNote}
        help={`${text.hearingNoteHelp} ${figure === undefined ? '' : text.lixOf(figure)}`}
        value={note}
        onChange={setNote}
        maxLength={1000}
        fault={sender.faultOf('note')}
      />
      <DatePicker
        label={text.closesOn}
        value={closesOn}
        min={today}
        onChange={(day) => day && setClosesOn(day)}
        fault={sender.faultOf('closesOn')}
      />
      <TextField label={text.label} value={label} onChange={setLabel} fault={sender.faultOf('label')} />
      <Show of={units}>
        {(known) => <Units units={known} chosen={chosen} onChoose={(part) => setChosen({ ...chosen, ...part })} />}
      </Show>
    </FormDialog>
  )
}

type UnitsProps = {
  units: readonly Unit[]
  chosen: Record<string, OfferGroup | 'none'>
  onChoose: (part: Record<string, OfferGroup | 'none'>) => void
}

const Units = ({ units, chosen, onChoose }: UnitsProps) => (
  <Stack gap={3}>
    <p>
      <strong>{text.unitsHeard}</strong>. {text.unitsHeardHelp}
    </p>
    {units.map((unit) => (
      <Select
        key={unit.id}
        label={unit.name}
        choices={[
          { id: 'none' as const, label: text.notHeard },
          ...offerGroupKeys.map((id) => ({ id, label: groupWord(id) })),
        ]}
        value={groupsOf(unit, chosen)[0] ?? 'none'}
        onChange={(group) => onChoose({ [unit.id]: group })}
      />
    ))}
  </Stack>
)
