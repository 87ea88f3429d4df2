import { isDiscreet, ofCitizen, ofCitizenAt, seesCitizen } from '#features/citizens/server/index.ts'
import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right, Seeing } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

export const mayRead = right('reports.read', careRoles, { inPerson: true })
export const mayWrite = right('reports.write', ['unit-leader', 'support-worker', 'health-worker', 'specialist'])
export const mayApprove = right('reports.approve', ['unit-leader'])

export const actsOnReport = { write: mayWrite, approve: mayApprove }

export const reportReached = (asked: Seeing): Sql =>
  sql`((${asked.visible(sql`report.unit_id`)} or (${asked.inPerson(sql`report.citizen_id`)} and not ${isDiscreet(sql`report.unit_id`)}))
    and ${seesCitizen(asked, sql`report.citizen_id`)})`

export const ofReport = <I>(held: Right, id: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  says: ['place'],
  rows: (asked) => sql`
    select report.id, report.unit_id as place from reports.report
    where report.tenant_id = kernel.here() and report.id = ${id(asked.input)}::uuid and ${reportReached(asked)}`,
})

export const beginning = <I extends { citizenId: string; unitId: string }>(): Gate<I> =>
  ofCitizenAt<I>(
    mayWrite,
    (input) => input.citizenId,
    (input) => input.unitId,
  )
export const reportsOf = <I extends { citizenId: string }>(): Gate<I> =>
  ofCitizen<I>(mayRead, (input) => input.citizenId)
