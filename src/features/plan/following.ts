import { addDays, type Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { dueOf, type TaskState, workingDayBy, workingDayFrom } from './rules.ts'

/** What an answer asks for beside a value. */
export type AskedFor = {
  readonly kind: 'task' | 'course' | 'ready'
  readonly key: string
  readonly text: string
  readonly questionKey: string
  readonly questionText: string
}
/** A task that once followed from an answer. */
export type Following = {
  readonly id: Id
  readonly key: string
  readonly text: string
  readonly state: TaskState
  readonly isWithdrawn: boolean
}

export const keyOf = ({ kind, key }: Pick<AskedFor, 'kind' | 'key'>): string => `${kind}:${key}`

type Changes<A, T> = { make: A[]; restore: [T, A][]; reword: [T, A][]; withdraw: T[]; stay: [T, A][] }

/**
 * What becomes of a unit's tasks when its answers ask for these. Asked for and not there: made. Withdrawn and asked for again: open again.
 * Not asked for, and begun by nobody: withdrawn. What somebody has begun, done or dropped stays as it is. Run twice, the second changes nothing.
 */
export function following<A extends AskedFor, T extends Following>(
  asked: readonly A[],
  tasks: readonly T[],
): Changes<A, T> {
  const byKey = new Map(tasks.map((task) => [task.key, task]))
  const known = asked.flatMap((one): [T, A][] => {
    const task = byKey.get(keyOf(one))
    return task ? [[task, one]] : []
  })
  const keys = new Set(asked.map(keyOf))
  return {
    make: asked.filter((one) => !byKey.has(keyOf(one))),
    restore: known.filter(([task]) => task.isWithdrawn),
    reword: known.filter(([task, one]) => task.state === 'open' && task.text !== one.text),
    stay: known.filter(([task, one]) => !task.isWithdrawn && !(task.state === 'open' && task.text !== one.text)),
    withdraw: tasks.filter((task) => task.state === 'open' && !keys.has(task.key)),
  }
}

/** Days before go-live that what an answer asks for is to be done: what is ordered takes weeks, a trial is made in what is set up. @source own choice */
export const LEAD_DAYS = { task: 28, course: 21, ready: 7 } as const

/** Its day; what would be due before it was asked for gets a fortnight, but is due by go-live when that is nearer and still to come. */
export function dueOfAsked(kind: AskedFor['kind'], goLiveOn: Day, today: Day): Day {
  const due = dueOf(goLiveOn, { offsetDays: -LEAD_DAYS[kind], earliestOn: null })
  if (due > today) return due
  const fortnight = workingDayBy(addDays(today, 14))
  const tomorrow = workingDayFrom(addDays(today, 1))
  return goLiveOn > tomorrow && goLiveOn < fortnight ? goLiveOn : fortnight
}

/** As a project's other tasks are called: its own words from then on. */
export const titleOf = ({ kind, text }: Pick<AskedFor, 'kind' | 'text'>): string =>
  ({ task: text, course: `Find pladser på kurset »${text}«`, ready: `Før drift: ${text}` })[kind].slice(0, 160)

export const whyOf = ({ questionKey, questionText }: Pick<AskedFor, 'questionKey' | 'questionText'>): string =>
  `Følger af svaret på ${questionKey}: ${questionText}`.slice(0, 500)
