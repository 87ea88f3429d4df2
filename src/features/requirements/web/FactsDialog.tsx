import { useState } from 'react'
import { type OfferGroup, offerGroupKeys } from '#features/org/offer-groups.ts'
import { FormDialog, RadioRow, Select, savedAndClose, TextField, ToggleChips } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { levels, nameOfNumber, verifications } from '../content.ts'
import { type Requirement, requirements } from '../contract.ts'
import { groupWord } from './group-words.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

type FactsProps = { requirement: Requirement; whole: Whole; onClose: () => void }
const weights = ['1', '2', '3'] as const

/** What is chosen rather than written. */
export function FactsDialog({ requirement, whole, onClose }: FactsProps) {
  const { areaId, code, level, weight, offerGroups, verification } = requirement
  const [facts, setFacts] = useState({ areaId, code, level, weight, offerGroups, verification })
  const set = (part: Partial<typeof facts>) => setFacts((before) => ({ ...before, ...part }))
  const sender = useWrite(requirements.change, { onDone: savedAndClose(onClose), touches: ['thread'] })
  const save = () => void sender.run({ id: requirement.id, version: requirement.version, fields: facts })
  return (
    <FormDialog title={text.factsOf(nameOfNumber(requirement.number))} sender={sender} onSave={save} onClose={onClose}>
      <RadioRow
        label={text.fields.level}
        choices={levels.map((id) => ({ id, label: text.levels[id] }))}
        value={facts.level}
        onChange={(to) => set({ level: to })}
      />
      <RadioRow
        label={text.fields.weight}
        choices={weights.map((id) => ({ id, label: id }))}
        value={String(facts.weight) as (typeof weights)[number]}
        onChange={(to) => set({ weight: Number(to) })}
      />
      <div>
        <p>{text.fields.offerGroups}</p>
        <ToggleChips
          label={text.fields.offerGroups}
          choices={offerGroupKeys.map((id) => ({ id, label: groupWord(id) }))}
          value={facts.offerGroups}
          onChange={(to: OfferGroup[]) => set({ offerGroups: to })}
          isMultiple
        />
      </div>
      <Select
        label={text.fields.verification}
        choices={[
          { id: 'none', label: text.noVerification },
          ...verifications.map((id) => ({ id, label: text.verifications[id] })),
        ]}
        value={facts.verification ?? 'none'}
        onChange={(to) => set({ verification: to === 'none' ? null : (to as (typeof verifications)[number]) })}
      />
      <Select
        label={text.fields.areaId}
        choices={whole.areas.map(({ id, name }) => ({ id, label: name }))}
        value={facts.areaId}
        onChange={(to) => set({ areaId: to })}
      />
      <TextField label={text.fields.code} value={facts.code} onChange={(to) => set({ code: to })} maxLength={20} />
    </FormDialog>
  )
}
