import { useState } from 'react'
import { decisions } from '#features/decisions/contract.ts'
import { nameOfDecision } from '#features/decisions/rules.ts'
import { org } from '#features/org/contract.ts'
import { DatePicker, FormDialog, Select, TextArea } from '#kernel/ui/index.ts'
import { useMe, useRead, useWrite } from '#kernel/web/index.ts'
import { clarification, type Gap } from '../contract.ts'
import { type GapState, gapStates, isGapOpen, nameOfGap } from '../rules.ts'
import { text } from './text.ts'

type Props = { gap: Gap; onClose: () => void }
const NOBODY = '-'

/** People of the unit, with whoever is writing and whoever has it already. */
function useOwners(gap: Gap) {
  const me = useMe()
  const staff = useRead(org.employeesOfUnit, { unitId: gap.unitId })
  const found = new Map((staff.data ?? []).map((one) => [one.id, one.name]))
  found.set(me.id, me.name)
  if (gap.ownerId) found.set(gap.ownerId, gap.ownerName ?? '')
  const leaders = (staff.data ?? []).filter(({ roles }) => roles.includes('unit-leader'))
  return { owners: [...found].map(([id, label]) => ({ id, label })), leaders }
}

type Move = {
  state: GapState
  ownerId: string | null
  nextStep: string
  nextOn: string | null
  decisionId: string | null
  agreedById: string | null
}

/** How a gap is put on: whose it is, what is done next and when; or what solved it. */
export function MoveDialog({ gap, onClose }: Props) {
  const { state: was, ownerId, nextStep, nextOn, decisionId } = gap
  const [move, setMove] = useState<Move>({ state: was, ownerId, nextStep, nextOn, decisionId, agreedById: null })
  const { owners, leaders } = useOwners(gap)
  const sender = useWrite(clarification.moveGap, { onDone: onClose, touches: ['thread'] })
  const set = (part: Partial<Move>) => setMove({ ...move, ...part })
  const sets = move.state === 'set-up' ? gap.sets : []
  const states = gapStates.map((id) => ({ id, label: text.gaps.states[id] }))
  return (
    <FormDialog
      title={nameOfGap(gap.number)}
      sender={sender}
      onSave={() => void sender.run({ id: gap.id, version: gap.version, ...move, sets })}
      onClose={onClose}
    >
      <p>
        {gap.unitName}: {gap.text}
      </p>
      <Select label={text.gaps.state} choices={states} value={move.state} onChange={(state) => set({ state })} />
      <Select
        label={text.gaps.owner}
        choices={owners}
        value={move.ownerId}
        onChange={(to) => set({ ownerId: to })}
        fault={sender.faultOf('ownerId')}
      />
      <TextArea
        label={text.gaps.nextStep}
        maxLength={500}
        value={move.nextStep}
        onChange={(words) => set({ nextStep: words })}
        fault={sender.faultOf('nextStep')}
      />
      {isGapOpen(move.state) ? (
        <DatePicker
          label={text.gaps.nextOn}
          value={move.nextOn}
          onChange={(day) => set({ nextOn: day })}
          fault={sender.faultOf('nextOn')}
        />
      ) : (
        <Settled gap={gap} {...{ move, set, leaders, faultOf: sender.faultOf }} />
      )}
    </FormDialog>
  )
}

type SettledProps = {
  gap: Gap
  move: Move
  set: (part: Partial<Move>) => void
  leaders: readonly { id: string; name: string }[]
  faultOf: (field: string) => string | undefined
}

/** What solved it: a decision, or the leader's yes to working otherwise. */
function Settled({ gap, move, set, leaders, faultOf }: SettledProps) {
  const log = useRead(decisions.log, { unitId: gap.unitId })
  const made = (log.data ?? []).filter(({ state }) => state === 'in-force' || state === 'under-review')
  const named = made.map(({ id, number, title }) => ({ id, label: `${nameOfDecision(number)} ${title}` }))
  return (
    <>
      <Select
        label={text.gaps.decision}
        choices={[{ id: NOBODY, label: text.gaps.noDecision }, ...named]}
        value={move.decisionId ?? NOBODY}
        onChange={(to) => set({ decisionId: to === NOBODY ? null : to })}
        fault={faultOf('decisionId')}
      />
      {move.state === 'changed-way' && (
        <Select
          label={text.gaps.leader}
          choices={leaders.map(({ id, name }) => ({ id, label: name }))}
          value={move.agreedById}
          onChange={(to) => set({ agreedById: to })}
          fault={faultOf('agreedById')}
        />
      )}
    </>
  )
}

export function MergeDialog({ gap, all, onClose }: Props & { all: readonly Gap[] }) {
  const [intoId, setIntoId] = useState<string | null>(null)
  const sender = useWrite(clarification.mergeGap, { onDone: onClose })
  const others = all.filter(({ id, mergedIntoId }) => id !== gap.id && mergedIntoId === null)
  return (
    <FormDialog
      title={text.gaps.merge}
      verb={text.gaps.merge}
      sender={sender}
      onSave={() => intoId && void sender.run({ id: gap.id, version: gap.version, intoId })}
      onClose={onClose}
    >
      <Select
        label={text.gaps.mergeInto}
        choices={others.map(({ id, number, unitName, text: words }) => ({
          id,
          label: `${nameOfGap(number)} ${unitName}: ${words}`,
        }))}
        value={intoId}
        onChange={setIntoId}
        fault={sender.faultOf('intoId')}
      />
    </FormDialog>
  )
}

/** What a unit lacks, told by itself and not through a question. */
export function AddGapDialog({ unitId, id, onClose }: { unitId: string; id: string; onClose: () => void }) {
  const [words, setWords] = useState('')
  const sender = useWrite(clarification.addGap, { onDone: onClose, touches: ['thread'] })
  return (
    <FormDialog
      title={text.gaps.add}
      sender={sender}
      onSave={() => void sender.run({ id, unitId, key: null, text: words })}
      onClose={onClose}
    >
      <TextArea
        label={text.gaps.text}
        lines={4}
        maxLength={500}
        value={words}
        onChange={setWords}
        fault={sender.faultOf('text')}
        autoFocus
      />
    </FormDialog>
  )
}
