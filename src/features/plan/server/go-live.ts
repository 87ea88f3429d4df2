import { type Sql, sql } from '#kernel/server/sql.ts'

/** First day a unit works in the new system, as planned; null while it is in no wave. */
export const goLiveOf = (unit: Sql): Sql => sql`(select wave.go_live_on from plan.unit on_way
  join plan.wave on wave.tenant_id = on_way.tenant_id and wave.id = on_way.wave_id
  where on_way.tenant_id = kernel.here() and on_way.unit_id = ${unit})`

/** First day any unit at or below a place does. */
export const firstGoLive = (place: Sql): Sql => sql`(select min(wave.go_live_on) from plan.wave
  join plan.plan on plan.tenant_id = wave.tenant_id and plan.id = wave.plan_id
  where wave.tenant_id = kernel.here() and plan.place_id = ${place})`
