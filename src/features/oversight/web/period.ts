import type { Day } from '#kernel/lang/day.ts'

/** Days, inclusive. */
export type Period = { readonly from: Day; readonly to: Day }
