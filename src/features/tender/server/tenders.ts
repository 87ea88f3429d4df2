import { latestPublished } from '#features/requirements/server/index.ts'
import { suspectLinks, touched } from '#features/thread/server/index.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem, refuse } from '#kernel/lang/problem.ts'
import { type Asked, actor, anywhere } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { annexesOn } from '../annexes.ts'
import { tender } from '../contract.ts'
import { whyNotDates, whyNotPrepare } from '../rules.ts'
import { needsLeft } from './needs-left.ts'
import { textKind } from './node-kinds.ts'
import { byId, mayPrepare, mayRead, nearby, offersOf, over, seesBids, through } from './permissions.ts'
import { type By, lockedOf, lockedTender, step } from './standing.ts'
import { tie, tiedTo } from './tie.ts'

const MOST = 50
export const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

const columns = (
  asked: Pick<Asked<never>, 'offers'>,
): Sql => sql`tender.id, tender.place_id as "placeId", tender.spec_id as "specId", tender.title,
  tender.procedure, tender.state, tender.baseline_id as "baselineId",
  (select label from requirements.baseline where baseline.tenant_id = tender.tenant_id and baseline.id = tender.baseline_id) as "baselineLabel",
  tender.questions_close_at as "questionsCloseAt", tender.bids_due_at as "bidsDueAt", tender.notice_planned_on::text as "noticePlannedOn",
  tender.data_protection_note as "dataProtectionNote", tender.published_at as "publishedAt", tender.opened_at as "openedAt",
  tender.notified_at as "notifiedAt", tender.standstill_ends_on::text as "standstillEndsOn", tender.standstill_said as "standstillSaid",
  tender.concluded_at as "concludedAt", tender.cancelled_because as "cancelledBecause", tender.version,
  ${offersOf(sql`tender.place_id`, asked)} as permitted`

export const list = query(tender.list, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: (asked) => sql`select ${columns(asked)} from tender.tender
    where tender.tenant_id = kernel.here() and exists (select from org.branch where branch.tenant_id = kernel.here()
      and branch.above_id = tender.place_id and ${asked.visible(sql`branch.unit_id`)})
    order by tender.id desc limit ${sql.lit(MOST)}`,
})

const texts = sql`select text.id, text.annex, text.title, text.body, ${tiedTo(sql`text.id`, 'mentioned-in')} as requirements,
    ${suspectLinks(sql`text.id`)} as suspects, text.version
  from tender.text where text.tenant_id = kernel.here() and text.tender_id = tender.id order by text.position`

/** A model that is not published is a draft: for those who prepare. */
const models = (
  prepares: Sql,
) => sql`select model.id, model.revision, model.content, model.content_hash as "contentHash", model.test, model.tested_at as "testedAt",
    model.locked_at as "lockedAt", model.published_at as "publishedAt", model.version
  from tender.model where model.tenant_id = kernel.here() and model.tender_id = tender.id and (model.published_at is not null or ${prepares})
  order by model.revision desc limit 20`

const questions = (
  prepares: Sql,
) => sql`select question.id, question.number, question.text, question.asked_on::text as "askedOn", question.answer,
    question.answered_at as "answeredAt", ${tiedTo(sql`question.id`, 'asked-in')} as requirements, question.version
  from tender.question where question.tenant_id = kernel.here() and question.tender_id = tender.id and (question.answer is not null or ${prepares})
  order by question.number limit 500`

const corrections = sql`select correction.id, correction.number, correction.note, correction.changes, correction.made_at as "madeAt"
  from tender.correction where correction.tenant_id = kernel.here() and correction.tender_id = tender.id order by correction.number`

const panel = sql`select seat.number, seat.employee_id as "employeeId", employee.name, declaration.is_conflicted as "isConflicted",
    seat.excused_because as "excusedBecause", submission.submitted_at as "submittedAt",
    (select count(*)::int from tender.score join tender.bid on bid.tenant_id = score.tenant_id and bid.id = score.bid_id
      where score.tenant_id = kernel.here() and score.employee_id = seat.employee_id and bid.tender_id = tender.id) as given
  from tender.seat
  join org.employee on employee.tenant_id = seat.tenant_id and employee.id = seat.employee_id
  left join tender.declaration on declaration.tenant_id = seat.tenant_id and declaration.tender_id = seat.tender_id and declaration.employee_id = seat.employee_id
  left join tender.submission on submission.tenant_id = seat.tenant_id and submission.tender_id = seat.tender_id and submission.employee_id = seat.employee_id
  where seat.tenant_id = kernel.here() and seat.tender_id = tender.id order by seat.number`

const files = sql`select file.id, file.what, file.name, file.size_bytes as "sizeBytes", file.is_sealed as "isSealed", file.made_at as "madeAt", employee.name as "madeByName"
  from tender.file join org.employee on employee.tenant_id = file.tenant_id and employee.id = file.made_by
  where file.tenant_id = kernel.here() and file.tender_id = tender.id and (not file.is_sealed or ${seesBids(sql`tender`)})
  order by file.made_at desc, file.id desc limit 100`

/** Best first. */
const totals = sql`(select coalesce(json_agg(json_build_object('letter', other.letter, 'vendor', other.vendor, 'total', worked ->> 'total') order by place), '[]')
  from jsonb_array_elements_text(award.result -> 'ranking') with ordinality ranked (id, place)
  join tender.bid other on other.tenant_id = award.tenant_id and other.id = ranked.id::uuid
  join lateral jsonb_array_elements(award.result -> 'bids') worked on worked ->> 'id' = ranked.id)`

const award = (
  approves: Sql,
) => sql`select bid.letter as "winnerLetter", ${totals} as totals, award.why, award.input_hash as "inputHash", award.minimum_note as "minimumNote",
    drafter.name as "draftedByName", award.drafted_by as "draftedById", award.drafted_at as "draftedAt", approver.name as "approvedByName", award.approved_at as "approvedAt"
  from tender.award join tender.bid on bid.tenant_id = award.tenant_id and bid.id = award.winner_id
  join org.employee drafter on drafter.tenant_id = award.tenant_id and drafter.id = award.drafted_by
  left join org.employee approver on approver.tenant_id = award.tenant_id and approver.id = award.approved_by
  where award.tenant_id = kernel.here() and award.tender_id = tender.id
    and (tender.notified_at is not null or ${approves} or ${seesBids(sql`tender`)})`

const heldBack = sql`${needsLeft(sql`tender.place_id`, sql`(select id from (${latestPublished(sql`tender.spec_id`)}) latest)`)} order by label limit 200`

const mineOf = (table: 'declaration' | 'seat', column: 'is_conflicted' | 'number') =>
  sql`(select mine.${sql.ref(column)} from tender.${sql.ref(table)} mine where mine.tenant_id = kernel.here()
    and mine.tender_id = tender.id and mine.employee_id = ${actor}::uuid)`

export const get = query(tender.get, {
  may: nearby(mayRead, byId),
  audit: (input) => ({ about: { tender: input.id } }),
  records: sql`select id from rows`,
  read: (asked) => {
    const holds = (act: string) => sql`${sql.lit(act)} = any (${offersOf(sql`tender.place_id`, asked)})`
    return sql`select ${columns(asked)}, ${listed(texts)} as texts, ${listed(models(holds('prepare')))} as models,
        ${listed(questions(holds('prepare')))} as questions, ${listed(corrections)} as corrections,
        case when ${holds('evaluate')} then ${listed(panel)} else '[]'::json end as panel, ${listed(files)} as files,
        ${mineOf('declaration', 'is_conflicted')} as declared, ${mineOf('seat', 'number')} as seat,
        case when tender.state = 'preparing' and (${holds('prepare')} or ${holds('buy')}) then ${listed(heldBack)} else '[]'::json end as "needsLeft",
        case when ${seesBids(sql`tender`)} then (select count(*)::int from tender.bid where bid.tenant_id = kernel.here() and bid.tender_id = tender.id) end as bids,
        (select to_json(one) from (${award(holds('approve'))}) one) as award
      from tender.tender where tender.tenant_id = kernel.here() and tender.id = ${asked.input.id}::uuid`
  },
})

/** The tender begins with its written annexes as their templates have them today. */
async function beginTexts(db: Db, tenderId: string, today: string, by: By, idOf: () => string): Promise<void> {
  for (const { key, title, body, number } of annexesOn(today).filter(({ from }) => from === 'written'))
    await db.run(sql`insert into tender.text (id, tender_id, annex, title, body, position, changed_at, changed_by)
      values (${idOf()}, ${tenderId}, ${key}, ${title.da}, ${body ?? ''}, ${number}, ${by.at}, ${by.id})`)
}

export const create = command(tender.create, {
  may: {
    right: mayPrepare,
    rows: ({ input, visible }) => sql`select spec.id from requirements.spec
      where spec.tenant_id = kernel.here() and spec.id = ${input.specId}::uuid and ${visible(sql`spec.place_id`)}`,
  },
  audit: (input) => ({ records: [input.id], about: { spec: input.specId } }),
  async run({ db, input, by, clock }) {
    refuse(whyNotDates(input))
    const maker = { id: by.id, at: clock.now() }
    await db.run(sql`insert into tender.tender (id, place_id, spec_id, title, procedure, state, questions_close_at, bids_due_at, notice_planned_on, changed_at, changed_by)
      select ${input.id}, spec.place_id, spec.id, ${input.title.trim()}, ${input.procedure}, 'preparing', ${input.questionsCloseAt}, ${input.bidsDueAt},
        ${input.noticePlannedOn}, ${maker.at}, ${maker.id} from requirements.spec where spec.tenant_id = kernel.here() and spec.id = ${input.specId}`)
    await beginTexts(db, input.id, clock.today(), maker, () => newId())
    return { id: input.id, version: 1 }
  },
})

export const change = command(tender.change, {
  may: over(mayPrepare, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotPrepare(about))
    refuse(whyNotDates(input))
    return step(
      db,
      input.id,
      { id: by.id, at: clock.now() },
      sql`title = ${input.title.trim()}, procedure = ${input.procedure}, questions_close_at = ${input.questionsCloseAt}, bids_due_at = ${input.bidsDueAt},
        notice_planned_on = ${input.noticePlannedOn}, data_protection_note = ${input.dataProtectionNote.trim()}`,
    )
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

/** Every requirement named belongs to the tender's own set. */
export async function whyNotOfSpec(db: Db, specId: string, ids: readonly string[]): Promise<void> {
  const found = await db.one<{ count: number }>(sql`select count(*)::int as count from requirements.requirement
    where tenant_id = kernel.here() and spec_id = ${specId} and id = any (${[...new Set(ids)]}::uuid[])`)
  if (found!.count !== new Set(ids).size) throw new Problem('not-found', 'kernel.not-found')
}

export const saveText = command(tender.saveText, {
  may: over(mayPrepare, through('text')),
  about: (db, input) => lockedOf<{ id: string }>(db, 'text', input.id, sql`own.id`),
  audit: (input, about) => ({ place: about?.tender.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotPrepare(about.tender))
    await whyNotOfSpec(db, about.tender.specId, input.requirements)
    const writer = { id: by.id, at: clock.now() }
    await putText(db, input.id, { title: input.title.trim(), body: input.body.trim() }, writer)
    await tie(db, 'mentioned-in', { kind: textKind, id: input.id }, input.requirements, writer)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'tender', place: about.tender.placeId }],
})

export async function putText(db: Db, id: string, said: { title?: string; body: string }, by: By): Promise<void> {
  await db.run(sql`update tender.text set title = coalesce(${said.title ?? null}, title), body = ${said.body}, version = version + 1,
    changed_at = ${by.at}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${id}`)
  await touched(db, { kind: textKind, id }, { what: 'text', by: by.id, at: by.at })
}
