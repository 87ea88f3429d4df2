/** What a write of the plan changes beside it. */
export const touches = ['thread'] as const
