import { directions } from '#features/orders/contract.ts'
import type { List } from '#features/terminology/rules.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { ItemKind } from './items.ts'

const planStatuses = ['draft', 'active', 'on-hold', 'revoked', 'completed'] as const
const intents = ['proposal', 'plan', 'order'] as const
const goalStatuses = [
  'proposed',
  'planned',
  'accepted',
  'active',
  'on-hold',
  'completed',
  'cancelled',
  'rejected',
] as const
const doneStatuses = [
  'not-started',
  'scheduled',
  'in-progress',
  'on-hold',
  'completed',
  'cancelled',
  'stopped',
] as const

/** How a field of something reported is filled in: a word, a day, a code of a list, or a link to something else of the case. */
export type EntryField = { readonly name: string; readonly isOptional?: true } & (
  | { readonly as: 'text' | 'day' | 'moment' | 'level' | 'flag' }
  | { readonly as: 'choice'; readonly choices: readonly string[] }
  | { readonly as: 'code'; readonly lists: readonly List[] }
  | { readonly as: 'link'; readonly of: ItemKind }
  | { readonly as: 'links'; readonly of: ItemKind }
)

const caseNumber: readonly EntryField[] = [
  { name: 'caseSystem', as: 'text' },
  { name: 'caseNumber', as: 'text' },
]
const status = (choices: readonly string[]): EntryField => ({ name: 'status', as: 'choice', choices })
const period: readonly EntryField[] = [
  { name: 'startsOn', as: 'day' },
  { name: 'endsOn', as: 'day', isOptional: true },
]

/** What is asked for of each kind, in the order in which one thinks of it. */
export const entryFields: Readonly<Record<ItemKind, readonly EntryField[]>> = {
  request: [...caseNumber, status(planStatuses)],
  condition: [
    { name: 'themeCode', as: 'code', lists: ['activity', 'function', 'surroundings'] },
    { name: 'level', as: 'level', isOptional: true },
    { name: 'recordedAt', as: 'moment' },
    { name: 'assertedAt', as: 'moment', isOptional: true },
    { name: 'isActive', as: 'flag' },
  ],
  need: [
    { name: 'level', as: 'level' },
    { name: 'effectiveAt', as: 'moment' },
  ],
  gathering: [
    { name: 'requestId', as: 'link', of: 'request' },
    { name: 'effectiveAt', as: 'moment' },
    { name: 'conditionIds', as: 'links', of: 'condition' },
    { name: 'needId', as: 'link', of: 'need', isOptional: true },
    { name: 'isCompleted', as: 'flag' },
  ],
  goal: [
    { name: 'conditionId', as: 'link', of: 'condition' },
    { name: 'otherConditionIds', as: 'links', of: 'condition' },
    { name: 'levelWanted', as: 'level' },
    { name: 'direction', as: 'choice', choices: directions },
    status(goalStatuses),
  ],
  'target-group': [
    { name: 'code', as: 'code', lists: ['target-group'] },
    { name: 'recordedOn', as: 'day' },
  ],
  performer: [{ name: 'offerType', as: 'code', lists: ['offer-type'] }],
  'follow-up-day': [{ name: 'on', as: 'day' }],
  plan: [
    ...caseNumber,
    status(planStatuses),
    { name: 'intent', as: 'choice', choices: intents },
    ...period,
    { name: 'targetGroupIds', as: 'links', of: 'target-group' },
    { name: 'goalIds', as: 'links', of: 'goal' },
    { name: 'performerIds', as: 'links', of: 'performer' },
    { name: 'needId', as: 'link', of: 'need', isOptional: true },
    { name: 'followUpDayId', as: 'link', of: 'follow-up-day', isOptional: true },
  ],
  intervention: [
    { name: 'planId', as: 'link', of: 'plan' },
    { name: 'code', as: 'code', lists: ['intervention'] },
    ...period,
    { name: 'createdAt', as: 'moment' },
    status(doneStatuses),
    { name: 'planStatus', as: 'choice', choices: planStatuses },
    { name: 'intent', as: 'choice', choices: intents },
  ],
  'follow-up': [
    { name: 'planId', as: 'link', of: 'plan' },
    { name: 'result', as: 'code', lists: ['follow-up-result'] },
    { name: 'effectiveAt', as: 'moment' },
  ],
}

export type Content = Readonly<Record<string, unknown>>

function blank(field: EntryField, today: Day, now: Instant): unknown {
  if (field.isOptional) return null
  switch (field.as) {
    case 'links':
      return []
    case 'flag':
      return field.name === 'isActive'
    case 'moment':
      return now
    case 'day':
      return today
    case 'choice':
      return field.choices.includes('active') ? 'active' : field.choices[0]
    default:
      return null
  }
}

/** What must be entered before something of the kind can be: the first it must point at that is not there. */
export const isLackedBy = (kind: ItemKind, there: ReadonlySet<ItemKind>): ItemKind | undefined =>
  entryFields[kind].flatMap((field) =>
    field.as === 'link' && !field.isOptional && !there.has(field.of) ? [field.of] : [],
  )[0]

/** Something of the kind, before anything is filled in. */
export const blankContent = (kind: ItemKind, today: Day, now: Instant): Content =>
  Object.fromEntries(entryFields[kind].map((field) => [field.name, blank(field, today, now)]))
