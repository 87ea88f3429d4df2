import { type Db, sql } from '#kernel/server/sql.ts'
import type { State } from '../rules.ts'

/** A requirement as it stands, locked: what rules are asked about, and what goes back to a caller whose edit was stale. */
export type Standing = {
  id: string
  specId: string
  placeId: string
  areaId: string
  code: string
  title: string
  startsWhen: string
  endsWhen: string
  frequency: string
  users: string
  difficult: string
  example: string
  level: string
  weight: number
  offerGroups: string[]
  verification: string | null
  state: State
  madeBy: string
  changedByName: string
  version: number
}

export const lockedRequirement = (db: Db, id: string) =>
  db.one<Standing>(sql`
    select requirement.id, requirement.spec_id as "specId", spec.place_id as "placeId", requirement.area_id as "areaId", requirement.code,
      requirement.title, requirement.starts_when as "startsWhen", requirement.ends_when as "endsWhen", requirement.frequency, requirement.users,
      requirement.difficult, requirement.example, requirement.level, requirement.weight, requirement.offer_groups as "offerGroups",
      requirement.verification, requirement.state, requirement.made_by as "madeBy", employee.name as "changedByName", requirement.version
    from requirements.requirement
    join requirements.spec on spec.tenant_id = requirement.tenant_id and spec.id = requirement.spec_id
    join org.employee on employee.tenant_id = requirement.tenant_id and employee.id = requirement.changed_by
    where requirement.tenant_id = kernel.here() and requirement.id = ${id} for update of requirement`)

/** A line with what its requirement stands as. */
export type StandingLine = {
  id: string
  no: string
  kind: 'step' | 'variant' | 'problem'
  text: string
  version: number
  requirementId: string
  placeId: string
  state: State
  madeBy: string
  changedByName: string
}

/** The requirement is locked first, so that of two who number lines at once the second sees the first. */
export async function lockedLine(db: Db, id: string): Promise<StandingLine | undefined> {
  await db.run(sql`select from requirements.requirement where tenant_id = kernel.here()
    and id = (select requirement_id from requirements.line where tenant_id = kernel.here() and id = ${id}) for update`)
  return db.one<StandingLine>(sql`
    select line.id, line.no, line.kind, line.text, line.version, line.requirement_id as "requirementId", spec.place_id as "placeId",
      requirement.state, requirement.made_by as "madeBy", employee.name as "changedByName"
    from requirements.line
    join requirements.requirement on requirement.tenant_id = line.tenant_id and requirement.id = line.requirement_id
    join requirements.spec on spec.tenant_id = requirement.tenant_id and spec.id = requirement.spec_id
    join org.employee on employee.tenant_id = line.tenant_id and employee.id = line.changed_by
    where line.tenant_id = kernel.here() and line.id = ${id} and line.removed_at is null for update of line`)
}
