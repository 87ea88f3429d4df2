import { createHash } from 'node:crypto'
import { conceptOf, levelCarriedBy, rankOfCode } from '#features/terminology/rules.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import type { Given, Item } from '../items.ts'
import type { ToldOrder, ToldTheme } from '../status/status-bundle.ts'

type Ordered = ToldOrder & {
  caseNumber: string | null
  supportNeed: string | null
  offerType: string | null
  followUpOn: string | null
}

/** The authority's own id where it is one; else an id that is the same each time. */
const idFor = (foreign: string, what = ''): Id => {
  if (!what && Id.safeParse(foreign).success) return foreign
  const hex = createHash('sha256').update(`${foreign} ${what}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const midday = (day: Day): Instant => `${day}T12:00:00Z`

type Add = (id: Id, given: Given) => Item
/** What a report needs beside what the order names itself. */
type Made = { planId: Id; needId: Id | null; performerId: Id | null; dayId: Id | null }

/** What the orders say of the case, as far as a report has room for it: sub-themes need a level, goals a direction and a level. */
export function itemsOfOrders(orders: readonly Ordered[], at: Instant): Item[] {
  const add: Add = (id, given) => ({ ...given, id, withdrawn: false, changedAt: at, isNews: true })
  return orders.flatMap((order) => {
    const made: Made = {
      planId: idFor(order.id),
      needId: rankOfCode(order.supportNeed) === null ? null : idFor(order.id, 'need'),
      performerId: order.offerType ? idFor(order.id, 'performer') : null,
      dayId: order.followUpOn ? idFor(order.id, 'day') : null,
    }
    const themes = order.themes.filter(
      ({ code, level }) => levelCarriedBy(code) === (level !== null) && conceptOf(code),
    )
    const goals = goalItems(order, themes, add)
    return [
      ...themes.map((theme) => themeItem(theme, order, add)),
      ...order.groups.map(({ id, code }) =>
        add(idFor(id), { kind: 'target-group', content: { code, recordedOn: order.orderedOn } }),
      ),
      ...goals,
      ...besideItems(order, made, add),
      planItem(
        order,
        made,
        goals.map(({ id }) => id),
        add,
      ),
      ...interventionItems(order, made.planId, add),
    ]
  })
}

const themeItem = ({ id, code, level, recordedOn }: ToldTheme, order: Ordered, add: Add) =>
  add(idFor(id), {
    kind: 'condition',
    content: {
      ...{
        themeCode: code,
        level,
        recordedAt: midday(recordedOn ?? order.orderedOn),
        assertedAt: null,
        isActive: true,
      },
    },
  })

function goalItems(order: Ordered, themes: readonly ToldTheme[], add: Add): Item[] {
  const leveled = new Map(themes.filter(({ level }) => level !== null).map(({ id, code }) => [code, idFor(id)]))
  return order.goals.flatMap(({ id, themeCode, levelWanted, direction }) => {
    const conditionId = themeCode && leveled.get(themeCode)
    if (!conditionId || levelWanted === null || !direction) return []
    const content = { conditionId, otherConditionIds: [], levelWanted, direction, status: 'active' as const }
    return [add(idFor(id), { kind: 'goal', content })]
  })
}

const besideItems = (order: Ordered, { needId, performerId, dayId }: Made, add: Add): Item[] => [
  ...(needId
    ? [
        add(needId, {
          kind: 'need',
          content: { level: rankOfCode(order.supportNeed)!, effectiveAt: midday(order.orderedOn) },
        }),
      ]
    : []),
  ...(performerId ? [add(performerId, { kind: 'performer', content: { offerType: order.offerType! } })] : []),
  ...(dayId ? [add(dayId, { kind: 'follow-up-day', content: { on: order.followUpOn! } })] : []),
]

const planItem = (order: Ordered, { planId, needId, performerId, dayId }: Made, goalIds: Id[], add: Add) =>
  add(planId, {
    kind: 'plan',
    content: {
      // Where the authority gave no case number, its own id of the plan is what it will know the case by.
      ...{ caseSystem: order.caseNumber ? 'urn:case-number' : 'urn:ietf:rfc:3986' },
      ...{ caseNumber: order.caseNumber ?? `urn:uuid:${planId}`, status: order.status as 'active' },
      ...{
        intent: needId && dayId ? 'order' : 'plan',
        startsOn: order.startsOn ?? order.orderedOn,
        endsOn: order.endsOn,
      },
      ...{ performerIds: performerId ? [performerId] : [], goalIds, needId, followUpDayId: dayId },
      targetGroupIds: order.groups.map(({ id }) => idFor(id)),
    },
  })

/** One without a code of the list cannot be reported. */
const interventionItems = (order: Ordered, planId: Id, add: Add): Item[] =>
  order.interventions
    .filter(({ code }) => code && conceptOf(code)?.list === 'intervention')
    .map(({ id, code, status, startsOn, endsOn }) =>
      add(idFor(id), {
        kind: 'intervention',
        content: {
          ...{ planId, code: code!, startsOn: startsOn ?? order.startsOn ?? order.orderedOn, endsOn },
          ...{ createdAt: midday(order.orderedOn), planStatus: order.status as 'active', intent: 'order' },
          status: status as 'in-progress',
        },
      }),
    )
