import { z } from 'zod'
import { offerGroupKeys } from '#features/org/offer-groups.ts'
import { contract, text, words } from '#kernel/lang/contract.ts'
import { Day } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { settingKeys } from './settings.ts'

export type { Option, SettingGroup, SettingKey, SettingSpec } from './settings.ts'
export { settingGroups, settingKeys, settings, specOf } from './settings.ts'

export const OfferGroupName = z.enum(offerGroupKeys)
export const Key = z.enum(settingKeys)

/** A flag, a number, an option, several options or several numbers; null: none of them. */
export const SettingValue = z.union([
  z.null(),
  z.boolean(),
  z.int(),
  z.string().max(100),
  z.array(z.string().max(100)).max(50),
  z.array(z.int()).max(50),
])
export type SettingValue = z.infer<typeof SettingValue>

/** Where a value may come from, the weakest first: a later one wins over an earlier. */
export const sourceKinds = ['product', 'template', 'answer', 'decision'] as const
export type SourceKind = (typeof sourceKinds)[number]

export const Source = z.strictObject({
  kind: z.enum(sourceKinds),
  /** Its short name: Q02, D-018. */
  ref: text(60).nullable(),
  /** As people read it: »Hvordan er jeres døgn delt op? Dag, aften og vågen nat«. */
  label: words(300),
  /** The record on the thread it came from, when it has one. Applying links it to the setting. */
  record: z.strictObject({ kind: z.string().regex(/^[a-z]+\.[a-z-]+$/), id: Id }).nullable(),
})
export type Source = z.infer<typeof Source>

/** A value as somebody gives it. */
export const Given = z.strictObject({ key: Key, value: SettingValue, source: Source })
export type Given = z.infer<typeof Given>

/** A value that a unit runs on, or will. */
export const Held = Given.extend({
  /** The setting: the same through all its values, and a knot on the thread. */
  settingId: Id,
  sinceOn: Day,
})
export type Held = z.infer<typeof Held>

/** What would become different. Null: not part of the set-up. */
export const Change = z.object({ key: Key, old: Given.nullable(), new: Given.nullable() })
export type Change = z.infer<typeof Change>

/** touched: whom or what it reaches; moved: what changes its day or place; reset: what must be done again; stays: what cannot be undone. */
export const effectKinds = ['touched', 'moved', 'reset', 'stays'] as const
export const EffectKind = z.enum(effectKinds)

const Said = z.object({ da: z.string(), en: z.string() })

/** A count that a feature contributes to a preview, in its own words. */
export const Effect = z.object({ name: z.string(), kind: EffectKind, count: z.int(), said: Said })
export type Effect = z.infer<typeof Effect>

export const profiles = contract('profiles', {})
