import {
  Columns,
  Empty,
  Lines,
  Page,
  Row,
  Section,
  Show,
  Stack,
  shortDayWords,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { certification, type Round } from '../contract.ts'
import { text } from './text.ts'

/** Every review of units within reach: those that go on, and those that were. */
export function RoundsPage() {
  const rows = useRead(certification.rounds, {}, { live: ['certification', undefined] })
  return (
    <Page title={text.title} lead={text.lead}>
      <Columns>
        <Show of={rows} lines={8} empty={text.none}>
          {(all) => <Rounds all={all} />}
        </Show>
      </Columns>
    </Page>
  )
}

function Rounds({ all }: { all: readonly Round[] }) {
  const open = all.filter(({ closedAt }) => closedAt === null)
  const closed = all.filter(({ closedAt }) => closedAt !== null)
  return (
    <Stack gap={6}>
      <Section title={text.open} note={open.length || undefined}>
        {open.length === 0 ? <Empty>{text.nothingOpen}</Empty> : <RoundLines rows={open} />}
      </Section>
      {closed.length > 0 && (
        <Section title={text.closed}>
          <RoundLines rows={closed} />
        </Section>
      )}
    </Stack>
  )
}

const RoundLines = ({ rows }: { rows: readonly Round[] }) => (
  <Lines>
    {rows.map((round) => (
      <li key={round.id}>
        <Row apart gap={2}>
          <TextLink href={`/rettigheder/${round.id}`}>{round.unitName}</TextLink>
          <small>
            <Told round={round} />
          </small>
        </Row>
      </li>
    ))}
  </Lines>
)

export function Told({ round: { asked, answered, lapsed, dueOn, beganOn, closedAt } }: { round: Round }) {
  const today = useToday()
  const due = dueOn < today ? text.overdue(shortDayWords(dueOn, today)) : text.due(shortDayWords(dueOn, today))
  return [
    text.of(answered, asked),
    lapsed > 0 && text.lapsed(lapsed),
    closedAt ? text.began(shortDayWords(beganOn, today)) : due,
  ]
    .filter(Boolean)
    .join(' · ')
}
