import { theEmployee } from '#features/org/server/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Secret } from '#kernel/server/device.ts'
import { seal, unseal } from '#kernel/server/sealed-text.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { type Provider, signin } from '../../contract.ts'
import { mayDecide, overAll } from '../permissions.ts'
import { whyNotSetup } from './setup.ts'

const columns = sql`id, label, setup, secret_sealed is not null as "hasSecret", closed_on::text as "closedOn", version`

export const providers = query(signin.providers, {
  may: overAll(mayDecide),
  audit: () => ({}),
  read: () => sql`select ${columns} from signin.provider
    where tenant_id = kernel.here() and exists (select from may) order by closed_on is not null, label limit 50`,
})

const isOpen = (day: Day) => sql`(closed_on is null or closed_on > ${day}::date)`

export const openWays = (db: Db, day: Day) =>
  db.all<{ id: Id; label: string }>(sql`select id, label from signin.provider
    where tenant_id = kernel.here() and ${isOpen(day)} order by label limit 20`)

export type ProviderWithSecret = Provider & { secret: string | null }

const sealKey = (secret: Secret) => secret('seal provider')

/** Open on the day, with its secret; for the server's own use. */
export async function providerById(db: Db, day: Day, id: string, secret: Secret): Promise<ProviderWithSecret> {
  const isId = /^[0-9a-f-]{36}$/.test(id)
  const row = isId
    ? await db.one<
        Omit<Provider, 'setup'> & { setup: string; sealed: Buffer | null }
      >(sql`select ${columns}, secret_sealed as sealed from signin.provider
        where tenant_id = kernel.here() and id = ${id}::uuid and ${isOpen(day)}`)
    : undefined
  if (!row) throw new Problem('not-found', 'kernel.not-found')
  const { sealed, setup, ...rest } = row
  return { ...rest, setup: JSON.parse(setup), secret: sealed ? unseal(sealKey(secret), sealed) : null }
}

type Standing = { id: Id; kind: string; version: number }

export const saveProvider = command(signin.saveProvider, {
  may: overAll(mayDecide),
  secrets: ['secret'],
  audit: (input) => ({
    about: { provider: input.id, kind: input.setup.kind, closedOn: input.closedOn, newSecret: input.secret !== null },
  }),
  async run({ db, input, by, clock, secret }) {
    const standing = await db.one<Standing>(
      sql`select id, kind, version from signin.provider where tenant_id = kernel.here() and id = ${input.id} for update`,
    )
    if ((standing?.version ?? null) !== input.version) throw new Problem('stale', 'kernel.stale')
    if (standing && standing.kind !== input.setup.kind) refuse(refusal('signin.provider-kind-fixed', {}, 'setup'))
    refuse(whyNotSetup(input.setup, input.secret))
    const { id, label, setup, closedOn } = input
    const sealed = input.secret === null ? null : seal(sealKey(secret), input.secret)
    const row = await db.one<{ version: number }>(sql`
      insert into signin.provider as provider (id, kind, label, setup, secret_sealed, closed_on, changed_at, changed_by)
      values (${id}, ${setup.kind}, ${label.trim()}, ${JSON.stringify(setup)}::jsonb, ${sealed}, ${closedOn}, ${clock.now()}, ${by.id})
      on conflict (tenant_id, id) do update set label = excluded.label, setup = excluded.setup, closed_on = excluded.closed_on,
        secret_sealed = coalesce(excluded.secret_sealed, provider.secret_sealed), version = provider.version + 1,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by
      returning version`)
    return { id, version: row!.version }
  },
})

export const linkIdentity = command(signin.linkIdentity, {
  may: theEmployee(),
  audit: (input) => ({
    records: [input.employeeId],
    about: { provider: input.providerId, linked: input.subject !== null },
  }),
  async run({ db, input, by, clock }) {
    const { employeeId, providerId, subject } = input
    await db.run(
      sql`delete from signin.identity where tenant_id = kernel.here() and provider_id = ${providerId} and employee_id = ${employeeId}`,
    )
    if (subject === null) return { id: employeeId }
    const done =
      await db.run(sql`insert into signin.identity (id, provider_id, subject, employee_id, linked_at, linked_by)
      values (${newId()}, ${providerId}, ${subject.trim()}, ${employeeId}, ${clock.now()}, ${by.id}) on conflict (tenant_id, provider_id, subject) do nothing`)
    if (!done) refuse(refusal('signin.subject-taken', {}, 'subject'))
    return { id: employeeId }
  },
})
