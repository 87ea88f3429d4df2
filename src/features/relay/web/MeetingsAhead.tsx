import { Lines, MomentText, Section, TextLink, useNow } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Meeting, relay } from '../contract.ts'
import { text } from './text.ts'

const nextOf = ({ slots }: Meeting, now: Date) => slots.find(({ startsAt }) => Date.parse(startsAt) > now.getTime())

/** On the unit's page: information meetings to come, soonest first, and where to ask. Nothing where there are none. */
export function MeetingsAhead() {
  const meetings = useRead(relay.meetings, {}, { staleMs: 60_000 })
  const now = useNow()
  const ahead = (meetings.data ?? [])
    .flatMap((meeting) => {
      const next = nextOf(meeting, now)
      return next ? [{ ...meeting, at: next.startsAt }] : []
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  if (ahead.length === 0) return null
  return (
    <Section title={text.meetings} actions={<TextLink href="/moeder">{text.seeAndAsk}</TextLink>}>
      <Lines label={text.meetings}>
        {ahead.map(({ id, title, at, venue }) => (
          <li key={id}>
            <p>{title}</p>
            <small>
              <MomentText at={at} /> · {venue}
            </small>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
