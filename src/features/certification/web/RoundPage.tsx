import { roleWords } from '#features/org/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Notice, Page, Section, Show, Stack, Table } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { certification, type Item, type Round } from '../contract.ts'
import { AnswerCell, Seen, Since, Who } from './ItemCells.tsx'
import { Told } from './RoundsPage.tsx'
import { text } from './text.ts'

/** Everybody who has a right given at the unit; the extra ones first, since only they can lapse. */
export function RoundPage({ roundId }: { roundId: Id }) {
  const rounds = useRead(certification.rounds, {})
  const items = useRead(certification.items, { roundId })
  const round = rounds.data?.find(({ id }) => id === roundId)
  return (
    <Page title={round?.unitName ?? text.title} lead={round && <Lead round={round} />}>
      <Show of={items} lines={8} empty={text.none}>
        {(all) => <Both roundId={roundId} all={all} />}
      </Show>
    </Page>
  )
}

const Lead = ({ round }: { round: Round }) => (
  <Stack gap={1}>
    <span>
      {text.title} · <Told round={round} />
    </span>
    {round.closedAt === null && <span>{text.roundLead}</span>}
  </Stack>
)

function Both({ roundId, all }: { roundId: Id; all: readonly Item[] }) {
  const extra = all.filter(({ isExtra }) => isExtra)
  const own = all.filter(({ isExtra }) => !isExtra)
  return (
    <Stack gap={6}>
      {all.every(({ answer }) => answer !== null) && (
        <Notice tone="ok">
          <p>{text.allDone}</p>
        </Notice>
      )}
      {extra.length > 0 && <Group roundId={roundId} title={text.extra} help={text.extraHelp} rows={extra} />}
      {own.length > 0 && <Group roundId={roundId} title={text.own} help={text.ownHelp} rows={own} isManyAtOnce />}
    </Stack>
  )
}

type GroupProps = { roundId: Id; title: string; help: string; rows: readonly Item[]; isManyAtOnce?: boolean }

/** Ordinary access may be kept all at once; an extra right is looked at one by one. */
function Group({ roundId, title, help, rows, isManyAtOnce = false }: GroupProps) {
  const sender = useWrite(certification.answer, { touches: ['tasks', 'org'] })
  const mine = rows.filter(({ permitted }) => permitted.includes('answer'))
  const keepAll = () =>
    void sender.run({
      roundId,
      answers: mine.map(({ id }) => ({ itemId: id, answer: 'keep', role: null, grantId: null })),
    })
  const columns = [
    { head: text.person, cell: (item: Item) => <Who item={item} /> },
    { head: text.role, cell: ({ role }: Item) => roleWords(role) },
    { head: text.since, cell: (item: Item) => <Since item={item} /> },
    { head: text.seen, cell: (item: Item) => <Seen item={item} /> },
    { head: text.answer, cell: (item: Item) => <AnswerCell roundId={roundId} item={item} /> },
  ]
  return (
    <Section
      title={title}
      note={help}
      actions={
        isManyAtOnce &&
        mine.length > 0 && (
          <Button kind="primary" isBusy={sender.isBusy} onPress={keepAll}>
            {text.keepAll(mine.length)}
          </Button>
        )
      }
    >
      {sender.problemText && (
        <Notice tone="attention" isUrgent>
          <p>{sender.problemText}</p>
        </Notice>
      )}
      <Table caption={title} rows={rows} columns={columns} />
    </Section>
  )
}
