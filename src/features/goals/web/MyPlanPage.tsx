import { citizens } from '#features/citizens/contract.ts'
import { shortName } from '#features/citizens/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Empty, Page, ScreenOnly, Section, Show, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { goals, type Plan, type PlanGoal, type View } from '../contract.ts'
import { isLiving } from '../rules.ts'
import { ProgressPicture } from './ProgressPicture.tsx'
import { text } from './text.ts'

/** The citizen's own page: short sentences, no words of the trade. To look at together, or on paper. */
export function MyPlanPage({ citizenId }: { citizenId: Id }) {
  const card = useRead(citizens.card, { citizenId })
  const plan = useRead(goals.ofCitizen, { citizenId })
  return (
    <Show of={card} lines={4} isEmpty={() => false}>
      {(known) => (
        <Page
          title={`${text.myPlan}: ${shortName(known)}`}
          lead={text.myPlanLead}
          actions={
            <ScreenOnly>
              <Button onPress={() => window.print()}>{text.print}</Button>
            </ScreenOnly>
          }
        >
          <Show of={plan} lines={8} isEmpty={() => false}>
            {(found) => <MyPlan plan={found} />}
          </Show>
        </Page>
      )}
    </Show>
  )
}

function MyPlan({ plan }: { plan: Plan }) {
  const wishes = plan.objectives.filter(({ endedOn }) => endedOn === null)
  const mine = plan.goals.filter((goal) => isLiving(goal) && goal.state !== 'proposed')
  if (wishes.length + mine.length === 0) return <Empty>{text.nothingYet}</Empty>
  return (
    <Stack gap={6}>
      {wishes.length > 0 && (
        <Section title={text.iWant}>
          {wishes.map((wish) => (
            <p key={wish.id}>{wish.text}</p>
          ))}
        </Section>
      )}
      {mine.length > 0 && (
        <Section title={text.weWorkOn}>
          <Stack gap={6}>
            {mine.map((goal) => (
              <MyGoal key={goal.id} goal={goal} />
            ))}
          </Stack>
        </Section>
      )}
    </Stack>
  )
}

function MyGoal({ goal }: { goal: PlanGoal }) {
  const today = useToday()
  const doing = goal.activities.filter(({ endedAt }) => endedAt === null)
  return (
    <Section title={goal.title}>
      <Stack gap={3}>
        <p>{goal.concrete}</p>
        <ProgressPicture goal={goal} />
        <p>
          <strong>{text.howItShows}:</strong> {goal.signs}
        </p>
        {doing.length > 0 && (
          <div>
            <strong>{text.whatWeDo}:</strong>
            <ul>
              {doing.map(({ id, text: words, rhythm }) => (
                <li key={id}>{`${words}, ${text.rhythms[rhythm]}`}</li>
              ))}
            </ul>
          </div>
        )}
        <Said goal={goal} view="citizen" title={text.iSay} />
        <Said goal={goal} view="worker" title={text.theySay} />
        <p>{`${text.helps(goal.responsibleName)} ${text.until(shortDayWords(goal.endsOn, today))}`}</p>
      </Stack>
    </Section>
  )
}

/** The latest of each view. */
function Said({ goal, view, title }: { goal: PlanGoal; view: View; title: string }) {
  const last = goal.evaluations.find((one) => one.view === view && !one.struck)
  if (!last) return null
  return (
    <p>
      <strong>{title}:</strong> {`${text.movements[last.movement]}. ${last.text}`}
    </p>
  )
}
