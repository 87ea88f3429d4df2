import { codeOfLevel, type Direction } from '#features/terminology/rules.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Resource } from '../fhir/json.ts'
import { CPR, core, FFB, ffbGoal, KL, kl } from '../order/names.ts'
import { concept, some, targetsOf, to } from '../order/parts.ts'

const SNOMED = 'http://snomed.info/sct'
const V3_ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'
const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
const RELATED = 'http://hl7.org/fhir/StructureDefinition/goal-relationship'
/** Begins with a day, as dk-core asks; a replacement number does not, and is told as another identification. */
const CPR_FORM = /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{6}$/

type Level = number | null
export type ToldTheme = { id: string; code: string; level: Level; recordedOn: Day | null }
export type ToldGroup = { id: string; code: string; rank: number | null }
export type ToldIntervention = {
  id: string
  code: string | null
  text: string
  status: string
  startsOn: Day | null
  endsOn: Day | null
}
export type ToldOrderGoal = {
  id: string
  text: string
  status: string
  themeCode: string | null
  levelWanted: Level
  direction: Direction | null
}
export type ToldOrder = {
  id: string
  purpose: string
  status: string
  orderedOn: Day
  startsOn: Day | null
  endsOn: Day | null
  goals: readonly ToldOrderGoal[]
  interventions: readonly ToldIntervention[]
  groups: readonly ToldGroup[]
  themes: readonly ToldTheme[]
}
export type ToldView = { view: 'worker' | 'citizen' | 'relative'; text: string; evaluatedOn: Day; level: Level }
export type ToldSubGoal = {
  id: Id
  /** The authority's goal it follows from, by the authority's id. */
  orderGoalId: string | null
  title: string
  concrete: string
  state: 'proposed' | 'active' | 'on-hold' | 'completed' | 'dropped'
  startsOn: Day
  views: readonly ToldView[]
}
export type ToldReport = {
  id: Id
  sentAt: Instant
  text: string
  /** FFB code of what the provider recommends; the authority decides. */
  result: string | null
  pdf: string | null
}
/** What a status says, gathered for it. Ids are the authority's where it has given any, so that it can match. */
export type Status = {
  citizen: { id: Id; number: string | null; givenName: string; familyName: string; bornOn: Day | null }
  orders: readonly ToldOrder[]
  subGoals: readonly ToldSubGoal[]
  followUpOn: Day | null
  report: ToldReport | null
}

const period = (start: Day | null, end: Day | null) =>
  start || end ? { period: { ...(start ? { start } : {}), ...(end ? { end } : {}) } } : {}
const resource = (resourceType: string, id: string, profile: string, more: object) => ({
  ...{ resourceType, id, meta: { profile: [core(profile)] } },
  ...more,
})

const informers = { worker: kl.performer, citizen: kl.citizen, relative: kl.others } as const
const saidBy = (view: ToldView['view']) => [
  { url: core('MatterOfInterestInformer'), valueCodeableConcept: concept(KL, informers[view]) },
]

function patientOf({ id, number, givenName, familyName, bornOn }: Status['citizen']) {
  const identified =
    number && CPR_FORM.test(number)
      ? { use: 'official', system: CPR, value: number }
      : { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` }
  const name = familyName ? { use: 'official', family: familyName } : { use: 'usual' }
  return resource('Patient', id, 'KLCommonCitizen', {
    ...{ identifier: [identified], name: [{ ...name, given: [givenName] }] },
    ...(bornOn ? { birthDate: bornOn } : {}),
  })
}

const planStatuses: Readonly<Record<string, string>> = {
  draft: 'draft',
  'on-hold': 'on-hold',
  completed: 'completed',
  revoked: 'revoked',
}

function orderResources(order: ToldOrder, subject: object) {
  const purposeId = `${order.id}.formaal`
  const plan = resource('CarePlan', order.id, 'KLCommonCareSocialCarePlan', {
    ...{
      status: planStatuses[order.status] ?? 'active',
      intent: 'order',
      category: [concept(KL, kl.socialEffort)],
      subject,
    },
    ...{ ...period(order.startsOn, order.endsOn), created: order.orderedOn },
    ...some(
      'addresses',
      order.groups.map(({ id, rank }) => ({
        ...(rank ? { extension: [{ url: core('ConditionRank'), valuePositiveInt: rank }] } : {}),
        ...to('Condition', id),
      })),
    ),
    goal: [to('Goal', purposeId), ...order.goals.map(({ id }) => to('Goal', id))],
  })
  const purpose = resource('Goal', purposeId, 'KLCommonCareSocialPurpose', {
    ...{
      lifecycleStatus: 'accepted',
      category: [concept(KL, kl.purpose)],
      description: { text: order.purpose },
      subject,
    },
  })
  return [
    plan,
    purpose,
    ...order.groups.map(({ id, code }) =>
      resource('Condition', id, 'KLCommonCareSocialFocusCondition', {
        ...{ clinicalStatus: concept(CLINICAL, 'active'), code: concept(FFB, code), subject },
      }),
    ),
    ...order.themes.map((theme) => themeResource(theme, subject)),
    ...order.goals.map((goal) => goalResource(goal, order.themes, subject)),
    ...order.interventions.map((given) => interventionResource(given, order, subject)),
  ]
}

const themeResource = ({ id, code, level, recordedOn }: ToldTheme, subject: object) =>
  resource('Condition', id, 'KLCommonCareSocialCondition', {
    clinicalStatus: concept(CLINICAL, 'active'),
    ...(level === null ? {} : { severity: concept(FFB, codeOfLevel('level', level)) }),
    ...{ code: concept(FFB, code), subject, ...(recordedOn ? { recordedDate: recordedOn } : {}) },
  })

const lifecycles: Readonly<Record<string, string>> = { dropped: 'cancelled', cancelled: 'cancelled' }

function goalResource(goal: ToldOrderGoal, themes: readonly ToldTheme[], subject: object) {
  const theme = themes.find(({ code }) => code === goal.themeCode)
  return resource('Goal', goal.id, 'KLCommonCareSocialFFBGoal', {
    ...{
      lifecycleStatus: lifecycles[goal.status] ?? goal.status,
      category: [ffbGoal],
      description: { text: goal.text },
      subject,
    },
    ...some('target', targetsOf(goal)),
    ...(theme
      ? {
          addresses: [
            { extension: [{ url: core('ConditionRank'), valuePositiveInt: 1 }], ...to('Condition', theme.id) },
          ],
        }
      : {}),
  })
}

const interventionResource = (given: ToldIntervention, order: ToldOrder, subject: object) =>
  resource('CarePlan', given.id, 'KLCommonCareSocialPlannedIntervention', {
    ...{ basedOn: [to('CarePlan', order.id)], status: 'active', intent: 'order', subject },
    ...{ ...period(given.startsOn, given.endsOn), created: order.orderedOn },
    activity: [
      { detail: { code: given.code ? concept(FFB, given.code) : { text: given.text }, status: given.status } },
    ],
  })

/** A sub-goal with what each has said of it. The level a worker gives is the provider's view: the authority sets levels. */
function subGoalResource(goal: ToldSubGoal, known: ReadonlySet<string>, subject: object) {
  const follows = goal.orderGoalId && known.has(goal.orderGoalId)
  const relation = {
    url: RELATED,
    extension: [
      { url: 'type', valueCodeableConcept: { text: 'based-on' } },
      { url: 'target', valueReference: to('Goal', goal.orderGoalId!) },
    ],
  }
  return resource('Goal', goal.id, 'KLCommonCareSocialGoal', {
    ...some('extension', follows ? [relation] : []),
    ...{ lifecycleStatus: lifecycles[goal.state] ?? goal.state, category: [concept(KL, kl.subGoal)] },
    ...{ description: { text: `${goal.title}: ${goal.concrete}` }, subject, startDate: goal.startsOn },
    ...some(
      'outcomeCode',
      goal.views.map(({ view, text, level }) => ({
        extension: saidBy(view),
        text: level === null ? text : `${text} (udførers vurdering af funktionsevne: ${level})`,
      })),
    ),
    ...some(
      'note',
      goal.views.map(({ text, evaluatedOn }) => ({ time: evaluatedOn, text })),
    ),
  })
}

function reportResources({ id, sentAt, text, result, pdf }: ToldReport, focus: readonly object[], subject: object) {
  const followUp = resource('Observation', `${id}.opfoelgning`, 'KLCommonCareSocialFollowUp', {
    ...{
      status: 'final',
      code: concept(SNOMED, '712744002'),
      subject,
      ...some('focus', focus),
      effectiveDateTime: sentAt,
    },
    valueCodeableConcept: { ...(result ? concept(FFB, result) : {}), text },
  })
  const document = {
    ...{
      resourceType: 'DocumentReference',
      id,
      status: 'current',
      subject,
      date: sentAt,
      description: 'Statusrapport',
    },
    content: [
      { attachment: { contentType: 'application/pdf', title: 'Statusrapport', ...(pdf ? { data: pdf } : {}) } },
    ],
  }
  return [followUp, document]
}

/** A collection of resources in KL's common model. No guide has a message from provider to authority: this envelope is ours. */
export function statusBundle(id: Id, at: Instant, status: Status): Resource {
  const subject = to('Patient', status.citizen.id)
  const known = new Set(status.orders.flatMap(({ goals }) => goals.map((goal) => goal.id)))
  const meeting = (on: Day) =>
    resource('Encounter', `${status.citizen.id}.opfoelgning`, 'KLCommonCareSocialEncounter', {
      ...{ status: 'planned', class: { system: V3_ACT, code: 'HH' }, type: [concept(KL, kl.followUp)] },
      ...{ subject, period: { start: on } },
    })
  const resources = [
    patientOf(status.citizen),
    ...status.orders.flatMap((order) => orderResources(order, subject)),
    ...status.subGoals.map((goal) => subGoalResource(goal, known, subject)),
    ...(status.followUpOn ? [meeting(status.followUpOn)] : []),
    ...(status.report
      ? reportResources(
          status.report,
          status.orders.map((order) => to('CarePlan', order.id)),
          subject,
        )
      : []),
  ] as { resourceType: string; id: string }[]
  return {
    ...{ resourceType: 'Bundle', id, type: 'collection', timestamp: at },
    entry: resources.map((one) => ({ fullUrl: `${one.resourceType}/${one.id}`, resource: one })),
  } as unknown as Resource
}
