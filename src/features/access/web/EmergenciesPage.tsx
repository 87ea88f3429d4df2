import { useState } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import {
  Button,
  Columns,
  Empty,
  Knot,
  momentWords,
  Page,
  Section,
  Show,
  Stack,
  Thread,
  timeWords,
  useNow,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { access, type Emergency } from '../contract.ts'
import { ReviewDialog } from './ReviewDialog.tsx'
import { text } from './text.ts'

/** Every emergency access about citizens of the reader's units: those that wait, and those that were looked at. */
export function EmergenciesPage() {
  const rows = useRead(access.emergencies, {}, { live: ['access', undefined] })
  return (
    <Page title={text.listTitle} lead={text.listLead}>
      <Columns>
        <Show of={rows} lines={8} empty={text.none}>
          {(all) => <Both rows={all} />}
        </Show>
      </Columns>
    </Page>
  )
}

function Both({ rows }: { rows: readonly Emergency[] }) {
  const waiting = rows.filter(({ outcome }) => outcome === null)
  const reviewed = rows.filter(({ outcome }) => outcome !== null)
  return (
    <Stack gap={6}>
      <Section title={text.waiting} note={waiting.length || undefined}>
        {waiting.length === 0 ? <Empty>{text.nothingWaits}</Empty> : <Chain label={text.waiting} rows={waiting} />}
      </Section>
      {reviewed.length > 0 && (
        <Section title={text.reviewed}>
          <Chain label={text.reviewed} rows={reviewed} />
        </Section>
      )}
    </Stack>
  )
}

function Chain({ label, rows }: { label: string; rows: readonly Emergency[] }) {
  return (
    <Thread label={label}>
      {rows.map((row) => (
        <One key={row.id} row={row} />
      ))}
    </Thread>
  )
}

function One({ row }: { row: Emergency }) {
  const [isOpen, setOpen] = useState(false)
  const word = row.isOpen ? text.openNow : row.outcome ? text.outcomes[row.outcome] : undefined
  return (
    <Knot
      kind={row.outcome ? 'past' : 'open'}
      title={row.citizenName}
      {...(word && { word })}
      label={useLabel(row)}
      actions={
        row.permitted.includes('review') && (
          <Button aria-label={text.reviewOf(row.citizenName)} onPress={() => setOpen(true)}>
            {text.review}
          </Button>
        )
      }
    >
      <p>{row.reason}</p>
      <Told row={row} />
      {isOpen && <ReviewDialog row={row} onClose={() => setOpen(false)} />}
    </Knot>
  )
}

function useLabel({ employeeName, profession, openedAt, endedAt, untilAt, unitNames, looks }: Emergency): string {
  const now = useNow()
  const until = endedAt ?? untilAt
  const to = dayOf(until) === dayOf(openedAt) ? timeWords(until) : momentWords(until, now)
  return [
    text.openedBy(profession ? `${employeeName}, ${profession}` : employeeName),
    text.fromTo(momentWords(openedAt, now), to),
    text.looked(looks),
    ...unitNames,
  ].join(' · ')
}

function Told({ row: { outcome, note, reviewedByName, reviewedAt, permitted } }: { row: Emergency }) {
  const now = useNow()
  if (!outcome) return permitted.length === 0 ? <small>{text.own}</small> : null
  return (
    <Stack gap={1}>
      {note && <p>{note}</p>}
      <small>{text.reviewedBy(reviewedByName!, momentWords(reviewedAt!, now))}</small>
    </Stack>
  )
}
