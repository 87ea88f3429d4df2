import { z } from 'zod'
import { NoteRow } from '#features/journal/contract.ts'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

export const goalStates = ['proposed', 'active', 'on-hold', 'completed', 'dropped'] as const
export const GoalState = z.enum(goalStates)
export type GoalState = z.infer<typeof GoalState>
export const attainments = ['attained', 'partly', 'not'] as const
export const Attainment = z.enum(attainments)
export type Attainment = z.infer<typeof Attainment>
/** Whose view an evaluation is, whoever wrote it down. */
export const views = ['worker', 'citizen', 'relative'] as const
export const View = z.enum(views)
export type View = z.infer<typeof View>
export const movements = ['away', 'none', 'little', 'much', 'there'] as const
export const Movement = z.enum(movements)
export type Movement = z.infer<typeof Movement>
export const rhythms = ['once', 'daily', 'weekly', 'fortnightly', 'monthly', 'when-needed'] as const
export const Rhythm = z.enum(rhythms)
export const results = ['continue', 'end', 'end-and-reassess'] as const
export const FollowUpResult = z.enum(results)
export const madeWiths = ['citizen', 'partly', 'without'] as const
export const MadeWith = z.enum(madeWiths)
/** Functioning, 0 (no limitation) to 4 (complete), as the handbook of VUM 2.0 numbers them. */
export const Level = z.int().min(0).max(4)

/** Notes an evaluation may rest on. */
export const MAX_EVIDENCE = 40

export const Objective = z.object({
  id: Id,
  unitId: Id,
  text: z.string(),
  saidOn: Day,
  writtenByName: z.string(),
  endedOn: Day.nullable(),
  endReason: z.string().nullable(),
  version: z.int(),
})
export type Objective = z.infer<typeof Objective>

export const Activity = z.object({
  id: Id,
  text: z.string(),
  rhythm: Rhythm,
  who: z.string(),
  endedAt: Instant.nullable(),
})
export type Activity = z.infer<typeof Activity>

export const Evaluation = z.object({
  id: Id,
  goalId: Id,
  view: View,
  viewOf: z.string().nullable(),
  movement: Movement,
  /** The provider's view; never the authority's. */
  level: Level.nullable(),
  text: z.string(),
  evaluatedOn: Day,
  writtenById: Id,
  writtenByName: z.string(),
  writtenAt: Instant,
  /** Notes it rests on; those out of the reader's reach are left out. */
  noteIds: z.array(Id),
  struck: z.object({ at: Instant, reason: z.string() }).nullable(),
  version: z.int(),
})
export type Evaluation = z.infer<typeof Evaluation>

export const Goal = z.object({
  id: Id,
  citizenId: Id,
  unitId: Id,
  objectiveId: Id.nullable(),
  /** The authority's goal it follows from (orders). */
  orderGoalId: Id.nullable(),
  title: z.string(),
  concrete: z.string(),
  method: z.string(),
  signs: z.string(),
  startsOn: Day,
  endsOn: Day,
  responsibleId: Id,
  responsibleName: z.string(),
  madeWith: MadeWith,
  whyWithout: z.string().nullable(),
  everyWeeks: z.int(),
  levelStart: Level.nullable(),
  levelWanted: Level.nullable(),
  state: GoalState,
  attainment: Attainment.nullable(),
  reason: z.string().nullable(),
  wordedById: Id,
  wordedByName: z.string(),
  wordedAt: Instant,
  approvedByName: z.string().nullable(),
  /** Null while the present wording waits for the leader. */
  approvedAt: Instant.nullable(),
  evaluateOn: Day.nullable(),
  version: z.int(),
})
export type Goal = z.infer<typeof Goal>

export const FollowUp = z.object({
  id: Id,
  unitId: Id,
  dueOn: Day,
  heldOn: Day.nullable(),
  result: FollowUpResult.nullable(),
  text: z.string().nullable(),
  /** The order has named another day since: this one is not prepared for. */
  givesWay: z.boolean(),
  version: z.int(),
})
export type FollowUp = z.infer<typeof FollowUp>

/** A note as a point on the picture. */
export const Dot = z.object({ noteId: Id, happenedAt: Instant, important: z.boolean() })
export type Dot = z.infer<typeof Dot>

/** On the plan: the goal, what is done for it, the latest view of each, and its latest notes (at most 40, enough for the picture). */
export const PlanGoal = Goal.extend({
  activities: z.array(Activity),
  evaluations: z.array(Evaluation),
  dots: z.array(Dot),
  /** write, evaluate, approve */
  permitted: z.array(z.string()),
})
export type PlanGoal = z.infer<typeof PlanGoal>

export const Plan = z.object({
  id: Id,
  objectives: z.array(Objective),
  /** Living ones first; at most 60. */
  goals: z.array(PlanGoal),
  followUps: z.array(FollowUp),
  /** Orders whose own day of follow-up gives way to what the unit was told since. */
  ordersGivingWay: z.array(Id),
  /** Units where I may add to it. */
  writableUnitIds: z.array(Id),
})
export type Plan = z.infer<typeof Plan>

export const Step = z.object({
  number: z.int(),
  act: z.enum(['propose', 'change', 'approve', 'hold', 'resume', 'complete', 'drop']),
  byName: z.string(),
  at: Instant,
  reason: z.string().nullable(),
  attainment: Attainment.nullable(),
})
export type Step = z.infer<typeof Step>

export const GoalWhole = z.object({
  id: Id,
  goal: PlanGoal,
  objective: Objective.nullable(),
  steps: z.array(Step),
  /** Latest first, at most 30. */
  notes: z.array(NoteRow),
})
export type GoalWhole = z.infer<typeof GoalWhole>

const MAX_WORDS = 4000
const wording = {
  objectiveId: Id.nullable(),
  orderGoalId: Id.nullable(),
  title: words(120),
  concrete: words(MAX_WORDS),
  method: words(MAX_WORDS),
  signs: words(MAX_WORDS),
  startsOn: Day,
  endsOn: Day,
  responsibleId: Id,
  madeWith: MadeWith,
  whyWithout: text(500).nullable(),
  everyWeeks: z.int().min(1).max(26),
  levelStart: Level.nullable(),
  levelWanted: Level.nullable(),
}
export const Wording = z.object(wording)
export type Wording = z.infer<typeof Wording>

const stood = z.object({ id: Id, version: z.int() })

/** A goal that a unit's leader ought to look at. */
export const GoalAtUnit = z.object({
  id: Id,
  citizenId: Id,
  calledName: z.string(),
  title: z.string(),
  state: GoalState,
  responsibleName: z.string(),
  wordedById: Id,
  awaitsApproval: z.boolean(),
  evaluateOn: Day.nullable(),
  endsOn: Day,
  /** Day of its latest note; null when it has none. */
  lastNoteOn: Day.nullable(),
})
export type GoalAtUnit = z.infer<typeof GoalAtUnit>

export const goals = contract('goals', {
  /** The citizen's plan, of the units I reach. */
  ofCitizen: read(z.object({ citizenId: Id }), Plan),
  one: read(z.object({ goalId: Id }), GoalWhole),
  /** Living goals of a unit: those that wait for approval first, then by the day of evaluation; at most 200. */
  ofUnit: read(z.object({ unitId: Id }), z.array(GoalAtUnit)),
  /** The citizen's own words. */
  say: write(z.object({ id: Id, citizenId: Id, unitId: Id, text: words(MAX_WORDS), saidOn: Day }), stood),
  endObjective: write(z.object({ id: Id, version: z.int(), reason: words(300) }), stood),
  propose: write(z.object({ id: Id, citizenId: Id, unitId: Id, ...wording }), stood),
  /** New words wait for approval; the goal goes on meanwhile. */
  change: write(z.object({ id: Id, version: z.int(), ...wording }), stood),
  /** The leader's; never of what one has worded oneself. */
  approve: write(z.object({ id: Id, version: z.int() }), stood),
  hold: write(z.object({ id: Id, version: z.int(), reason: words(500) }), stood),
  resume: write(z.object({ id: Id, version: z.int() }), stood),
  complete: write(z.object({ id: Id, version: z.int(), attainment: Attainment, reason: text(500).nullable() }), stood),
  drop: write(z.object({ id: Id, version: z.int(), reason: words(500) }), stood),
  addActivity: write(
    z.object({ id: Id, goalId: Id, text: words(500), rhythm: Rhythm, who: words(120) }),
    z.object({ id: Id }),
  ),
  endActivity: write(z.object({ id: Id }), z.object({ id: Id })),
  evaluate: write(
    z.object({
      id: Id,
      goalId: Id,
      view: View,
      viewOf: text(120).nullable(),
      movement: Movement,
      level: Level.nullable(),
      text: words(MAX_WORDS),
      evaluatedOn: Day,
      noteIds: z.array(Id).max(MAX_EVIDENCE),
    }),
    z.object({ id: Id }),
  ),
  /** Written by mistake: it stays, struck out. */
  strikeEvaluation: write(z.object({ id: Id, version: z.int(), reason: words(300) }), stood),
  /** The day the authority has named; another day takes the place of the one before. */
  planFollowUp: write(z.object({ id: Id, citizenId: Id, unitId: Id, dueOn: Day }), stood),
  answerFollowUp: write(
    z.object({ id: Id, version: z.int(), heldOn: Day, result: FollowUpResult, text: text(MAX_WORDS).nullable() }),
    stood,
  ),
})
