import type { BenefitSources, HourSource, SignalSource } from '#features/benefits/server/index.ts'
import { minutesAttended } from '#features/capture/server/index.ts'
import { isClarified } from '#features/clarification/server/index.ts'
import { minutesWorked } from '#features/coordination/server/index.ts'
import { goLiveOf } from '#features/plan/server/index.ts'
import { isApplied } from '#features/profiles/server/index.ts'
import { contractAt } from '#features/tender/server/index.ts'
import { coverageRows, minutesTaught } from '#features/training/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'

/** Hours that some feature of this house knows of. */
const hours: readonly HourSource[] = [
  {
    key: 'days',
    said: { da: 'Café- og use-case-dage', en: 'Café days and use-case days' },
    source: { da: 'Fremmøde på dagene', en: 'Attendance on the days' },
    isPreparation: true,
    minutes: minutesAttended,
  },
  {
    key: 'coordination-before',
    said: { da: 'Projektkoordinatoren til kontrakten', en: 'The project coordinator until the contract' },
    source: { da: 'Koordinatorens timer', en: 'The coordinator’s hours' },
    isPreparation: true,
    minutes: (place) => minutesWorked(place, { from: sql`null`, until: contractAt(place) }),
  },
  {
    key: 'coordination-after',
    said: { da: 'Projektkoordinatoren efter kontrakten', en: 'The project coordinator after the contract' },
    source: { da: 'Koordinatorens timer', en: 'The coordinator’s hours' },
    isPreparation: false,
    // Before there is a contract everything is preparation.
    minutes: (place) =>
      sql`case when ${contractAt(place)} is null then 0 else ${minutesWorked(place, { from: contractAt(place), until: sql`null` })} end`,
  },
  {
    key: 'courses',
    said: { da: 'Medarbejdere på kursus', en: 'Staff on courses' },
    source: { da: 'Fremmøde på kurser', en: 'Attendance on courses' },
    isPreparation: false,
    minutes: minutesTaught,
  },
]

const offersOf = (
  place: Sql,
): Sql => sql`org.unit join org.branch on branch.tenant_id = unit.tenant_id and branch.unit_id = unit.id and branch.above_id = ${place}
  where unit.tenant_id = kernel.here() and unit.kind = 'offer' and unit.closed_on is null`

/** What each signal of the leadership's page counts. A signal whose feature is not in the house counts nothing, and says so. */
const signals: readonly SignalSource[] = [
  {
    key: 'plan',
    said: {
      da: '{done} af {of} opgaver med dag til nu er gjort',
      en: '{done} of {of} tasks with a day until now are done',
    },
    count: ({
      place,
      today,
    }) => sql`select count(*) filter (where task.state = 'done') as done, count(*) as of from plan.task
      join plan.plan on plan.tenant_id = task.tenant_id and plan.id = task.plan_id
      where task.tenant_id = kernel.here() and plan.place_id = ${place} and task.state <> 'dropped' and task.due_on <= ${today}`,
  },
  {
    key: 'plan',
    said: { da: '{done} af {of} enheder er i gang', en: '{done} of {of} units are live' },
    count: ({ place, today }) =>
      sql`select count(*) filter (where ${goLiveOf(sql`unit.id`)} <= ${today}) as done, count(*) as of from ${offersOf(place)}`,
  },
  {
    key: 'people',
    said: { da: '{done} af {of} faste har haft kursus', en: '{done} of {of} permanent staff have had the course' },
    count: ({
      place,
      today,
    }) => sql`select sum(covered.permanent_trained) as done, sum(covered.permanent) as of from (${coverageRows(today)}) covered
      join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = covered.unit_id and branch.above_id = ${place}`,
  },
  {
    key: 'people',
    said: { da: '{done} af {of} vikarer', en: '{done} of {of} temps' },
    count: ({
      place,
      today,
    }) => sql`select sum(covered.temps_trained) as done, sum(covered.temps) as of from (${coverageRows(today)}) covered
      join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = covered.unit_id and branch.above_id = ${place}`,
  },
  {
    key: 'set-up',
    said: { da: '{done} af {of} enheder har opsætningen i brug', en: '{done} of {of} units have their set-up applied' },
    count: ({ place, today }) =>
      sql`select count(*) filter (where ${isApplied(sql`unit.id`, today)}) as done, count(*) as of from ${offersOf(place)}`,
  },
  {
    key: 'set-up',
    said: { da: '{done} af {of} enheder er afklaret', en: '{done} of {of} units are clarified' },
    count: ({ place }) =>
      sql`select count(*) filter (where ${isClarified(sql`unit.id`)}) as done, count(*) as of from ${offersOf(place)}`,
  },
  {
    key: 'set-up',
    said: { da: '{done} af {of} gab er løst', en: '{done} of {of} gaps are solved' },
    count: ({
      place,
    }) => sql`select count(*) filter (where gap.state not in ('open', 'with-vendor')) as done, count(*) as of from clarification.gap
      join org.branch on branch.tenant_id = gap.tenant_id and branch.unit_id = gap.unit_id and branch.above_id = ${place}
      where gap.tenant_id = kernel.here() and gap.merged_into_id is null`,
  },
  {
    key: 'vendor',
    said: {
      da: '{done} af {of} bestilte tilretninger er leveret',
      en: '{done} of {of} ordered adaptations are delivered',
    },
    count: ({
      place,
    }) => sql`select count(*) filter (where adaptation.state in ('delivered', 'accepted')) as done, count(*) as of from tender.adaptation
      join tender.tender on tender.tenant_id = adaptation.tenant_id and tender.id = adaptation.tender_id
      where adaptation.tenant_id = kernel.here() and tender.place_id = ${place} and adaptation.state in ('ordered', 'delivered', 'accepted')`,
  },
  {
    key: 'benefits',
    said: {
      da: '{done} af {of} gevinster er målt efter nulpunktet',
      en: '{done} of {of} benefits are measured after the baseline',
    },
    count: ({
      place,
    }) => sql`select count(*) filter (where exists (select from benefits.point where point.tenant_id = kernel.here() and point.measure_id = measure.id
        and (measure.baseline_on is null or point.taken_on > measure.baseline_on))) as done, count(*) as of
      from benefits.measure where measure.tenant_id = kernel.here() and measure.place_id = ${place}`,
  },
]

export const benefitSources: BenefitSources = { hours, signals }
