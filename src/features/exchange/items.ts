import { z } from 'zod'
import { directions } from '#features/orders/contract.ts'
import { words } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

const Code = words(100)
const Level = z.int().min(0).max(4)
const Case = { caseSystem: words(200), caseNumber: words(100) }

/** What can be reported of a case, by kind: codes, days and links, no free text. Links are ids of other items. */
export const itemContents = {
  request: z.strictObject({ ...Case, status: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed']) }),
  /** A sub-theme; a level if and only if it stands under activity and participation. */
  condition: z.strictObject({
    ...{ themeCode: Code, level: Level.nullable(), recordedAt: Instant },
    /** Of a re-assessment. */
    assertedAt: Instant.nullable(),
    isActive: z.boolean(),
  }),
  gathering: z.strictObject({
    ...{ requestId: Id, effectiveAt: Instant, isCompleted: z.boolean() },
    ...{ conditionIds: z.array(Id).max(100), needId: Id.nullable() },
  }),
  need: z.strictObject({ level: Level, effectiveAt: Instant }),
  goal: z.strictObject({
    ...{ conditionId: Id, otherConditionIds: z.array(Id).max(40), levelWanted: Level, direction: z.enum(directions) },
    status: z.enum(['proposed', 'planned', 'accepted', 'active', 'on-hold', 'completed', 'cancelled', 'rejected']),
  }),
  'target-group': z.strictObject({ code: Code, recordedOn: Day }),
  performer: z.strictObject({ offerType: Code }),
  'follow-up-day': z.strictObject({ on: Day }),
  plan: z.strictObject({
    ...Case,
    status: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed']),
    intent: z.enum(['proposal', 'plan', 'order']),
    ...{ startsOn: Day, endsOn: Day.nullable(), performerIds: z.array(Id).max(20), goalIds: z.array(Id).max(40) },
    ...{ needId: Id.nullable(), followUpDayId: Id.nullable() },
    /** The first is the primary one. */
    targetGroupIds: z.array(Id).max(40),
  }),
  intervention: z.strictObject({
    ...{ planId: Id, code: Code, startsOn: Day, endsOn: Day.nullable(), createdAt: Instant },
    planStatus: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed']),
    intent: z.enum(['proposal', 'plan', 'order']),
    status: z.enum(['not-started', 'scheduled', 'in-progress', 'on-hold', 'completed', 'cancelled', 'stopped']),
  }),
  'follow-up': z.strictObject({ planId: Id, result: Code, effectiveAt: Instant }),
} as const
export type ItemKind = keyof typeof itemContents
export const itemKinds = Object.keys(itemContents) as [ItemKind, ...ItemKind[]]
export type ContentOf<K extends ItemKind> = z.infer<(typeof itemContents)[K]>

/** An item with its kind and content, as it is entered. */
export const ItemGiven = z.discriminatedUnion(
  'kind',
  itemKinds.map((kind) => z.strictObject({ kind: z.literal(kind), content: itemContents[kind] })) as never,
) as unknown as z.ZodType<Given>
export type Given = { [K in ItemKind]: { kind: K; content: ContentOf<K> } }[ItemKind]
export type Item = Given & { id: Id; withdrawn: boolean; changedAt: Instant; isNews: boolean }

/** Ids of the items that an item points at. */
export function linksOf({ kind, content }: Given): readonly Id[] {
  switch (kind) {
    case 'gathering':
      return [content.requestId, ...content.conditionIds, ...(content.needId ? [content.needId] : [])]
    case 'goal':
      return [content.conditionId, ...content.otherConditionIds]
    case 'plan':
      return [
        ...[...content.performerIds, ...content.goalIds, ...content.targetGroupIds],
        ...[content.needId, content.followUpDayId].filter((id) => id !== null),
      ]
    case 'intervention':
    case 'follow-up':
      return [content.planId]
    default:
      return []
  }
}

/** What is news, and everything it points at, however far: a report is whole in itself. */
export function toReport(all: readonly Item[], only: 'news' | 'all'): readonly Item[] {
  const byId = new Map(all.map((item) => [item.id, item]))
  const taken = new Map<Id, Item>()
  const take = (item: Item | undefined) => {
    if (!item || taken.has(item.id)) return
    taken.set(item.id, item)
    for (const id of linksOf(item)) take(byId.get(id))
  }
  for (const item of all) if (only === 'all' ? !item.withdrawn || item.isNews : item.isNews) take(item)
  return [...taken.values()]
}
