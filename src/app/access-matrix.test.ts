import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { type Role, roles } from '#features/org/roles.ts'
import { audience } from '#features/org/server/index.ts'
import { stays } from '#features/stays/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { dbOn } from '#kernel/server/sql.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { aCard, type GivenCitizen } from '#kit/citizens.ts'
import { aNeighbour } from '#kit/given.ts'
import {
  type Cell,
  expected,
  hears,
  maySeeCitizen,
  type Relation,
  type Row,
  readMatrix,
  type Variant,
} from '#kit/oracle.ts'
import {
  allProbes,
  type Ids,
  Inputs,
  type Probe,
  type Scope,
  scopeOfNamed,
  scopesOf,
  unclassified,
} from '#kit/probe.ts'
import { aHouse, type House, type Query, relate, type Told, told } from '#kit/relations.ts'
import { ask, newId, useWorld } from '#kit/world.ts'
import { textOf } from '../../test/house/files.ts'
import { roleNames } from './permission-matrix.ts'
import { useCases } from './use-cases.ts'

const here = useWorld()

const relations: readonly Relation[] = [
  { name: 'own unit', at: 'unit' },
  { name: 'a unit above', at: 'above' },
  { name: 'the topmost unit', at: 'top' },
  { name: 'another unit', at: 'elsewhere' },
  { name: 'another municipality', at: 'unit', foreign: true },
  { name: 'no role at all' },
  { name: 'signed out', at: 'unit', signedOut: true },
  { name: 'employment ended yesterday', at: 'unit', over: true },
  { name: 'role ended yesterday', at: 'unit', over: true },
  { name: 'role begins tomorrow', at: 'unit', over: true },
  { name: 'kept apart', at: 'unit', apart: true },
  { name: 'kept apart until yesterday', at: 'unit' },
  { name: 'right taken away', at: 'unit', narrowed: true },
  { name: 'right taken away above', at: 'unit', narrowed: true },
  { name: 'right taken away elsewhere', at: 'unit' },
  { name: 'temp on duty', at: 'unit', onDuty: true },
  { name: 'temp after the shift', at: 'unit', onDuty: true, over: true },
  { name: 'temp before the shift', at: 'unit', onDuty: true, over: true },
  { name: 'temp sent home', at: 'unit', onDuty: true, over: true },
  { name: 'temp on duty above', at: 'elsewhere', onDuty: true },
  { name: 'emergency', at: 'elsewhere', inPerson: true },
  { name: 'emergency over', at: 'elsewhere' },
  { name: 'emergency, kept apart', at: 'elsewhere', inPerson: true, apart: true },
]

const variants: readonly Variant[] = [
  { name: 'there now' },
  { name: 'there now, health', health: true },
  { name: 'gone 30 days', goneDays: 30 },
  { name: 'gone 31 days', goneDays: 31 },
  { name: 'gone 90 days', goneDays: 90 },
  { name: 'gone 91 days', goneDays: 91 },
]

type Records = { ids: Ids; citizen: GivenCitizen }

let home: House
let abroad: House
let probes: Probe[]
let inputs: Inputs
let scopeOf: Map<string, Scope>
let matrix: Map<string, Row>
const records = new Map<string, Records>()
let abroadCitizen: Id
let tellsWho: ReadonlySet<string>
/** Names of the records that each variant has its own of. */
let perCitizen: ReadonlySet<string>

/** A citizen of the unit, with the records that every feature makes about one, who then leaves when the variant says so. */
async function recordsOf({ world, unit, leader }: House, { goneDays }: Variant): Promise<Records> {
  const [id, stayId] = [newId(), newId()]
  const name = `Zacharias ${goneDays === undefined ? 'Zoffmann' : `Zinck${goneDays}`}`
  await ask(world.administrator, citizens.register, { id, unitId: unit.id, number: null, ...aCard(name) })
  const stay = { citizenId: id, unitId: unit.id, kind: 'home', legalGround: null } as const
  await ask(world.administrator, stays.open, { id: stayId, ...stay, startsOn: addDays(world.clock.today(), -200) })
  const citizen = { id, name, stayId }
  const ids: Record<string, Id> = { citizen: id, stay: stayId }
  for (const { aboutCitizen } of probes) Object.assign(ids, await aboutCitizen?.({ world, unit, leader, citizen }))
  if (goneDays !== undefined) {
    const day = addDays(world.clock.today(), -goneDays)
    await ask(world.administrator, stays.close, { stayId, version: 1, day, reason: 'moved-on' })
  }
  return { ids, citizen }
}

/** What every feature keeps in the unit, with the citizen who is there now. */
async function unitRecords({ world, unit, leader }: House, { ids, citizen }: Records): Promise<Ids> {
  const all: Record<string, Id> = { unit: unit.id, ...ids }
  for (const { inUnit } of probes) Object.assign(all, await inUnit?.({ world, unit, leader, citizen }))
  return all
}

beforeAll(async () => {
  probes = await allProbes()
  matrix = readMatrix(textOf('docs/permissions.csv'), roleNames)
  home = await aHouse(here.world)
  abroad = await aHouse(await aNeighbour(here.world))
  inputs = new Inputs(probes, here.world.clock)
  const here_ = await recordsOf(home, variants[0]!)
  const unit = await unitRecords(home, here_)
  for (const variant of variants.filter(({ health }) => !health)) {
    const made = variant.goneDays === undefined ? here_ : await recordsOf(home, variant)
    records.set(variant.name, { ...made, ids: { ...unit, ...made.ids } })
  }
  perCitizen = new Set(Object.keys(here_.ids))
  const now = records.get('there now')!
  records.set('there now, health', { ...now, ids: { ...now.ids, note: now.ids.health! } })
  scopeOf = new Map(walled.map((useCase) => [useCase.contract.name, scopeOfNamed(inputs.names(useCase), perCitizen)]))
  // Of those that no probe knows another test says what to do; from elsewhere nobody gets in there either.
  for (const { name } of unclassified(inputs, scopesOf(probes), walled, () => false)) scopeOf.set(name, 'loose')
  for (const [name, scope] of scopesOf(probes)) scopeOf.set(name, scope)
  tellsWho = new Set(probes.flatMap(({ tellsWho = '' }) => tellsWho.split(/\s+/)))
  abroadCitizen = (await recordsOf(abroad, variants[0]!)).citizen.id
}, 300_000)

afterAll(() => {
  home?.undone.close()
  abroad?.undone.close()
})

const invented: Ids = new Proxy({} as Ids, { get: () => newId() })
const outcomeOf = ({ json, kind }: Told) =>
  json !== undefined || (kind !== 'not-found' && kind !== 'signed-out') ? 'answered' : kind

/** Tables in which a call that was turned away, or only read, may leave something. */
const TRAIL = ['kernel.audit', 'kernel.answer']
const NOT_FOUND = JSON.stringify({ kind: 'not-found', code: 'kernel.not-found', facts: {}, faults: [] })

/** Words and ids that say something about the citizen of a variant. */
const secretsOf = ({ ids, citizen }: Records): [what: string, secret: string][] => [
  ['who', citizen.id],
  ['stay', citizen.stayId],
  ['words', `hemmeligt${citizen.id.slice(-6)}`],
  ...['note', 'health', 'warning', 'contact'].map((name): [string, string] => [name, ids[name]!]),
]

let readers: ReadonlySet<string>
const tried = { cells: 0, wrong: [] as string[], leaks: 0 }

async function tryCell(useCase: UseCase, cell: Cell): Promise<void> {
  const foreign = cell.relation.foreign === true
  const house = foreign ? abroad : home
  const { ids, citizen } = records.get(cell.variant.name)!
  const { result, touched } = await house.undone.run(
    (query) => relate(query as Query, house, cell, foreign ? abroadCitizen : citizen.id),
    () => told(house, useCase, inputs.of(useCase, ids)),
  )
  const wrong = faultsOf(useCase, cell, result, touched)
  tried.cells++
  if (wrong.length)
    tried.wrong.push(
      `${useCase.contract.name} · ${cell.role} · ${cell.relation.name} · ${cell.variant.name}: ${wrong.join('; ')}`,
    )
}

function faultsOf(useCase: UseCase, cell: Cell, result: Told, touched: string[]): string[] {
  const ought = expected(cell)
  const got = outcomeOf(result)
  const faults: string[] = []
  if (result.kind === 'bad-input' && result.problem!.includes('kernel.bad-input'))
    faults.push(`the probe's input is no input: ${result.problem}`)
  if (ought !== 'either' && got !== ought) faults.push(`${got}, ought to be ${ought} ${result.problem ?? ''}`)
  if (got === 'not-found' && result.problem !== NOT_FOUND)
    faults.push(`says more than that it is not found: ${result.problem}`)
  const changed = touched.filter((table) => !TRAIL.includes(table))
  if ((got !== 'answered' || useCase.kind === 'query') && changed.length) faults.push(`changed ${changed.join(', ')}`)
  const said = result.json ?? result.problem ?? ''
  for (const [name, told] of records) {
    const variant = variants.find((each) => each.name === name)!
    if (cell.relation.inPerson && name !== cell.variant.name) continue
    // Stays are kept also of those who left long ago.
    if (cell.scope === 'known' && ought === 'answered' && name === cell.variant.name) continue
    const mayKnow = maySeeCitizen({ ...cell, variant }, readers)
    if (mayKnow || (cell.relation.apart && name !== cell.variant.name)) continue
    const found = secretsOf(told)
      .slice(tellsWho.has(useCase.contract.name) ? 1 : 0)
      .filter(([, secret]) => said.includes(secret))
    if (found.length === 0) continue
    const named = namedIn(useCase, cell)
    const leaked = found.filter(([, secret]) => !named.includes(secret))
    if (leaked.length) faults.push(`tells of the citizen ${name}: ${leaked.map(([what]) => what).join(', ')}`)
  }
  return faults
}

/** What the caller said themselves is nothing that they are told. */
const namedIn = (useCase: UseCase, cell: Cell) =>
  JSON.stringify(inputs.of(useCase, records.get(cell.variant.name)!.ids))

const CITIZEN_SCOPES: readonly Scope[] = [
  'known',
  'citizen',
  'today',
  'writing',
  'about',
  'note',
  'own-note',
  'answers-for',
]

/** Everything with everything when `RT_MATRIX=whole`; else every relation with one role that has the right, another for each endpoint. */
const IS_WHOLE = process.env.RT_MATRIX === 'whole'
/** Relations in which it is asked how long ago the citizen left. */
const TIMED = new Set(['own unit', 'another unit', 'temp on duty', 'emergency'])

function rolesFor(row: Row, relation: Relation, turn: number): readonly Role[] {
  if (relation.onDuty) return ['temp-worker']
  if (relation.name === 'own unit') return roles
  const having = roles.filter((role) => row.roles.has(role))
  const lacking = roles.find((role) => !row.roles.has(role))
  if (IS_WHOLE) return lacking ? [...having, lacking] : having
  return [having[turn % having.length] ?? roles[turn % roles.length]!]
}

function variantsFor(useCase: UseCase, scope: Scope, relation: Relation): readonly Variant[] {
  const varies = CITIZEN_SCOPES.includes(scope) && inputs.names(useCase).some((record) => perCitizen.has(record))
  return varies && (IS_WHOLE || TIMED.has(relation.name)) ? variants : variants.slice(0, 1)
}

function cellsOf(useCase: UseCase): Cell[] {
  const { name } = useCase.contract
  const [row, scope] = [matrix.get(name)!, scopeOf.get(name)!]
  const closer = matrix.get('oveni: journal.read-health')!
  return relations.flatMap((relation, at) =>
    variantsFor(useCase, scope, relation).flatMap((variant) => {
      const some = rolesFor(row, relation, name.length + at)
      const asked = IS_WHOLE || variant === variants[0] ? some : some.filter((role) => row.roles.has(role)).slice(0, 2)
      return asked.map((role) => ({ row, closer, scope, role, relation, variant }))
    }),
  )
}

const walled = useCases.filter(({ kind, contract }) => kind !== 'door' && !contract.name.startsWith('capture.join'))

describe('every endpoint × every role × every relation answers as the signed matrix says', () => {
  beforeAll(() => {
    const names = [...scopeOf]
      .filter(([name, scope]) => CITIZEN_SCOPES.includes(scope) || name.startsWith('journal.'))
      .map(([name]) => name)
    readers = new Set(names.flatMap((name) => [...(matrix.get(name)?.roles ?? [])]))
  })

  test.each(walled.map((useCase) => [useCase.contract.name, useCase] as const))(
    '%s',
    async (_, useCase) => {
      const before = tried.wrong.length
      const cells = cellsOf(useCase)
      for (const cell of cells) await tryCell(useCase, cell)
      expect(tried.wrong.slice(before)).toEqual([])
      const holder = cells.find((cell) => cell.relation.name === 'own unit' && cell.row.roles.has(cell.role))
      if (holder && ofRecords(useCase)) expect(await toldOfNothing(useCase, holder)).toBe(NOT_FOUND)
    },
    120_000,
  )

  test('live updates tell those who may read in the unit, and of nobody whom they are kept apart from', async () => {
    const row = matrix.get('journal.versions')!
    const cells = relations.flatMap((relation) =>
      (relation.onDuty ? (['temp-worker'] as const) : roles).flatMap((role) =>
        (role === 'temp-worker' ? variants : variants.slice(0, 1)).map(
          (variant): Cell => ({ row, closer: row, scope: 'unit', role, relation, variant }),
        ),
      ),
    )
    expect(cells.filter(hears).length).toBeGreaterThan(20)
    const wrong: string[] = []
    for (const cell of cells) {
      if ((await isTold(cell)) !== hears(cell))
        wrong.push(`${cell.role} · ${cell.relation.name} · ${cell.variant.name}`)
      tried.cells++
    }
    console.log(`  live updates: ${cells.length} combinations, ${wrong.length} wrong`)
    expect(wrong).toEqual([])
  }, 120_000)

  test('thousands were tried, and none was wrong', () => {
    console.log(
      `  access matrix: ${tried.cells} combinations of ${walled.length} endpoints, ${tried.wrong.length} wrong`,
    )
    expect(tried.cells).toBeGreaterThan(5_000)
    expect(tried.wrong).toEqual([])
  })
})

async function isTold(cell: Cell): Promise<boolean> {
  const house = cell.relation.foreign ? abroad : home
  const { citizen } = records.get(cell.variant.name)!
  const { clock } = house.world
  const news = { topic: 'journal', place: home.unit.id, subjects: [citizen.id] }
  const { result } = await house.undone.run(
    (query) => relate(query as Query, house, cell, cell.relation.foreign ? abroadCitizen : citizen.id),
    () =>
      dbOn(house.undone.pool).all(
        audience({ ...news, sessions: [house.actor.by.session], now: clock.now(), today: clock.today() }),
      ),
  )
  return result.length > 0
}

const ofRecords = ({ contract }: UseCase) => !['own', 'anyone', 'anywhere', 'top'].includes(scopeOf.get(contract.name)!)

/** What somebody with the right is told of records that do not exist: word for word what others are told of those that do. */
async function toldOfNothing(useCase: UseCase, cell: Cell): Promise<string | undefined> {
  const { result } = await home.undone.run(
    (query) => relate(query as Query, home, cell, newId()),
    () => told(home, useCase, inputs.of(useCase, invented)),
  )
  return result.problem
}
