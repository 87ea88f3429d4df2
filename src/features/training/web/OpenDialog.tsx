import { useState } from 'react'
import { decisions } from '#features/decisions/contract.ts'
import { nameOfDecision } from '#features/decisions/rules.ts'
import { FormDialog, Select, Show, savedAndClose } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Session, training } from '../contract.ts'
import { text } from './text.ts'

/** A start-up course before the set-up: a decision says so, and stands beside it. */
export function OpenDialog({ session: { id, version }, onClose }: { session: Session; onClose: () => void }) {
  const log = useRead(decisions.log, { unitId: null })
  const [decisionId, setDecision] = useState('')
  const sender = useWrite(training.openSession, { onDone: savedAndClose(onClose) })
  const standing = (log.data ?? []).filter(
    ({ state }) => state === 'in-force' || state === 'decided' || state === 'under-review',
  )
  return (
    <FormDialog
      title={text.openTitle}
      verb={text.openIt}
      sender={sender}
      onSave={() => void sender.run({ id, version, decisionId })}
      onClose={onClose}
    >
      <p>{text.openLead}</p>
      <Show of={log} isEmpty={() => standing.length === 0} empty={text.noDecisions}>
        {() => (
          <Select
            label={text.decision}
            choices={standing.map((one) => ({ id: one.id, label: `${nameOfDecision(one.number)} ${one.title}` }))}
            value={decisionId}
            onChange={setDecision}
          />
        )}
      </Show>
    </FormDialog>
  )
}
