import { addDays, dayOf } from '#kernel/lang/day.ts'
import { Lines, Mark, momentWords, Section, shortDayWords, useToday } from '#kernel/ui/index.ts'
import type { Engagement, Plan, Task } from '../contract.ts'
import { awayOn, CLASH_DAYS, clashesOf } from '../rules.ts'
import { text } from './text.ts'

const nameOf = ({ title, unitName }: Engagement): string => [title, unitName].filter(Boolean).join(', ')

/** One trainer in two units, one room twice, an owner who is away: from a fortnight before. */
export function Clashes({ tasks, plans }: { tasks: readonly Task[]; plans: readonly Plan[] }) {
  const today = useToday()
  const until = addDays(today, CLASH_DAYS)
  const now = new Date(`${today}T12:00:00Z`)
  const taken = plans.flatMap(({ engagements }) => engagements).filter(({ fromAt }) => dayOf(fromAt) >= today)
  const booked = clashesOf(taken).flatMap((clash) =>
    clash.kind === 'away'
      ? []
      : [
          clash.kind === 'person'
            ? text.clashPerson(clash.a.who, nameOf(clash.a), nameOf(clash.b), momentWords(clash.b.fromAt, now))
            : text.clashRoom(clash.a.room!, nameOf(clash.a), nameOf(clash.b), momentWords(clash.b.fromAt, now)),
        ],
  )
  const absences = plans.flatMap((one) => one.absences)
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const away = awayOn(tasks, absences).filter(({ taskId }) => byId.get(taskId)!.dueOn! <= until)
  return (
    <Section title={text.clashes}>
      {booked.length + away.length === 0 ? (
        <Mark tone="ok">{text.noClashes}</Mark>
      ) : (
        <Lines label={text.clashes}>
          {booked.map((words) => (
            <li key={words}>
              <Mark tone="attention">{words}</Mark>
            </li>
          ))}
          {away.map(({ taskId, hasDeputy }) => {
            const task = byId.get(taskId)!
            return (
              <li key={taskId}>
                <Mark tone={hasDeputy ? 'neutral' : 'attention'}>
                  {text.clashAway(task.ownerName ?? '', task.title, shortDayWords(task.dueOn!, today))} ·{' '}
                  {hasDeputy ? text.hasDeputy : text.noDeputy}
                </Mark>
              </li>
            )
          })}
        </Lines>
      )}
    </Section>
  )
}
