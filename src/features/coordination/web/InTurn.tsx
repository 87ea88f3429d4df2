import { Disclosure, Lanes, Lines, Mark, Section, Stack, shortDayWords, TextLink, useToday } from '#kernel/ui/index.ts'
import { AT_ONCE, inTurn } from '../rules.ts'
import { text } from './text.ts'
import type { Line } from './to-do.ts'

/** Three things now, the next three, and what may wait. */
export function InTurn({ lines }: { lines: readonly Line[] }) {
  const { now, next, later, pressing } = inTurn(lines, useToday())
  return (
    <Stack gap={3}>
      <Lanes>
        <Lane title={text.now} lines={now} nothing={text.nothingNow} />
        <Lane title={text.next} lines={next} nothing={text.nothingNext} />
        <Lane title={text.later} lines={later} nothing={text.nothingLater} />
      </Lanes>
      {pressing > 0 && <Mark tone="attention">{text.pressing(pressing)}</Mark>}
    </Stack>
  )
}

type LaneProps = { title: string; lines: readonly Line[]; nothing: string }

function Lane({ title, lines, nothing }: LaneProps) {
  const [shown, folded] = [lines.slice(0, AT_ONCE), lines.slice(AT_ONCE)]
  return (
    <Section title={title}>
      {lines.length === 0 ? (
        <p>{nothing}</p>
      ) : (
        <Stack gap={2}>
          <LaneLines lines={shown} />
          {folded.length > 0 && (
            <Disclosure title={text.andMore(folded.length)}>
              <LaneLines lines={folded} />
            </Disclosure>
          )}
        </Stack>
      )}
    </Section>
  )
}

function LaneLines({ lines }: { lines: readonly Line[] }) {
  const today = useToday()
  return (
    <Lines>
      {lines.map(({ id, words, about, href, dueOn }) => (
        <li key={id}>
          <Stack gap={1}>
            <TextLink href={href}>{words}</TextLink>
            {about && <span>{about}</span>}
            {dueOn < today ? (
              <Mark tone="attention">{text.late(shortDayWords(dueOn, today))}</Mark>
            ) : (
              <small>{text.by(shortDayWords(dueOn, today))}</small>
            )}
          </Stack>
        </li>
      ))}
    </Lines>
  )
}
