import { type SettingKey, settings } from '#features/profiles/contract.ts'
import { lastAppliedAt, teachTemplate } from '#features/profiles/server/index.ts'
import { messageKind, tellChain, untell } from '#features/relay/server/index.ts'
import { link, touched } from '#features/thread/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { golive } from '../contract.ts'
import {
  answerBy,
  type CaseState,
  type Cause,
  isClosed,
  nameOfCase,
  type Severity,
  whyNotConfirm,
  whyNotMoveCase,
  whyNotTake,
  whyNotTell,
} from '../rules.ts'
import { type By, planned } from './keep.ts'
import { caseKind } from './node-kinds.ts'
import {
  joining,
  mayFollow,
  mayHandle,
  mayLift,
  mayReport,
  mayVendor,
  onCase,
  onOwnCase,
  onStop,
  onSuggestion,
} from './permissions.ts'
import { listed } from './readiness.ts'

const suggestions = sql`select suggestion.id, suggestion.text, suggestion.setting_key as "settingKey", suggestion.state, suggestion.answer,
    case when suggestion.offer_group is not null then json_build_object('offerGroup', suggestion.offer_group, 'version', suggestion.template_version) end as template
  from golive.suggestion where suggestion.tenant_id = kernel.here() and suggestion.case_id = one.id order by suggestion.made_at`
const isStopping = sql`exists (select from golive.line_stop stop where stop.tenant_id = kernel.here() and stop.case_id = one.id and stop.lifted_at is null)`

export const telling = query(golive.telling, {
  may: anywhere(mayReport),
  audit: () => ({}),
  read: ({ visible, actor }) => sql`
    select own.unit_id as id, (select count(*)::int from golive.early_case one
        where one.tenant_id = kernel.here() and one.unit_id = own.unit_id and one.reporter_id = ${actor}::uuid) as told
    from plan.unit own where own.tenant_id = kernel.here() and ${visible(sql`own.unit_id`)} order by own.unit_id limit 300`,
})

export const cases = query(golive.cases, {
  may: anywhere(mayReport),
  audit: () => ({}),
  read: ({ actor, offers }) => {
    const reads = sql`array_position(array(${mayFollow.places}), one.unit_id) is not null`
    return sql`
    select one.id, one.number, one.unit_id as "unitId", unit.name as "unitName", one.severity, one.title, one.what, one.screen, one.setup_at as "setupAt",
      one.reported_at as "reportedAt", one.answer_by_at as "answerByAt", one.state, one.cause, one.resolution, one.vendor_text as "vendorText", one.workaround,
      one.workaround_review_on as "workaroundReviewOn", taker.name as "takenByName", one.solved_on as "solvedOn",
      1 + (select count(*)::int from golive.voice where voice.tenant_id = kernel.here() and voice.case_id = one.id) as voices,
      case when ${reads} then ${listed(suggestions)} else '[]'::json end as suggestions, ${isStopping} as "isStopping",
      one.reporter_id = ${actor}::uuid as "isMine", one.version, ${offers({ move: mayHandle, stop: mayReport, lift: mayLift }, sql`one.unit_id`)} as permitted
    from golive.early_case one
    join org.unit on unit.tenant_id = one.tenant_id and unit.id = one.unit_id
    left join org.employee taker on taker.tenant_id = one.tenant_id and taker.id = one.taken_by
    where one.tenant_id = kernel.here() and (${reads} or one.reporter_id = ${actor}::uuid)
    order by one.reported_at desc, one.number desc limit 500`
  },
})

/** The columns are the wall: the reporter, the unit and their words are not among them. */
export const vendorSheet = query(golive.vendorSheet, {
  may: anywhere(mayVendor),
  audit: () => ({ purpose: 'export' }),
  read: ({ visible }) => sql`
    select one.id, one.number, one.severity, one.vendor_text as text, one.screen, one.setup_at as "setupAt", one.changed_at as "sentAt", one.answer_by_at as "answerByAt"
    from golive.early_case one
    where one.tenant_id = kernel.here() and one.state = 'with-vendor' and ${visible(sql`one.place_id`)}
    order by one.severity = 'high' desc, one.number limit 300`,
})

/** Numbers are given one at a time: the place's row is the lock. */
async function freeNumber(db: Db, placeId: Id, wanted: number | undefined): Promise<number> {
  await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${placeId} for no key update`)
  const taken = await db.one<{
    most: number
    same: boolean
  }>(sql`select coalesce(max(number), 0) as most, coalesce(bool_or(number = ${wanted ?? null}::int), false) as same
    from golive.early_case where tenant_id = kernel.here() and place_id = ${placeId}`)
  if (taken!.same) refuse(refusal('golive.code-taken', {}, 'number'))
  return wanted ?? taken!.most + 1
}

export const report = command(golive.report, {
  may: at(mayReport, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    for (const field of ['title', 'what'] as const) refuse(whyNotTell(input[field], input.namesSeen, field))
    const { placeId, goLiveOn } = await planned(db, input.unitId)
    const number = await freeNumber(db, placeId, input.number)
    const now = clock.now()
    const answerByAt = answerBy(input.severity, now, goLiveOn)
    await db.run(sql`insert into golive.early_case (id, place_id, unit_id, number, severity, title, what, screen, setup_at, reporter_id, reported_at, answer_by_at, state, resolution, changed_at, changed_by)
      values (${input.id}, ${placeId}, ${input.unitId}, ${number}, ${input.severity}, ${input.title.trim()}, ${input.what.trim()}, ${input.screen},
        ${lastAppliedAt(sql`${input.unitId}::uuid`, sql`${clock.today()}::date`)}, ${by.id}, ${now}, ${answerByAt}, 'new', '', ${now}, ${by.id})`)
    return { id: input.id, number, answerByAt }
  },
  tell: (input) => [{ topic: 'golive', place: input.unitId }],
})

export const join = command(golive.join, {
  may: joining(
    (input) => input.id,
    (input) => input.unitId,
  ),
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    await db.run(
      sql`insert into golive.voice (case_id, unit_id, employee_id, added_at) values (${input.id}, ${input.unitId}, ${by.id}, ${clock.now()}) on conflict do nothing`,
    )
    const row = await db.one<{ voices: number }>(
      sql`select 1 + count(*)::int as voices from golive.voice where tenant_id = kernel.here() and case_id = ${input.id}`,
    )
    return { id: input.id, voices: row!.voices }
  },
  tell: (input) => [{ topic: 'golive', place: input.unitId }],
})

type Standing = {
  id: Id
  unitId: Id
  placeId: Id
  number: number
  state: CaseState
  severity: Severity
  cause: Cause | null
  reportedAt: Instant
  goLiveOn: Day | null
  version: number
}
const lockedCase = (db: Db, id: Id) =>
  db.one<Standing>(sql`select one.id, one.unit_id as "unitId", one.place_id as "placeId", one.number, one.state, one.severity, one.cause, one.reported_at as "reportedAt",
      (select wave.go_live_on::text from plan.unit own join plan.wave on wave.tenant_id = own.tenant_id and wave.id = own.wave_id
       where own.tenant_id = kernel.here() and own.unit_id = one.unit_id) as "goLiveOn", one.version
    from golive.early_case one where one.tenant_id = kernel.here() and one.id = ${id} for update`)

export const moveCase = command(golive.moveCase, {
  may: onCase(mayHandle, (input) => input.id),
  about: (db, input) => lockedCase(db, input.id),
  audit: (input, one) => ({ place: one?.unitId, records: [input.id] }),
  async run({ db, input, about: one, by, clock }) {
    refuse(whyNotMoveCase({ ...input, from: one.state }))
    refuse(whyNotTell(input.resolution, true, 'resolution'))
    const now = clock.now()
    const answerByAt = answerBy(input.severity, new Date(one.reportedAt).toISOString(), one.goLiveOn)
    await db.run(sql`update golive.early_case set state = ${input.to}, severity = ${input.severity}, answer_by_at = ${answerByAt}, cause = ${input.cause}, resolution = ${input.resolution.trim()},
      vendor_text = coalesce(${input.vendorText?.trim() || null}, vendor_text), workaround = ${input.workaround?.trim() || null}, workaround_review_on = ${input.workaroundReviewOn}::date,
      taken_at = coalesce(taken_at, ${now}), taken_by = coalesce(taken_by, ${by.id}), solved_on = ${isClosed(input.to) ? clock.today() : null}::date,
      version = version + 1, changed_at = ${now}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${one.id}`)
    await touched(db, { kind: caseKind, id: one.id }, { what: 'value', by: by.id, at: now })
    return { id: one.id, version: one.version + 1 }
  },
  tell: (_, one) => [{ topic: 'golive', place: one.unitId }],
})

export const confirm = command(golive.confirm, {
  may: onOwnCase((input) => input.id),
  about: (db, input) => lockedCase(db, input.id),
  audit: (input, one) => ({ place: one?.unitId, records: [input.id] }),
  async run({ db, input, about: one, by, clock }) {
    refuse(whyNotConfirm(one.state))
    const now = clock.now()
    await db.run(sql`update golive.early_case set state = ${input.isOver ? 'confirmed' : 'taken'}, confirmed_at = ${input.isOver ? now : null}, solved_on = case when ${input.isOver} then solved_on end,
      version = version + 1, changed_at = ${now}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${one.id}`)
    return { id: one.id, version: one.version + 1 }
  },
  tell: (_, one) => [{ topic: 'golive', place: one.unitId }],
})

type Stop = { id: Id; one: Standing; because: string }

/** Words of the house, which the coordinator says in their own before they go on. */
async function tellOfStop(db: Db, { id, one, because }: Stop, by: By): Promise<void> {
  const body = `${because}\n\nIngen går i drift, før bremsen er løftet. I, der er i drift: bliver I ramt, så brug vejen tilbage og nødpakken.`
  const title = `Bremsen er trukket (${nameOfCase(one.number)})`
  const messageId = await tellChain(db, { unitId: one.unitId, severity: 'critical', title, body }, by)
  if (!messageId) return
  await db.run(
    sql`update golive.line_stop set message_id = ${messageId} where tenant_id = kernel.here() and id = ${id}`,
  )
  const ends = { from: { kind: caseKind, id: one.id }, to: { kind: messageKind, id: messageId } }
  await link(db, { type: 'reported-in', ...ends, by: by.id, at: by.at })
}

/** Twice is as once: the stop that stands has been told of. */
export const stopLine = command(golive.stopLine, {
  may: onCase(mayReport, (input) => input.id),
  about: (db, input) => lockedCase(db, input.id),
  audit: (input, one) => ({ place: one?.unitId, records: [input.id, input.stopId] }),
  async run({ db, input, about: one, by, clock }) {
    refuse(whyNotTell(input.because, false, 'because'))
    const because = input.because.trim()
    const made = await db.run(sql`insert into golive.line_stop (id, case_id, place_id, because, stopped_at, stopped_by)
      select ${input.stopId}, ${one.id}, ${one.placeId}, ${because}, ${clock.now()}, ${by.id}
      where not exists (select from golive.line_stop stop where stop.tenant_id = kernel.here() and stop.case_id = ${one.id} and stop.lifted_at is null)`)
    if (made > 0) await tellOfStop(db, { id: input.stopId, one, because }, { id: by.id, at: clock.now() })
    return { id: one.id }
  },
  tell: (_, one) => [
    { topic: 'golive', place: one.unitId },
    { topic: 'golive', place: one.placeId },
    { topic: 'relay', place: one.placeId },
  ],
})

type StopRow = { id: Id; placeId: Id; lifted: boolean; messageId: Id | null; number: number; unitId: Id }
const lockedStop = (db: Db, id: Id) =>
  db.one<StopRow>(
    sql`select stop.id, stop.place_id as "placeId", stop.lifted_at is not null as lifted, stop.message_id as "messageId", one.number, one.unit_id as "unitId"
      from golive.line_stop stop join golive.early_case one on one.tenant_id = stop.tenant_id and one.id = stop.case_id
      where stop.tenant_id = kernel.here() and stop.id = ${id} for update of stop`,
  )

/** Whoever heard of the stop hears that it is lifted; where nobody did, nothing is told. */
async function tellOfLift(db: Db, stop: StopRow, because: string, by: By, on: Day): Promise<void> {
  if (!stop.messageId || !(await untell(db, stop.messageId, by, on))) return
  const title = `Bremsen er løftet (${nameOfCase(stop.number)})`
  await tellChain(db, { unitId: stop.unitId, severity: 'critical', title, body: because }, by)
}

export const liftStop = command(golive.liftStop, {
  may: onStop((input) => input.id),
  about: (db, input) => lockedStop(db, input.id),
  audit: (input, stop) => ({ place: stop?.placeId, records: [input.id] }),
  async run({ db, input, about: stop, by, clock }) {
    if (stop.lifted) refuse(refusal('golive.not-stopped'))
    const because = input.because.trim()
    await db.run(
      sql`update golive.line_stop set lifted_at = ${clock.now()}, lifted_by = ${by.id}, lifted_because = ${because} where tenant_id = kernel.here() and id = ${stop.id}`,
    )
    await tellOfLift(db, stop, because, { id: by.id, at: clock.now() }, clock.today())
    return { id: stop.id }
  },
  tell: (_, stop) => [
    { topic: 'golive', place: stop.placeId },
    { topic: 'relay', place: stop.placeId },
  ],
})

export const suggest = command(golive.suggest, {
  may: onCase(mayHandle, (input) => input.caseId),
  about: (db, input) => lockedCase(db, input.caseId),
  audit: (input, one) => ({ place: one?.unitId, records: [input.id, input.caseId] }),
  async run({ db, input, about: one, by, clock }) {
    if (one.cause !== 'set-up') refuse(refusal('golive.not-about-set-up'))
    if (input.settingKey !== null && !((input.settingKey as SettingKey) in settings))
      refuse(refusal('golive.unknown-setting', {}, 'settingKey'))
    await db.run(sql`insert into golive.suggestion (id, case_id, setting_key, text, state, made_at, made_by)
      values (${input.id}, ${one.id}, ${input.settingKey}, ${input.text.trim()}, 'proposed', ${clock.now()}, ${by.id})`)
    return { id: input.id }
  },
  tell: (_, one) => [{ topic: 'golive', place: one.unitId }],
})

type Answering = InputOf<typeof golive.answerSuggestion>
type SuggestionRow = { id: Id; placeId: Id; caseId: Id; number: number; text: string; state: string }
const lockedSuggestion = (db: Db, id: Id) =>
  db.one<SuggestionRow>(sql`select suggestion.id, one.place_id as "placeId", one.id as "caseId", one.number, suggestion.text, suggestion.state from golive.suggestion
    join golive.early_case one on one.tenant_id = suggestion.tenant_id and one.id = suggestion.case_id where suggestion.tenant_id = kernel.here() and suggestion.id = ${id} for update of suggestion`)

/** From the case to the template of a kind of offer; a unit's own answers stand. */
async function teach(db: Db, { caseId, number, text }: SuggestionRow, { isTaken, template }: Answering, by: By) {
  if (!isTaken || !template) return undefined
  const note = `${nameOfCase(number)}: ${text}`.slice(0, 500)
  const version = await teachTemplate(db, { ...template, note, from: { kind: caseKind, id: caseId } }, by)
  return { offerGroup: template.offerGroup, version }
}

export const answerSuggestion = command(golive.answerSuggestion, {
  may: onSuggestion((input) => input.id),
  about: (db, input) => lockedSuggestion(db, input.id),
  audit: (input, suggestion) => ({ place: suggestion?.placeId, records: [input.id] }),
  async run({ db, input, about: suggestion, by, clock }) {
    if (suggestion.state !== 'proposed') refuse(refusal('golive.answered-already'))
    refuse(whyNotTake(input))
    const { offerGroup = null, version = null } =
      (await teach(db, suggestion, input, { id: by.id, at: clock.now() })) ?? {}
    await db.run(sql`update golive.suggestion set state = ${input.isTaken ? 'taken' : 'declined'}, answer = ${input.answer.trim()}, offer_group = ${offerGroup},
      template_version = ${version}, answered_at = ${clock.now()}, answered_by = ${by.id}
      where tenant_id = kernel.here() and id = ${suggestion.id}`)
    return { id: suggestion.id }
  },
  tell: (_, suggestion) => [{ topic: 'golive', place: suggestion.placeId }],
})
