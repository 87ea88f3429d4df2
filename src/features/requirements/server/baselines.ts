import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import type { Content } from '../content.ts'
import { requirements, type Spec } from '../contract.ts'
import { differencesBetween, isNothing } from '../differences.ts'
import { type State, whyNotContract, whyNotJudge, whyNotMake, whyNotPublish, whyTooManyMinimum } from '../rules.ts'
import { baselineColumns, fromBaseline, lockedVersion } from './baseline-rows.ts'
import { contentsOfBaseline, contentsOfSpec, fingerprintOf, hashOfVersion } from './contents.ts'
import {
  byBaseline,
  bySpec,
  mayApprove,
  mayEdit,
  mayPublish,
  mayRead,
  nearSpec,
  offersOfSpec,
  overSpec,
} from './permissions.ts'
import type { By } from './settle.ts'
import { lockedSpec } from './specs.ts'
import { latestPublished } from './table.ts'

type Making = { id: Id; specId: Id; label: string; purpose: 'hearing' | 'version'; note: string; correctsId: Id | null }

const labelsOf = async (db: Db, specId: Id): Promise<string[]> =>
  (
    await db.all<{ label: string }>(
      sql`select label from requirements.baseline where tenant_id = kernel.here() and spec_id = ${specId}`,
    )
  ).map(({ label }) => label)

async function numberOfSheet(db: Db, specId: Id): Promise<number> {
  const row = await db.one<{
    next: number
  }>(sql`select coalesce(max(sheet_no), 0)::int + 1 as next from requirements.baseline
    where tenant_id = kernel.here() and spec_id = ${specId}`)
  return row!.next
}

/** A version to publish corrects the one published last, when there is one; nothing else can be corrected. */
async function differsFrom(
  db: Db,
  { specId, correctsId }: Making,
  contents: readonly Content[],
): Promise<boolean | undefined> {
  const latest = await db.one<{ id: string }>(latestPublished(sql`${specId}`))
  if (correctsId !== (latest?.id ?? null))
    refuse(refusal(correctsId ? 'requirements.corrects-latest' : 'requirements.must-correct'))
  return correctsId ? !isNothing(differencesBetween(await contentsOfBaseline(db, correctsId), contents)) : undefined
}

/** What stands becomes a version: every requirement with its content and fingerprint, and one hash over all of it. */
export async function make(
  db: Db,
  spec: Spec,
  making: Making,
  by: By,
): Promise<{ contentHash: string; sheetNo: number | null }> {
  const contents = await contentsOfSpec(db, spec.id)
  const isVersion = making.purpose === 'version'
  const differs = isVersion ? await differsFrom(db, making, contents) : undefined
  refuse(whyNotMake({ label: making.label, labels: await labelsOf(db, spec.id), count: contents.length, differs }))
  if (isVersion) refuse(whyTooManyMinimum(spec, contents.filter(({ level }) => level === 'minimum').length))
  const contentHash = hashOfVersion(making.label, contents)
  const sheetNo = making.correctsId ? await numberOfSheet(db, spec.id) : null
  await db.run(sql`insert into requirements.baseline (id, spec_id, label, purpose, note, corrects_id, sheet_no, content_hash, made_at, made_by)
    values (${making.id}, ${spec.id}, ${making.label}, ${making.purpose}, ${making.note.trim()}, ${making.correctsId}, ${sheetNo}, ${contentHash}, ${by.at}, ${by.id})`)
  await db.run(sql`insert into requirements.baseline_requirement (baseline_id, requirement_id, position, content, fingerprint)
    select ${making.id}, (held.entry -> 'content' ->> 'id')::uuid, held.position, held.entry -> 'content', held.entry ->> 'fingerprint'
    from jsonb_array_elements(${JSON.stringify(contents.map((content) => ({ content, fingerprint: fingerprintOf(content) })))}::jsonb) with ordinality held (entry, position)`)
  return { contentHash, sheetNo }
}

/** Requirements of a version move on together; one that got further, or was dropped since, stays where it is. */
export async function moveOn(db: Db, baselineId: Id, from: readonly State[], to: State): Promise<void> {
  await db.run(sql`update requirements.requirement set state = ${to}
    where tenant_id = kernel.here() and state = any (${[...from]}::text[])
      and id in (select requirement_id from requirements.baseline_requirement where tenant_id = kernel.here() and baseline_id = ${baselineId})`)
}

export const makeBaseline = command(requirements.makeBaseline, {
  may: overSpec(mayEdit, bySpec),
  about: (db, input) => lockedSpec(db, input.specId),
  audit: (input, spec) => ({ place: spec?.placeId, records: [input.id], about: { label: input.label } }),
  async run({ db, input, about: spec, by, clock }) {
    const made = await make(db, spec, { ...input, purpose: 'version' }, { id: by.id, at: clock.now() })
    return { id: input.id, label: input.label, ...made }
  },
  tell: (_, spec) => [{ topic: 'requirements', place: spec.placeId }],
})

export const baseline = query(requirements.baseline, {
  may: nearSpec(mayRead, (input) => byBaseline(input.id)),
  audit: (input) => ({ about: { baseline: input.id } }),
  records: sql`select id from rows`,
  read: (asked) => sql`
    select ${baselineColumns}, baseline.spec_id as "specId", spec.title as "specTitle", ${offersOfSpec(sql`spec.place_id`, asked)} as permitted,
      (select coalesce(json_agg(held.content order by held.position), '[]') from requirements.baseline_requirement held
        where held.tenant_id = baseline.tenant_id and held.baseline_id = baseline.id) as contents
    from ${fromBaseline} join requirements.spec on spec.tenant_id = baseline.tenant_id and spec.id = baseline.spec_id
    where baseline.tenant_id = kernel.here() and baseline.id = ${asked.input.id}::uuid`,
})

export const judge = command(requirements.judge, {
  may: overSpec(mayApprove, (input) => byBaseline(input.id)),
  about: (db, input) => lockedVersion(db, input.id),
  audit: (input, version) => ({
    place: version?.placeId,
    records: [input.id],
    about: { approved: String(input.approved) },
  }),
  async run({ db, input, about: version, by, clock }) {
    refuse(whyNotJudge(version))
    const reason = input.reason?.trim() || null
    if (!input.approved && !reason) refuse(refusal('requirements.return-says-why', {}, 'reason'))
    await db.run(sql`insert into requirements.verdict (baseline_id, approved, reason, given_at, given_by)
      values (${input.id}, ${input.approved}, ${reason}, ${clock.now()}, ${by.id})`)
    if (input.approved) await moveOn(db, input.id, ['draft', 'hearing'], 'approved')
    return { id: input.id }
  },
  tell: (_, version) => [{ topic: 'requirements', place: version.placeId }],
})

export const publish = command(requirements.publish, {
  may: overSpec(mayPublish, (input) => byBaseline(input.id)),
  about: (db, input) => lockedVersion(db, input.id),
  audit: (input, version) => ({ place: version?.placeId, records: [input.id], about: { label: version?.label } }),
  async run({ db, input, about: version, by, clock }) {
    refuse(whyNotPublish(version))
    const publishedAt = clock.now()
    await db.run(
      sql`insert into requirements.publication (baseline_id, published_at, published_by) values (${input.id}, ${publishedAt}, ${by.id})`,
    )
    await moveOn(db, input.id, ['draft', 'hearing', 'approved'], 'published')
    return { id: input.id, publishedAt }
  },
  tell: (_, version) => [{ topic: 'requirements', place: version.placeId }],
})

export const bindContract = command(requirements.bindContract, {
  may: overSpec(mayPublish, (input) => byBaseline(input.id)),
  about: (db, input) => lockedVersion(db, input.id),
  audit: (input, version) => ({ place: version?.placeId, records: [input.id], about: { label: version?.label } }),
  async run({ db, input, about: version, clock }) {
    refuse(whyNotContract(version))
    const contractedAt = clock.now()
    await db.run(
      sql`update requirements.publication set contracted_at = ${contractedAt} where tenant_id = kernel.here() and baseline_id = ${input.id}`,
    )
    await moveOn(db, input.id, ['published'], 'contract')
    return { id: input.id, contractedAt }
  },
  tell: (_, version) => [{ topic: 'requirements', place: version.placeId }],
})
