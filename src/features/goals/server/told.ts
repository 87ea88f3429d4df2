import { employeeName, unitName } from '#features/org/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { choicesOf, type Subject, type Telling, told } from '#kernel/server/telling.ts'
import { da } from '../text.da.ts'
import { en } from '../text.en.ts'

const linkOnly = 'an id of ours; the name it stands for is told'
const versionCounts = 'counts changes; says nothing about the citizen'
const levels = Object.fromEntries(
  da.levels.map((word, at) => [String(at), { da: `${at}: ${word}`, en: `${at}: ${en.levels[at]}` }]),
)
const during = (at: Sql, { from, until }: Subject) =>
  sql`${at} >= ${from}::timestamptz and ${at} < ${until}::timestamptz`
const goalTitle = told.words('goalTitle', 'Delmål', 'Goal')
const writtenAt = told.instant('writtenAt', 'Skrevet', 'Written')
const writtenBy = told.plain('writtenByName', 'Skrevet af', 'Written by')
const unit = told.place('unitName', 'Enhed', 'Unit')

const objectives: Telling = {
  name: 'goals.objectives',
  title: { da: 'Dine egne mål', en: 'Your own objectives' },
  tables: ['goals.objective'],
  untold: { 'goals.objective.version': versionCounts, 'goals.objective.written_by': linkOnly },
  layout: 'thread',
  fields: [
    told.day('saidOn', 'Sagt', 'Said'),
    writtenBy,
    unit,
    told.words('text', 'Med dine ord', 'In your words'),
    writtenAt,
    told.day('endedOn', 'Gjaldt til', 'Until'),
    told.words('endReason', 'Hvorfor ikke længere', 'Why no longer'),
  ],
  rows: (subject) => sql`
    select id::text, said_on as "saidOn", written_by_name as "writtenByName", ${unitName(sql`objective.unit_id`)} as "unitName",
      text, written_at as "writtenAt", ended_on as "endedOn", end_reason as "endReason"
    from goals.objective where tenant_id = kernel.here() and citizen_id = ${subject.id}::uuid and ${during(sql`written_at`, subject)}
    order by said_on, id`,
}

const goalsTelling: Telling = {
  name: 'goals.goals',
  title: { da: 'Delmål', en: 'Goals' },
  tables: ['goals.goal'],
  untold: {
    'goals.goal.worded_by': linkOnly,
    'goals.goal.approved_by': linkOnly,
    'goals.goal.order_goal_id': 'the authority’s goal, which is told with its order',
    'goals.goal.version': versionCounts,
  },
  layout: 'pairs',
  headedBy: 'title',
  fields: [
    told.words('title', 'Delmål', 'Goal'),
    unit,
    told.choice('state', 'Står nu', 'Stands now', choicesOf(da.states, en.states)),
    told.choice('attainment', 'Blev nået', 'Was attained', choicesOf(da.attainments, en.attainments)),
    told.words('reason', 'Grund', 'Reason'),
    told.words('objective', 'Dit eget mål bag det', 'Your own objective behind it'),
    told.words('concrete', 'Helt konkret', 'Concretely'),
    told.words('method', 'Sådan gør vi', 'How'),
    told.words('signs', 'Tegn på, at det lykkes', 'Signs of attainment'),
    told.day('startsOn', 'Fra', 'From'),
    told.day('endsOn', 'Til', 'Until'),
    told.plain('responsibleName', 'Ansvarlig', 'Responsible'),
    told.choice('madeWith', 'Lavet', 'Made', choicesOf(da.madeWiths, en.madeWiths)),
    told.words('whyWithout', 'Hvorfor du ikke var med', 'Why you were not in it'),
    told.number('everyWeeks', 'Vurderes hver (uger)', 'Evaluated every (weeks)'),
    told.choice('levelStart', 'Niveau ved start', 'Level at start', levels),
    told.choice('levelWanted', 'Ønsket niveau', 'Level wanted', levels),
    told.plain('wordedByName', 'Formuleret af', 'Worded by'),
    told.instant('wordedAt', 'Formuleret', 'Worded'),
    told.plain('approvedByName', 'Godkendt af', 'Approved by'),
    told.instant('approvedAt', 'Godkendt', 'Approved'),
    told.day('evaluateOn', 'Vurderes senest', 'To be evaluated by'),
  ],
  rows: (subject) => sql`
    select goal.id::text, goal.title, ${unitName(sql`goal.unit_id`)} as "unitName", goal.state, goal.attainment, goal.reason,
      (select objective.text from goals.objective where objective.tenant_id = kernel.here() and objective.id = goal.objective_id) as objective,
      goal.concrete, goal.method, goal.signs, goal.starts_on as "startsOn", goal.ends_on as "endsOn",
      ${employeeName(sql`goal.responsible_id`)} as "responsibleName", goal.made_with as "madeWith", goal.why_without as "whyWithout", goal.every_weeks as "everyWeeks",
      goal.level_start::text as "levelStart", goal.level_wanted::text as "levelWanted", goal.worded_by_name as "wordedByName", goal.worded_at as "wordedAt",
      goal.approved_by_name as "approvedByName", goal.approved_at as "approvedAt", goal.evaluate_on as "evaluateOn"
    from goals.goal where goal.tenant_id = kernel.here() and goal.citizen_id = ${subject.id}::uuid
      and goal.starts_on <= ${subject.toOn}::date and goal.worded_at < ${subject.until}::timestamptz
    order by goal.starts_on, goal.id`,
}

const steps: Telling = {
  name: 'goals.steps',
  title: { da: 'Hvad der er sket med delmålene', en: 'What was done with the goals' },
  tables: ['goals.step'],
  untold: { 'goals.step.by_id': linkOnly, 'goals.step.number': 'the order of the steps, in which they are told' },
  layout: 'table',
  fields: [
    told.instant('at', 'Hvornår', 'When'),
    goalTitle,
    told.choice('act', 'Hvad', 'What', choicesOf(da.acts, en.acts)),
    told.plain('byName', 'Af', 'By'),
    told.words('reason', 'Grund', 'Reason'),
    told.choice('attainment', 'Nået', 'Attained', choicesOf(da.attainments, en.attainments)),
    told.id('wording', 'Ordlyd', 'Wording'),
  ],
  rows: (subject) => sql`
    select step.goal_id || ' ' || step.number as id, step.at, step.wording ->> 'title' as "goalTitle", step.act, step.by_name as "byName", step.reason, step.attainment,
      step.wording::text as wording
    from goals.step where step.tenant_id = kernel.here() and step.citizen_id = ${subject.id}::uuid and ${during(sql`step.at`, subject)}
    order by step.at, step.goal_id, step.number`,
}

const activities: Telling = {
  name: 'goals.activities',
  title: { da: 'Aktiviteter', en: 'Activities' },
  tables: ['goals.activity'],
  layout: 'table',
  fields: [
    goalTitle,
    told.words('text', 'Hvad', 'What'),
    told.choice('rhythm', 'Hvor tit', 'How often', choicesOf(da.rhythms, en.rhythms)),
    told.plain('who', 'Hvem', 'Who'),
    writtenAt,
    writtenBy,
    told.instant('endedAt', 'Stoppet', 'Ended'),
    told.plain('endedByName', 'Stoppet af', 'Ended by'),
  ],
  rows: (subject) => sql`
    select activity.id::text, goal.title as "goalTitle", activity.text, activity.rhythm, activity.who, activity.written_at as "writtenAt",
      ${employeeName(sql`activity.written_by`)} as "writtenByName", activity.ended_at as "endedAt", ${employeeName(sql`activity.ended_by`)} as "endedByName"
    from goals.activity join goals.goal on goal.tenant_id = activity.tenant_id and goal.id = activity.goal_id
    where activity.tenant_id = kernel.here() and activity.citizen_id = ${subject.id}::uuid and ${during(sql`activity.written_at`, subject)}
    order by activity.written_at, activity.id`,
}

const evaluations: Telling = {
  name: 'goals.evaluations',
  title: { da: 'Vurderinger af delmålene', en: 'Evaluations of the goals' },
  tables: ['goals.evaluation', 'goals.evidence'],
  untold: { 'goals.evaluation.version': versionCounts, 'goals.evaluation.written_by': linkOnly },
  layout: 'thread',
  fields: [
    told.day('evaluatedOn', 'Vurderet', 'Evaluated'),
    goalTitle,
    told.choice('view', 'Hvis syn', 'Whose view', choicesOf(da.views, en.views)),
    told.words('viewOf', 'Hvem', 'Who'),
    told.choice('movement', 'Hvordan går det', 'How it goes', choicesOf(da.movements, en.movements)),
    told.choice('level', 'Funktionsniveau, udførers vurdering', 'Level of functioning, the provider’s view', levels),
    told.words('text', 'Med ord', 'In words'),
    writtenBy,
    writtenAt,
    told.instant('struckAt', 'Streget', 'Struck out'),
    told.plain('struckByName', 'Streget af', 'Struck out by'),
    told.words('strikeReason', 'Hvorfor streget', 'Why struck out'),
    told.id('noteIds', 'Notater bag', 'Notes behind it'),
  ],
  rows: (subject) => sql`
    select evaluation.id::text, evaluation.evaluated_on as "evaluatedOn", goal.title as "goalTitle", evaluation.view, evaluation.view_of as "viewOf", evaluation.movement,
      evaluation.level::text as level, evaluation.text, evaluation.written_by_name as "writtenByName", evaluation.written_at as "writtenAt", evaluation.struck_at as "struckAt",
      ${employeeName(sql`evaluation.struck_by`)} as "struckByName", evaluation.strike_reason as "strikeReason",
      (select string_agg(evidence.note_id::text, ' ') from goals.evidence
        where evidence.tenant_id = kernel.here() and evidence.citizen_id = evaluation.citizen_id and evidence.evaluation_id = evaluation.id) as "noteIds"
    from goals.evaluation join goals.goal on goal.tenant_id = evaluation.tenant_id and goal.id = evaluation.goal_id
    where evaluation.tenant_id = kernel.here() and evaluation.citizen_id = ${subject.id}::uuid and ${during(sql`evaluation.written_at`, subject)}
    order by evaluation.evaluated_on, evaluation.id`,
}

const followUps: Telling = {
  name: 'goals.follow-ups',
  title: { da: 'Myndighedens opfølgning', en: 'Follow-up by the authority' },
  tables: ['goals.follow_up'],
  untold: { 'goals.follow_up.version': versionCounts },
  layout: 'table',
  fields: [
    told.day('dueOn', 'Planlagt til', 'Planned for'),
    unit,
    told.instant('plannedAt', 'Skrevet ind', 'Written down'),
    told.plain('plannedByName', 'Af', 'By'),
    told.day('heldOn', 'Holdt', 'Held'),
    told.choice('result', 'Resultat', 'Result', choicesOf(da.results, en.results)),
    told.words('text', 'Med ord', 'In words'),
    told.instant('cancelledAt', 'Flyttet til en anden dag', 'Moved to another day'),
  ],
  rows: (subject) => sql`
    select id::text, due_on as "dueOn", ${unitName(sql`follow_up.unit_id`)} as "unitName", planned_at as "plannedAt", ${employeeName(sql`follow_up.planned_by`)} as "plannedByName",
      held_on as "heldOn", result, text, cancelled_at as "cancelledAt"
    from goals.follow_up where tenant_id = kernel.here() and citizen_id = ${subject.id}::uuid and ${during(sql`planned_at`, subject)}
    order by due_on, id`,
}

export const goalsTold: readonly Telling[] = [objectives, goalsTelling, steps, activities, evaluations, followUps]
