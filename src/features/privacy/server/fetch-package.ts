import { danishDay } from '#kernel/server/danish-day.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { privacy } from '../contract.ts'
import { ofPackage } from './permissions.ts'

/** The file's name says no one's: it may lie on a desktop. */
export const fetchPackage = query(privacy.package, {
  may: ofPackage((input) => input.id),
  audit: (input) => ({
    person: sql`(select request.citizen_id from privacy.package join privacy.request on request.tenant_id = package.tenant_id and request.id = package.request_id
      where package.tenant_id = kernel.here() and package.id = (select id from rows))`,
    purpose: 'export',
    about: { package: input.id },
  }),
  records: sql`select id from rows`,
  read: ({ input }) => sql`
    select package.id, 'indsigt-' || ${danishDay(sql`package.made_at`)} || '.zip' as name, 'application/zip' as "mediaType",
      package.size_bytes as "sizeBytes", package.parts
    from privacy.package where package.tenant_id = kernel.here() and package.id = ${input.id}::uuid`,
  part: ({ id }, number) =>
    sql`select content from privacy.package_part where tenant_id = kernel.here() and package_id = ${id}::uuid and number = ${number}::int`,
})
