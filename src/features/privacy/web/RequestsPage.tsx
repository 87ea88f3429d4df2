import { useState } from 'react'
import {
  Button,
  Columns,
  Empty,
  Knot,
  Page,
  Section,
  Show,
  Stack,
  shortDayWords,
  TextLink,
  Thread,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { privacy, type RequestLine } from '../contract.ts'
import { AskDialog } from './AskDialog.tsx'
import { text } from './text.ts'

/** Everybody who asked to see, those who wait for an answer first. */
export function RequestsPage() {
  const [isOpen, setOpen] = useState(false)
  const rows = useRead(privacy.requests, {})
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        rows.data && (
          <Button kind="primary" onPress={() => setOpen(true)}>
            {text.newRequest}
          </Button>
        )
      }
    >
      <Columns>
        <Show of={rows} lines={8} empty={text.none}>
          {(all) => <Both rows={all} />}
        </Show>
      </Columns>
      {isOpen && <AskDialog onClose={() => setOpen(false)} />}
    </Page>
  )
}

function Both({ rows }: { rows: readonly RequestLine[] }) {
  const open = rows.filter(({ state }) => state !== 'closed')
  const closed = rows.filter(({ state }) => state === 'closed')
  return (
    <Stack gap={6}>
      <Section title={text.open} note={open.length || undefined}>
        {open.length === 0 ? <Empty>{text.nothingOpen}</Empty> : <Chain label={text.open} rows={open} />}
      </Section>
      {closed.length > 0 && (
        <Section title={text.closed}>
          <Chain label={text.closed} rows={closed} />
        </Section>
      )}
    </Stack>
  )
}

const Chain = ({ label, rows }: { label: string; rows: readonly RequestLine[] }) => (
  <Thread label={label}>
    {rows.map((row) => (
      <One key={row.id} row={row} />
    ))}
  </Thread>
)

function One({ row }: { row: RequestLine }) {
  const label = useWhen(row)
  return (
    <Knot
      kind={row.state === 'closed' ? 'past' : 'open'}
      title={<TextLink href={`/indsigt/${row.id}`}>{row.citizenName}</TextLink>}
      {...(row.state === 'closed' ? {} : { word: text.answer })}
      label={`${text.kinds[row.kind]} · ${label}`}
    />
  )
}

function useWhen({ dueOn, closedAt, outcome }: RequestLine): string {
  const today = useToday()
  if (closedAt && outcome) return text.closedAt(text.outcomes[outcome], shortDayWords(closedAt.slice(0, 10), today))
  if (!dueOn) return text.noRule
  return dueOn < today ? text.late(shortDayWords(dueOn, today)) : text.dueBy(shortDayWords(dueOn, today))
}
