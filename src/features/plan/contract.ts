import { z } from 'zod'
import { Role } from '#features/org/contract.ts'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { taskStates } from './rules.ts'

export const TaskState = z.enum(taskStates)
/** Short name: UT08, P-33, B2. */
const Code = z.string().regex(/^[A-ZÆØÅa-zæøå0-9-]{1,20}$/)
/** Days from go-live. */
const Offset = z.int().min(-400).max(400)

const phase = { id: Id, code: Code, name: words(80), doneWhen: text(300), startsOn: Day, endsOn: Day }
const role = { id: Id, code: Code, name: words(60), orgRole: Role.nullable(), perUnit: z.boolean() }
const template = {
  id: Id,
  code: Code,
  title: words(120),
  why: text(500),
  offsetDays: Offset,
  roleId: Id,
  earliestPhaseId: Id.nullable(),
  needs: z.array(Id).max(30),
}
const stage = { id: Id, code: Code, name: words(30), afterGoLive: z.boolean(), needs: z.array(Id).max(30) }

export const Engagement = z.object({
  id: Id,
  unitId: Id.nullable(),
  unitName: z.string().nullable(),
  title: z.string(),
  who: z.string(),
  employeeId: Id.nullable(),
  room: z.string().nullable(),
  fromAt: Instant,
  untilAt: Instant,
  version: z.int(),
  /** The feature that keeps it, and where it is changed; null: the plan itself. */
  keptIn: z.string().nullable(),
})
export type Engagement = z.infer<typeof Engagement>

export const Absence = z.object({
  id: Id,
  employeeId: Id,
  name: z.string(),
  deputyId: Id.nullable(),
  deputyName: z.string().nullable(),
  fromOn: Day,
  toOn: Day,
  version: z.int(),
})
export type Absence = z.infer<typeof Absence>

export const Wave = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  goLiveOn: Day,
  units: z.array(z.object({ id: Id, name: z.string() })),
  moves: z.array(z.object({ wasOn: Day, becomesOn: Day, because: z.string(), at: Instant, byName: z.string() })),
  version: z.int(),
})
export type Wave = z.infer<typeof Wave>

/** A stage as those see it who read the board. */
export const Stage = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  afterGoLive: z.boolean(),
  needs: z.array(Id),
})
export type Stage = z.infer<typeof Stage>

export const Template = z.object({
  ...template,
  code: z.string(),
  title: z.string(),
  why: z.string(),
  offsetDays: z.int(),
  needs: z.array(Id),
  version: z.int(),
})
export type Template = z.infer<typeof Template>

export const Holder = z.object({ unitId: Id.nullable(), employeeId: Id.nullable(), who: z.string() })

export const Plan = z.object({
  id: Id,
  placeId: Id,
  title: z.string(),
  phases: z.array(z.object({ ...phase, code: z.string(), name: z.string(), doneWhen: z.string() })),
  roles: z.array(z.object({ ...role, code: z.string(), name: z.string(), holders: z.array(Holder) })),
  templates: z.array(Template),
  stages: z.array(Stage),
  waves: z.array(Wave),
  absences: z.array(Absence),
  engagements: z.array(Engagement),
  version: z.int(),
  /** keep. */
  permitted: z.array(z.string()),
})
export type Plan = z.infer<typeof Plan>

export const Task = z.object({
  id: Id,
  planId: Id,
  unitId: Id.nullable(),
  unitName: z.string().nullable(),
  waveId: Id.nullable(),
  templateId: Id.nullable(),
  phaseId: Id.nullable(),
  code: z.string().nullable(),
  title: z.string(),
  why: z.string(),
  roleId: Id.nullable(),
  employeeId: Id.nullable(),
  /** Who has it, worked out: the person named, or the one who has the role. Null: nobody. */
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  startsOn: Day.nullable(),
  dueOn: Day.nullable(),
  byHand: z.boolean(),
  /** It follows from an answer of the unit: the thread says which. */
  fromAnswer: z.boolean(),
  state: TaskState,
  because: z.string().nullable(),
  doneOn: Day.nullable(),
  needs: z.array(Id),
  /** Mine, or that of somebody I stand in for today. */
  isMine: z.boolean(),
  version: z.int(),
  /** act. */
  permitted: z.array(z.string()),
})
export type Task = z.infer<typeof Task>

/** What a board says of a task: never whose it is. */
export const BoardTask = Task.pick({
  id: true,
  templateId: true,
  title: true,
  state: true,
  dueOn: true,
  doneOn: true,
  needs: true,
})
export type BoardTask = z.infer<typeof BoardTask>

export const BoardUnit = z.object({
  id: Id,
  name: z.string(),
  waveCode: z.string(),
  waveName: z.string(),
  goLiveOn: Day,
  tasks: z.array(BoardTask),
})
export type BoardUnit = z.infer<typeof BoardUnit>

export const Board = z.object({
  id: Id,
  title: z.string(),
  stages: z.array(Stage),
  units: z.array(BoardUnit),
})
export type Board = z.infer<typeof Board>

export const Opened = z.object({
  id: Id,
  title: z.string(),
  unitName: z.string().nullable(),
  ownerName: z.string().nullable(),
})
export type Opened = z.infer<typeof Opened>

const versioned = z.object({ id: Id, version: z.int() })
const owner = { roleId: Id.nullable(), employeeId: Id.nullable() }
const task = {
  title: words(160),
  why: text(500),
  ...owner,
  startsOn: Day.nullable(),
  dueOn: Day.nullable(),
  needs: z.array(Id).max(50),
}

export const plan = contract('plan', {
  /** Places whose rollout one may plan. */
  places: read(z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  /** Everything a plan is made of, save its tasks. */
  plans: read(z.object({}), z.array(Plan)),
  /** The project's and the units' tasks within one's reach, and one's own wherever they are; by day. At most 3,000. */
  tasks: read(z.object({}), z.array(Task)),
  /** Units and how far they are; for all, without names of people. */
  board: read(z.object({}), z.array(Board)),

  /** A plan with its phases, roles, templates and stages in one act. A circle among templates is refused. */
  begin: write(
    z.object({
      id: Id,
      placeId: Id,
      title: words(120),
      phases: z.array(z.strictObject(phase)).max(20),
      roles: z.array(z.strictObject(role)).min(1).max(30),
      templates: z.array(z.strictObject(template)).max(100),
      stages: z.array(z.strictObject(stage)).max(15),
    }),
    versioned,
  ),
  /** Units that go live together; each gets its dated tasks in the same act. */
  addWave: write(
    z.object({ id: Id, planId: Id, code: Code, name: words(60), goLiveOn: Day, unitIds: z.array(Id).min(1).max(200) }),
    versioned.extend({ tasks: z.int() }),
  ),
  /** Everything that is not done follows; what is done stays. */
  moveWave: write(
    versioned.extend({ goLiveOn: Day, because: words(300) }),
    versioned.extend({ moved: z.array(z.object({ id: Id, dueOn: Day })) }),
  ),
  /** A unit goes with another wave, or with its first; its tasks follow. `id`: the wave. */
  joinWave: write(versioned.extend({ unitId: Id }), versioned.extend({ moved: z.int() })),
  /** A template from now on: tasks that are not done, and whose day nobody has set, follow. */
  changeTemplate: write(
    versioned.extend({
      title: words(120),
      why: text(500),
      offsetDays: Offset,
      roleId: Id,
      needs: z.array(Id).max(30),
    }),
    versioned.extend({ moved: z.int() }),
  ),
  addTask: write(
    z.object({
      id: Id,
      planId: Id,
      unitId: Id.nullable(),
      waveId: Id.nullable(),
      phaseId: Id.nullable(),
      code: Code.nullable(),
      ...task,
    }),
    versioned,
  ),
  changeTask: write(versioned.extend(task), versioned),
  /** Begun, done, dropped with a reason, or open again. Answers with what it has opened for. */
  moveOn: write(
    versioned.extend({
      to: TaskState,
      because: text(300).nullable(),
      /** The day it was done; today where it is not said. */
      doneOn: Day.nullable(),
    }),
    versioned.extend({ opened: z.array(Opened) }),
  ),
  /** Who has a role of the project, in a unit or for the whole; an empty name: nobody. `id`: the role. */
  nameHolder: write(
    z.object({ id: Id, unitId: Id.nullable(), employeeId: Id.nullable(), who: text(120) }),
    z.object({ id: Id }),
  ),
  /** Away from and to, and who stands in; written again it is changed. */
  keepAbsence: write(
    z.object({
      id: Id,
      planId: Id,
      employeeId: Id,
      deputyId: Id.nullable(),
      fromOn: Day,
      toOn: Day,
      isCancelled: z.boolean(),
    }),
    z.object({ id: Id }),
  ),
  /** What takes a person or a room for a while; written again it is changed. */
  keepEngagement: write(
    z.object({
      id: Id,
      planId: Id,
      unitId: Id.nullable(),
      title: words(120),
      who: text(120),
      employeeId: Id.nullable(),
      room: text(80).nullable(),
      fromAt: Instant,
      untilAt: Instant,
      isCancelled: z.boolean(),
    }),
    z.object({ id: Id }),
  ),

  /** Whether my calendar has an address; never the address itself. */
  myCalendar: read(z.object({}), z.object({ id: Id, madeAt: Instant.nullable(), readAt: Instant.nullable() })),
  /** A new secret address, shown this once; a former one no longer works. */
  makeCalendar: write(z.object({}), z.object({ path: z.string() })),
  endCalendar: write(z.object({}), z.object({ ok: z.literal(true) })),
})
