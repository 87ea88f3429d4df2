import { z } from 'zod'
import { offerGroupKeys } from '#features/org/offer-groups.ts'
import { contract, type OutputOf, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
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
  record: z.strictObject({ kind: words(60), id: Id }).nullable(),
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

const ChangeMade = z.object({
  id: Id,
  proposalId: Id,
  fromOn: Day,
  note: z.string(),
  appliedAt: Instant,
  appliedByName: z.string(),
  undoneOn: Day.nullable(),
  undoneByName: z.string().nullable(),
  /** How many values it brought. */
  values: z.int(),
})
export type ChangeMade = z.infer<typeof ChangeMade>

const made = z.object({ id: Id })

/** A version of what a group's units begin from. */
export const TemplateVersion = z.object({
  offerGroup: OfferGroupName,
  version: z.int(),
  note: z.string(),
  settings: z.record(z.string(), SettingValue),
  /** Null: the product's own. */
  releasedAt: Instant.nullable(),
  releasedByName: z.string().nullable(),
  /** release. */
  permitted: z.array(z.string()),
})
export type TemplateVersion = z.infer<typeof TemplateVersion>

export const profiles = contract('profiles', {
  /** A unit's set-up on a day, what was applied (newest first), what waits to be applied, and what may be done. */
  of: read(
    z.object({ unitId: Id, day: Day }),
    z.object({
      unitId: Id,
      unitName: z.string(),
      offerGroup: OfferGroupName.nullable(),
      templateVersion: z.int().nullable(),
      held: z.array(Held),
      changes: z.array(ChangeMade),
      proposals: z.array(
        z.object({ id: Id, note: z.string(), proposedAt: Instant, proposedByName: z.string(), changes: z.int() }),
      ),
      /** propose, apply, answer-offer */
      permitted: z.array(z.string()),
    }),
  ),
  /** Proposes to change a few values of the set-up as it is on the day; the rest stands. Needs a source that may change it. */
  suggest: write(
    z.object({ id: Id, unitId: Id, day: Day, note: words(500), values: z.array(Given).min(1).max(60) }),
    made,
  ),
  /** What applying it on the day would change, and what that reaches. Always against the set-up as it stands. */
  preview: read(
    z.object({ proposalId: Id, fromOn: Day }),
    z.object({
      proposalId: Id,
      unitId: Id,
      unitName: z.string(),
      note: z.string(),
      /** The latest change of the unit; applying names it, so that nothing is applied over what was not seen. */
      standingId: Id.nullable(),
      /** The first day it can hold: today, or the day of a change that waits. */
      earliestOn: Day,
      appliedOn: Day.nullable(),
      changes: z.array(Change),
      effects: z.array(Effect),
      /** apply */
      permitted: z.array(z.string()),
    }),
  ),
  /** From the day on the unit works so. Once; never before a change that already holds or waits. */
  apply: write(
    z.object({ id: Id, proposalId: Id, fromOn: Day, standingId: Id.nullable() }),
    z.object({ id: Id, fromOn: Day, changes: z.array(Change) }),
  ),
  /** Takes the latest change back, while nothing depends on it. */
  undo: write(z.object({ id: Id }), z.object({ id: Id, undoneOn: Day })),
  /** One setting: its value, where it came from, since when, and what it was before, newest first. */
  why: read(
    z.object({ unitId: Id, key: Key, day: Day }),
    z.object({
      id: Id.nullable(),
      unitId: Id,
      key: Key,
      unitName: z.string(),
      held: z.array(Held.omit({ settingId: true, key: true }).extend({ fromOn: Day, toOn: Day.nullable() })),
    }),
  ),
  /** Versions of the templates, newest first; the first of each group is the product's own. */
  templates: read(z.object({}), z.array(TemplateVersion)),
  /** The next version of a group's template: offered to its units, and changes nothing by itself. */
  releaseTemplate: write(
    z.object({
      offerGroup: OfferGroupName,
      /** The newest version when it was written; when another is newest, that is handed back. */
      version: z.int().min(1),
      note: words(500),
      settings: z.record(z.string(), SettingValue),
    }),
    z.object({ offerGroup: OfferGroupName, version: z.int() }),
  ),
  /** What a newer template would change here, and what stays because it is the unit's own answer or a decision. Null: nothing is offered. */
  offer: read(
    z.object({ unitId: Id, day: Day }),
    z.array(
      z.object({
        /** The unit's id. */
        id: Id,
        offerGroup: OfferGroupName,
        version: z.int(),
        note: z.string(),
        releasedAt: Instant,
        changes: z.array(z.object({ key: Key, old: SettingValue, new: SettingValue })),
        keeps: z.array(z.object({ key: Key, value: SettingValue, offered: SettingValue })),
      }),
    ),
  ),
  /** Makes a proposal of it; that is previewed and applied as any other. */
  acceptOffer: write(z.object({ id: Id, unitId: Id, version: z.int() }), made),
  refuseOffer: write(z.object({ unitId: Id, version: z.int(), because: words(500) }), z.object({ unitId: Id })),
})

/** How one unit is set up. */
export type Profile = OutputOf<typeof profiles.of>
