import { tellings, tellingsWithLookups } from '#app/subject-access.ts'
import { useCases } from '#app/use-cases.ts'
import { DAYS_A_PACKAGE_IS_KEPT } from '#features/privacy/rules.ts'
import {
  deleteRun,
  deletionsLeftBehind,
  forgetPackages,
  leftBehind,
  lookForRequest,
  type Maker,
  makePackage,
  markFailed,
} from '#features/privacy/server/index.ts'
import type { Job } from '#kernel/server/jobs.ts'
import type { Tenant } from '#kernel/server/tenants.ts'
import type { Opened } from './open-house.ts'

type House = Pick<Opened, 'tenants' | 'clock' | 'log'>

export const makerFor = (house: House, tenant: Tenant): Maker => ({
  pool: house.tenants.pool(tenant),
  clock: house.clock,
  tenant: tenant.name,
  tellings,
  useCases,
})

/** Tried once; whoever asked sees that it failed, and can ask again. */
async function make(house: House, tenant: Tenant, id: string): Promise<void> {
  const maker = makerFor(house, tenant)
  await makePackage(maker, id).catch(async (error) => {
    house.log.error({ err: error, job: 'privacy-make' }, 'a package could not be made')
    await markFailed(maker.pool, id)
  })
}

const look = (house: House, tenant: Tenant, id: string) =>
  lookForRequest({ ...makerFor(house, tenant), tellings: tellingsWithLookups(false) }, id)

const remove = (house: House, tenant: Tenant, id: string) =>
  deleteRun({ pool: house.tenants.pool(tenant), clock: house.clock }, id)

/** Longer than any job takes to be begun and done; what is older was forgotten by whoever began it. */
const LEFT_BEHIND_MINUTES = 10

async function takeUp(house: House, tenant: Tenant): Promise<void> {
  const before = new Date(Date.parse(house.clock.now()) - LEFT_BEHIND_MINUTES * 60_000).toISOString()
  const { requests, packages } = await leftBehind(house.tenants.pool(tenant), before)
  for (const { id } of requests) await look(house, tenant, id)
  for (const { id } of packages) await make(house, tenant, id)
  for (const { id } of await deletionsLeftBehind(house.tenants.pool(tenant), before)) await remove(house, tenant, id)
}

export function privacyJobs(house: House): Job[] {
  const tenantOf = (id: unknown) => house.tenants.all.find((tenant) => tenant.id === id)
  const forOne = (
    name: string,
    of: string,
    work: (house: House, tenant: Tenant, id: string) => Promise<void>,
  ): Job => ({
    name,
    run: async (data) => {
      const tenant = tenantOf(data.tenant)
      if (tenant) await work(house, tenant, String(data[of]))
    },
  })
  const everywhere = async (work: (tenant: Tenant) => Promise<unknown>) => {
    for (const tenant of house.tenants.all) await work(tenant)
  }
  const old = () => new Date(Date.parse(house.clock.now()) - DAYS_A_PACKAGE_IS_KEPT * 86_400_000).toISOString()
  return [
    forOne('privacy-look', 'request', look),
    forOne('privacy-make', 'package', make),
    forOne('privacy-delete', 'run', remove),
    { name: 'privacy-take-up', cron: '*/10 * * * *', run: () => everywhere((tenant) => takeUp(house, tenant)) },
    {
      name: 'privacy-forget-packages',
      cron: '47 2 * * *',
      run: () => everywhere((tenant) => forgetPackages(house.tenants.pool(tenant), old())),
    },
  ]
}
