import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { AnyEndpoint, InputOf, OutputOf } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Problem } from '#kernel/lang/problem.ts'
import { perform } from '#kernel/server/run.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { aNeighbour, anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { groundOf, newId, type Person, START, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { thread } from './contract.ts'
import {
  fingerprint,
  lacksLink,
  link,
  type NodeKind,
  nodeKind,
  suspectLinks,
  threadUseCases,
  touched,
  unlink,
} from './server/index.ts'

const here = useWorld()

/** A feature of the test's own: ideas and plans, kept as units, so that the thread meets kinds it has never heard of. */
const within = (row: Sql) =>
  sql`${row}.id in (select held.place from held where held.role = any ('{coordinator,unit-contact,support-worker}'))`
const kindOf = (name: string): NodeKind =>
  nodeKind({
    kind: `story.${name}`,
    rows: (
      ids,
    ) => sql`select unit.id, null as label, unit.name as title, unit.changed_at as at, null as who, null as state,
      ${fingerprint(sql`unit.name`)} as fingerprint, case when unit.name like 'Tilbud %' then timestamptz '2026-04-01' end as sealed_until
      from org.unit where unit.tenant_id = kernel.here() and unit.kind = 'offer' and unit.id = any (${ids})`,
    readable: within,
    found: (words) =>
      sql`select unit.id from org.unit where unit.tenant_id = kernel.here() and strpos(lower(unit.name), lower(btrim(${words}))) > 0`,
  })
const idea = kindOf('idea')
const plan = kindOf('plan')
const kinds = [idea, plan]
const rules = [
  {
    rule: 'story.idea-without-plan',
    kind: idea,
    rows: lacksLink(
      sql`select unit.id, unit.changed_at as since from org.unit where unit.tenant_id = kernel.here() and unit.name like 'Idé %'`,
      { forward: ['grounds'] },
    ),
  },
]
const dated = [
  {
    rule: 'story.plan-day',
    kind: plan,
    rows: sql`select unit.id, to_date(substring(unit.name from '[0-9]{8}'), 'YYYYMMDD') as due_on from org.unit where unit.tenant_id = kernel.here() and unit.name like 'Plan til %'`,
  },
]
const useCases = new Map(threadUseCases(kinds, rules, dated).map((useCase) => [useCase.contract.name, useCase]))

async function ask<E extends AnyEndpoint>(by: Person, contract: E, input: InputOf<E>): Promise<OutputOf<E>> {
  const useCase = useCases.get(contract.name)!
  const json = await perform({ ground: groundOf(by.world), useCase, input, by: by.by, key: randomUUID() })
  return contract.output.parse(JSON.parse(json)) as OutputOf<E>
}
const refusal = (asked: Promise<unknown>): Promise<Problem> =>
  asked.then(
    () => Promise.reject(new Error('was not refused')),
    (problem) => problem,
  )

let hanne: Person
let side: GivenUnit

const record = (title: string) => aUnit(here.world, title, { parentId: side.id })
const now = () => ({ by: hanne.id, at: here.world.clock.now() })
const grounds = (from: GivenUnit, to: GivenUnit) =>
  link(here.world.db, {
    type: 'grounds',
    from: { kind: idea, id: from.id },
    to: { kind: plan, id: to.id },
    ...now(),
  })
/** The feature changes its record and tells the thread. */
async function changes(unit: GivenUnit, title: string) {
  await here.world.db.run(sql`update org.unit set name = ${title} where tenant_id = kernel.here() and id = ${unit.id}`)
  await touched(here.world.db, { kind: idea, id: unit.id }, { what: 'text', said: 'titel', ...now() })
}
const of = (unit: GivenUnit, direction: 'why' | 'affects' | 'impact' = 'affects', by = hanne, kind = 'story.idea') =>
  ask(by, thread.of, { kind, id: unit.id, direction })
const titles = (answer: Awaited<ReturnType<typeof of>>) => answer.knots.map(({ title }) => title)

beforeAll(async () => {
  side = await aUnit(here.world, 'Siden')
  hanne = await anEmployee(here.world, 'Hanne', 'coordinator', side)
})
beforeEach(() => here.world.clock.set(START))

test('thread.of: forward and back through records of two kinds, each once, also in a circle', async () => {
  const [a, b, c] = [await record('A'), await record('B'), await record('C')]
  expect([await grounds(a, b), await grounds(b, c), await grounds(c, a)]).toEqual([true, true, true])
  expect(await grounds(a, b), 'the same link again is no second link').toBe(false)
  const forward = await of(a)
  expect(titles(forward)).toEqual(['A', 'B', 'C'])
  expect(forward.links).toHaveLength(3)
  expect(forward.links[0]).toMatchObject({
    type: 'grounds',
    fromId: a.id,
    toId: b.id,
    createdByName: 'Hanne',
    changes: [],
  })
  expect(titles(await of(c, 'why'))).toEqual(['C', 'B', 'A'])
  expect(forward.more).toBe(false)
  expect((await trailOf(here.world, 'thread.of')).at(0)).toMatchObject({ outcome: 'done' })
})

test('a change makes the links around it suspect, says what and who, and changing it back makes them quiet', async () => {
  const [a, b, c] = [await record('Vægt 2'), await record('Svar'), await record('Beslutning')]
  await grounds(a, b)
  await grounds(b, c)
  await changes(a, 'Vægt 3')
  const [first, second] = (await of(a)).links
  expect(first).toMatchObject({
    suspectAt: expect.any(String),
    changes: [{ end: 'from', what: 'text', said: 'titel', byName: 'Hanne' }],
  })
  expect(second!.suspectAt).toBeNull()
  expect(await ask(hanne, thread.marks, { ids: [a.id, b.id, c.id] })).toEqual([
    { id: a.id, suspects: 1 },
    { id: b.id, suspects: 1 },
  ])
  await changes(a, 'Vægt 2')
  expect((await of(a)).links[0]).toMatchObject({ suspectAt: null, changes: [] })
})

test('thread.review: somebody says that it still holds; not of a change they have not seen', async () => {
  const [a, b] = [await record('Krav 1'), await record('Svar 1')]
  await grounds(a, b)
  await changes(a, 'Krav 1, rettet')
  const seen = (await of(a)).links[0]!
  const changeIds = seen.changes.map(({ id }) => id)
  await changes(a, 'Krav 1, rettet igen')
  expect(await refusal(ask(hanne, thread.review, { id: seen.id, changeIds }))).toMatchObject({
    code: 'thread.changed-again',
  })
  const newer = (await of(a)).links[0]!
  expect(newer.suspectAt, 'since the first change that nobody has looked at').toBe(seen.suspectAt)
  await ask(hanne, thread.review, { id: seen.id, changeIds: newer.changes.map(({ id }) => id) })
  expect((await of(a)).links[0]).toMatchObject({ suspectAt: null, reviewedByName: 'Hanne', changes: [] })
  const bo = await anEmployee(here.world, 'Bo', 'support-worker', side)
  expect((await refusal(ask(bo, thread.review, { id: seen.id, changeIds: [] }))).kind).toBe('not-found')
  expect((await of(a, 'affects', bo)).permitted).toEqual([])
})

test('impact goes on from what changed and stops where somebody has said that it holds', async () => {
  const [a, b, c, d, e] = [
    await record('I1'),
    await record('I2'),
    await record('I3'),
    await record('I4'),
    await record('I5'),
  ]
  await grounds(a, b)
  await grounds(b, c)
  await grounds(a, d)
  await grounds(d, e)
  expect(titles(await of(a, 'impact'))).toEqual(['I1'])
  await changes(a, 'I1 ny')
  expect(titles(await of(a, 'impact')).sort()).toEqual(['I1 ny', 'I2', 'I3', 'I4', 'I5'])
  const toB = (await of(a)).links.find(({ toId }) => toId === b.id)!
  await ask(hanne, thread.review, { id: toB.id, changeIds: toB.changes.map(({ id }) => id) })
  expect(titles(await of(a, 'impact')).sort()).toEqual(['I1 ny', 'I2', 'I4', 'I5'])
})

test('what one may not read is not there, nor what lies behind it; a sealed one shows its seal and nothing else', async () => {
  const other = await aUnit(here.world, 'Anden side')
  const [a, hidden, beyond] = [
    await record('Synlig'),
    await aUnit(here.world, 'Skjult', { parentId: other.id }),
    await record('Bagved'),
  ]
  const bid = await aUnit(here.world, 'Tilbud fra B', { parentId: other.id })
  await grounds(a, hidden)
  await grounds(hidden, beyond)
  await grounds(a, bid)
  await grounds(bid, beyond)
  const seen = await of(a)
  expect(seen.knots).toHaveLength(2)
  expect(seen.knots[1]).toMatchObject({
    id: bid.id,
    title: null,
    at: null,
    sealedUntil: expect.stringMatching(/^2026-0[34]/),
  })
  expect(JSON.stringify(seen)).not.toContain('Skjult')
  expect(JSON.stringify(seen)).not.toContain(beyond.id)
  expect((await refusal(of(hidden))).code).toBe('kernel.not-found')
  expect((await refusal(of({ id: newId(), name: '' }))).code).toBe('kernel.not-found')
  expect((await refusal(of(a, 'affects', hanne, 'story.unheard'))).code).toBe('kernel.not-found')
})

test('another municipality’s thread does not exist', async () => {
  const a = await record('Vores')
  const neighbour = await aNeighbour(here.world)
  const nina = await anEmployee(neighbour, 'Nina', 'coordinator', await aUnit(neighbour, 'Der'))
  expect((await refusal(of(a, 'affects', nina))).code).toBe('kernel.not-found')
  expect(await ask(nina, thread.marks, { ids: [a.id] })).toEqual([])
})

test('thread.connect and thread.disconnect: by hand, once, not to itself, and never deleted', async () => {
  const [a, b] = [await record('Hånd 1'), await record('Hånd 2')]
  const input = (from: Id, to: Id) => ({
    id: newId(),
    type: 'mentioned-in' as const,
    fromKind: 'story.idea',
    fromId: from,
    toKind: 'story.plan',
    toId: to,
  })
  const { id } = await ask(hanne, thread.connect, input(a.id, b.id))
  expect(await refusal(ask(hanne, thread.connect, input(a.id, b.id)))).toMatchObject({ code: 'thread.linked-already' })
  expect(await refusal(ask(hanne, thread.connect, input(a.id, a.id)))).toMatchObject({ code: 'thread.link-to-itself' })
  expect((await refusal(ask(hanne, thread.connect, input(a.id, newId())))).code).toBe('kernel.not-found')
  await ask(hanne, thread.disconnect, { id, because: 'Var et andet krav' })
  expect((await of(a)).links).toEqual([])
  const kept = await here.world.db.one<{ because: string }>(
    sql`select ended_because as because from thread.link where tenant_id = kernel.here() and id = ${id}`,
  )
  expect(kept).toEqual({ because: 'Var et andet krav' })
})

test('thread.loose: a rule’s record that lacks its link, until it has one; and what has waited more than a week', async () => {
  const [lone, made] = [await record('Idé uden plan'), await record('Plan')]
  const rule = async (name: string) => (await ask(hanne, thread.loose, {})).filter((one) => one.rule === name)
  expect((await rule('story.idea-without-plan')).map(({ id }) => id)).toEqual([lone.id])
  await grounds(lone, made)
  expect(await rule('story.idea-without-plan')).toEqual([])
  await unlink(here.world.db, {
    type: 'grounds',
    from: { kind: idea, id: lone.id },
    to: { kind: plan, id: made.id },
    because: 'nej',
    ...now(),
  })
  expect(await rule('story.idea-without-plan')).toHaveLength(1)
  await grounds(lone, made)
  await changes(lone, 'Idé med ny plan')
  here.world.clock.set('2026-03-17T14:00:00+01:00')
  hanne = await signedIn(here.world, hanne.id, hanne.name)
  expect((await rule('thread.suspect-too-long')).map(({ id }) => id)).not.toContain(made.id)
  here.world.clock.set('2026-03-17T14:00:01+01:00')
  expect((await rule('thread.suspect-too-long')).map(({ id }) => id)).toContain(made.id)
})

test('thread.ahead: what has a day from today to eight weeks on, soonest first; neither what is over nor what is later', async () => {
  for (const day of ['20260309', '20260505', '20260310', '20260506']) await record(`Plan til ${day}`)
  const told = await ask(hanne, thread.ahead, {})
  expect(told.map(({ title, dueOn }) => [title, dueOn])).toEqual([
    ['Plan til 20260310', '2026-03-10'],
    ['Plan til 20260505', '2026-05-05'],
  ])
})

test('thread.find: by words, only what one may read', async () => {
  await record('Overlevering i ro')
  const found = await ask(hanne, thread.find, { words: 'overlevering' })
  expect(found.map(({ kind, title }) => [kind, title])).toEqual([
    ['story.idea', 'Overlevering i ro'],
    ['story.plan', 'Overlevering i ro'],
  ])
  expect(await ask(here.world.administrator, thread.find, { words: 'overlevering' })).toEqual([])
})

test('a record with very many links shows the newest and says that there are more', async () => {
  const hub = await record('Nav')
  await here.world.owner.query(
    `insert into thread.link (tenant_id, id, type, from_kind, from_id, to_kind, to_id, from_fingerprint, to_fingerprint, created_by, created_at)
     select $1, gen_random_uuid(), 'grounds', 'story.idea', $2, 'story.plan', gen_random_uuid(), '', '', $3, now() from generate_series(1, 500)`,
    [here.world.tenant.id, hub.id, hanne.id],
  )
  const seen = await of(hub)
  expect(seen.more).toBe(true)
  const walked = await here.world.db.all(sql`select * from thread.walk(${hub.id}, 'affects')`)
  expect(walked).toHaveLength(61)
  const counted = await here.world.db.one<{ suspects: number }>(
    sql`select ${suspectLinks(sql`${hub.id}::uuid`)} as suspects`,
  )
  expect(counted).toEqual({ suspects: 0 })
})
