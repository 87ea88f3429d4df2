import { codeOfLevel } from '#features/terminology/rules.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Item as Json, Resource } from '../fhir/json.ts'
import type { ContentOf, Item, ItemKind } from '../items.ts'
import { CPR, core, FFB, KL, kl, rep } from '../order/names.ts'
import { concept, some, targetsOf, to } from '../order/parts.ts'

/** KOMBIT's organisations, as the reporting guide writes them; dk-core has another address for the same. */
const KOMBIT = 'https://www.kombit.dk/organisation'
const SNOMED = 'http://snomed.info/sct'
const CLINICAL = 'http://terminology.hl7.org/CodeSystem/'

export type Reported = { id: Id; number: string; organisationId: Id }
type Making<K extends ItemKind> = { id: Id; content: ContentOf<K>; subject: Json; withdrawn: boolean }

const ranked = (id: Id, rank: 1 | 2) => ({
  extension: [{ url: core('ConditionRank'), valuePositiveInt: rank }],
  ...to('Condition', id),
})
const caseNumber = ({ caseSystem, caseNumber: value }: { caseSystem: string; caseNumber: string }) => ({
  extension: [{ url: 'municipalitySpecific', valueIdentifier: { system: caseSystem, value } }],
  url: rep('municipalityCaseNumber'),
})
const periodOf = (startsOn: string, endsOn: string | null) => ({ start: startsOn, ...(endsOn ? { end: endsOn } : {}) })
const unless = <T>(withdrawn: boolean, status: T): T | 'entered-in-error' => (withdrawn ? 'entered-in-error' : status)
const verified = (status: 'confirmed' | 'entered-in-error' | 'refuted') =>
  concept(`${CLINICAL}condition-ver-status`, status)

type Makers = { [K in ItemKind]: { type: string; profile: string; make: (of: Making<K>) => object } }

/** Each kind of item as its resource. Displays are left out: those of the guides' own release end in blanks. */
const makers: Makers = {
  request: {
    ...{ type: 'ServiceRequest', profile: 'serviceRequest' },
    make: ({ content, subject, withdrawn }) => ({
      ...{ extension: [caseNumber(content)], status: unless(withdrawn, content.status), intent: 'proposal', subject },
    }),
  },
  condition: {
    ...{ type: 'Condition', profile: 'condition' },
    make: ({ content, subject, withdrawn }) => ({
      ...some(
        'extension',
        content.assertedAt ? [{ url: core('ConditionLastAssertedDate'), valueDateTime: content.assertedAt }] : [],
      ),
      clinicalStatus: concept(`${CLINICAL}condition-clinical`, content.isActive && !withdrawn ? 'active' : 'inactive'),
      // The standard forbids a clinical status with entered-in-error, and the guide demands one: refuted is the nearest that both allow.
      verificationStatus: verified(withdrawn ? 'refuted' : 'confirmed'),
      ...(content.level === null ? {} : { severity: concept(FFB, codeOfLevel('level', content.level)) }),
      ...{ code: concept(FFB, content.themeCode), subject, recordedDate: content.recordedAt },
    }),
  },
  gathering: {
    ...{ type: 'ClinicalImpression', profile: 'informationGathering' },
    make: ({ content, subject, withdrawn }) => ({
      extension: [{ url: core('BasedOnServiceRequest'), valueReference: to('ServiceRequest', content.requestId) }],
      status: unless(withdrawn, content.isCompleted ? 'completed' : 'in-progress'),
      ...{ subject, effectiveDateTime: content.effectiveAt },
      ...some(
        'investigation',
        content.needId ? [{ code: concept(KL, kl.supportNeed), item: [to('Observation', content.needId)] }] : [],
      ),
      ...some(
        'finding',
        content.conditionIds.map((id) => ({ itemReference: to('Condition', id) })),
      ),
    }),
  },
  need: {
    ...{ type: 'Observation', profile: 'careEvaluation' },
    make: ({ content, subject, withdrawn }) => ({
      ...{ status: unless(withdrawn, 'final'), code: concept(KL, kl.supportNeed), subject },
      effectiveDateTime: content.effectiveAt,
      valueCodeableConcept: concept(FFB, codeOfLevel('support-need', content.level)),
    }),
  },
  goal: {
    ...{ type: 'Goal', profile: 'interventionGoal' },
    make: ({ content, subject, withdrawn }) => ({
      ...{ lifecycleStatus: unless(withdrawn, content.status), category: [concept(KL, kl.goal)] },
      ...{ description: concept(SNOMED, '410518001'), subject },
      target: targetsOf(content),
      addresses: [ranked(content.conditionId, 1), ...content.otherConditionIds.map((id) => ranked(id, 2))],
    }),
  },
  'target-group': {
    ...{ type: 'Condition', profile: 'targetGroup' },
    make: ({ content, subject, withdrawn }) => ({
      ...(withdrawn ? { verificationStatus: verified('entered-in-error') } : {}),
      ...{ code: concept(FFB, content.code), subject, recordedDate: content.recordedOn },
    }),
  },
  performer: {
    ...{ type: 'CareTeam', profile: 'servicePerformer' },
    make: ({ content, subject, withdrawn }) => ({
      ...(withdrawn ? { status: 'entered-in-error' } : {}),
      ...{ category: [concept(FFB, content.offerType)], subject },
    }),
  },
  'follow-up-day': {
    ...{ type: 'Encounter', profile: 'followUpEncounter' },
    make: ({ content, subject }) => ({
      ...{
        status: 'planned',
        class: { system: `${CLINICAL}v3-ActCode`, code: 'HH' },
        type: [concept(KL, kl.followUp)],
      },
      ...{ subject, period: { start: content.on } },
    }),
  },
  plan: {
    ...{ type: 'CarePlan', profile: 'carePlan' },
    make: ({ content, subject, withdrawn }) => ({
      extension: [
        caseNumber(content),
        ...(content.followUpDayId
          ? [{ url: rep('follow-up-date-extension'), valueReference: to('Encounter', content.followUpDayId) }]
          : []),
      ],
      ...{ status: unless(withdrawn, content.status), intent: content.intent, subject },
      period: periodOf(content.startsOn, content.endsOn),
      ...some(
        'careTeam',
        content.performerIds.map((id) => to('CareTeam', id)),
      ),
      ...some(
        'addresses',
        content.targetGroupIds.map((id, at) => ranked(id, at === 0 ? 1 : 2)),
      ),
      ...some(
        'goal',
        content.goalIds.map((id) => to('Goal', id)),
      ),
      ...some('activity', content.needId ? [{ outcomeReference: [to('Observation', content.needId)] }] : []),
    }),
  },
  intervention: {
    ...{ type: 'CarePlan', profile: 'intervention' },
    make: ({ content, subject, withdrawn }) => ({
      basedOn: [to('CarePlan', content.planId)],
      ...{ status: unless(withdrawn, content.planStatus), intent: content.intent, subject },
      ...{ period: periodOf(content.startsOn, content.endsOn), created: content.createdAt },
      activity: [{ detail: { code: concept(FFB, content.code), status: unless(withdrawn, content.status) } }],
    }),
  },
  'follow-up': {
    ...{ type: 'Observation', profile: 'followUp' },
    make: ({ content, subject, withdrawn }) => ({
      ...{ status: unless(withdrawn, 'final'), code: concept(SNOMED, '712744002'), subject },
      ...{ focus: [to('CarePlan', content.planId)], effectiveDateTime: content.effectiveAt },
      valueCodeableConcept: concept(FFB, content.result),
    }),
  },
}

const entryOf = (resource: { resourceType: string; id: Id }) => ({
  fullUrl: `${resource.resourceType}/${resource.id}`,
  resource,
})

function resourceOf(item: Item, subject: Json) {
  const { type, profile, make } = makers[item.kind] as Makers['need']
  const made = make({ id: item.id, content: item.content as never, subject, withdrawn: item.withdrawn })
  return { resourceType: type, id: item.id, meta: { lastUpdated: item.changedAt, profile: [rep(profile)] }, ...made }
}

/** A delivery report: the citizen, what is told of the case, and nothing that anybody wrote in words. */
export function reportOf(id: Id, at: Instant, citizen: Reported, items: readonly Item[]): Resource {
  const subject = to('Patient', citizen.id)
  const patient = {
    ...{ resourceType: 'Patient', id: citizen.id, meta: { lastUpdated: at, profile: [rep('citizen')] } },
    identifier: [{ use: 'official', system: CPR, value: citizen.number }],
    managingOrganization: { identifier: { use: 'official', system: KOMBIT, value: citizen.organisationId } },
  }
  return {
    ...{ resourceType: 'Bundle', id, meta: { profile: [rep('deliveryReport')] }, type: 'collection', timestamp: at },
    entry: [entryOf(patient), ...items.map((item) => entryOf(resourceOf(item, subject)))],
  } as unknown as Resource
}
