import { beforeAll, describe, expect, test } from 'vitest'
import { useCases } from '#app/use-cases.ts'
import { newId } from '#kernel/lang/id.ts'
import { aCitizen, anEmployee, aUnit, type GivenCitizen, type GivenUnit } from '#kit/given.ts'
import { aNote, takesOver } from '#kit/notes.ts'
import { ask, type Person, useWorld } from '#kit/world.ts'
import { journal } from './contract.ts'

/** Enough that reading the whole table would show. */
const NOTES = 30_000

const here = useWorld()
let house: GivenUnit
let jens: GivenCitizen
let jonas: Person

/** A year of notes: ten units, three hundred citizens, one in seven amended, far more than in life. */
async function aYear(): Promise<void> {
  const { owner, tenant } = here.world
  const units = await Promise.all(Array.from({ length: 9 }, (_, i) => aUnit(here.world, `Hus ${i}`)))
  await owner.query(
    `insert into citizens.citizen (tenant_id, id, given_name, family_name, changed_at)
    select $1, gen_random_uuid(), 'Borger', i::text, now() from generate_series(1, 300) i`,
    [tenant.id],
  )
  await owner.query(
    `insert into citizens.tie (tenant_id, id, citizen_id, unit_id, because, from_on)
    select $1, gen_random_uuid(), id, ($2::uuid[])[1 + abs(hashtext(id::text)) % 10], 'registration', '2025-01-01' from citizens.citizen where given_name = 'Borger'`,
    [tenant.id, [house.id, ...units.map(({ id }) => id)]],
  )
  await owner.query(
    `insert into journal.note (tenant_id, id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text, important, amended)
    select $1, gen_random_uuid(), tie.unit_id, tie.citizen_id, 'diary', at, at, $2, 'Jonas',
      'Notat nummer ' || i || case when i % 97 = 0 then ' om et fald på trappen' else ' om en almindelig dag med mad og søvn' end, i % 20 = 0, i % 7 = 0
    from generate_series(1, $3::int) i
    join lateral (select timestamptz '2026-03-10 13:00Z' - make_interval(mins => ($3::int - i) * 17) as at) moment on true
    join (select row_number() over (order by citizen_id) as n, citizen_id, unit_id from citizens.tie where because = 'registration') tie on tie.n = 1 + i % 300`,
    [tenant.id, jonas.id, NOTES],
  )
  await owner.query(`insert into journal.correction (tenant_id, note_id, version, happened_at, text, important, reason, author_id, author_name, written_at, unit_id)
    select tenant_id, id, 2, happened_at, text || ', rettet', important, 'rettet', author_id, author_name, written_at, unit_id from journal.note where amended`)
  await owner.query(`insert into journal.withdrawal (tenant_id, note_id, reason, withdrawn_by, withdrawn_by_name, withdrawn_at, unit_id)
    select tenant_id, note_id, 'forkert', author_id, author_name, written_at, unit_id from journal.correction where abs(hashtext(note_id::text)) % 2 = 0`)
  await owner.query(
    `insert into journal.reading (tenant_id, note_id, employee_id, read_at) select tenant_id, id, author_id, written_at from journal.note where important`,
  )
  await owner.query('analyze')
}

beforeAll(async () => {
  house = await aUnit(here.world, 'Solvang')
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', house)
  await aYear()
  const { rows } = await here.world.owner.query(
    'select citizen_id as id from journal.note where unit_id = $1 limit 1',
    [house.id],
  )
  jens = { id: rows[0].id, name: 'Borger', stayId: newId() }
  await aCitizen(here.world, 'Kaja Lind', house)
})

type Node = {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Node[]
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** The plan that PostgreSQL uses for the statement once it is prepared for everybody, run as the tenant's own role. */
async function planOf(name: string, input: Record<string, unknown>) {
  const { house: opened, tenant, clock } = here.world
  const { text, bind } = useCases.find(({ contract }) => contract.name === name)!.sql
  const client = await opened.tenants.pool(tenant).connect()
  try {
    await client.query('begin')
    await client.query("set local plan_cache_mode = 'force_generic_plan'")
    const trip = {
      input,
      actor: jonas.id,
      session: jonas.by.session,
      now: clock.now(),
      today: clock.today(),
      key: newId(),
      bodyHash: Buffer.from(newId()),
    }
    const { rows } = await client.query(`explain (analyze, buffers, timing off, format json) ${text}`, bind(trip))
    const root = JSON.parse(rows[0]['QUERY PLAN'])[0].Plan as Node
    const whole = nodesOf(root)
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => node['Relation Name'])
    return { whole, buffers: root['Shared Hit Blocks'] + root['Shared Read Blocks'], nodes: nodesOf(root) }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

type Gate = { name: string; input: () => Record<string, unknown>; most: number }

/** Pages (8 kB) touched at most: about twice what was measured (174, 132, 796, 319; search less, where the whole index costs 1,428), to leave room for a deeper index. */
const gates: Gate[] = [
  { name: 'journal.ofCitizen', input: () => ({ citizenId: jens.id, before: null, only: 'all' }), most: 400 },
  { name: 'journal.write', input: () => aNote(here.world, house, jens, 'En linje'), most: 400 },
  { name: 'journal.search', input: () => ({ words: 'fald trappen', citizenId: null }), most: 1_200 },
  {
    name: 'journal.handover',
    input: () => ({ unitId: house.id, from: 'last', mineOnly: false }),
    most: 640,
  },
]
const LARGE = ['note', 'correction', 'withdrawal', 'reading', 'tie']

/** What is wrong with the plan of a statement; nothing when it goes by the index and touches few pages. */
async function faultsOf({ name, input, most }: Gate): Promise<string[]> {
  const { whole, buffers } = await planOf(name, input())
  if (process.env.RT_SHOW_PLANS) console.log(name, buffers)
  const read = whole
    .filter((table) => LARGE.includes(table ?? ''))
    .map((table) => `${name} reads the whole of ${table}`)
  return buffers > most ? [...read, `${name} touches ${buffers} pages, ${most} are allowed`] : read
}

/** Takes an index away while something is tried; this test file's database is its own. */
async function without(index: string, work: () => Promise<void>): Promise<void> {
  const { owner } = here.world
  const { rows } = await owner.query('select pg_get_indexdef($1::regclass) as made', [index])
  await owner.query(`drop index ${index}`)
  try {
    await work()
  } finally {
    await owner.query(rows[0].made)
  }
}

describe('plans', () => {
  test.each(gates)('$name goes by the index', async (gate) => {
    expect(await faultsOf(gate)).toEqual([])
  })

  test.each([
    ['journal.note_citizen_time', 'journal.ofCitizen'],
    ['journal.note_words', 'journal.search'],
    ['journal.note_unit_written', 'journal.handover'],
  ])('without %s the gate of %s closes', async (index, name) => {
    const gate = gates.find((each) => each.name === name)!
    await without(index, async () => expect(await faultsOf(gate)).not.toEqual([]))
    expect(await faultsOf(gate)).toEqual([])
  })

  test('the handover of somebody who took over a moment ago touches little', async () => {
    await takesOver(jonas, house)
    const { buffers } = await planOf('journal.handover', { unitId: house.id, from: 'last', mineOnly: false })
    if (process.env.RT_SHOW_PLANS) console.log('journal.handover after takeover', buffers)
    expect(buffers).toBeLessThanOrEqual(600)
  })

  test('each of the busy ones is one statement', async () => {
    const pool = here.world.house.tenants.pool(here.world.tenant)
    const ask_ = pool.query.bind(pool)
    let sent = 0
    pool.query = ((...given: unknown[]) => {
      sent++
      return (ask_ as (...a: unknown[]) => unknown)(...given)
    }) as typeof pool.query
    try {
      await ask(jonas, journal.ofCitizen, { citizenId: jens.id, before: null })
      await ask(jonas, journal.handover, { unitId: house.id })
      await ask(jonas, journal.search, { words: 'trappen' })
      await ask(jonas, journal.write, aNote(here.world, house, jens, 'En linje'))
      await ask(jonas, journal.markRead, { noteIds: [newId()] })
      await ask(jonas, journal.saveDraft, {
        id: newId(),
        unitId: house.id,
        citizenId: jens.id,
        content: { text: 'x' },
        revision: 1,
      })
      expect(sent).toBe(6)
    } finally {
      pool.query = ask_ as typeof pool.query
    }
  })
})
