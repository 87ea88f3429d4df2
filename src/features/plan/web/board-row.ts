import type { Day } from '#kernel/lang/day.ts'
import type { BoardTask, BoardUnit, Stage } from '../contract.ts'
import { byDay, cellOf, delaysOf, forecast, lateDays, plannedAt, standing } from '../rules.ts'

/** The stage whose tasks make a unit ready: the last one before go-live. */
const readyStage = (stages: readonly Stage[]): Stage | undefined => stages.findLast(({ afterGoLive }) => !afterGoLive)

/** What a unit's row on the board says. */
export function rowOf(
  stages: readonly Stage[],
  { tasks, goLiveOn }: BoardUnit,
  history: readonly BoardTask[],
  today: Day,
) {
  const { at, lacking } = standing(stages, tasks, goLiveOn, today)
  const cell = cellOf(tasks, today)
  const planned = plannedAt(stages, tasks, goLiveOn, today)
  const late = tasks.filter((task) => lateDays(task, today) > 0).sort(byDay)
  const wanted = new Set(readyStage(stages)?.needs)
  const targets = tasks.filter(({ templateId }) => templateId !== null && wanted.has(templateId))
  const isReady = targets.every(({ state }) => state === 'done' || state === 'dropped')
  return {
    at,
    planned,
    stageName: stages[at]?.name,
    plannedName: stages[planned]?.name,
    cell,
    blocking: cell.state === 'going' ? undefined : late[0]?.title,
    isReopened: lacking.length > 0,
    isReady,
    forecast: forecast(
      tasks,
      targets.map(({ id }) => id),
      delaysOf(history),
      today,
    ),
  }
}
export type Row = ReturnType<typeof rowOf>
