import type { Id } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { type Acting, hashOf } from './acting.ts'

export const DEVICE_COOKIE = 'rt_device'
/** As long as browsers keep a cookie; kept anew at each sign-in. */
export const DEVICE_DAYS = 400

export type DeviceHere = { id: Id; name: string; unitId: Id; unitName: string }

/** The shared device this browser is, if it is one. */
export async function deviceHere({ db, device }: Pick<Acting, 'db' | 'device'>): Promise<DeviceHere | undefined> {
  const token = device.cookie(DEVICE_COOKIE)
  if (!token) return undefined
  return db.one<DeviceHere>(sql`select device.id, device.name, device.unit_id as "unitId", unit.name as "unitName"
    from signin.device join org.unit on unit.tenant_id = device.tenant_id and unit.id = device.unit_id
    where device.tenant_id = kernel.here() and device.token_hash = ${hashOf(token)} and device.ended_at is null and unit.closed_on is null`)
}
