import { type Day, dayOf, daysBetween } from '#kernel/lang/day.ts'
import { movements, type PlanGoal } from '../contract.ts'

/** A point: where it stands of the whole, 0 to 1 across, and a step on the scale, 0 at the top. */
export type Point = { readonly on: Day; readonly across: number; readonly step: number; readonly id: string }
export type Progress = {
  /** Steps from best (top) to worst. */
  readonly scale: 'level' | 'movement'
  readonly steps: number
  readonly start: number | null
  readonly wanted: number | null
  readonly points: readonly Point[]
  readonly dots: readonly {
    readonly noteId: string
    readonly on: Day
    readonly across: number
    readonly important: boolean
  }[]
  readonly from: Day
  readonly to: Day
}

type Given = Pick<PlanGoal, 'startsOn' | 'endsOn' | 'levelStart' | 'levelWanted' | 'evaluations' | 'dots'>
const LEVELS = 5

/**
 * What the picture of a goal is drawn of. With levels of functioning, the worker's own levels are its points; without, how
 * far it has moved. Struck out evaluations are not drawn.
 */
export function progressOf(goal: Given, today: Day): Progress {
  const mine = goal.evaluations.filter(({ view, struck }) => view === 'worker' && !struck)
  const byLevel = goal.levelStart !== null || goal.levelWanted !== null
  const to = goal.endsOn > today ? goal.endsOn : today
  const length = Math.max(1, daysBetween(goal.startsOn, to))
  const acrossAt = (on: Day) => Math.min(1, Math.max(0, daysBetween(goal.startsOn, on) / length))
  const stepOf = ({ level, movement }: (typeof mine)[number]) =>
    byLevel ? level : movements.length - 1 - movements.indexOf(movement)
  const points = mine
    .map((one) => ({ on: one.evaluatedOn, across: acrossAt(one.evaluatedOn), step: stepOf(one), id: one.id }))
    .filter((point): point is Point => point.step !== null)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  return {
    scale: byLevel ? 'level' : 'movement',
    steps: byLevel ? LEVELS : movements.length,
    start: goal.levelStart,
    wanted: goal.levelWanted,
    points,
    dots: goal.dots.map(({ noteId, happenedAt, important }) => ({
      noteId,
      important,
      on: dayOf(happenedAt),
      across: acrossAt(dayOf(happenedAt)),
    })),
    from: goal.startsOn,
    to,
  }
}
