import { lockCitizen } from '#features/citizens/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { Stay } from '../contract.ts'

/** The wire's form of a stay; `stay` is the alias of stays.stay. */
export const stayColumns: Sql = sql`stay.id, stay.citizen_id as "citizenId", stay.unit_id as "unitId", stay.kind,
  stay.legal_ground as "legalGround", stay.starts_on::text as "startsOn", stay.ends_on::text as "endsOn",
  stay.end_reason as "endReason", stay.version`

export const stayById = (db: Db, id: Id) =>
  db.one<Stay>(sql`select ${stayColumns} from stays.stay where tenant_id = kernel.here() and id = ${id}`)

export const staysOf = (db: Db, citizenId: Id) =>
  db.all<Stay>(
    sql`select ${stayColumns} from stays.stay where tenant_id = kernel.here() and citizen_id = ${citizenId} order by starts_on`,
  )

/** The stay as it stands once nobody else can change it: the citizen is locked first, then the stay is read anew. */
export async function lockedStay(db: Db, id: Id): Promise<Stay | undefined> {
  const seen = await stayById(db, id)
  if (!seen) return undefined
  await lockCitizen(db, seen.citizenId)
  return stayById(db, id)
}
