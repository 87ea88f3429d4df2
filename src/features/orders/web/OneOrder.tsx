import type { Book } from '#features/terminology/rules.ts'
import { useBook } from '#features/terminology/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { DayText, Disclosure, Lines, Mark, Section, Show, Stack, Terms } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type OrderGoal, type OrderWhole, orders } from '../contract.ts'
import { Attachments } from './Attachments.tsx'
import { ChangeKnot } from './ChangeKnot.tsx'
import { OrderActs } from './OrderActs.tsx'
import { text } from './text.ts'

/** A record's codes are called what they were called in the version it was written under. */
const named = (book: Book, code: string | null) => code && (book.nameOf(code) ?? code)

export function OneOrder({ orderId }: { orderId: Id }) {
  const order = useRead(orders.order, { orderId })
  return (
    <Show of={order} lines={8} isEmpty={() => false}>
      {(whole) => (
        <Section title={whole.purpose} note={`${whole.authorityName} · ${text.source[whole.source]}`}>
          <Stack gap={4}>
            <Waiting order={whole} />
            <OrderActs order={whole} />
            <Facts order={whole} />
            <Lines label={text.fields.goals!}>
              {whole.goals.map((goal) => (
                <li key={goal.id}>
                  <GoalLine goal={goal} codeVersion={whole.codeVersion} />
                </li>
              ))}
            </Lines>
            <Attachments title={text.attachments} orderId={whole.id} attachments={whole.attachments} />
            <Rest order={whole} />
          </Stack>
        </Section>
      )}
    </Show>
  )
}

function Waiting({ order }: { order: OrderWhole }) {
  const change = order.revisions.find(({ state }) => state === 'waiting')
  if (!change) return null
  return (
    <ChangeKnot change={change} order={order} mayDecide={order.permitted.includes('decide')} title={text.changeWaits} />
  )
}

function Facts({ order }: { order: OrderWhole }) {
  const book = useBook(order.codeVersion)
  const days = [
    [text.fields.orderedOn, order.orderedOn],
    [text.fields.startsOn, order.startsOn],
    [text.fields.endsOn, order.endsOn],
    [text.fields.followUpOn, order.followUpOn],
  ] as const
  const items = [
    { term: text.fields.status!, value: text.statuses[order.status] },
    ...days.flatMap(([term, day]) => (day ? [{ term: term!, value: <DayText day={day} /> }] : [])),
    ...(order.caseNumber ? [{ term: text.fields.caseNumber!, value: order.caseNumber }] : []),
    ...(order.offerType ? [{ term: text.fields.offerType!, value: named(book, order.offerType) }] : []),
    ...(order.supportNeed ? [{ term: text.fields.supportNeed!, value: named(book, order.supportNeed) }] : []),
    ...(order.objective ? [{ term: text.fields.objective!, value: order.objective }] : []),
  ]
  return <Terms items={items} />
}

/** A goal of the authority's, with the levels it set: now and wanted. */
function GoalLine({ goal, codeVersion }: { goal: OrderGoal; codeVersion: string }) {
  const book = useBook(codeVersion)
  const levels =
    goal.levelStart !== null || goal.levelWanted !== null ? text.levels(goal.levelStart, goal.levelWanted) : undefined
  return (
    <Stack gap={1}>
      <strong>{goal.text}</strong>
      <span>
        {[named(book, goal.themeCode), levels, goal.direction && text.directions[goal.direction]]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {goal.interventions.length > 0 && <span>{goal.interventions.map((one) => one.text).join(', ')}</span>}
      {goal.ended && <Mark>{text.leftOut}</Mark>}
    </Stack>
  )
}

/** What else stands in it; seldom read, and whole. */
function Rest({ order }: { order: OrderWhole }) {
  const book = useBook(order.codeVersion)
  const files = new Set(order.attachments.map(({ name }) => name))
  // A paper that stands among the attachments is not told twice.
  const parts = order.parts.filter(
    ({ kind, name, text: about }) => kind !== 'attachment' || !files.has(name ?? about ?? ''),
  )
  if (order.interventions.length + parts.length === 0) return null
  return (
    <Disclosure title={text.rest(order.interventions.length + parts.length)}>
      <Lines label={text.rest(parts.length)}>
        {order.interventions.map((one) => (
          <li key={one.id}>
            <strong>{text.fields.interventions}</strong> {one.text}
          </li>
        ))}
        {parts.map((part) => (
          <li key={part.id}>
            <strong>{text.partKinds[part.kind]}</strong>{' '}
            {[
              named(book, part.kind === 'guardian' || part.kind === 'account' ? null : part.code),
              part.name,
              part.phone,
              part.text,
            ]
              .filter((said, at, all) => said && all.indexOf(said) === at)
              .join(' · ')}
            {part.kind === 'target-group' && part.rank === 1 && <> ({text.primary})</>}
          </li>
        ))}
      </Lines>
    </Disclosure>
  )
}
