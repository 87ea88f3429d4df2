import { employeeName } from '#features/org/server/index.ts'
import { type Asked, anywhere, at } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { clarification } from '../contract.ts'
import { appliedOf, isMapConfirmed, presentRound } from './applied.ts'
import { contactsOf } from './contacts.ts'
import { gapColumns } from './gaps.ts'
import { mayAnswerOwn, mayCoordinate, mayLead, mayRead, maySee } from './permissions.ts'

const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

/** A version of the questions with the record of each: of a table `question_set`. */
const askedColumns = sql`question_set.id as "setId", question_set.number, question_set.content,
  (select coalesce(json_agg(json_build_object('id', question.id, 'key', question.key, 'sinceNumber', question.since_number)), '[]') from clarification.question
    where question.tenant_id = question_set.tenant_id and question.place_id = question_set.place_id and question.gone_number is null) as records`

const answerColumns = sql`answer.id, question.key, answer.value, answer.unsure, answer.outside, answer.told, answer.comment, answer.reason, answer.source, answer.mark,
  answer.said_by as "saidBy", answer.answered_at as "answeredAt", ${employeeName(sql`answer.answered_by`)} as "answeredByName", answer.version`

const answersIn = (unit: Sql, columns: Sql): Sql => sql`select ${columns} from clarification.answer
  join clarification.question on question.tenant_id = answer.tenant_id and question.id = answer.question_id
  where answer.tenant_id = kernel.here() and answer.unit_id = ${unit} order by question.position`

/** Whether somebody leads the unit on the day of the request, as a stored name must be asked. */
const leadsNow = (employee: Sql, unit: Sql, now: Sql, today: Sql): Sql => sql`exists (
  select from org.reach(${employee}, ${now}::timestamptz, ${today}::date, ${sql.lit(mayLead.name)}, ${[...mayLead.roles]}::text[]) led (unit_id) where led.unit_id = ${unit})`

const roundColumns = ({
  now,
  today,
}: Pick<
  Asked<never>,
  'now' | 'today'
>): Sql => sql`round.id, round.unit_id as "unitId", round.number, round.state, round.template,
  round.begun_number as "begunNumber", round.because, round.sent_back as "sentBack", round.submitted_at as "submittedAt",
  ${employeeName(sql`round.submitted_by`)} as "submittedByName", round.met_on as "metOn", round.met_note as "metNote", round.approved_at as "approvedAt",
  ${employeeName(sql`round.approved_by`)} as "approvedByName",
  round.vouched_by is not null and ${leadsNow(sql`round.vouched_by`, sql`round.unit_id`, sql`${now}`, sql`${today}`)} as "vouchingLeads",
  coalesce(round.approved->'sentences', '[]') as sentences, round.proposal_id as "proposalId", ${appliedOf(sql`round.proposal_id`, sql`${today}`)} as applied, round.version`

const peopleOf = (today: Sql): Sql => sql`select distinct employee.id, employee.name from org.role_grant
  join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
  where role_grant.tenant_id = kernel.here() and role_grant.unit_id = unit.id and role_grant.starts_on <= ${today}::date
    and (role_grant.ends_on is null or role_grant.ends_on >= ${today}::date) and (employee.employed_to is null or employee.employed_to >= ${today}::date)
  order by employee.name limit 300`

export const ofUnit = query(clarification.ofUnit, {
  may: at(maySee, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  records: sql`select "unitId" from rows`,
  read: (asked) => {
    const { input, offers, today } = asked
    return sql`
    select unit.id as "unitId", unit.name as "unitName", json_build_object('legalGrounds', unit.legal_grounds, 'roundTheClock', unit.round_the_clock) as facts,
      unit.offer_type as "offerType",
      (select to_json(found) from (select ${askedColumns} from clarification.question_set
        where question_set.tenant_id = kernel.here() and question_set.id = clarification.set_of(unit.id)) found) as asked,
      (select to_json(found) from (select ${roundColumns(asked)} from clarification.round
        where round.tenant_id = kernel.here() and round.unit_id = unit.id order by round.number desc limit 1) found) as round,
      ${listed(answersIn(sql`unit.id`, answerColumns))} as answers,
      ${listed(sql`select ${gapColumns(asked as never)} from clarification.gap where gap.tenant_id = kernel.here() and gap.unit_id = unit.id order by gap.number`)} as gaps,
      ${listed(peopleOf(sql`${today}`))} as people,
      ${offers({ answer: mayAnswerOwn, lead: mayLead, coordinate: mayCoordinate }, sql`unit.id`)} as permitted
    from org.unit where unit.tenant_id = kernel.here() and unit.id = ${input.unitId}::uuid`
  },
})

const matrixSets = (visible: Asked<never>['visible'], today: Sql): Sql => sql`
  select ${askedColumns}, array(select unit.id from org.unit where unit.tenant_id = kernel.here() and unit.kind = 'offer'
      and (unit.closed_on is null or unit.closed_on > ${today}::date) and clarification.set_of(unit.id) = question_set.id and ${visible(sql`unit.id`)}) as "unitIds"
  from clarification.question_set where question_set.tenant_id = kernel.here() and question_set.id in (
    select clarification.set_of(unit.id) from org.unit where unit.tenant_id = kernel.here() and unit.kind = 'offer' and ${visible(sql`unit.id`)})`

const cellColumns = sql`question.key, answer.value, answer.unsure, answer.outside, answer.source`

const matrixUnits = (visible: Asked<never>['visible'], today: Sql): Sql => sql`
  select unit.id as "unitId", unit.name as "unitName", round.template, round.begun_number as "begunNumber", round.number, round.state,
    ${appliedOf(sql`round.proposal_id`, today)} as applied, ${isMapConfirmed(sql`unit.id`)} as "isMapConfirmed", ${employeeName(sql`acting.acting_id`)} as "contactName",
    (select count(*)::int from clarification.gap where gap.tenant_id = kernel.here() and gap.unit_id = unit.id and gap.state in ('open', 'with-vendor')) as "openGaps",
    ${listed(answersIn(sql`unit.id`, cellColumns))} as answers
  from org.unit left join ${presentRound} left join ${contactsOf(today)} acting on acting.unit_id = unit.id
  where unit.tenant_id = kernel.here() and unit.kind = 'offer' and (unit.closed_on is null or unit.closed_on > ${today}::date) and ${visible(sql`unit.id`)}
  order by unit.name collate "da-x-icu" limit 400`

/** Units and questions: what stands in each cell the screen works out with the rules, as the server would. */
export const matrix = query(clarification.matrix, {
  may: anywhere(maySee),
  audit: () => ({}),
  records: sql`select null::uuid where false`,
  read: ({ visible, today }) => sql`
    select ${listed(matrixSets(visible, sql`${today}`))} as sets, ${listed(matrixUnits(visible, sql`${today}`))} as units`,
})

export const answerHistory = query(clarification.answerHistory, {
  may: at(maySee, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, about: { question: input.key } }),
  records: sql`select null::uuid where false`,
  read: ({ input }) => sql`
    select was.version, was.value, was.unsure, was.outside, was.comment, was.answered_at as "answeredAt", ${employeeName(sql`was.answered_by`)} as "answeredByName"
    from clarification.answer_was was join clarification.answer on answer.tenant_id = was.tenant_id and answer.id = was.answer_id
    join clarification.question on question.tenant_id = answer.tenant_id and question.id = answer.question_id
    where was.tenant_id = kernel.here() and answer.unit_id = ${input.unitId}::uuid and question.key = ${input.key}::text
    order by was.version desc limit 100`,
})

export const plainSummary = query(clarification.plainSummary, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  records: sql`select null::uuid where false`,
  read: ({ input }) => sql`
    select unit.name as "unitName", coalesce(round.approved->'sentences', '[]') as sentences, round.approved_at as "approvedAt",
      ${employeeName(sql`round.approved_by`)} as "approvedByName"
    from org.unit left join lateral (select * from clarification.round where round.tenant_id = kernel.here() and round.unit_id = unit.id
      and round.approved_at is not null order by round.number desc limit 1) round on true
    where unit.tenant_id = kernel.here() and unit.id = ${input.unitId}::uuid`,
})
