import type { MyUnit } from '#features/org/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { Lines, Mark, Row, Section, Show, shortDayWords, TextLink, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type GoalAtUnit, goals } from '../contract.ts'
import { DAYS_WITHOUT_NOTE, isOverdue, isPastPeriod } from '../rules.ts'
import { text } from './text.ts'

/** Goals of the unit that wait for something: the leader, an evaluation, a note. */
export function UnitGoals({ unit }: { unit: MyUnit }) {
  const today = useToday()
  const rows = useRead(goals.ofUnit, { unitId: unit.id }, { live: ['goals', unit.id] })
  const waits = (goal: GoalAtUnit) =>
    goal.awaitsApproval || [isOverdue, isPastPeriod, isQuiet].some((isLate) => isLate(goal, today))
  const waiting = (rows.data ?? []).filter(waits)
  if (!unit.goals) return null
  return (
    <Section title={text.unitGoals} note={waiting.length || undefined}>
      <Show of={rows} isEmpty={() => waiting.length === 0} empty={<p>{text.unitGoalsQuiet}</p>}>
        {() => (
          <Lines label={text.unitGoals}>
            {waiting.map((goal) => (
              <li key={goal.id}>
                <Waiting goal={goal} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
    </Section>
  )
}

const isQuiet = ({ state, lastNoteOn }: GoalAtUnit, today: string) =>
  state === 'active' && lastNoteOn !== null && lastNoteOn < addDays(today, -DAYS_WITHOUT_NOTE)

function Waiting({ goal }: { goal: GoalAtUnit }) {
  const today = useToday()
  return (
    <Row gap={2}>
      <TextLink href={`/borger/${goal.citizenId}/plan/${goal.id}`}>{`${goal.calledName}: ${goal.title}`}</TextLink>
      {goal.awaitsApproval && <Mark tone="attention">{text.awaitsApproval}</Mark>}
      {goal.evaluateOn && isOverdue(goal, today) && (
        <Mark tone="attention">{text.overdue(shortDayWords(goal.evaluateOn, today))}</Mark>
      )}
      {isPastPeriod(goal, today) && <Mark tone="attention">{text.pastPeriod(shortDayWords(goal.endsOn, today))}</Mark>}
      {isQuiet(goal, today) && <Mark tone="attention">{text.quiet}</Mark>}
    </Row>
  )
}
