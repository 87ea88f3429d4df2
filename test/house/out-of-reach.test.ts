import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { useCases } from '#app/use-cases.ts'
import { org } from '#features/org/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { perform } from '#kernel/server/run.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { aCitizen } from '#kit/citizens.ts'
import { aNeighbour, anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { writes } from '#kit/notes.ts'
import { aWholeSpec } from '#kit/requirements.ts'
import { aWholeTender } from '#kit/tender.ts'
import { type WaysIn, waysIn } from '#kit/ways-in.ts'
import { ask, groundOf, newId, type Person, useWorld, type World } from '#kit/world.ts'

const here = useWorld()

/** Where an id may come from that the caller must not be able to tell apart. */
type Ids = { unit: Id; citizen: Id; note: Id; employee: Id; stay: Id; grant: Id } & WaysIn &
  Awaited<ReturnType<typeof aWholeSpec>> &
  Awaited<ReturnType<typeof aWholeTender>>
const invented = (): Ids => ({
  unit: newId(),
  citizen: newId(),
  note: newId(),
  employee: newId(),
  stay: newId(),
  grant: newId(),
  duty: newId(),
  delegation: newId(),
  emergency: newId(),
  round: newId(),
  spec: newId(),
  area: newId(),
  requirement: newId(),
  line: newId(),
  benefit: newId(),
  baseline: newId(),
  hearing: newId(),
  answer: newId(),
  decision: newId(),
  risk: newId(),
  tender: newId(),
  tenderText: newId(),
  model: newId(),
  question: newId(),
  bid: newId(),
  tenderFile: newId(),
  adaptation: newId(),
  gap: newId(),
})

type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  items?: Schema
  minItems?: number
  minimum?: number
  pattern?: string
  default?: unknown
}

const reference: Record<string, keyof Ids> = {
  unitId: 'unit',
  toUnitId: 'unit',
  parentId: 'unit',
  citizenId: 'citizen',
  citizenIds: 'citizen',
  noteId: 'note',
  noteIds: 'note',
  employeeId: 'employee',
  stayId: 'stay',
  emergencyId: 'emergency',
  roundId: 'round',
  specId: 'spec',
  areaId: 'area',
  requirementId: 'requirement',
  hearingId: 'hearing',
  answerId: 'answer',
  placeId: 'unit',
  supersedesId: 'decision',
  tenderId: 'tender',
  bidId: 'bid',
  baselineId: 'baseline',
}
/** Endpoints whose `id` names what is changed, not something new. */
const idOf: Record<string, keyof Ids> = {
  'org.changeUnit': 'unit',
  'org.closeUnit': 'unit',
  'org.endRole': 'grant',
  'citizens.change': 'citizen',
  'citizens.setNumber': 'citizen',
  'citizens.setPhoto': 'citizen',
  'journal.correct': 'note',
  'journal.withdraw': 'note',
  'access.end': 'emergency',
  'access.endDuty': 'duty',
  'access.newCode': 'duty',
  'access.endDelegation': 'delegation',
  'requirements.changeSpec': 'spec',
  'requirements.changeArea': 'area',
  'requirements.arrange': 'area',
  'requirements.one': 'requirement',
  'requirements.change': 'requirement',
  'requirements.takeUp': 'requirement',
  'requirements.drop': 'requirement',
  'requirements.arrangeLines': 'requirement',
  'requirements.changeLine': 'line',
  'requirements.removeLine': 'line',
  'requirements.changeBenefit': 'benefit',
  'requirements.baseline': 'baseline',
  'requirements.judge': 'baseline',
  'requirements.publish': 'baseline',
  'requirements.bindContract': 'baseline',
  'requirements.closeHearing': 'hearing',
  'decisions.change': 'decision',
  'decisions.decide': 'decision',
  'decisions.withdraw': 'decision',
  'decisions.reveal': 'decision',
  'decisions.beginReview': 'decision',
  'decisions.endReview': 'decision',
  'decisions.changeRisk': 'risk',
  'tender.get': 'tender',
  'tender.change': 'tender',
  'tender.saveText': 'tenderText',
  'tender.testModel': 'model',
  'tender.lockModel': 'model',
  'tender.publish': 'tender',
  'tender.correct': 'tender',
  'tender.answerQuestion': 'question',
  'tender.seatPanel': 'tender',
  'tender.excuse': 'tender',
  'tender.declare': 'tender',
  'tender.open': 'tender',
  'tender.recordTrial': 'bid',
  'tender.submitScores': 'tender',
  'tender.draftAward': 'tender',
  'tender.tearUpAward': 'tender',
  'tender.approveAward': 'tender',
  'tender.notify': 'tender',
  'tender.conclude': 'tender',
  'tender.cancel': 'tender',
  'tender.moveAdaptation': 'adaptation',
  'tender.moveGap': 'gap',
  'tender.file': 'tenderFile',
}

function filled(schema: Schema, field: string, ids: Ids, endpoint: string): unknown {
  const one = (schema.anyOf ?? schema.oneOf)?.[0]
  if (one) return filled(one, field, ids, endpoint)
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [name, filled(inner, name, ids, endpoint)]),
    )
  if (schema.type === 'object') return {}
  if (schema.type === 'array')
    return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => filled(schema.items!, field, ids, endpoint))
  if (schema.const !== undefined || schema.enum) return schema.const ?? schema.enum![0]
  if (schema.format === 'uuid')
    return ids[reference[field] ?? (field === 'id' ? idOf[endpoint]! : undefined)!] ?? newId()
  if (schema.format === 'binary') return Buffer.from('noget')
  if (schema.format === 'date') return here.world.clock.today()
  if (schema.format === 'date-time') return here.world.clock.now()
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'boolean') return false
  if (schema.type === 'null') return null
  return textFor(field, schema)
}

const textFor = (field: string, { pattern, format }: Schema): string => {
  if (format === 'uri') return 'https://login.example'
  if (field === 'seen') return '1:1:'
  if (field === 'shiftStarts' || field === 'start') return '07:00'
  if (field === 'label') return pattern?.startsWith('^[A-Z]') ? 'E-7' : '1.0'
  if (field === 'no') return '1'
  if (field === 'letter') return 'A'
  if (pattern === '^[A-ZÆØÅ0-9]{2,8}$') return 'OPG'
  if (field === 'phoneEnd') return '1234'
  if (field === 'number') return '6705581234'
  if (field === 'joinCode' || field === 'receiptCode') return 'ABCD2345'
  if (field === 'address' && pattern) return 'hus@example.dk'
  if (field === 'cvr') return '11223344'
  if (field === 'code' && pattern) return pattern.includes('A-Z') ? 'ABCDEFGH23' : '123456'
  return pattern ? 'somebody' : 'noget at skrive'
}

const inputOf = ({ contract }: UseCase, ids: Ids) =>
  filled(z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any' }) as Schema, '', ids, contract.name)

/** What the caller is told, without what the clock and new ids put into it. */
async function told(useCase: UseCase, person: Person, ids: Ids): Promise<unknown> {
  try {
    return JSON.parse(
      await perform({
        ground: groundOf(here.world),
        useCase,
        input: inputOf(useCase, ids),
        by: person.by,
        key: newId(),
      }),
    )
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { kind, code, facts, faults, current } = error
    return { kind, code, facts, faults, current }
  }
}

/** How many rows every table of the house holds, except the trail and the first answers. */
async function counted(): Promise<string> {
  const { rows } = await here.world.owner.query<{
    name: string
  }>(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('org', 'citizens', 'stays', 'access', 'certification', 'journal', 'requirements', 'thread', 'capture', 'decisions', 'tender', 'relay', 'newsletter') order by 1`)
  const counts = await Promise.all(
    rows.map(
      async ({ name }) => `${name} ${(await here.world.owner.query(`select count(*) from ${name}`)).rows[0].count}`,
    ),
  )
  return counts.join('\n')
}

const walled = useCases.filter((useCase) => {
  const named = JSON.stringify(z.toJSONSchema(useCase.contract.input, { io: 'input', unrepresentable: 'any' }))
  return (
    useCase.kind !== 'door' &&
    (useCase.contract.name in idOf || Object.keys(reference).some((field) => named.includes(`"${field}"`)))
  )
})

let jonas: Person
let other: Ids
let foreign: Ids

const grantOf = async (leader: Person) => (await ask(leader, org.employee, { employeeId: leader.id })).roles[0]!.id

async function aHouse(world: World, unit: GivenUnit): Promise<Ids> {
  const lone = await anEmployee(world, 'Lone', 'unit-leader', unit)
  const inga = await aCitizen(world, 'Inga', unit)
  return {
    unit: unit.id,
    citizen: inga.id,
    note: (await writes(lone, unit, inga, 'Sov længe.')).id,
    employee: lone.id,
    stay: inga.stayId,
    grant: await grantOf(lone),
    ...(await waysIn(world, lone, unit, inga)),
    ...(await aWholeSpec(world, unit)),
    ...(await aWholeTender(world, unit)),
  }
}

beforeAll(async () => {
  const [solvang, bakkely] = [await aUnit(here.world, 'Solvang'), await aUnit(here.world, 'Bakkely')]
  jonas = await anEmployee(here.world, 'Jonas', 'unit-leader', solvang)
  other = await aHouse(here.world, bakkely)
  const neighbour = await aNeighbour(here.world)
  foreign = await aHouse(neighbour, await aUnit(neighbour, 'Engen'))
})

describe('Jonas of Solvang asks about the house next door, about another municipality, and about nothing at all', () => {
  test.each(walled.map((useCase) => [useCase.contract.name, useCase] as const))(
    '%s answers all three alike and changes nothing',
    async (_, useCase) => {
      const before = await counted()
      const nothing = await told(useCase, jonas, invented())
      expect(nothing, 'the call itself is well formed').not.toMatchObject({ kind: 'bad-input' })
      expect(await told(useCase, jonas, other)).toEqual(nothing)
      expect(await told(useCase, jonas, foreign)).toEqual(nothing)
      expect(await counted()).toBe(before)
    },
  )

  test('most endpoints were asked', () => {
    expect(walled.length).toBeGreaterThan(30)
  })
})
