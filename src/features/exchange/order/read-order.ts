import type { OrderContent } from '#features/orders/contract.ts'
import { type Book, builtInBook, directionOfCode, rankOfCode } from '#features/terminology/rules.ts'
import { type Day, dayOf } from '#kernel/lang/day.ts'
import { at, codingsOf, type Item, isItem, itemsOf, listOf, type Resource, textAt, type Value } from '../fhir/json.ts'
import { CPR, core, FFB, KL, kl, msg, msgCodes } from './names.ts'

type Goal = OrderContent['goals'][number]
type Intervention = OrderContent['interventions'][number]
type Part = OrderContent['parts'][number]

/** The bundle of a message, by what its entries are called. */
class Message {
  readonly all: readonly Resource[]
  readonly #byName = new Map<string, Resource>()

  /** By which the codes are named. */
  readonly book: Book

  constructor(bundle: Resource, book: Book) {
    this.book = book
    this.all = itemsOf(bundle.entry).flatMap(({ resource }) => (isItem(resource) ? [resource as Resource] : []))
    for (const entry of itemsOf(bundle.entry)) {
      const resource = entry.resource as Resource
      for (const name of [`${resource.resourceType}/${resource.id}`, textAt(entry, 'fullUrl')])
        if (name) this.#byName.set(name, resource)
    }
  }

  behind(reference: Value | undefined): Resource | undefined {
    const name = textAt(reference, 'reference')
    if (!name) return undefined
    return this.#byName.get(name) ?? this.#byName.get(name.split('/').slice(-2).join('/'))
  }

  behindAll(references: Value | undefined): Resource[] {
    return listOf(references).flatMap((reference) => this.behind(reference) ?? [])
  }

  ofType(type: string): Resource[] {
    return this.all.filter(({ resourceType }) => resourceType === type)
  }
}

const codeOf = (concept: unknown, system: string) =>
  codingsOf(concept)
    .filter((coding) => coding.system === system)
    .map((coding) => textAt(coding, 'code'))
    .find((code) => code !== undefined)
const ffbOf = (concept: unknown) => codeOf(concept, FFB) ?? null
const idOf = (resource: Resource | undefined): string | null => resource?.id ?? null
const hasProfile = (resource: Resource | undefined, url: string) =>
  listOf(at(resource, 'meta', 'profile')).includes(url)
const isGoal = (category: string) => (goal: Resource) =>
  itemsOf(goal.category).some((concept) => codeOf(concept, KL) === category)

/** A day out of a date that may lack day or month, or be a moment. */
const dayIn = (text: string | undefined): Day | null => {
  if (!text) return null
  return text.includes('T') ? dayOf(text) : `${text}-01-01`.slice(0, 10)
}
const extension = (item: unknown, url: string) => itemsOf(at(item, 'extension')).find((one) => one.url === url)
const rankIn = (reference: unknown): number | null => {
  const rank = extension(reference, core('ConditionRank'))?.valuePositiveInt
  return typeof rank === 'number' ? rank : null
}

const nameOf = (person: unknown): string | null => {
  const name = itemsOf(at(person, 'name'))[0] ?? (isItem(at(person, 'name')) ? at(person, 'name') : undefined)
  const words = [...listOf(at(name, 'given')), at(name, 'family')].filter((word) => typeof word === 'string')
  return words.join(' ') || textAt(name, 'text') || null
}
const telecomOf = (item: unknown, system: string): string | null =>
  textAt(
    itemsOf(at(item, 'telecom')).find((one) => one.system === system),
    'value',
  ) ?? null

const part = (kind: Part['kind'], foreignId: string | null, more: Partial<Part> = {}): Part => ({
  ...{
    kind,
    foreignId,
    code: null,
    rank: null,
    level: null,
    role: null,
    name: null,
    phone: null,
    text: null,
    saidOn: null,
  },
  ...more,
})

/** Who the order is about. */
export type Person = {
  foreignId: string | null
  number: string | null
  givenName: string
  familyName: string
  phone: string | null
  address: string | null
}
export type Attached = {
  foreignId: string | null
  name: string
  text: string | null
  mediaType: string
  octets: string
}
export type ReadOrder = {
  planId: string
  receiverName: string | null
  person: Person
  content: OrderContent
  attached: readonly Attached[]
}

function personOf(patient: Resource): Person {
  const name = itemsOf(patient.name)[0]
  const address = itemsOf(patient.address)[0]
  const place = [textAt(address, 'postalCode'), textAt(address, 'city')].filter(Boolean).join(' ')
  return {
    foreignId: idOf(patient),
    number:
      textAt(
        itemsOf(patient.identifier).find(({ system }) => system === CPR),
        'value',
      ) ?? null,
    givenName: listOf(at(name, 'given')).join(' '),
    familyName: textAt(name, 'family') ?? '',
    phone: telecomOf(patient, 'phone'),
    address: address ? [...listOf(at(address, 'line')), place].filter(Boolean).join(', ') : null,
  }
}

const goalStatuses: Readonly<Record<string, Goal['status']>> = {
  proposed: 'proposed',
  planned: 'proposed',
  'on-hold': 'on-hold',
  completed: 'completed',
  cancelled: 'cancelled',
  rejected: 'cancelled',
  'entered-in-error': 'entered-in-error',
}

function goalOf(message: Message, goal: Resource): Goal {
  const targets = itemsOf(goal.target)
  const wanted = (measure: string) =>
    ffbOf(targets.find((target) => codeOf(target.measure, KL) === measure)?.detailCodeableConcept)
  const addressed = itemsOf(goal.addresses)
  const first = message.behind(addressed.find((one) => rankIn(one) === 1) ?? addressed[0])
  const others = message.behindAll(addressed).filter((condition) => condition !== first)
  return {
    ...{
      foreignId: idOf(goal),
      text: textAt(goal, 'description', 'text') ?? 'Indsatsmål',
      themeCode: ffbOf(first?.code),
    },
    otherThemeCodes: others.flatMap((condition) => ffbOf(condition.code) ?? []),
    levelStart: rankOfCode(ffbOf(first?.severity)),
    levelWanted: rankOfCode(wanted(kl.measuresLevel)),
    direction: directionOfCode(wanted(kl.measuresDirection) ?? undefined),
    status: goalStatuses[String(goal.lifecycleStatus)] ?? 'active',
  }
}

function interventionOf(message: Message, plan: Resource): Intervention {
  const detail = at(itemsOf(plan.activity)[0], 'detail')
  const code = ffbOf(at(detail, 'code'))
  return {
    ...{ foreignId: idOf(plan), goalForeignId: idOf(message.behind(listOf(at(detail, 'goal'))[0])), code },
    text: textAt(detail, 'code', 'text') ?? (code && message.book.nameOf(code)) ?? code ?? 'Ydelse',
    instruction: textAt(detail, 'description') ?? null,
    status: textAt(detail, 'status') ?? 'unknown',
    startsOn: dayIn(textAt(plan, 'period', 'start')),
    endsOn: dayIn(textAt(plan, 'period', 'end')),
  }
}

const targetGroupsOf = (message: Message, plan: Resource): Part[] =>
  itemsOf(plan.addresses).flatMap((reference) => {
    const condition = message.behind(reference)
    const code = ffbOf(condition?.code)
    return condition
      ? [
          part('target-group', idOf(condition), {
            code,
            rank: rankIn(reference),
            text: code && (message.book.nameOf(code) ?? null),
          }),
        ]
      : []
  })

function findingOf(message: Message, condition: Resource): Part {
  const code = ffbOf(condition.code)
  const text = textAt(condition, 'code', 'text') ?? (code && message.book.nameOf(code)) ?? null
  if (!code) return part('diagnosis', idOf(condition), { text })
  return part('theme', idOf(condition), {
    ...{ code, text, level: rankOfCode(ffbOf(condition.severity)), saidOn: dayIn(textAt(condition, 'recordedDate')) },
  })
}

function observationOf(observation: Resource): Part {
  const kind = codeOf(observation.code, KL)
  const value = observation.valueCodeableConcept
  return part(kind ? 'evaluation' : 'information', idOf(observation), {
    ...{ code: ffbOf(value), role: kind ?? ffbOf(observation.code), text: textAt(value, 'text') ?? null },
    ...{ level: rankOfCode(ffbOf(value)), saidOn: dayIn(textAt(observation, 'effectiveDateTime')) },
  })
}

function assessmentsOf(message: Message, focus: readonly Resource[]): Part[] {
  const gathered = focus.filter(({ resourceType }) => resourceType === 'ClinicalImpression')
  const findings = gathered.flatMap(({ finding }) =>
    itemsOf(finding).flatMap((one) => message.behind(one.itemReference) ?? []),
  )
  const items = gathered.flatMap(({ investigation }) =>
    itemsOf(investigation).flatMap(({ item }) => message.behindAll(item)),
  )
  return [
    ...findings
      .filter(({ resourceType }) => resourceType === 'Condition')
      .map((finding) => findingOf(message, finding)),
    ...items.filter(({ resourceType }) => resourceType === 'Observation').map(observationOf),
  ]
}

const roleIn = (participant: Item) => codeOf(itemsOf(participant.role)[0], msgCodes('participantRoleCodes')) ?? null

/** Those who take part, with their role; relatives stand among the relatives. */
const organisationsOf = (message: Message, plan: Resource): Part[] =>
  message.behindAll(plan.careTeam).flatMap((team) =>
    itemsOf(team.participant).flatMap((participant) => {
      const member = message.behind(participant.member)
      if (member?.resourceType !== 'Organization') return []
      const contact = itemsOf(member.contact)[0]
      return [
        part('organisation', idOf(member), {
          ...{ role: roleIn(participant), name: textAt(member, 'name') ?? null, text: nameOf(contact) },
          phone: telecomOf(contact, 'phone'),
        }),
      ]
    }),
  )

function relativesOf(message: Message): Part[] {
  return message.ofType('RelatedPerson').map((person) => {
    const isGuardian = hasProfile(person, msg('guardian'))
    const relations = itemsOf(person.relationship).flatMap((concept) =>
      codingsOf(concept).flatMap(({ code }) => String(code)),
    )
    return part(isGuardian ? 'guardian' : 'relative', idOf(person), {
      code: isGuardian ? (textAt(extension(person, msg('guardianshipForm')), 'valueCoding', 'code') ?? null) : null,
      ...{ role: relations.join(', ') || null, name: nameOf(person), phone: telecomOf(person, 'phone') },
    })
  })
}

function papersOf(message: Message): Part[] {
  const consents = message.ofType('Consent').map((consent) =>
    part('consent', idOf(consent), {
      ...{ text: textAt(itemsOf(consent.category)[0], 'text') ?? null, saidOn: dayIn(textAt(consent, 'dateTime')) },
      name: nameOf(message.behind(listOf(consent.performer)[0])),
    }),
  )
  const accounts = message.ofType('Account').map((account) => {
    const owner = message.behind(account.owner)
    const ean = textAt(itemsOf(owner?.identifier)[0], 'value') ?? null
    return part('account', idOf(account), {
      ...{
        code: textAt(itemsOf(account.identifier)[0], 'value') ?? null,
        role: ean,
        name: textAt(owner, 'name') ?? null,
      },
    })
  })
  const attachments = message.ofType('DocumentReference').map((document) => {
    const title = textAt(itemsOf(document.content)[0], 'attachment', 'title') ?? null
    return part('attachment', idOf(document), { name: title, text: textAt(document, 'description') ?? null })
  })
  return [...consents, ...accounts, ...attachments]
}

const attachedOf = (message: Message): Attached[] =>
  message.ofType('DocumentReference').flatMap((document) =>
    itemsOf(document.content).flatMap(({ attachment }) => {
      const octets = textAt(attachment, 'data')
      if (octets === undefined) return []
      const name = textAt(attachment, 'title') ?? textAt(document, 'description') ?? 'bilag'
      const text = textAt(document, 'description')?.slice(0, 4000) ?? null
      return [{ foreignId: idOf(document), name, text, mediaType: textAt(attachment, 'contentType') ?? '', octets }]
    }),
  )

const MONTHS: Readonly<Record<string, number>> = { a: 12, mo: 1 }

/** The first follow-up of the conditions, and the rhythm that the plan's activity carries. */
function followUpOf(message: Message, plan: Resource) {
  const days = message
    .ofType('Encounter')
    .filter(({ type }) => itemsOf(type).some((concept) => codeOf(concept, KL) === kl.followUp))
    .flatMap((meeting) => dayIn(textAt(meeting, 'period', 'start')) ?? [])
    .sort()
  const repeats = itemsOf(plan.activity).map((one) => at(one, 'detail', 'scheduledTiming', 'repeat'))
  const repeat = repeats.find((one) => typeof at(one, 'period') === 'number')
  const months = Number(at(repeat, 'period')) * (MONTHS[String(at(repeat, 'periodUnit'))] ?? Number.NaN)
  const first = itemsOf(plan.activity)
    .flatMap((one) => listOf(at(one, 'detail', 'scheduledTiming', 'event')))
    .map((event) => dayIn(String(event)))
  return {
    followUpOn: days[0] ?? first[0] ?? null,
    followUpEveryMonths: Number.isInteger(months) && months > 0 ? months : null,
  }
}

const statuses: Readonly<Record<string, OrderContent['status']>> = {
  draft: 'draft',
  'on-hold': 'on-hold',
  completed: 'completed',
  revoked: 'revoked',
  'entered-in-error': 'entered-in-error',
}

function contentOf(message: Message, plan: Resource, header: Resource, focus: readonly Resource[]): OrderContent {
  const goals = message.behindAll(plan.goal)
  const said = (category: string) => textAt(goals.find(isGoal(category)), 'description', 'text') ?? null
  const based = message.ofType('CarePlan').filter(({ basedOn }) => message.behindAll(basedOn).includes(plan))
  const team = message.behindAll(plan.careTeam)[0]
  const author = message.behind(header.sender) ?? message.behind(plan.author)
  const parts = [
    ...targetGroupsOf(message, plan),
    ...assessmentsOf(message, focus),
    ...organisationsOf(message, plan),
    ...relativesOf(message),
    ...papersOf(message),
  ]
  return {
    status: statuses[String(plan.status)] ?? 'active',
    purpose: said(kl.purpose) ?? 'Ikke angivet',
    objective: said(kl.objective),
    orderedOn: dayIn(textAt(plan, 'created')) ?? '1900-01-01',
    startsOn: dayIn(textAt(plan, 'period', 'start')),
    endsOn: dayIn(textAt(plan, 'period', 'end')),
    authorityName: textAt(author, 'name') ?? 'Ukendt myndighed',
    authorityCode: textAt(extension(plan, msg('actingMunicipality')), 'valueCoding', 'code') ?? null,
    caseNumber: textAt(extension(plan, core('MunicipalityCaseNumber')), 'valueIdentifier', 'value') ?? null,
    offerType: itemsOf(team?.category).flatMap((concept) => ffbOf(concept) ?? [])[0] ?? null,
    supportNeed: parts.find(({ kind, role }) => kind === 'evaluation' && role === kl.supportNeed)?.code ?? null,
    ...followUpOf(message, plan),
    codeVersion: message.book.version,
    goals: goals.filter(isGoal(kl.goal)).map((goal) => goalOf(message, goal)),
    interventions: based.map((intervention) => interventionOf(message, intervention)),
    parts,
  }
}

/**
 * What an order message says, in our words. It has been held against its profiles already; undefined when it still names no plan or no citizen.
 */
export function readOrder(bundle: Resource, book: Book = builtInBook): ReadOrder | undefined {
  const message = new Message(bundle, book)
  const header = message.ofType('MessageHeader')[0]
  const focus = message.behindAll(header?.focus)
  const plan = focus.find(({ resourceType }) => resourceType === 'CarePlan')
  const patient = message.behind(plan?.subject)
  if (!header || !plan?.id || !patient) return undefined
  return {
    planId: plan.id,
    receiverName: textAt(message.behind(itemsOf(header.destination)[0]?.receiver), 'name') ?? null,
    person: personOf(patient),
    content: contentOf(message, plan, header, focus),
    attached: attachedOf(message),
  }
}
