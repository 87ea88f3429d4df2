import type { Role } from '#features/org/roles.ts'
import { employFromElsewhere, endFromElsewhere, grantFromElsewhere } from '#features/org/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { type Code, Problem } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { endSessionsOf } from '#kernel/server/sessions.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Assurance, Provider } from '../../contract.ts'
import { reaches } from '../../rules.ts'
import { type Acting, enter } from '../acting.ts'
import { policyOn } from '../policy.ts'
import { type Standing, standingById } from '../standing.ts'
import { CVR_SCOPE, ORG_UNIT, type PrivilegeGroup } from './privileges.ts'
import { levelOf, type Said } from './said.ts'

type Wanted = { role: Role; unitId: Id }
export type Found = { who: Standing; assurance: Assurance }
type At = { db: Db; clock: Clock }

/**
 * Who somebody is here, by the lasting id; what roles the privileges give; and whether that is enough. Roles that stood
 * on this house's word and are said no more end, also when the answer then is no.
 */
export async function settle(acting: Acting, provider: Provider, said: Said): Promise<Found> {
  const { db, clock, whole } = acting
  const { leastAssurance } = await policyOn(db, clock.today())
  const assurance = levelOf(said.assurance, provider.setup.assumedAssurance)
  if (!assurance || !reaches(assurance, leastAssurance))
    return refuseEntry(acting, provider, 'signin.assurance-low', null)
  const settled = await whole(async (db) => {
    const wanted = await wantedOf(db, provider, said.privileges)
    const employeeId = await personOf({ db, clock }, provider, said, wanted.length > 0)
    if (!employeeId)
      return { why: said.privileges.length ? ('signin.no-role' as const) : ('signin.unknown-person' as const) }
    await follow({ db, clock }, provider, employeeId, wanted)
    return { employeeId, why: await whyNotIn({ db, clock }, provider, employeeId) }
  })
  if (settled.why || !settled.employeeId)
    return refuseEntry(acting, provider, settled.why ?? 'signin.unknown-person', settled.employeeId ?? null)
  return { who: (await standingById(db, clock.today(), settled.employeeId))!, assurance }
}

async function refuseEntry({ db, clock }: Acting, provider: Provider, code: Code, actor: Id | null): Promise<never> {
  await enter(db, clock, { action: 'signin.arrive', actor, outcome: 'refused', code, about: { provider: provider.id } })
  throw new Problem('refused', code)
}

/** Roles the privileges give here. A narrowing we do not know (KLE, sensitivity) makes a group worth nothing: fail closed. */
async function wantedOf(db: Db, { setup }: Provider, groups: readonly PrivilegeGroup[]): Promise<Wanted[]> {
  const wanted: Wanted[] = []
  for (const { scope, privileges, constraints } of groups) {
    const isOurs = !setup.cvr || !scope || scope === `${CVR_SCOPE}${setup.cvr}`
    if (!isOurs || constraints.some(({ name }) => name !== ORG_UNIT)) continue
    const rules = setup.roles.filter(({ privilege }) => privileges.includes(privilege))
    const units = await unitsOf(
      db,
      setup.units,
      constraints.map(({ value }) => value),
    )
    for (const { role, unitId } of rules)
      for (const at of constraints.length ? units : unitId ? [unitId] : []) wanted.push({ role, unitId: at })
  }
  const keys = new Map(wanted.map((one) => [`${one.role} ${one.unitId}`, one]))
  return [...keys.values()]
}

/** Units by the provider's names for them: as set up, else our own id or the id they were imported with. */
async function unitsOf(db: Db, known: readonly { key: string; unitId: Id }[], keys: string[]): Promise<Id[]> {
  const lower = keys.map((key) => key.toLowerCase())
  const mapped = known.filter(({ key }) => lower.includes(key.toLowerCase())).map(({ unitId }) => unitId)
  const rows = await db.all<{
    id: Id
  }>(sql`select id from org.unit where tenant_id = kernel.here() and closed_on is null
    and (id = any (${mapped}::uuid[]) or id::text = any (${lower}::text[]) or lower(external_id) = any (${lower}::text[]))`)
  return rows.map(({ id }) => id)
}

/** The link, else an employee imported with the same lasting id, else somebody new when the setup says so. Never an e-mail. */
async function personOf(
  { db, clock }: At,
  provider: Provider,
  { subject, name }: Said,
  hasRole: boolean,
): Promise<Id | undefined> {
  const linked = await db.one<{ id: Id }>(sql`select employee_id as id from signin.identity
    where tenant_id = kernel.here() and provider_id = ${provider.id} and subject = ${subject}`)
  if (linked) return linked.id
  const imported = await db.one<{ id: Id }>(
    sql`select id from org.employee where tenant_id = kernel.here() and external_id = ${subject}`,
  )
  const id =
    imported?.id ??
    (provider.setup.createsEmployees && hasRole ? await employFromElsewhere(db, clock, name) : undefined)
  if (id)
    await db.run(sql`insert into signin.identity (id, provider_id, subject, employee_id, linked_at)
      values (${newId()}, ${provider.id}, ${subject}, ${id}, ${clock.now()})`)
  return id
}

type Held = { id: Id; role: Role; unitId: Id }

/** Gives what is said and not yet held on this house's word, and ends what is held and no longer said. */
async function follow({ db, clock }: At, provider: Provider, employeeId: Id, wanted: readonly Wanted[]): Promise<void> {
  const held = await db.all<Held>(sql`select g.id, g.role, g.unit_id as "unitId" from org.role_grant g
    join signin.granted on granted.tenant_id = g.tenant_id and granted.role_grant_id = g.id
    where g.tenant_id = kernel.here() and g.employee_id = ${employeeId} and granted.provider_id = ${provider.id}
      and (g.ends_on is null or g.ends_on >= ${clock.today()}::date) order by g.id`)
  const isSame = (a: Wanted, b: Wanted) => a.role === b.role && a.unitId === b.unitId
  await endFromElsewhere(
    db,
    clock,
    held.filter((one) => !wanted.some((other) => isSame(one, other))).map(({ id }) => id),
  )
  for (const { role, unitId } of wanted.filter((one) => !held.some((other) => isSame(one, other)))) {
    const grantId = await grantFromElsewhere(db, clock, { employeeId, role, unitId })
    await db.run(
      sql`insert into signin.granted (role_grant_id, provider_id, granted_at) values (${grantId}, ${provider.id}, ${clock.now()})`,
    )
  }
}

/** Somebody without employment or without any role today is not let in, and whatever sessions they had end. */
async function whyNotIn({ db, clock }: At, { setup }: Provider, employeeId: Id): Promise<Code | undefined> {
  if (!(await standingById(db, clock.today(), employeeId))) return 'signin.not-employed'
  const role =
    await db.one(sql`select from org.role_grant where tenant_id = kernel.here() and employee_id = ${employeeId}
    and starts_on <= ${clock.today()}::date and (ends_on is null or ends_on >= ${clock.today()}::date) limit 1`)
  if (role || setup.roles.length === 0) return undefined
  await endSessionsOf(db, clock, employeeId)
  return 'signin.no-role'
}
