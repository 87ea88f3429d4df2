import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Resource } from '../fhir/json.ts'
import type { Status, ToldOrder } from '../status/status-bundle.ts'
import { CPR, core, FFB, ffbGoal, KL, kl, msg, msgCodes } from './names.ts'
import { concept, some, targetsOf, to } from './parts.ts'

/** Who to ask at the authority: the guide wants a person with a phone. */
export type Caseworker = { name: string; phone: string }
type Typed = {
  caseworker: Caseworker
  citizen: Status['citizen'] & { phone: string }
  order: ToldOrder
  unit: string
  authority: string
}

const resource = (resourceType: string, id: string, profile: string, more: object) => ({
  ...{ resourceType, id, meta: { profile: [msg(profile)] } },
  ...more,
})

function headOf(id: Id, { order, unit, authority, caseworker }: Typed) {
  const [family, ...given] = caseworker.name.trim().split(/\s+/).toReversed()
  return [
    resource('MessageHeader', `${id}.besked`, 'orderMessageHeader', {
      eventCoding: { system: msgCodes('messageEventSystem'), code: 'ffb-order' },
      destination: [{ endpoint: 'urn:roed-traad:modtager', receiver: to('Organization', `${id}.modtager`) }],
      ...{
        sender: to('Organization', `${id}.afsender`),
        source: { endpoint: 'urn:roed-traad' },
        focus: [to('CarePlan', order.id)],
      },
    }),
    resource('Organization', `${id}.afsender`, 'messagingOrganization', { name: authority }),
    resource('Organization', `${id}.modtager`, 'messagingOrganization', { name: unit }),
    resource('Organization', `${id}.myndighed`, 'participatingOrganization', {
      name: authority,
      contact: [
        {
          name: { prefix: ['Sagsbehandler'], family, given: given.length ? given.toReversed() : [family] },
          telecom: [{ system: 'phone', value: caseworker.phone }],
        },
      ],
    }),
  ]
}

const periodOf = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  startsOn || endsOn ? { period: { ...(startsOn ? { start: startsOn } : {}), ...(endsOn ? { end: endsOn } : {}) } } : {}

function planOf(id: Id, { order }: Typed, subject: object) {
  return resource('CarePlan', order.id, 'orderCarePlan', {
    ...{ status: order.status, intent: 'order', category: [concept(KL, kl.socialEffort)], subject, ...periodOf(order) },
    ...{ created: order.orderedOn, author: to('Organization', `${id}.myndighed`) },
    addresses: order.groups.map(({ id: group, rank }) => ({
      extension: [{ url: core('ConditionRank'), valuePositiveInt: rank ?? 2 }],
      ...to('Condition', group),
    })),
    goal: [to('Goal', `${order.id}.formaal`), ...order.goals.map((goal) => to('Goal', goal.id))],
  })
}

function goalsOf({ order }: Typed, subject: object) {
  const purpose = resource('Goal', `${order.id}.formaal`, 'interventionPurpose', {
    ...{
      lifecycleStatus: 'accepted',
      category: [concept(KL, kl.purpose)],
      description: { text: order.purpose },
      subject,
    },
  })
  const goals = order.goals.map((goal) => {
    return resource('Goal', goal.id, 'interventionGoal', {
      ...{ lifecycleStatus: 'accepted', category: [ffbGoal], description: { text: goal.text }, subject },
      ...some('target', targetsOf(goal)),
    })
  })
  return [purpose, ...goals]
}

/** An order that was typed from a letter, told with the order message's own profiles, as far as it was typed. */
export function letterMessage(id: Id, at: Instant, typed: Typed): Resource {
  const { citizen, order } = typed
  const subject = to('Patient', citizen.id)
  const patient = resource('Patient', citizen.id, 'citizen', {
    ...(citizen.number ? { identifier: [{ use: 'official', system: CPR, value: citizen.number }] } : {}),
    name: [
      { ...(citizen.familyName ? { use: 'official', family: citizen.familyName } : {}), given: [citizen.givenName] },
    ],
    telecom: [{ system: 'phone', value: citizen.phone }],
  })
  const resources = [
    ...headOf(id, typed),
    planOf(id, typed, subject),
    patient,
    ...order.groups.map((group) =>
      resource('Condition', group.id, 'targetGroup', { code: concept(FFB, group.code), subject }),
    ),
    ...goalsOf(typed, subject),
    ...order.interventions.map((given) =>
      resource('CarePlan', given.id, 'intervention', {
        ...{
          basedOn: [to('CarePlan', order.id)],
          status: 'active',
          intent: 'order',
          subject,
          ...periodOf(given),
          created: order.orderedOn,
        },
        activity: [
          { detail: { code: given.code ? concept(FFB, given.code) : { text: given.text }, status: given.status } },
        ],
      }),
    ),
  ] as { resourceType: string; id: string }[]
  return {
    ...{ resourceType: 'Bundle', id, meta: { profile: [msg('orderMessage')] }, type: 'message', timestamp: at },
    entry: resources.map((one) => ({ fullUrl: `${one.resourceType}/${one.id}`, resource: one })),
  } as unknown as Resource
}
