import { type Sql, sql } from '#kernel/server/sql.ts'

/** The name of an employee, or of a unit, by its id: for what is told about few rows. */
export const employeeName = (id: Sql): Sql =>
  sql`(select employee.name from org.employee where employee.tenant_id = kernel.here() and employee.id = ${id})`
export const unitName = (id: Sql): Sql =>
  sql`(select unit.name from org.unit where unit.tenant_id = kernel.here() and unit.id = ${id})`
