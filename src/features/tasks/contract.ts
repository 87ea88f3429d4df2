import { z } from 'zod'
import { contract, read, text, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

export const Task = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  /** Feature and what is to be done, `oversight.review`; the feature hangs its words on the slot `task.<kind>`. */
  kind: z.string(),
  /** Ids and days of what it is about. */
  about: z.record(z.string(), z.string()),
  /** Last day on which it is in time. */
  dueOn: Day,
  createdAt: Instant,
  /** How often somebody was reminded. */
  reminders: z.int(),
  /** What it may end in, when it can be closed from the list; empty when its feature closes it. */
  outcomes: z.array(z.string()),
  /** Set when it is for one person and not for a role. */
  assigneeName: z.string().nullable(),
  version: z.int(),
})
export type Task = z.infer<typeof Task>

/** A task that was closed: when, by whom, and what came of it. */
export const DoneTask = Task.extend({
  doneAt: Instant,
  doneByName: z.string().nullable(),
  outcome: z.string(),
  note: z.string().nullable(),
})
export type DoneTask = z.infer<typeof DoneTask>

export const tasks = contract('tasks', {
  /** Open tasks that are mine to do, wherever; what is due first stands first. At most 200. */
  mine: read(z.object({}), z.array(Task)),
  /** All open tasks of a unit, for its leader; at most 200. */
  ofUnit: read(z.object({ unitId: Id }), z.array(Task)),
  /** What was closed at a unit, latest first; at most 200. */
  doneAt: read(z.object({ unitId: Id }), z.array(DoneTask)),
  /** Closes a task that its feature lets be closed from the list. */
  done: write(
    z.object({ id: Id, version: z.int(), outcome: text(40), note: text(500).nullable() }),
    z.object({ id: Id }),
  ),
})
