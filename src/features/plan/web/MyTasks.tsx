import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { Disclosure, Lanes, Lines, Mark, Section, Stack, TextLink, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Opened, plan, type Task } from '../contract.ts'
import { byDay, byIdOf, inTheWay, lateDays, statusOf, toldOf } from '../rules.ts'
import { OpenedNotice } from './OpenedNotice.tsx'
import { TaskLine } from './TaskLine.tsx'
import { text } from './text.ts'

const AT_ONCE = 3

/** Three things now, the next three, what waits for others and what may wait. Nothing for those who have none. */
export function MyTasks({ unit }: { unit?: MyUnit }) {
  const tasks = useRead(plan.tasks, {}, { staleMs: 60_000 })
  const known = tasks.data ?? []
  const here = known.filter((task) => !unit || task.unitId === unit.id)
  const mine = here.filter((task) => task.isMine && task.state !== 'done' && task.state !== 'dropped').sort(byDay)
  if (mine.length === 0) return null
  return (
    <Section title={text.mine} actions={<TextLink href="/plan">{text.seePlan}</TextLink>}>
      <Turns mine={mine} all={byIdOf(known)} />
    </Section>
  )
}

function Turns({ mine, all }: { mine: readonly Task[]; all: ReadonlyMap<string, Task> }) {
  const today = useToday()
  const [opened, setOpened] = useState<readonly Opened[]>()
  const waiting = mine.filter((task) => statusOf(task, all) === 'waiting')
  const free = mine.filter((task) => statusOf(task, all) !== 'waiting')
  const [now, next, later] = [free.slice(0, AT_ONCE), free.slice(AT_ONCE, 2 * AT_ONCE), free.slice(2 * AT_ONCE)]
  const lines = (tasks: readonly Task[], label: string) => (
    <Lines label={label}>
      {tasks.map((task) => (
        <li key={task.id}>
          <TaskLine task={task} all={all} onOpened={setOpened} />
        </li>
      ))}
    </Lines>
  )
  const isCalm = inTheWay(mine, all, today).length === 0
  const told = mine.filter((task) => toldOf(lateDays(task, today)) !== 'owner').length
  return (
    <Stack gap={4}>
      <OpenedNotice opened={opened} />
      {isCalm && <Mark tone="ok">{text.calm}</Mark>}
      {told > 0 && <Mark tone="attention">{text.notCalm(told)}</Mark>}
      <Lanes>
        <Section title={text.now}>{now.length ? lines(now, text.now) : <p>{text.nothingNow}</p>}</Section>
        <Section title={text.next}>{next.length ? lines(next, text.next) : <p>{text.nothingNext}</p>}</Section>
        <Section title={text.waiting}>
          {waiting.length ? lines(waiting.slice(0, AT_ONCE), text.waiting) : <p>{text.nothingNext}</p>}
          {later.length + Math.max(0, waiting.length - AT_ONCE) > 0 && (
            <Disclosure title={text.later}>{lines([...waiting.slice(AT_ONCE), ...later], text.later)}</Disclosure>
          )}
        </Section>
      </Lanes>
    </Stack>
  )
}
