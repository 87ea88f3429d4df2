import { useState } from 'react'
import { Problem } from '#kernel/lang/problem.ts'
import { FormDialog, Notice, savedAndClose } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Card, citizens } from '../contract.ts'
import { isHidden } from './CardFacts.tsx'
import { CardFields } from './CardFields.tsx'
import { fieldsOf, formOf, type Standing } from './card-form.ts'
import { text } from './text.ts'

const standingIn = (problem: unknown): Standing | undefined =>
  problem instanceof Problem && problem.kind === 'stale' ? (problem.current as Standing) : undefined

/** The whole card. Was somebody else first, both texts are shown, and one's own stay in the fields. */
export function ChangeDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const [opened] = useState(card)
  const [form, setForm] = useState(() => formOf(card))
  const [standing, setStanding] = useState<Standing>()
  const sender = useWrite(citizens.change, {
    onDone: savedAndClose(onClose),
  })
  const stale = standingIn(sender.problem)
  if (stale && stale.version !== standing?.version) setStanding(stale)
  const save = () => void sender.run({ id: opened.id, version: standing?.version ?? opened.version, ...fieldsOf(form) })
  const problemText = stale ? undefined : sender.problemText
  return (
    <FormDialog title={text.changeTitle} sender={{ ...sender, problemText }} onSave={save} onClose={onClose}>
      {standing && (
        <Notice tone="attention" title={text.staleTitle} isUrgent>
          <p>{text.staleWhy}</p>
        </Notice>
      )}
      <CardFields
        form={form}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
        faultOf={sender.faultOf}
        standing={standing}
        isHidden={isHidden(opened)}
      />
    </FormDialog>
  )
}
