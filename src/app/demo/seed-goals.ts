import { pdfOf } from '#features/documents/server/index.ts'
import { goals as goalsApi } from '#features/goals/contract.ts'
import { orders as ordersApi } from '#features/orders/contract.ts'
import type { AnyEndpoint, InputOf, OutputOf } from '#kernel/lang/contract.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type DemoGoal, demoGoals } from './goals.ts'

/** What the story lends: ids by key, days counted from today, and somebody who acts. */
export type Telling = {
  idOf: (key: string) => Id
  dayAt: (offset: number) => Day
  moment: (day: number, time: string) => Instant
  act: <E extends AnyEndpoint>(who: string, when: Instant, contract: E, input: InputOf<E>) => Promise<OutputOf<E>>
}
type Event = { at: Instant; alone: true; tell: () => Promise<unknown> }

const FROM = -28
const LENGTH = 182
const goalKey = ({ key }: DemoGoal) => `goal ${key}`

/** Goals that a note of the story belongs to. */
export const goalsOfNote = (citizen: string | undefined, unit: string, text: string): string[] =>
  demoGoals
    .filter((goal) => goal.citizen === citizen && goal.unit === unit && !goal.isWaiting && goal.about.test(text))
    .map(goalKey)

/** The letter that the order was typed from. */
const letter = ({ order }: DemoGoal) =>
  pdfOf({
    title: 'Bestilling',
    blocks: [
      { kind: 'paragraph', text: order!.purpose },
      { kind: 'paragraph', text: order!.goal },
    ],
  })

async function typed(story: Telling, goal: DemoGoal): Promise<void> {
  const { idOf, dayAt, moment, act } = story
  const [citizenId, { purpose, goal: text, themeCode, followUpInDays }] = [idOf(goal.citizen), goal.order!]
  await act(goal.leader, moment(FROM, '09:00'), ordersApi.type, {
    id: newId(),
    citizenId,
    unitId: idOf(goal.unit),
    fileName: 'bestilling.pdf',
    fileId: newId(),
    content: await letter(goal),
    purpose,
    objective: goal.wish ?? null,
    orderedOn: dayAt(FROM - 2),
    startsOn: dayAt(FROM),
    endsOn: null,
    authorityName: 'Egebæk Kommune, Myndighed Voksne',
    caseNumber: null,
    targetGroup: null,
    offerType: null,
    followUpOn: dayAt(followUpInDays),
    goals: [
      {
        text,
        themeCode,
        levelStart: goal.levels[0],
        levelWanted: goal.levels[1],
        direction: 'develop',
        interventionCode: null,
      },
    ],
  })
}

async function worded(story: Telling, goal: DemoGoal): Promise<void> {
  const { idOf, dayAt, moment, act } = story
  const at = moment(FROM, '11:00')
  const [citizenId, unitId, objectiveId] = [idOf(goal.citizen), idOf(goal.unit), newId()]
  const ordered = goal.order ? await act(goal.by, at, ordersApi.ofCitizen, { citizenId }) : []
  if (goal.wish)
    await act(goal.by, at, goalsApi.say, { id: objectiveId, citizenId, unitId, text: goal.wish, saidOn: dayAt(FROM) })
  await act(goal.by, at, goalsApi.propose, {
    id: idOf(goalKey(goal)),
    citizenId,
    unitId,
    objectiveId: goal.wish ? objectiveId : null,
    orderGoalId: ordered[0]?.goals[0]?.id ?? null,
    title: goal.title,
    concrete: goal.concrete,
    method: goal.method,
    signs: goal.signs,
    startsOn: dayAt(FROM),
    endsOn: dayAt(FROM + LENGTH),
    responsibleId: idOf(goal.by),
    madeWith: 'citizen',
    whyWithout: null,
    everyWeeks: 6,
    levelStart: goal.levels[0],
    levelWanted: goal.levels[1],
  })
  const goalId = idOf(goalKey(goal))
  for (const [text, rhythm, who] of goal.activities)
    await act(goal.by, at, goalsApi.addActivity, { id: newId(), goalId, text, rhythm, who })
}

const approved = ({ idOf, moment, act }: Telling, goal: DemoGoal) =>
  act(goal.leader, moment(FROM, '15:00'), goalsApi.approve, { id: idOf(goalKey(goal)), version: 1 })

function evaluations({ idOf, dayAt, moment, act }: Telling, goal: DemoGoal): Event[] {
  return goal.evaluations.map(([day, view, movement, level, text], at) => {
    const when = moment(day, `14:${10 + at}`)
    const input = {
      id: newId(),
      goalId: idOf(goalKey(goal)),
      view,
      viewOf: view === 'relative' ? 'søsteren' : null,
      movement,
      level,
      text,
      evaluatedOn: dayAt(day),
      noteIds: [],
    }
    return { at: when, alone: true, tell: () => act(goal.by, when, goalsApi.evaluate, input) }
  })
}

/** Orders, wishes, goals, approvals and evaluations, each at its own time. */
export const goalEvents = (story: Telling): Event[] =>
  demoGoals.flatMap((goal) => [
    ...(goal.order ? [{ at: story.moment(FROM, '09:00'), alone: true as const, tell: () => typed(story, goal) }] : []),
    { at: story.moment(FROM, '11:00'), alone: true as const, tell: () => worded(story, goal) },
    ...(goal.isWaiting
      ? []
      : [{ at: story.moment(FROM, '15:00'), alone: true as const, tell: () => approved(story, goal) }]),
    ...evaluations(story, goal),
  ])
