import { citizensEffects } from '#features/citizens/server/index.ts'
import { journalEffects, journalLeanings } from '#features/journal/server/index.ts'
import { type ProfileEffect, type ProfileLeaning, staffEffects } from '#features/profiles/server/index.ts'
import { trainingEffects } from '#features/training/server/index.ts'

/** What each feature tells of a change to a unit's set-up before it is applied, in the order told. */
export const profileEffects: readonly ProfileEffect[] = [
  ...staffEffects,
  ...citizensEffects,
  ...journalEffects,
  ...trainingEffects,
]

/** What keeps a change from being undone. */
export const profileLeanings: readonly ProfileLeaning[] = [...journalLeanings]
