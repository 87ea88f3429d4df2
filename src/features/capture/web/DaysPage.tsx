import { dayOf } from '#kernel/lang/day.ts'
import {
  Empty,
  LinkButton,
  Mark,
  Page,
  Show,
  shortDayWords,
  Table,
  TextLink,
  timeWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { capture, type EventLine } from '../contract.ts'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

export const stateTone = { planned: 'neutral', open: 'ok', closed: 'info', processed: 'info', answered: 'ok' } as const

/** Days on which people say what they need, latest first. */
export function DaysPage() {
  const days = useRead(capture.events, {})
  const today = useToday()
  const plan = days.data && days.data.places.length > 0 && (
    <LinkButton href="/dage/ny" kind="primary">
      {text.newDay}
    </LinkButton>
  )
  const when = ({ opensAt, closesAt }: EventLine) =>
    `${shortDayWords(dayOf(opensAt), today)} ${timeWords(opensAt)}–${timeWords(closesAt)}`
  return (
    <Page title={text.daysTitle} actions={plan}>
      <Sides current="days" />
      <Show of={days} isEmpty={({ days }) => days.length === 0} empty={<Empty action={plan}>{text.noDays}</Empty>}>
        {({ days: rows }) => (
          <Table
            caption={text.daysTitle}
            rows={rows}
            columns={[
              { head: text.dayColumn, cell: (day) => <TextLink href={`/dage/${day.id}`}>{day.title}</TextLink> },
              { head: text.whenColumn, cell: when },
              {
                head: text.stateColumn,
                cell: (day) => <Mark tone={stateTone[day.state]}>{text.eventStates[day.state]}</Mark>,
              },
              { head: text.slipsColumn, cell: (day) => day.slips, isNumber: true },
              { head: text.unplacedColumn, cell: (day) => day.unplaced, isNumber: true },
              { head: text.hoursColumn, cell: (day) => Math.round(day.minutes / 6) / 10, isNumber: true },
            ]}
          />
        )}
      </Show>
    </Page>
  )
}
