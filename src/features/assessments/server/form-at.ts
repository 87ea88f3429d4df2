import { type Db, sql } from '#kernel/server/sql.ts'
import type { Form } from '../contract.ts'
import { shippedForm } from '../forms/shipped.ts'

/** A version of a form, one that came with the product or one made here. */
export async function formAt(db: Db, key: string, version: number): Promise<Form | undefined> {
  const found = await db.one<{ definition: string }>(
    sql`select definition::text from assessments.form where tenant_id = kernel.here() and key = ${key} and version = ${version}`,
  )
  return found ? (JSON.parse(found.definition) as Form) : shippedForm(key, version)
}
