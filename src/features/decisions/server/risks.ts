import { touched } from '#features/thread/server/index.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { decisions } from '../contract.ts'
import { hasMoved, type RiskState } from '../rules.ts'
import { riskKind } from './node-kinds.ts'
import { mayKeep, mayReadRisks, near, ofRisk } from './permissions.ts'
import { freeNumber } from './propose.ts'
import type { By } from './standing.ts'

const moves = sql`(select coalesce(json_agg(json_build_object('probability', move.probability, 'impact', move.impact, 'state', move.state, 'at', move.moved_at, 'byName', employee.name)
    order by move.version), '[]') from decisions.risk_move move
  join org.employee on employee.tenant_id = move.tenant_id and employee.id = move.moved_by
  where move.tenant_id = kernel.here() and move.risk_id = risk.id)`

/** The heaviest first; those that are over last. */
export const risks = query(decisions.risks, {
  may: anywhere(mayReadRisks),
  audit: () => ({}),
  read: ({ offers }) => sql`
    select risk.id, risk.place_id as "placeId", risk.number, risk.title, risk.probability, risk.impact, risk.measure, risk.owner, risk.state, risk.version,
      risk.moved_at as "movedAt", ${moves} as moves, ${offers({ change: mayKeep }, sql`risk.place_id`)} as permitted
    from decisions.risk where risk.tenant_id = kernel.here() and ${near(mayReadRisks, sql`risk.place_id`)}
    order by risk.state in ('closed', 'happened'), risk.probability * risk.impact desc, risk.number limit 500`,
})

type Judged = { probability: number; impact: number; state: RiskState }

const recordMove = (db: Db, id: string, version: number, { probability, impact, state }: Judged, by: By) =>
  db.run(sql`insert into decisions.risk_move (risk_id, version, probability, impact, state, moved_at, moved_by)
    values (${id}, ${version}, ${probability}, ${impact}, ${state}, ${by.at}, ${by.id})`)

export const addRisk = command(decisions.addRisk, {
  may: at(mayKeep, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const number = await freeNumber(db, 'risk', input.placeId, input.number)
    const now = clock.now()
    await db.run(sql`insert into decisions.risk (id, external_id, place_id, number, title, probability, impact, measure, owner, state, moved_at, changed_at, changed_by)
      values (${input.id}, ${input.externalId ?? null}, ${input.placeId}, ${number}, ${input.title.trim()}, ${input.probability}, ${input.impact},
        ${input.measure.trim()}, ${input.owner.trim()}, ${input.state}, ${now}, ${now}, ${by.id})`)
    await recordMove(db, input.id, 1, input, { id: by.id, at: now })
    return { id: input.id, number, version: 1 }
  },
  tell: (input) => [{ topic: 'decisions', place: input.placeId }],
})

type Standing = Judged & { id: string; placeId: string; version: number }

const lockedRisk = (db: Db, id: string) =>
  db.one<Standing>(sql`select id, place_id as "placeId", probability, impact, state, version from decisions.risk
    where tenant_id = kernel.here() and id = ${id} for update`)

export const changeRisk = command(decisions.changeRisk, {
  may: ofRisk((input) => input.id),
  about: (db, input) => lockedRisk(db, input.id),
  audit: (input, risk) => ({ place: risk?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    const now = clock.now()
    const moved = hasMoved(about, input)
    const row = await db.one<{
      version: number
    }>(sql`update decisions.risk set title = ${input.title.trim()}, probability = ${input.probability}, impact = ${input.impact},
      measure = ${input.measure.trim()}, owner = ${input.owner.trim()}, state = ${input.state}, version = version + 1, changed_at = ${now}, changed_by = ${by.id},
      moved_at = case when ${moved} then ${now}::timestamptz else moved_at end
      where tenant_id = kernel.here() and id = ${input.id} returning version`)
    if (moved) await recordMove(db, input.id, row!.version, input, { id: by.id, at: now })
    await touched(db, { kind: riskKind, id: input.id }, { what: moved ? 'value' : 'text', by: by.id, at: now })
    return { id: input.id, version: row!.version }
  },
  tell: (_, risk) => [{ topic: 'decisions', place: risk.placeId }],
})
