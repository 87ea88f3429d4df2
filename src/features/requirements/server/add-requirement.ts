import type { InputOf } from '#kernel/lang/contract.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { MOST } from '../content.ts'
import { type NewLine, requirements } from '../contract.ts'
import { nextCode, nextNo, whyNotNo } from '../rules.ts'
import { bySpec, holds, mayEdit, mayPropose, nearSpec } from './permissions.ts'
import { type By, logChange, settle } from './settle.ts'
import { lockedSpec } from './specs.ts'

type Input = InputOf<typeof requirements.add>

export const addRequirement = command(requirements.add, {
  may: nearSpec(mayPropose, bySpec),
  about: (db, input) => lockedSpec(db, input.specId),
  audit: (input, spec) => ({ place: spec?.placeId, records: [input.id] }),
  async run({ db, input, about: spec, by, clock }) {
    const state = (await holds(db, mayEdit, by, clock, spec.placeId)) ? 'draft' : 'proposed'
    const number = await addOne(db, input, state, { id: by.id, at: clock.now() })
    return { id: input.id, number, version: 1 }
  },
})

/** @returns its number */
export async function addOne(db: Db, input: Input, state: Made['state'], by: By): Promise<number> {
  const number = await freeNumber(db, input)
  await insert(db, { ...input, number, code: input.code || (await freeCode(db, input)), state }, by)
  return number
}

async function freeNumber(db: Db, { specId, number }: Input): Promise<number> {
  const taken = await db.one<{ most: number; count: number; same: boolean }>(sql`
    select coalesce(max(number), 0) as most, count(*)::int as count, coalesce(bool_or(number = ${number ?? null}::int), false) as same
    from requirements.requirement where tenant_id = kernel.here() and spec_id = ${specId}`)
  if (taken!.same) refuse(refusal('requirements.number-taken', { number: number! }, 'number'))
  if (taken!.count >= MOST.requirements) refuse(refusal('requirements.too-many', { most: MOST.requirements }))
  return number ?? taken!.most + 1
}

async function freeCode(db: Db, { specId, areaId }: Input): Promise<string> {
  const area = await db.one<{ name: string; section: string }>(sql`select name, section from requirements.area
    where tenant_id = kernel.here() and id = ${areaId} and spec_id = ${specId}`)
  if (!area) throw new Problem('not-found', 'kernel.not-found')
  const rows = await db.all<{ code: string }>(
    sql`select code from requirements.requirement where tenant_id = kernel.here() and spec_id = ${specId}`,
  )
  return nextCode(
    area,
    rows.map(({ code }) => code),
  )
}

type Made = Input & { number: number; code: string; state: 'draft' | 'proposed' }

async function insert(db: Db, made: Made, by: By): Promise<void> {
  // An area of another set is no area here.
  const done = await db.run(sql`
    insert into requirements.requirement (id, external_id, spec_id, area_id, number, code, position, title, starts_when, ends_when, frequency, users,
      difficult, example, level, weight, offer_groups, verification, state, fingerprint, made_by, changed_at, changed_by)
    select ${made.id}, ${made.externalId ?? null}, area.spec_id, area.id, ${made.number}, ${made.code},
      coalesce((select max(position) from requirements.requirement where tenant_id = kernel.here() and area_id = area.id), 0) + 1,
      ${made.title.trim()}, ${made.startsWhen ?? ''}, ${made.endsWhen ?? ''}, ${made.frequency ?? ''}, ${made.users ?? ''}, ${made.difficult ?? ''},
      ${made.example ?? ''}, ${made.level ?? 'evaluated'}, ${made.weight ?? 2}, ${made.offerGroups ?? []}::text[], ${made.verification ?? null},
      ${made.state}, '', ${by.id}, ${by.at}, ${by.id}
    from requirements.area where area.tenant_id = kernel.here() and area.id = ${made.areaId} and area.spec_id = ${made.specId}`)
  if (done === 0) throw new Problem('not-found', 'kernel.not-found')
  await insertLines(db, made.id, [], made.lines ?? [], by)
  await logChange(db, { requirementId: made.id, field: 'state', before: null, after: made.state }, by)
  await settle(db, made.id, by)
}

type Numbered = { no: string; kind: NewLine['kind']; position: number }

/** New lines after those that stand; a number that is left out is the next free one of its kind. */
export async function insertLines(
  db: Db,
  requirementId: string,
  standing: readonly Numbered[],
  lines: readonly NewLine[],
  by: By,
  after = standing.length,
): Promise<void> {
  const known: Pick<Numbered, 'no' | 'kind'>[] = [...standing]
  for (const [index, line] of lines.entries()) {
    if (line.no) refuse(whyNotNo(known, line.no, line.kind))
    const no = line.no ?? nextNo(known, line.kind, standing[after - 1]?.no)
    if (!no) refuse(refusal('requirements.no-letters-left'))
    known.push({ no: no!, kind: line.kind })
    await db.run(sql`insert into requirements.line (id, requirement_id, no, kind, text, position, changed_at, changed_by)
      values (${line.id}, ${requirementId}, ${no}, ${line.kind}, ${line.text.trim()}, ${after + index + 1}, ${by.at}, ${by.id})`)
    await logChange(db, { requirementId, lineId: line.id, field: 'line', before: null, after: line.text.trim() }, by)
  }
}
