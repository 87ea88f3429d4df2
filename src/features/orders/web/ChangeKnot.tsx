import { useState } from 'react'
import { useBook } from '#features/terminology/web/index.ts'
import { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { announce, Button, DayText, FormDialog, Notice, Row, Table, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Attachment, type Difference, orders } from '../contract.ts'
import { Attachments } from './Attachments.tsx'
import { text } from './text.ts'

type Props = {
  title: string
  change: { id: Id; differences: readonly Difference[]; attachments: readonly Attachment[] }
  order: { id: Id; version: number }
  mayDecide: boolean
}

const MAX_WORDS = 500

/** What would change, before and after, and the two answers to it. */
export function ChangeKnot({ title, change, order, mayDecide }: Props) {
  const [isDeclining, decline] = useState(false)
  const sender = useWrite(orders.decide, { onDone: () => announce(text.decided) })
  const take = () =>
    void sender.run({ id: change.id, orderId: order.id, version: order.version, take: true, because: null })
  return (
    <Notice
      tone="attention"
      title={title}
      actions={
        mayDecide && (
          <Row>
            <Button kind="primary" isBusy={sender.isBusy} onPress={take}>
              {text.take}
            </Button>
            <Button onPress={() => decline(true)}>{text.decline}</Button>
          </Row>
        )
      }
    >
      <Differences differences={change.differences} />
      <Attachments title={text.newAttachments} orderId={order.id} attachments={change.attachments} />
      {sender.problemText !== undefined && <p>{sender.problemText}</p>}
      {isDeclining && <DeclineDialog change={change} order={order} onClose={() => decline(false)} />}
    </Notice>
  )
}

/** `goals.levelWanted` is the goal's level wanted: the words of both halves. Where the text itself has changed, it stands beside. */
const wordsFor = ({ what, of }: Difference) => {
  const [list, field] = what.split('.') as [string, string?]
  const name = text.fields[list] ?? list
  if (!field || field === 'text') return name
  return [name, text.itemFields[field] ?? field, of && `»${of}«`].filter(Boolean).join(' · ')
}

function Said({ value }: { value: string | null }) {
  const book = useBook(null)
  if (value === null) return text.nothing
  return Day.safeParse(value).success ? <DayText day={value} /> : (book.nameOf(value) ?? value)
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  return (
    <Table
      caption={text.differences}
      rows={differences}
      rowKey={({ what, of, before, after }) => `${what} ${of} ${before} ${after}`}
      columns={[
        { head: text.what, cell: wordsFor },
        { head: text.before, cell: ({ before }) => <Said value={before} /> },
        { head: text.after, cell: ({ after }) => <Said value={after} /> },
      ]}
    />
  )
}

function DeclineDialog({ change, order, onClose }: Pick<Props, 'change' | 'order'> & { onClose: () => void }) {
  const [because, setBecause] = useState('')
  const sender = useWrite(orders.decide, { onDone: onClose })
  const save = () => void sender.run({ id: change.id, orderId: order.id, version: order.version, take: false, because })
  return (
    <FormDialog title={text.declineTitle} verb={text.decline} sender={sender} onSave={save} onClose={onClose}>
      <TextArea
        label={text.because}
        help={text.becauseHelp}
        value={because}
        onChange={setBecause}
        maxLength={MAX_WORDS}
        fault={sender.faultOf('because')}
        autoFocus
      />
    </FormDialog>
  )
}
