import { citizensEffects } from '#features/citizens/server/index.ts'
import { clarificationEffects } from '#features/clarification/server/index.ts'
import { goliveEffects } from '#features/golive/server/index.ts'
import { journalEffects, journalLeanings } from '#features/journal/server/index.ts'
import { planEffects, planFollowings } from '#features/plan/server/index.ts'
import {
  type ProfileEffect,
  type ProfileFollowing,
  type ProfileLeaning,
  staffEffects,
} from '#features/profiles/server/index.ts'
import { trainingEffects } from '#features/training/server/index.ts'

/** What each feature tells of a change to a unit's set-up before it is applied, in the order told. */
export const profileEffects: readonly ProfileEffect[] = [
  ...staffEffects,
  ...citizensEffects,
  ...journalEffects,
  ...clarificationEffects,
  ...planEffects,
  ...trainingEffects,
  ...goliveEffects,
]

/** What keeps a change from being undone. */
export const profileLeanings: readonly ProfileLeaning[] = [...journalLeanings]

/** What each feature makes of a change, or takes back with it. */
export const profileFollowings: readonly ProfileFollowing[] = [...planFollowings]
