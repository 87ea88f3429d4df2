import { addDays, type Day, daysBetween } from '#kernel/lang/day.ts'
import { holidaysOf } from '#kernel/lang/working-days.ts'
import {
  Columns,
  Disclosure,
  Empty,
  Lines,
  Mark,
  Notice,
  Page,
  RadioRow,
  Section,
  Show,
  Stack,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { plan, type Task } from '../contract.ts'
import { byDay, byIdOf, inTheWay, isSettled, lateDays, mayWait } from '../rules.ts'
import { Booked } from './Booked.tsx'
import { Calendar } from './Calendar.tsx'
import { Clashes } from './Clashes.tsx'
import { Sides } from './Sides.tsx'
import { Strip } from './Strip.tsx'
import { text } from './text.ts'

/** What comes, what collides, what may wait: and whether one may go on calmly. */
export function AheadPage() {
  const tasks = useRead(plan.tasks, {})
  const plans = useRead(plan.plans, {})
  return (
    <Page title={text.title} lead={text.lead}>
      <Stack gap={6}>
        <Sides side="ahead" />
        <Show of={tasks} lines={8} empty={<Empty>{text.none}</Empty>}>
          {(known) => (
            <Stack gap={6}>
              <Calm tasks={known} />
              <Coming tasks={known} />
              <Clashes tasks={known} plans={plans.data ?? []} />
              <Waits tasks={known} />
            </Stack>
          )}
        </Show>
        <Columns>
          {plans.data?.map((one) => (
            <Booked key={one.id} one={one} />
          ))}
        </Columns>
        <Calendar />
      </Stack>
    </Page>
  )
}

/** Only computed from what is settled: never a kind word alone. */
function Calm({ tasks }: { tasks: readonly Task[] }) {
  const today = useToday()
  const all = byIdOf(tasks)
  const isOwn = tasks.some((task) => task.isMine)
  const mine = tasks.filter((task) => task.isMine || !isOwn)
  const near = mine.filter(({ dueOn }) => dueOn !== null && daysBetween(today, dueOn) <= 14)
  const owed = inTheWay(mine, all, today)
  const settled = near.filter((task) => isSettled(task, all, today)).length
  return (
    <Notice tone={owed.length ? 'attention' : 'ok'} title={owed.length ? text.notCalm(owed.length) : text.calm}>
      {owed.length === 0 ? (
        <p>{text.calmWords}</p>
      ) : (
        <Stack gap={2}>
          <Lines label={text.notCalm(owed.length)}>
            {owed.slice(0, 5).map((task) => (
              <li key={task.id}>
                {[task.title, task.unitName, task.ownerName ?? text.nobody].filter(Boolean).join(' · ')}
                {lateDays(task, today) > 0 && ` · ${text.lateBy(lateDays(task, today))}`}
              </li>
            ))}
          </Lines>
          <p>{text.settled(settled, near.length)}</p>
        </Stack>
      )}
    </Notice>
  )
}

const spans = ['2', '4', '8'] as const
type Span = (typeof spans)[number]

function Coming({ tasks }: { tasks: readonly Task[] }) {
  const today = useToday()
  const [span, setSpan] = useAddressWord('uger', '4')
  const days = Number(span) * 7
  const within = tasks.filter(
    ({ dueOn, state }) =>
      dueOn !== null && dueOn >= today && daysBetween(today, dueOn) < days && state !== 'done' && state !== 'dropped',
  )
  const choices = spans.map((id) => ({ id, label: text.spans[id] }))
  return (
    <Section title={text.ahead}>
      <Stack gap={4}>
        <RadioRow label={text.span} isLabelHidden choices={choices} value={span as Span} onChange={setSpan} />
        <Holidays today={today} days={days} />
        {within.length === 0 ? (
          <p>{text.nothingAhead}</p>
        ) : (
          <>
            <Strip tasks={within} all={byIdOf(tasks)} today={today} days={days} />
            <ByUnit tasks={within} all={byIdOf(tasks)} today={today} />
          </>
        )}
      </Stack>
    </Section>
  )
}

function Holidays({ today, days }: { today: Day; days: number }) {
  const years = [...new Set([today, addDays(today, days)].map((day) => Number(day.slice(0, 4))))]
  const off = years.flatMap(holidaysOf).filter((day) => day >= today && daysBetween(today, day) < days)
  return off.length === 0 ? null : <p>{off.map((day) => text.holiday(shortDayWords(day, today))).join(' · ')}</p>
}

type Listed = { tasks: readonly Task[]; all: ReadonlyMap<string, Task>; today: Day }

/** The same as the strip, in words. */
function ByUnit({ tasks, all, today }: Listed) {
  const units = Map.groupBy([...tasks].sort(byDay), ({ unitName }) => unitName ?? text.project)
  return (
    <Stack gap={2}>
      {[...units].map(([name, own]) => (
        <Disclosure key={name} title={`${name} (${own.length})`}>
          <Lines label={name}>
            {own.map((task) => (
              <li key={task.id}>
                {shortDayWords(task.dueOn!, today)} · {task.title} · {task.ownerName ?? text.nobody}{' '}
                {isSettled(task, all, today) && <Mark tone="ok">{text.settledLabel}</Mark>}
              </li>
            ))}
          </Lines>
        </Disclosure>
      ))}
    </Stack>
  )
}

function Waits({ tasks }: { tasks: readonly Task[] }) {
  const today = useToday()
  const later = mayWait(tasks, today)
  if (later.length === 0) return null
  return (
    <Disclosure title={text.mayWait(later.length)}>
      <Stack gap={3}>
        <p>{text.mayWaitWords}</p>
        <Lines label={text.later}>
          {[...later]
            .sort(byDay)
            .slice(0, 60)
            .map((task) => (
              <li key={task.id}>
                {[
                  task.dueOn ? shortDayWords(task.dueOn, today) : text.undated,
                  task.title,
                  task.unitName ?? text.project,
                ].join(' · ')}
              </li>
            ))}
        </Lines>
      </Stack>
    </Disclosure>
  )
}
