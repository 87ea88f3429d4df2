import { beforeAll, describe, expect, test } from 'vitest'
import { useCases } from '#app/use-cases.ts'
import { newId } from '#kernel/lang/id.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
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
    select $1, gen_random_uuid(), id, ($2::uuid[])[1 + row_number() over (order by id) % 10], 'registration', '2025-01-01' from citizens.citizen where given_name = 'Borger'`,
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
    select tenant_id, note_id, 'forkert', author_id, author_name, written_at, unit_id from journal.correction where extract(epoch from happened_at)::bigint / 60 % 2 = 0`)
  await owner.query(
    `insert into journal.reading (tenant_id, note_id, employee_id, read_at) select tenant_id, id, author_id, written_at from journal.note where important`,
  )
  await besides()
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

/** What lies beside the notes in a house of that size: so much that nobody reads it all to find one row. */
async function besides(): Promise<void> {
  const { owner, tenant } = here.world
  await owner.query(
    `insert into org.employee (tenant_id, id, name, employed_from, changed_at)
    select $1, gen_random_uuid(), 'Kollega ' || i, '2025-01-01', now() from generate_series(1, 400) i`,
    [tenant.id],
  )
  await owner.query(
    `insert into org.role_grant (tenant_id, id, employee_id, role, unit_id, starts_on, granted_at)
    select $1, gen_random_uuid(), id, 'support-worker', $2, '2025-01-01', now() from org.employee where name like 'Kollega %'`,
    [tenant.id, house.id],
  )
  await owner.query(
    `insert into journal.takeover (tenant_id, id, unit_id, employee_id, taken_at, era, seen)
    select $1, gen_random_uuid(), $2, employee.id, timestamptz '2026-03-01 06:00Z' + make_interval(hours => i), 1, pg_current_snapshot()
    from org.employee, generate_series(1, 20) i where employee.name like 'Kollega %'`,
    [tenant.id, house.id],
  )
  await owner.query(
    `insert into journal.reading (tenant_id, note_id, employee_id, read_at)
    select $1, note.id, employee.id, note.written_at from (select * from journal.note order by written_at desc limit 100) note
    cross join (select id from org.employee where name like 'Kollega %' limit 200) employee`,
    [tenant.id],
  )
  await owner.query(
    `insert into journal.reminder (tenant_id, id, unit_id, text, author_id, author_name, written_at, expires_at)
    select $1, gen_random_uuid(), $2, 'Husk nøglen', $3, 'Jonas', at, at + interval '1 day'
    from generate_series(timestamptz '2025-01-01', '2026-03-01', '2 hours') at`,
    [tenant.id, house.id, jonas.id],
  )
  await owner.query(
    `insert into citizens.warning (tenant_id, id, citizen_id, unit_id, kind, text, author_id, author_name, written_at, review_on)
    select tenant_id, gen_random_uuid(), citizen_id, unit_id, 'other', 'Låser ikke op', $1, 'Jonas', at, '2026-12-01'
    from citizens.tie cross join generate_series(timestamptz '2025-01-01', '2026-03-01', '1 month') at where because = 'registration'`,
    [jonas.id],
  )
}

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: Node[]
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** The plan that PostgreSQL uses for the statement once it is prepared for everybody, run as the tenant's own role. */
async function planOf(name: string, input: Record<string, unknown>, by: Person = jonas) {
  const { house: opened, tenant, clock } = here.world
  const { text, bind } = useCases.find(({ contract }) => contract.name === name)!.sql
  const client = await opened.tenants.pool(tenant).connect()
  try {
    await client.query('begin')
    await client.query("set local plan_cache_mode = 'force_generic_plan'")
    const trip = {
      input,
      actor: by.id,
      session: by.by.session,
      now: clock.now(),
      today: clock.today(),
      key: newId(),
      bodyHash: Buffer.from(newId()),
    }
    // What is planned inside functions, and looked up once for each connection, is not the statement's.
    await client.query('savepoint before')
    await client.query(`explain (analyze) ${text}`, bind(trip))
    await client.query('rollback to savepoint before')
    const { rows } = await client.query(`explain (analyze, buffers, timing off, format json) ${text}`, bind(trip))
    const root = JSON.parse(rows[0]['QUERY PLAN'])[0].Plan as Node
    const nodes = nodesOf(root)
    const indices = new Set(nodes.map((node) => node['Index Name']))
    const whole = nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'])
    const buffers = root['Shared Hit Blocks'] + root['Shared Read Blocks']
    if (process.env.RT_SHOW_PLANS) console.log(name, buffers, [...indices].sort().join(' '))
    return { whole, buffers, indices }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

type Gate = {
  name: string
  input: () => Record<string, unknown>
  /** Pages (8 kB) touched: about twice what was measured, to leave room for a deeper index; of search less, since its pages alone tell of an index within (455 with both, 730 without one). */
  most: number
  /** Indices it must go by; those inside the search function are seen by its pages only. */
  goesBy: string[]
  within?: string[]
}

const gates: Gate[] = [
  {
    name: 'journal.ofCitizen',
    input: () => ({ citizenId: jens.id, before: null, only: 'all' }),
    most: 450,
    goesBy: [
      'journal.note_citizen_time',
      'journal.note_citizen_amended',
      'journal.correction_citizen_time',
      'citizens.tie_citizen',
      'org.role_grant_employee',
    ],
  },
  {
    name: 'journal.write',
    input: () => ({ ...aNote(here.world, house, jens, 'En linje'), belongsTo: [] }),
    most: 100,
    goesBy: ['org.role_grant_employee'],
  },
  {
    name: 'journal.search',
    input: () => ({ words: 'fald trappen', citizenId: null }),
    most: 600,
    goesBy: ['org.role_grant_employee'],
    within: ['journal.note_words', 'journal.correction_words'],
  },
  {
    name: 'journal.handover',
    input: () => ({ unitId: house.id, from: 'last', mineOnly: false }),
    most: 500,
    goesBy: [
      'journal.note_unit_order',
      'journal.note_unit_written',
      'journal.note_unit_waiting',
      'journal.correction_unit',
      'journal.correction_unit_written',
      'journal.withdrawal_unit',
      'journal.withdrawal_unit_time',
      'journal.takeover_employee',
      'journal.reminder_unit',
      'org.role_grant_employee',
    ],
  },
]
const LARGE = ['note', 'correction', 'withdrawal', 'reading', 'takeover', 'reminder', 'tie']

/** What is wrong with the plan of a statement; nothing when it goes by the index and touches few pages. */
async function faultsOf({ name, input, most, goesBy }: Gate): Promise<string[]> {
  const { whole, buffers, indices } = await planOf(name, input())
  return [
    ...whole.filter((table) => LARGE.includes(table ?? '')).map((table) => `${name} reads the whole of ${table}`),
    ...goesBy.filter((index) => !indices.has(index.split('.')[1]!)).map((index) => `${name} does not go by ${index}`),
    ...(buffers > most ? [`${name} touches ${buffers} pages, ${most} are allowed`] : []),
  ]
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

  const leanings = gates.flatMap((gate) => [...gate.goesBy, ...(gate.within ?? [])].map((index) => ({ index, gate })))
  test.each(leanings)('without $index the gate of $gate.name closes', async ({ index, gate }) => {
    await without(index, async () => expect(await faultsOf(gate)).not.toEqual([]))
  })

  test('and with all of them back, every gate is open', async () => {
    for (const gate of gates) expect(await faultsOf(gate)).toEqual([])
  })

  test('the handover of somebody who took over a moment ago touches little', async () => {
    await takesOver(jonas, house)
    const { buffers } = await planOf('journal.handover', { unitId: house.id, from: 'last', mineOnly: false })
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

describe('a leader of fourteen units', () => {
  const asked: { name: string; input: () => Record<string, unknown> }[] = [
    { name: 'journal.search', input: () => ({ words: 'fald trappen', citizenId: null }) },
    { name: 'journal.ofUnit', input: () => ({ unitId: house.id, day: '2026-03-05' }) },
    { name: 'journal.ofCitizen', input: () => ({ citizenId: jens.id, before: null, only: 'all' }) },
    { name: 'journal.handover', input: () => ({ unitId: house.id, from: 'last', mineOnly: false }) },
    { name: 'citizens.find', input: () => ({ words: 'Borger' }) },
    { name: 'citizens.mine', input: () => ({}) },
  ]

  async function leaderOfFourteen(): Promise<Person> {
    const { owner, tenant, clock } = here.world
    for (let at = 0; at < 4; at++) await aUnit(here.world, `Hus ${10 + at}`)
    const lene = await anEmployee(here.world, 'Lene', 'unit-leader', house)
    await owner.query(
      `insert into org.role_grant (tenant_id, id, employee_id, role, unit_id, starts_on, granted_at)
      select $1, gen_random_uuid(), $2, 'unit-leader', id, $3, now() from org.unit where name like 'Hus %'`,
      [tenant.id, lene.id, clock.today()],
    )
    await owner.query('analyze')
    return lene
  }

  /** As many once more, from three years earlier. */
  async function twiceAsMany(): Promise<void> {
    await here.world.owner.query(
      `insert into journal.note (tenant_id, id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text, important)
      select tenant_id, gen_random_uuid(), unit_id, citizen_id, kind, happened_at - interval '3 years', written_at - interval '3 years', author_id, author_name,
        text, important from journal.note`,
    )
    await here.world.owner.query('vacuum analyze')
  }

  const measured = async (lene: Person) => {
    const plans = new Map<string, Awaited<ReturnType<typeof planOf>>>()
    for (const { name, input } of asked) plans.set(name, await planOf(name, input(), lene))
    return plans
  }

  test('is filtered by the same right without a scan, and twice as many notes cost no more', async () => {
    const lene = await leaderOfFourteen()
    const before = await measured(lene)
    await twiceAsMany()
    const after = await measured(lene)
    const faults = [...after].flatMap(([name, { whole, buffers }]) => [
      ...whole
        .filter((table) => table === 'note' || table === 'correction')
        .map((table) => `${name} reads the whole of ${table}`),
      ...(buffers > before.get(name)!.buffers * 1.3 + 40
        ? [`${name} touches ${buffers} pages, before ${before.get(name)!.buffers}`]
        : []),
    ])
    console.log(
      `  fourteen units, pages: ${[...after].map(([name, { buffers }]) => `${name} ${before.get(name)!.buffers} → ${buffers}`).join(', ')}`,
    )
    expect(faults).toEqual([])
  }, 120_000)
})
