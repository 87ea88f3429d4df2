/**
 * How a unit is set up, for features above.
 *
 * - `propose(db, { unitId, note, values, by, at, template? })` keeps a whole set-up as a proposal and answers its id; clarification
 *   calls it with what a unit's answers become. Each value carries its source, and with `record` the knot on the thread it came
 *   from: applying links that record to the setting (`sets`). It is previewed, applied and undone with the use cases here.
 *   `fromTheirs`/`toTheirs` (rules.ts) translate the words of a project's files; `resolve` and `diff` are pure.
 * - `liveSettings(unitId, day)`: SQL, rows of settingId, key, value (jsonb), sinceOn, source. `liveOf(db, unitId, day)`: the same as values.
 * - `isApplied(unitId, day)`: SQL condition, a set-up has been applied and holds on the day.
 * - `lastAppliedAt(unitId, day)`: SQL timestamptz, when the set-up last became another; null: never.
 * - `teachTemplate(db, { offerGroup, key, value, note, from }, by)`: the next version of a template, taught by a record; answers its number.
 * - `templateNews(db, unitId)`: what later versions of the unit's template say otherwise than the product, for whoever proposes from elsewhere.
 * - `ProfileEffect`, `ProfileLeaning`, `ProfileFollowing`: what a feature counts in a preview, what keeps a change from being undone, and what it
 *   makes or takes back with each apply and undo; app composes them.
 */
import type { NodeKind } from '#features/thread/server/index.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { apply } from './apply.ts'
import type { ProfileEffect, ProfileFollowing, ProfileLeaning } from './effects.ts'
import { profileOf, why } from './of.ts'
import { preview } from './preview.ts'
import { suggest } from './suggest.ts'
import { acceptOffer, offer, refuseOffer, releaseTemplate, templates } from './templates.ts'
import { undo } from './undo.ts'

export type { ProfileEffect, ProfileFollowing, ProfileLeaning } from './effects.ts'
export { staffEffects } from './effects.ts'
export { isApplied, lastAppliedAt, liveOf, liveSettings } from './live.ts'
export { profilesKinds, settingKind, templateKind } from './node-kinds.ts'
export { type Proposing, propose } from './propose.ts'
export { templateNews } from './template-versions.ts'
export { teachTemplate } from './templates.ts'

/** Over the kinds of record a value may come from, what a preview counts, what keeps a change from being undone, and what follows from one. */
export const profilesUseCases = (
  kinds: readonly NodeKind[],
  effects: readonly ProfileEffect[],
  leanings: readonly ProfileLeaning[],
  followings: readonly ProfileFollowing[],
): readonly UseCase[] => [
  profileOf,
  why,
  suggest,
  preview(effects),
  apply(kinds, followings),
  undo(kinds, leanings, followings),
  templates,
  releaseTemplate,
  offer,
  acceptOffer,
  refuseOffer,
]
