import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, type By as Who } from '#kernel/server/use-case.ts'
import { type RequirementFields, requirements } from '../contract.ts'
import { whyNotChange, whyNotDrop } from '../rules.ts'
import { endFieldDrafts } from './drafts.ts'
import { byRequirement, holds, mayEdit, mayPropose, nearSpec, overSpec } from './permissions.ts'
import { type By, logChange, settle } from './settle.ts'
import { lockedRequirement, type Standing } from './standing.ts'

/** Whoever edits may change any; who proposes, their own proposal. */
export async function unlessTheirs(
  db: Db,
  standing: Pick<Standing, 'state' | 'madeBy' | 'placeId'>,
  by: Who,
  clock: Clock,
): Promise<void> {
  const edits = await holds(db, mayEdit, by, clock, standing.placeId)
  const why = whyNotChange(standing, { id: by.id, mayEdit: edits })
  if (why && why.code !== 'requirements.dropped') throw new Problem('not-permitted', why.code)
  refuse(why)
}

/** Column of each field; the only way a field's name becomes SQL. */
const columnOf = {
  areaId: sql`area_id`,
  code: sql`code`,
  title: sql`title`,
  startsWhen: sql`starts_when`,
  endsWhen: sql`ends_when`,
  frequency: sql`frequency`,
  users: sql`users`,
  difficult: sql`difficult`,
  example: sql`example`,
  level: sql`level`,
  weight: sql`weight`,
  offerGroups: sql`offer_groups`,
  verification: sql`verification`,
} as const satisfies Record<keyof RequirementFields, Sql>
type FieldName = keyof typeof columnOf

const isValue = (field: FieldName): boolean =>
  ['level', 'weight', 'offerGroups', 'verification', 'areaId', 'code'].includes(field)

const written = (value: unknown): string | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join(', ') : String(value)

const tidy = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value)

const valueFor = (field: FieldName, value: unknown): Sql =>
  field === 'offerGroups' ? sql`${value}::text[]` : field === 'areaId' ? sql`${value}::uuid` : sql`${value}`

/** Only what differs is changed; the same words again count no version up. */
function differing(standing: Standing, fields: RequirementFields): [FieldName, unknown][] {
  const given = Object.entries(fields) as [FieldName, unknown][]
  return given
    .map(([field, value]): [FieldName, unknown] => [field, tidy(value)])
    .filter(([field, value]) => written(standing[field]) !== written(value))
}

async function update(db: Db, id: string, changes: readonly [FieldName, unknown][], by: By): Promise<number> {
  const set = changes.map(([field, value]) => sql`${columnOf[field]} = ${valueFor(field, value)}`)
  const row = await db.one<{ version: number }>(sql`update requirements.requirement
    set ${sql.join([...set, sql`version = version + 1`, sql`changed_at = ${by.at}`, sql`changed_by = ${by.id}`])}
    where tenant_id = kernel.here() and id = ${id} returning version`)
  return row!.version
}

const inSet = async (db: Db, { specId }: Standing, areaId: string | undefined) => {
  if (!areaId) return
  const found = await db.one(
    sql`select from requirements.area where tenant_id = kernel.here() and id = ${areaId} and spec_id = ${specId}`,
  )
  if (!found) throw new Problem('not-found', 'kernel.not-found')
}

export const changeRequirement = command(requirements.change, {
  may: nearSpec(mayPropose, (input) => byRequirement(input.id)),
  about: (db, input) => lockedRequirement(db, input.id),
  audit: (input, standing) => ({
    place: standing?.placeId,
    records: [input.id],
    about: { fields: Object.keys(input.fields).join(' ') },
  }),
  async run({ db, input, about, by, clock }) {
    await unlessTheirs(db, about, by, clock)
    await inSet(db, about, input.fields.areaId)
    const changes = differing(about, input.fields)
    await endFieldDrafts(db, by.id, input.id, Object.keys(input.fields))
    if (changes.length === 0) return { id: input.id, version: about.version }
    const changer = { id: by.id, at: clock.now() }
    const version = await update(db, input.id, changes, changer)
    for (const [field, value] of changes) {
      const [before, after] = [written(about[field]), written(value)]
      await logChange(db, { requirementId: input.id, field, before, after, reason: input.reason }, changer)
    }
    await settle(db, input.id, changer, changes.every(([field]) => isValue(field)) ? 'value' : 'text')
    return { id: input.id, version }
  },
  tell: (_, about) => [{ topic: 'requirements', place: about.placeId }],
})

/** Somebody linked a decision to it. */
const hasDecision = async (db: Db, id: string): Promise<boolean> =>
  (await db.one(
    sql`select from thread.link where tenant_id = kernel.here() and from_id = ${id} and type = 'decided-by' and ended_at is null`,
  )) !== undefined

async function setState(db: Db, about: Standing, to: 'draft' | 'dropped', by: By, because?: string): Promise<number> {
  const row = await db.one<{ version: number }>(sql`update requirements.requirement
    set state = ${to}, dropped_because = ${because ?? null}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
    where tenant_id = kernel.here() and id = ${about.id} returning version`)
  await logChange(db, { requirementId: about.id, field: 'state', before: about.state, after: to, reason: because }, by)
  return row!.version
}

export const takeUp = command(requirements.takeUp, {
  may: overSpec(mayEdit, (input) => byRequirement(input.id)),
  about: (db, input) => lockedRequirement(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.state !== 'proposed') refuse(refusal('requirements.not-proposed'))
    return { id: input.id, version: await setState(db, about, 'draft', { id: by.id, at: clock.now() }) }
  },
  tell: (_, about) => [{ topic: 'requirements', place: about.placeId }],
})

export const dropRequirement = command(requirements.drop, {
  may: overSpec(mayEdit, (input) => byRequirement(input.id)),
  about: (db, input) => lockedRequirement(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotDrop(about, await hasDecision(db, about.id)))
    return {
      id: input.id,
      version: await setState(db, about, 'dropped', { id: by.id, at: clock.now() }, input.because),
    }
  },
  tell: (_, about) => [{ topic: 'requirements', place: about.placeId }],
})

/** `id` is the area's. Only requirements of the area are moved; one that is not named keeps its place after them. */
export const arrange = command(requirements.arrange, {
  may: overSpec(
    mayEdit,
    (input) => sql`(select spec_id from requirements.area where tenant_id = kernel.here() and id = ${input.id}::uuid)`,
  ),
  audit: (input) => ({ records: [input.id] }),
  async run({ db, input }) {
    await db.run(sql`update requirements.requirement set position = coalesce(array_position(${input.ids}::uuid[], id), cardinality(${input.ids}::uuid[]) + position)
      where tenant_id = kernel.here() and area_id = ${input.id}`)
    return { id: input.id }
  },
})
