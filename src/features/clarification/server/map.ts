import { employeeName } from '#features/org/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { clarification } from '../contract.ts'
import { mapBlocks } from '../map-blocks.ts'
import { mayAnswer, mayAnswerOwn, mayRead } from './permissions.ts'

const parts = sql`select known.key, coalesce(block.content, '') as content, block.filled_at as "filledAt", ${employeeName(sql`block.filled_by`)} as "filledByName",
    block.fits, coalesce(block.remark, '') as remark, ${employeeName(sql`block.judged_by`)} as "judgedByName", block.judged_at as "judgedAt", coalesce(block.version, 0) as version
  from unnest(${[...mapBlocks]}::text[]) with ordinality as known (key, place)
  left join clarification.block on block.tenant_id = kernel.here() and block.unit_id = unit.id and block.key = known.key order by known.place`

const staff = (role: 'temps' | 'all') => sql`(select count(distinct role_grant.employee_id)::int from org.role_grant
  where role_grant.tenant_id = kernel.here() and role_grant.unit_id = unit.id and role_grant.ends_on is null
    and ${role === 'temps' ? sql`role_grant.role = 'temp-worker'` : sql`true`})`

export const map = query(clarification.map, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  records: sql`select "unitId" from rows`,
  read: ({ input, offers }) => sql`
    select unit.id as "unitId", unit.name as "unitName", (select json_agg(to_json(part)) from (${parts}) part) as blocks,
      json_build_object('legalGrounds', unit.legal_grounds, 'offerType', unit.offer_type, 'roundTheClock', unit.round_the_clock,
        'shiftStarts', (select array_agg(to_char(start, 'HH24:MI') order by start) from unnest(unit.shift_starts) start), 'staff', ${staff('all')}, 'temps', ${staff('temps')}) as known,
      ${offers({ fill: mayAnswer, judge: mayAnswerOwn }, sql`unit.id`)} as permitted
    from org.unit where unit.tenant_id = kernel.here() and unit.id = ${input.unitId}::uuid`,
})

type Standing = { unitId: Id; content: string; remark: string; fits: boolean | null; version: number }

const lockedBlock = async (db: Db, unitId: Id, key: string): Promise<Standing> => {
  await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${unitId} for no key update`)
  const row =
    await db.one<Standing>(sql`select unit_id as "unitId", content, remark, fits, version from clarification.block
    where tenant_id = kernel.here() and unit_id = ${unitId} and key = ${key} for update`)
  return row ?? { unitId, content: '', remark: '', fits: null, version: 0 }
}

/** New words have to be judged again. */
export const fillBlock = command(clarification.fillBlock, {
  may: at(mayAnswer, (input) => input.unitId),
  about: (db, input) => lockedBlock(db, input.unitId, input.key),
  audit: (input) => ({ place: input.unitId, records: [input.unitId], about: { part: input.key } }),
  async run({ db, input, about, by, clock }) {
    const content = input.content.trim()
    const keeps = content === about.content ? sql`block.fits` : sql`null`
    await db.run(sql`insert into clarification.block as block (unit_id, key, content, filled_at, filled_by)
      values (${input.unitId}, ${input.key}, ${content}, ${clock.now()}, ${by.id})
      on conflict (tenant_id, unit_id, key) do update set content = excluded.content, filled_at = excluded.filled_at, filled_by = excluded.filled_by,
        fits = ${keeps}, judged_at = case when ${keeps} is null then null else block.judged_at end,
        judged_by = case when ${keeps} is null then null else block.judged_by end, remark = '', version = block.version + 1`)
    return { id: input.unitId, version: about.version + 1 }
  },
  tell: (input) => [{ topic: 'clarification', place: input.unitId }],
})

/** The unit says whether it fits; the coordinator does not say it for them. */
export const judgeBlock = command(clarification.judgeBlock, {
  may: at(mayAnswerOwn, (input) => input.unitId),
  about: (db, input) => lockedBlock(db, input.unitId, input.key),
  audit: (input) => ({ place: input.unitId, records: [input.unitId], about: { part: input.key, fits: input.fits } }),
  async run({ db, input, about, by, clock }) {
    if (!about.content.trim()) refuse(refusal('clarification.nothing-to-judge', {}, 'key'))
    if (!input.fits && !input.remark.trim()) refuse(refusal('clarification.says-not-what', {}, 'remark'))
    await db.run(sql`update clarification.block set fits = ${input.fits}, remark = ${input.fits ? '' : input.remark.trim()}, judged_at = ${clock.now()},
        judged_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and unit_id = ${input.unitId} and key = ${input.key}`)
    return { id: input.unitId, version: about.version + 1 }
  },
  tell: (input) => [{ topic: 'clarification', place: input.unitId }],
})
