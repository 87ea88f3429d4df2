import { useState } from 'react'
import { levelCarriedBy } from '#features/terminology/rules.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { FormDialog, savedAndClose, useNow, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type CaseItem, exchange } from '../contract.ts'
import { blankContent, type Content, type EntryField, entryFields } from '../entry-fields.ts'
import type { Given, ItemKind } from '../items.ts'
import { EntryFieldFace } from './EntryFieldFace.tsx'
import { text } from './text.ts'

type DialogProps = { kind: ItemKind; item?: CaseItem; items: readonly CaseItem[]; citizenId: Id; onClose: () => void }

/** A level stands only under activity and participation. */
const isAsked = ({ name }: EntryField, kind: ItemKind, content: Content): boolean =>
  kind !== 'condition' || name !== 'level' || levelCarriedBy(String(content.themeCode ?? '')) === true

/** One thing of the case. The same thing changed keeps its id: the gateway knows it by that. */
export function EntryDialog({ kind, item, items, citizenId, onClose }: DialogProps) {
  const [id] = useState(() => item?.id ?? newId())
  const [today, now] = [useToday(), useNow()]
  const [content, setContent] = useState<Content>(() => item?.content ?? blankContent(kind, today, now.toISOString()))
  const sender = useWrite(exchange.enter, {
    onDone: savedAndClose(onClose),
  })
  const fields = entryFields[kind].filter((field) => isAsked(field, kind, content))
  const save = () => {
    const asked = Object.fromEntries(
      entryFields[kind].map((field) => [field.name, fields.includes(field) ? content[field.name] : null]),
    )
    void sender.run({ id, citizenId, item: { kind, content: asked } as unknown as Given, withdrawn: false })
  }
  return (
    <FormDialog title={text.itemKinds[kind]} sender={sender} onSave={save} onClose={onClose}>
      {fields.map((field) => (
        <EntryFieldFace
          key={field.name}
          field={field}
          value={content[field.name]}
          onChange={(value) => setContent((before) => ({ ...before, [field.name]: value }))}
          fault={sender.faultOf(`item.content.${field.name}`)}
          items={items.filter((one) => one.id !== id && !one.withdrawn)}
        />
      ))}
    </FormDialog>
  )
}
