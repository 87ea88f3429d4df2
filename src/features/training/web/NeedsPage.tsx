import { Mark, Page, Section, Show, Stack, Table, weekOf } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Need, training, type WeekOfSeats } from '../contract.ts'
import { ShareBar } from './ShareBar.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** Seats against need, for whoever plans. */
export function NeedsPage() {
  const needs = useRead(training.needs, {})
  const seats = useRead(training.seats, {})
  return (
    <Page title={text.title} lead={text.needsLead}>
      <Stack gap={6}>
        <Sides side="needs" />
        <Section title={text.seats}>
          <Show of={seats} empty={text.seatsNone}>
            {(weeks) => <Weeks weeks={weeks} />}
          </Show>
        </Section>
        <Section title={text.missing}>
          <Show of={needs} isEmpty={(known) => known.every(isMet)} empty={text.needsNone}>
            {(known) => <Lacking needs={known.filter((need) => !isMet(need))} />}
          </Show>
        </Section>
      </Stack>
    </Page>
  )
}

const isMet = ({ missing }: Need): boolean => missing === 0

/** Seats that are wanting, when everybody who lacks the course and has no place takes one that is free. */
const shortOf = ({ missing, placed, free }: Need): number => Math.max(0, (missing ?? 0) - (placed ?? 0) - free)

const Weeks = ({ weeks }: { weeks: readonly WeekOfSeats[] }) => (
  <Table
    caption={text.seats}
    rows={weeks}
    columns={[
      { head: text.week(0).replace(' 0', ''), cell: ({ week }) => text.week(weekOf(week)) },
      { head: text.course, cell: ({ courseCode, courseTitle }) => `${courseCode} ${courseTitle}` },
      { head: text.seatsCaption, cell: ({ taken, seats }) => <ShareBar trained={taken} of={seats} /> },
      { head: text.states.waiting, cell: ({ waiting }) => waiting || '', isNumber: true },
      {
        head: text.coverHours,
        cell: ({ coverMinutes }) => (coverMinutes > 0 ? text.length(coverMinutes) : ''),
        isNumber: true,
      },
    ]}
  />
)

const Lacking = ({ needs }: { needs: readonly Need[] }) => (
  <Table
    caption={text.missing}
    rows={needs}
    columns={[
      { head: text.unit, cell: ({ unitName }) => unitName },
      { head: text.course, cell: ({ courseCode, courseTitle }) => `${courseCode} ${courseTitle}` },
      { head: text.needed, cell: ({ needs: count }) => count, isNumber: true },
      { head: text.lacking, cell: ({ missing }) => missing ?? '–', isNumber: true },
      { head: text.hasPlace, cell: ({ placed }) => placed ?? '–', isNumber: true },
      { head: text.free, cell: ({ free }) => free, isNumber: true },
      {
        head: text.capacity,
        cell: (need) =>
          shortOf(need) > 0 ? (
            <Mark tone="attention">{text.short(shortOf(need))}</Mark>
          ) : (
            <Mark tone="ok">{text.enough}</Mark>
          ),
      },
    ]}
  />
)
