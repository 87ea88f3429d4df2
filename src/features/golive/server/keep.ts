import { askForNewDay, noNewDay } from '#features/plan/server/index.ts'
import { type SettingKey, settings } from '#features/profiles/contract.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { golive, type Readiness } from '../contract.ts'
import { firstWeek, uncovered, type Weight, whyNotAccept, whyNotSay } from '../rules.ts'
import { standingOf } from '../standing.ts'
import { mayKeep, mayRecord, maySay, onGate, onItem } from './permissions.ts'
import { placeRow } from './readiness.ts'

export type By = { readonly id: Id; readonly at: Instant }
type ItemInput = Omit<InputOf<typeof golive.addCheck>, 'unitId'>

function onlyKnown({ settingKey }: ItemInput): void {
  if (settingKey !== null && !(settingKey in settings)) refuse(refusal('golive.unknown-setting', {}, 'settingKey'))
}

async function insertItem(
  db: Db,
  placeId: Id,
  unitId: Id | null,
  item: ItemInput,
  position: number,
  by: By,
): Promise<void> {
  onlyKnown(item)
  const made =
    await db.run(sql`insert into golive.item (id, place_id, unit_id, code, title, mode, weight, measure, setting_key, reset_by, expires_days, owner, position, changed_at, changed_by)
    values (${item.id}, ${placeId}, ${unitId}, ${item.code}, ${item.title.trim()}, ${item.mode}, ${item.weight}, ${item.measure}, ${item.settingKey as SettingKey | null}, ${item.resetBy},
      ${item.expiresDays}, ${item.owner.trim()}, ${position}, ${by.at}, ${by.id})
    on conflict (tenant_id, place_id, unit_id, code) do nothing`)
  if (made === 0) refuse(refusal('golive.code-taken', {}, 'code'))
}

export const begin = command(golive.begin, {
  may: at(mayKeep, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: input.items.map(({ id }) => id) }),
  async run({ db, input, by, clock }) {
    await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${input.placeId} for no key update`)
    const there = await db.one(
      sql`select from golive.item where tenant_id = kernel.here() and place_id = ${input.placeId} limit 1`,
    )
    if (there) refuse(refusal('golive.there-are-checks', {}, 'placeId'))
    const maker = { id: by.id, at: clock.now() }
    for (const [position, item] of input.items.entries())
      await insertItem(db, input.placeId, null, item, position + 1, maker)
    for (const [position, gate] of input.gates.entries()) {
      const made = await db.run(sql`insert into golive.gate (id, place_id, code, title, why, per_wave, position)
        values (${gate.id}, ${input.placeId}, ${gate.code}, ${gate.title.trim()}, ${gate.why.trim()}, ${gate.perWave}, ${position + 1})
        on conflict (tenant_id, place_id, code) do nothing`)
      if (made === 0) refuse(refusal('golive.code-taken', {}, 'gates'))
    }
    return { items: input.items.length, gates: input.gates.length }
  },
  tell: (input) => [{ topic: 'golive', place: input.placeId }],
})

/** The place whose rollout a unit is in. */
export const placeOf = (db: Db, unitId: Id) =>
  db.one<{ id: Id; placeId: Id; waveId: Id; goLiveOn: Day }>(sql`
    select own.unit_id as id, plan.place_id as "placeId", wave.id as "waveId", wave.go_live_on::text as "goLiveOn" from plan.unit own
    join plan.wave on wave.tenant_id = own.tenant_id and wave.id = own.wave_id join plan.plan on plan.tenant_id = wave.tenant_id and plan.id = wave.plan_id
    where own.tenant_id = kernel.here() and own.unit_id = ${unitId}`)

export async function planned(db: Db, unitId: Id) {
  const found = await placeOf(db, unitId)
  if (!found) refuse(refusal('golive.not-planned', {}, 'unitId'))
  return found!
}

export const addCheck = command(golive.addCheck, {
  may: at(mayKeep, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const { placeId } = await planned(db, input.unitId)
    const { unitId, ...item } = input
    const after = await db.one<{ count: number }>(
      sql`select count(*)::int as count from golive.item where tenant_id = kernel.here() and place_id = ${placeId}`,
    )
    await insertItem(db, placeId, unitId, item, after!.count + 1, { id: by.id, at: clock.now() })
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'golive', place: input.unitId }],
})

export const record = command(golive.record, {
  may: onItem(
    mayRecord,
    (input) => input.itemId,
    (input) => input.unitId,
  ),
  audit: (input) => ({ place: input.unitId, records: [input.itemId] }),
  async run({ db, input, by, clock }) {
    if (input.seenOn > clock.today()) refuse(refusal('golive.seen-later', {}, 'seenOn'))
    await db.run(sql`insert into golive.evidence (id, item_id, unit_id, outcome, note, seen_on, recorded_at, recorded_by)
      values (${input.id}, ${input.itemId}, ${input.unitId}, ${input.outcome}, ${input.note.trim()}, ${input.seenOn}::date, ${clock.now()}, ${by.id})`)
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'golive', place: input.unitId }],
})

const weightOf = (db: Db, id: Id) =>
  db.one<{ id: Id; weight: Weight }>(
    sql`select id, weight from golive.item where tenant_id = kernel.here() and id = ${id} for no key update`,
  )

export const accept = command(golive.accept, {
  may: onItem(
    mayKeep,
    (input) => input.itemId,
    (input) => input.unitId,
  ),
  about: (db, input) => weightOf(db, input.itemId),
  audit: (input) => ({ place: input.unitId, records: [input.itemId] }),
  async run({ db, input, about: { weight }, by, clock }) {
    const decision =
      await db.one(sql`select from decisions.decision where tenant_id = kernel.here() and id = ${input.decisionId}::uuid
      and state in ('in-force', 'under-review') and place_id in (select above_id from org.branch where tenant_id = kernel.here() and unit_id = ${input.unitId})`)
    refuse(whyNotAccept({ ...input, weight, decisionStands: decision !== undefined }, clock.today()))
    await db.run(sql`insert into golive.acceptance (id, item_id, unit_id, decision_id, until_on, note, accepted_at, accepted_by)
      values (${input.id}, ${input.itemId}, ${input.unitId}, ${input.decisionId}, ${input.untilOn}::date, ${input.note.trim()}, ${clock.now()}, ${by.id})`)
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'golive', place: input.unitId }],
})

type GateRow = { id: Id; placeId: Id; perWave: boolean }
const lockedGate = (db: Db, id: Id) =>
  db.one<GateRow>(
    sql`select id, place_id as "placeId", per_wave as "perWave" from golive.gate where tenant_id = kernel.here() and id = ${id}`,
  )

async function mustBeWave(db: Db, placeId: Id, waveId: Id): Promise<void> {
  const wave =
    await db.one(sql`select from plan.wave join plan.plan on plan.tenant_id = wave.tenant_id and plan.id = wave.plan_id
    where wave.tenant_id = kernel.here() and wave.id = ${waveId} and plan.place_id = ${placeId}`)
  if (!wave) throw new Problem('not-found', 'kernel.not-found')
}

export const passGate = command(golive.passGate, {
  may: onGate((input) => input.gateId),
  about: (db, input) => lockedGate(db, input.gateId),
  audit: (input, gate) => ({ place: gate?.placeId, records: [input.gateId] }),
  async run({ db, input, about: gate, by, clock }) {
    if (gate.perWave && !input.waveId) refuse(refusal('golive.gate-of-a-wave', {}, 'waveId'))
    if (!gate.perWave && input.waveId) refuse(refusal('golive.gate-of-all', {}, 'waveId'))
    if (input.passedOn > clock.today()) refuse(refusal('golive.seen-later', {}, 'passedOn'))
    if (input.waveId) await mustBeWave(db, gate.placeId, input.waveId)
    const made =
      await db.run(sql`insert into golive.gate_pass (id, gate_id, wave_id, passed_on, note, recorded_at, recorded_by)
      values (${input.id}, ${gate.id}, ${input.waveId}, ${input.passedOn}::date, ${input.note.trim()}, ${clock.now()}, ${by.id})
      on conflict (tenant_id, gate_id, wave_id) do nothing`)
    if (made === 0) refuse(refusal('golive.passed-already'))
    return { id: input.id }
  },
  tell: (_, gate) => [{ topic: 'golive', place: gate.placeId }],
})

export const keepFallback = command(golive.keepFallback, {
  may: at(mayRecord, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  async run({ db, input, by, clock }) {
    await planned(db, input.unitId)
    await db.run(sql`insert into golive.fallback (unit_id, plan, who, until_on, changed_at, changed_by)
      values (${input.unitId}, ${input.plan.trim()}, ${input.who.trim()}, ${input.untilOn}::date, ${clock.now()}, ${by.id})
      on conflict (tenant_id, unit_id) do update set plan = excluded.plan, who = excluded.who, until_on = excluded.until_on, version = fallback.version + 1,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
    return { unitId: input.unitId }
  },
  tell: (input) => [{ topic: 'golive', place: input.unitId }],
})

async function mustBeShift(
  db: Db,
  { unitId, day, start }: { unitId: Id; day: Day; start: string },
  goLiveOn: Day,
): Promise<void> {
  const unit = await db.one<{
    roundTheClock: boolean
    shiftStarts: string[]
  }>(sql`select round_the_clock as "roundTheClock",
    array(select to_char(one, 'HH24:MI') from unnest(shift_starts) one order by one) as "shiftStarts" from org.unit where tenant_id = kernel.here() and id = ${unitId}`)
  if (uncovered([{ day, start }], firstWeek(unit!, goLiveOn)).length > 0)
    refuse(refusal('golive.no-such-shift', {}, 'day'))
}

export const keepPresence = command(golive.keepPresence, {
  may: at(mayRecord, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  async run({ db, input, by, clock }) {
    const { goLiveOn } = await planned(db, input.unitId)
    await mustBeShift(db, input, goLiveOn)
    const { unitId, day, start, employeeId } = input
    const grant =
      employeeId &&
      (await db.one(sql`select from org.role_grant join org.branch on branch.tenant_id = role_grant.tenant_id and branch.above_id = role_grant.unit_id
      where role_grant.tenant_id = kernel.here() and role_grant.employee_id = ${employeeId} and role_grant.role = 'super-user' and branch.unit_id = ${unitId}
        and role_grant.starts_on <= ${day}::date and (role_grant.ends_on is null or role_grant.ends_on >= ${day}::date)`))
    if (employeeId && !grant) refuse(refusal('golive.not-super-user', {}, 'employeeId'))
    await db.run(
      sql`delete from golive.presence where tenant_id = kernel.here() and unit_id = ${unitId} and day = ${day}::date and shift_start = ${start}::time`,
    )
    if (input.who.trim())
      await db.run(sql`insert into golive.presence (unit_id, day, shift_start, employee_id, who, recorded_at, recorded_by)
        values (${unitId}, ${day}::date, ${start}::time, ${employeeId}, ${input.who.trim()}, ${clock.now()}, ${by.id})`)
    return { unitId }
  },
  tell: (input) => [{ topic: 'golive', place: input.unitId }],
})

/** As the screens see it, of one unit, whoever asks. */
async function placeNow(db: Db, unitId: Id, placeId: Id, today: Day, now: Instant): Promise<Readiness> {
  const none = sql`'{}'::text[]`
  const rows = await db.one<{ told: string }>(sql`with held (place, role, brief, lacking) as (
      select branch.unit_id, 'coordinator', false, '{}'::text[] from org.branch where branch.tenant_id = kernel.here() and branch.above_id = ${placeId})
    select to_json(found)::text as told from (${placeRow({
      today: sql`${today}::date`,
      now: sql`${now}::timestamptz`,
      which: sql`own.unit_id = ${unitId}`,
      offers: none,
      ownOffers: none,
    })} and place.id = ${placeId}) found`)
  return rows
    ? (JSON.parse(rows.told) as Readiness)
    : ({ id: placeId, items: [], gates: [], units: [], stops: [] } as unknown as Readiness)
}

/** A no-go moves no day by itself: whoever coordinates is asked for a new one, and is no longer when it is a go after all. */
async function tellPlan(db: Db, { unitId, verdict, because }: InputOf<typeof golive.say>, by: By, today: Day) {
  if (verdict === 'no-go') await askForNewDay(db, { unitId, why: `No-go: ${because.trim()}` }, by, today)
  else await noNewDay(db, unitId, 'Enheden har fået go', by)
}

export const say = command(golive.say, {
  may: at(maySay, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const { placeId, waveId } = await planned(db, input.unitId)
    await db.run(
      sql`select from plan.unit where tenant_id = kernel.here() and unit_id = ${input.unitId} for no key update`,
    )
    const place = await placeNow(db, input.unitId, placeId, clock.today(), clock.now())
    const unit = place.units[0]
    if (!unit) refuse(refusal('golive.blocking-first', { checks: '' }))
    const standing = standingOf(place, unit!, clock.today())
    refuse(whyNotSay(input, standing))
    const conditions = input.verdict === 'conditions' ? input.conditions.map((words) => words.trim()) : []
    await db.run(sql`insert into golive.verdict (id, unit_id, wave_id, verdict, conditions, because, lacking, decided_on, decided_at, decided_by)
      values (${input.id}, ${input.unitId}, ${waveId}, ${input.verdict}, ${conditions}::text[], ${input.because.trim()}, ${standing.lacking}::text[],
        ${clock.today()}::date, ${clock.now()}, ${by.id})`)
    await tellPlan(db, input, { id: by.id, at: clock.now() }, clock.today())
    return { id: input.id, lacking: standing.lacking }
  },
  tell: (input) => [
    { topic: 'golive', place: input.unitId },
    { topic: 'plan', place: input.unitId },
  ],
})
