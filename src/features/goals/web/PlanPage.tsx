import { useState } from 'react'
import { citizens } from '#features/citizens/contract.ts'
import { CitizenHeader } from '#features/citizens/web/index.ts'
import { type OrderLine, orders } from '#features/orders/contract.ts'
import { useUnit } from '#features/org/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Columns, Disclosure, Empty, LinkButton, Loading, Row, Section, Show, Stack } from '#kernel/ui/index.ts'
import { Panels, useRead } from '#kernel/web/index.ts'
import { goals, type Plan, type PlanGoal } from '../contract.ts'
import { isLiving } from '../rules.ts'
import { FollowUps } from './FollowUps.tsx'
import { GoalLine } from './GoalLine.tsx'
import { Objectives } from './Objectives.tsx'
import type { PlanProps } from './plan-props.ts'
import { text } from './text.ts'
import { WordDialog } from './WordDialog.tsx'

/** From the citizen's own words and the authority's goals to what is worked with, each with its picture. */
export function PlanPage({ citizenId }: { citizenId: Id }) {
  const card = useRead(citizens.card, { citizenId })
  const unit = useUnit()
  const plan = useRead(goals.ofCitizen, { citizenId }, { live: ['goals', unit?.id] })
  return (
    <Show of={card} lines={8} isEmpty={() => false}>
      {(known) => (
        <CitizenHeader
          card={known}
          actions={<LinkButton href={`/borger/${citizenId}/min-plan`}>{text.myPlanLink}</LinkButton>}
        >
          <Columns>
            <Show of={plan} lines={8} isEmpty={() => false}>
              {(found) => <PlanOf card={known} plan={found} />}
            </Show>
          </Columns>
        </CitizenHeader>
      )}
    </Show>
  )
}

/** Where I may write: the unit I work in first. */
function useWritingUnit({ writableUnitIds }: Plan): Id | undefined {
  const here = useUnit()
  return here && writableUnitIds.includes(here.id) ? here.id : writableUnitIds[0]
}

function PlanOf({ card, plan }: Pick<PlanProps, 'card' | 'plan'>) {
  const unitId = useWritingUnit(plan)
  const { status, data: ordered = [] } = useRead(orders.ofCitizen, { citizenId: card.id })
  const props = { card, plan, unitId, ordered }
  // A goal drawn before its order moves in under it when that comes, and a form begun on it would be gone.
  if (status === 'loading') return <Loading lines={8} />
  return (
    <Stack gap={6}>
      <Objectives {...props} />
      <Goals {...props} />
      <FollowUps {...props} />
      <Panels slot="plan.main" card={card} unitId={unitId} />
    </Stack>
  )
}

function Goals(props: PlanProps) {
  const { plan, ordered, unitId } = props
  const [isOpen, setOpen] = useState(false)
  const living = plan.goals.filter(isLiving)
  const ended = plan.goals.filter((goal) => !isLiving(goal))
  const known = new Set(ordered.flatMap((order) => order.goals.map(({ id }) => id)))
  const loose = living.filter(({ orderGoalId }) => !orderGoalId || !known.has(orderGoalId))
  return (
    <Section
      title={text.goals}
      note={living.length || undefined}
      actions={unitId && <Button onPress={() => setOpen(true)}>{text.propose}</Button>}
    >
      <Stack gap={5}>
        {living.length === 0 && ordered.length === 0 && <Empty>{text.noGoals}</Empty>}
        {ordered.map((order) => (
          <Ordered key={order.id} order={order} goals={living} />
        ))}
        {loose.length > 0 && (
          <Section title={ordered.length > 0 ? text.unitsOwn : text.goals}>
            <Lines goals={loose} />
          </Section>
        )}
        {ended.length > 0 && (
          <Disclosure title={text.endedGoals(ended.length)}>
            <Lines goals={ended} />
          </Disclosure>
        )}
      </Stack>
      {isOpen && unitId && <WordDialog {...props} unitId={unitId} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const Lines = ({ goals: rows }: { goals: readonly PlanGoal[] }) => (
  <Stack gap={5}>
    {rows.map((goal) => (
      <GoalLine key={goal.id} goal={goal} />
    ))}
  </Stack>
)

/** The authority's words as they were ordered, and beneath each of its goals those the unit has made of it. */
function Ordered({ order, goals: living }: { order: OrderLine; goals: readonly PlanGoal[] }) {
  return (
    <Section title={`${text.fromAuthority}: ${order.authorityName}`}>
      <Stack gap={4}>
        <p>{`${text.purpose}: ${order.purpose}`}</p>
        {order.goals
          .filter(({ ended }) => !ended)
          .map((one) => (
            <Section key={one.id} title={`${text.orderedGoal}: ${one.text}`}>
              <Lines goals={living.filter(({ orderGoalId }) => orderGoalId === one.id)} />
              {!living.some(({ orderGoalId }) => orderGoalId === one.id) && <Row>{text.noGoalsHere}</Row>}
            </Section>
          ))}
      </Stack>
    </Section>
  )
}
