import { Mark, MomentText, Stack, Table } from '#kernel/ui/index.ts'
import type { Leg, Message } from '../contract.ts'
import { isLegStalled } from './step-of.ts'
import { text } from './text.ts'

const raisedTo = ({ escalations }: Leg): string =>
  [...new Set(escalations.filter(({ settledAt }) => settledAt === null).map(({ toRole }) => text.roles[toRole]))].join(
    ', ',
  )

/** How far a message has come in each unit. Shares, and roles: never names. */
export const LegTable = ({ message, now }: { message: Message; now: string }) => (
  <Table
    caption={text.unitsCaption}
    rows={message.legs}
    rowKey={(leg) => leg.unitId}
    columns={[
      { head: text.unit, cell: (leg) => leg.unitName },
      { head: text.read, cell: (leg) => leg.contactReadAt && <MomentText at={leg.contactReadAt} /> },
      { head: text.passed, cell: (leg) => <Passed leg={leg} now={now} /> },
      { head: text.share, cell: (leg) => <Share leg={leg} />, isNumber: true },
      { head: text.raised, cell: raisedTo },
    ]}
  />
)

function Passed({ leg, now }: { leg: Leg; now: string }) {
  if (leg.relayedAt) return <MomentText at={leg.relayedAt} />
  if (leg.contactDueAt === null) return null
  const isLate = isLegStalled(leg, now)
  return (
    <Mark tone={isLate ? 'attention' : 'neutral'}>
      {isLate ? text.late : text.due} <MomentText at={leg.contactDueAt} />
    </Mark>
  )
}

function Share({ leg }: { leg: Leg }) {
  if (leg.relayedAt === null) return null
  if (leg.share === null) return <small>{text.smallGroup}</small>
  return (
    <Stack gap={1}>
      <span>{text.percent(leg.share)}</span>
      {leg.reachedAt !== null && leg.reachDueAt !== null && <Mark tone="ok">{text.reached}</Mark>}
    </Stack>
  )
}
