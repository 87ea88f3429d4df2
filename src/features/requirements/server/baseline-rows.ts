import { type Db, type Sql, sql } from '#kernel/server/sql.ts'

export const baselineColumns: Sql = sql`baseline.id, baseline.label, baseline.purpose, baseline.note, baseline.corrects_id as "correctsId",
  baseline.sheet_no as "sheetNo", baseline.content_hash as "contentHash",
  (select count(*)::int from requirements.baseline_requirement held where held.tenant_id = baseline.tenant_id and held.baseline_id = baseline.id) as count,
  baseline.made_at as "madeAt", maker.name as "madeByName", verdict.approved, verdict.reason as "verdictReason", verdict.given_at as "verdictAt",
  judge.name as "verdictByName", publication.published_at as "publishedAt", publication.contracted_at as "contractedAt"`

export const fromBaseline: Sql = sql`requirements.baseline
  join org.employee maker on maker.tenant_id = baseline.tenant_id and maker.id = baseline.made_by
  left join requirements.verdict on verdict.tenant_id = baseline.tenant_id and verdict.baseline_id = baseline.id
  left join org.employee judge on judge.tenant_id = verdict.tenant_id and judge.id = verdict.given_by
  left join requirements.publication on publication.tenant_id = baseline.tenant_id and publication.baseline_id = baseline.id`

/** What rules about a version ask. */
export type StandingVersion = {
  id: string
  specId: string
  placeId: string
  label: string
  purpose: 'hearing' | 'version'
  approved: boolean | null
  publishedAt: string | null
  contractedAt: string | null
  isOvertaken: boolean
}

/** The set is locked, so that versions are judged and published one at a time. */
export async function lockedVersion(db: Db, id: string): Promise<StandingVersion | undefined> {
  await db.run(sql`select from requirements.spec where tenant_id = kernel.here()
    and id = (select spec_id from requirements.baseline where tenant_id = kernel.here() and id = ${id}) for update`)
  return db.one<StandingVersion>(sql`
    select baseline.id, baseline.spec_id as "specId", spec.place_id as "placeId", baseline.label, baseline.purpose, verdict.approved,
      publication.published_at as "publishedAt", publication.contracted_at as "contractedAt",
      exists (select from requirements.publication later join requirements.baseline other on other.tenant_id = later.tenant_id and other.id = later.baseline_id
        where later.tenant_id = baseline.tenant_id and other.spec_id = baseline.spec_id and other.made_at > baseline.made_at) as "isOvertaken"
    from requirements.baseline
    join requirements.spec on spec.tenant_id = baseline.tenant_id and spec.id = baseline.spec_id
    left join requirements.verdict on verdict.tenant_id = baseline.tenant_id and verdict.baseline_id = baseline.id
    left join requirements.publication on publication.tenant_id = baseline.tenant_id and publication.baseline_id = baseline.id
    where baseline.tenant_id = kernel.here() and baseline.id = ${id}`)
}
