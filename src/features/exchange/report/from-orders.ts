import { createHash } from 'node:crypto'
import { conceptOf, levelCarriedBy, rankOfCode } from '#features/terminology/rules.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import type { Given, Item } from '../items.ts'
import type { ToldOrder } from '../status/status-bundle.ts'

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

/** What the orders say of the case, as far as a report has room for it: sub-themes need a level, goals a direction and a level. */
export function itemsOfOrders(orders: readonly Ordered[], at: Instant): Item[] {
  const item = (id: Id, given: Given): Item => ({ ...given, id, withdrawn: false, changedAt: at, isNews: true })
  return orders.flatMap((order) => {
    const planId = idFor(order.id)
    const startsOn = order.startsOn ?? order.orderedOn
    const themes = order.themes.filter(
      ({ code, level }) => levelCarriedBy(code) === (level !== null) && conceptOf(code),
    )
    const themeId = new Map(themes.filter(({ level }) => level !== null).map(({ id, code }) => [code, idFor(id)]))
    const goals = order.goals.filter(
      ({ themeCode, levelWanted, direction }) =>
        themeCode && themeId.has(themeCode) && levelWanted !== null && direction,
    )
    const needLevel = rankOfCode(order.supportNeed)
    const parts = {
      need: needLevel === null ? null : idFor(order.id, 'need'),
      performer: order.offerType ? idFor(order.id, 'performer') : null,
      day: order.followUpOn ? idFor(order.id, 'day') : null,
    }
    const status = order.status === 'entered-in-error' ? ('revoked' as const) : (order.status as 'active')
    return [
      ...themes.map(({ id, code, level, recordedOn }) =>
        item(idFor(id), {
          kind: 'condition',
          content: {
            themeCode: code,
            level,
            recordedAt: midday(recordedOn ?? order.orderedOn),
            assertedAt: null,
            isActive: true,
          },
        }),
      ),
      ...order.groups.map(({ id, code }) =>
        item(idFor(id), { kind: 'target-group', content: { code, recordedOn: order.orderedOn } }),
      ),
      ...goals.map(({ id, themeCode, levelWanted, direction }) =>
        item(idFor(id), {
          kind: 'goal',
          content: {
            ...{
              conditionId: themeId.get(themeCode!)!,
              otherConditionIds: [],
              levelWanted: levelWanted!,
              direction: direction!,
              status: 'active',
            },
          },
        }),
      ),
      ...(parts.need
        ? [item(parts.need, { kind: 'need', content: { level: needLevel!, effectiveAt: midday(order.orderedOn) } })]
        : []),
      ...(parts.performer
        ? [item(parts.performer, { kind: 'performer', content: { offerType: order.offerType! } })]
        : []),
      ...(parts.day ? [item(parts.day, { kind: 'follow-up-day', content: { on: order.followUpOn! } })] : []),
      item(planId, {
        kind: 'plan',
        content: {
          // Where the authority gave no case number, its own id of the plan is what it will know the case by.
          ...{
            caseSystem: order.caseNumber ? 'urn:case-number' : 'urn:ietf:rfc:3986',
            caseNumber: order.caseNumber ?? `urn:uuid:${planId}`,
          },
          ...{ status, intent: parts.need && parts.day ? 'order' : 'plan', startsOn, endsOn: order.endsOn },
          ...{ performerIds: parts.performer ? [parts.performer] : [], goalIds: goals.map(({ id }) => idFor(id)) },
          ...{ needId: parts.need, followUpDayId: parts.day, targetGroupIds: order.groups.map(({ id }) => idFor(id)) },
        },
      }),
      ...order.interventions
        .filter(({ code }) => code && conceptOf(code)?.list === 'intervention')
        .map(({ id, code, status: delivery, startsOn: from, endsOn }) =>
          item(idFor(id), {
            kind: 'intervention',
            content: {
              ...{ planId, code: code!, startsOn: from ?? startsOn, endsOn, createdAt: midday(order.orderedOn) },
              ...{ planStatus: status, intent: 'order', status: delivery as 'in-progress' },
            },
          }),
        ),
    ]
  })
}
