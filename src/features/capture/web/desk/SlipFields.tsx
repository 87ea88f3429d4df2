import { Notice, Select, TextField, ToggleChips } from '#kernel/ui/index.ts'
import type { EventDetail } from '../../contract.ts'
import { nameIn, type SlipKind, slipKinds } from '../../rules.ts'
import { text } from '../text.ts'

const NOBODY = 'nobody'
export type SlipFacts = { unitId: string | null; authorRole: string; kind: SlipKind }

type Props = { day: EventDetail; facts: SlipFacts; set: (to: Partial<SlipFacts>) => void; fault: string | undefined }

/** Where a slip comes from, and what kind it is. */
export const SlipFields = ({ day, facts, set, fault }: Props) => (
  <>
    <Select
      label={text.whoUnit}
      choices={[
        ...day.units.map(({ unitId, name }) => ({ id: unitId, label: name })),
        { id: NOBODY, label: text.whoNobody },
      ]}
      value={facts.unitId ?? NOBODY}
      onChange={(id) => set({ unitId: id === NOBODY ? null : id })}
      fault={fault}
    />
    <TextField
      label={text.whoRole}
      isOptional
      value={facts.authorRole}
      onChange={(authorRole) => set({ authorRole })}
      maxLength={60}
    />
    <ToggleChips
      label={text.slipKind}
      choices={slipKinds.map((id) => ({ id, label: text.kinds[id] }))}
      value={[facts.kind]}
      onChange={([kind]) => kind && set({ kind })}
    />
  </>
)

/** Asked once, in so many words; sending again says that nobody is named. */
export const NameWarning = ({ words, day }: { words: string; day: EventDetail }) => {
  const name = nameIn(
    words,
    day.units.map((unit) => unit.name),
  )
  return name ? (
    <Notice tone="attention" title={text.nameSeen(name)}>
      <p>{text.nameWhat}</p>
    </Notice>
  ) : null
}
