import type { BookingSource } from '#features/plan/server/index.ts'
import { sessionBookings } from '#features/training/server/index.ts'

/** What the plan looks ahead at beside its own bookings. */
export const bookings: readonly BookingSource[] = [{ keptIn: 'training', rows: sessionBookings }]
