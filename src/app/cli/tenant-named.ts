import type { Opened } from '#app/server/open-house.ts'
import type { Tenant } from '#kernel/server/tenants.ts'

/** The municipality somebody named at the command line; the only one needs no name. */
export function tenantNamed({ tenants }: Opened, slug: string | undefined): Tenant {
  const known = tenants.all.map((tenant) => tenant.slug).join(', ')
  if (tenants.all.length === 0) throw new Error('There is no municipality yet. Make one: bin/db new-tenant')
  const found = slug ? tenants.bySlug(slug) : tenants.all.length === 1 ? tenants.all[0] : undefined
  if (!found) throw new Error(`Say which municipality with --tenant: ${known}`)
  return found
}
