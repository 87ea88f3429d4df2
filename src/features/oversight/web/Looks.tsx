import { roleWords } from '#features/org/web/index.ts'
import { language } from '#kernel/lang/text.ts'
import { Knot, Notice, Stack, Thread, ThreadDay, TimeText } from '#kernel/ui/index.ts'
import { actWords } from '../actions.ts'
import type { Look } from '../contract.ts'
import { type Act, byDay, type Visit } from '../rules.ts'
import { text } from './text.ts'

const MOST = 1_000

/** Look-ups along the thread: a day, a person, what they did. */
export function Looks({ looks }: { looks: readonly Look[] }) {
  return (
    <Stack gap={4}>
      <Thread label={text.whoLooked}>
        {byDay(looks).flatMap(({ day, visits }) => [
          <ThreadDay key={day} day={day} />,
          ...visits.map((visit) => <VisitKnot key={`${day} ${visit.key}`} visit={visit} />),
        ])}
      </Thread>
      {looks.length >= MOST && <Notice tone="neutral">{text.more}</Notice>}
    </Stack>
  )
}

function VisitKnot({ visit }: { visit: Visit }) {
  const roles = visit.roles.map(roleWords).join(', ')
  const place = visit.unitName ?? text.noUnit
  return (
    <Knot
      kind={visit.denied ? 'open' : 'ordinary'}
      word={visit.denied ? text.denied(visit.denied) : undefined}
      title={visit.name ?? text.somebody}
      label={
        <>
          {[roles, place].filter(Boolean).join(' · ')} · <Times visit={visit} />
        </>
      }
    >
      {visit.acts.length > 0 && <span>{visit.acts.map(actLine).join(' · ')}</span>}
    </Knot>
  )
}

const Times = ({ visit: { firstAt, lastAt } }: { visit: Visit }) =>
  firstAt === lastAt ? (
    <TimeText at={lastAt} />
  ) : (
    <>
      <TimeText at={firstAt} />–<TimeText at={lastAt} />
    </>
  )

const purposeWords = { print: () => text.forPrint, export: () => text.forExport } as const

function actLine({ action, purpose, count }: Act): string {
  const words = actWords(action, language())
  const forWhat = purpose && purpose in purposeWords ? ` ${purposeWords[purpose as 'print']()}` : ''
  return `${words}${forWhat}${count > 1 ? ` × ${count}` : ''}`
}
