import { type NewsRule, newsFromBelow } from '#features/newsletter/server/index.ts'

/** What each feature has to tell in the monthly newsletter. */
export const newsRules: readonly NewsRule[] = [...newsFromBelow]
