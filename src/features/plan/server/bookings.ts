import type { Sql } from '#kernel/server/sql.ts'

/**
 * What a feature above has booked people for, beside the plan's own. `rows`: id, unit_ids (those it is for), title, who (a person by
 * name, or empty), employee_id (the same, when somebody works here), room (or null), from_at, until_at, version. Composed in app/bookings.ts; it is changed where it is kept.
 */
export type BookingSource = { readonly keptIn: string; readonly rows: Sql }
