import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { sealRound } from '#kernel/server/sealer.ts'
import { type Head, headsOf, verifyTenant } from '#kernel/server/verify.ts'
import { openWorld, type World } from '#kit/world.ts'
import { makeEntries, passTransactions } from './entries.ts'
import { linesOf, readHeads } from './heads-file.ts'
import { brokenLine } from './report.ts'
import { type Tampering, tamper, tamperings } from './tamper.ts'

let world: World
let superuser: pg.Client
const heads: Head[] = []
const units = [newId(), newId(), newId()]

/** Three days, after each of which the heads are carried out; then time goes by. */
beforeAll(async () => {
  world = await openWorld()
  superuser = new pg.Client({ connectionString: world.house.url })
  await superuser.connect()
  for (const entries of [40, 40, 60]) {
    await superuser.query('reset role')
    await makeEntries(superuser, world.tenant.id, entries, units)
    await sealRound(superuser)
    heads.push(...(await headsOf(superuser, world.tenant.id)))
  }
  await superuser.query('reset role')
  await passTransactions(superuser, 1_200)
})
afterAll(async () => {
  await superuser.end()
  await world.close()
})

const verified = (given: readonly Head[] = heads) => verifyTenant(superuser, world.tenant.id, { heads: given })

/** The tampering, what was found, and everything as it was. */
async function tampered(kind: Tampering, pick: number, other: number, given?: readonly Head[]) {
  await superuser.query('begin')
  try {
    const done = await tamper(superuser, world.tenant.id, { kind, pick, other })
    return { done, broken: (await verified(given)).broken }
  } finally {
    await superuser.query('rollback')
  }
}

test('untouched, it is proved, against the heads too', async () => {
  expect(await verified()).toMatchObject({ chains: 5, unsealed: 0, broken: undefined })
})

test('a thousand random tamperings are all found, each by what was done and, where one row was touched, by that row', async () => {
  const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const counts = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...tamperings), share, share, async (kind, pick, other) => {
      const { done, broken } = await tampered(kind, pick, other)
      expect(broken, `${kind} was not found`).toBeDefined()
      expect(done.found).toContain(broken!.what)
      if (done.seq) expect(broken!.seq).toBe(done.seq)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }),
    { numRuns: 1_000 },
  )
  process.stdout.write(`  ${[...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')}\n`)
  expect(counts.size).toBe(tamperings.length)
}, 300_000)

test('without heads kept elsewhere, a chain made anew and a trail cut short look whole: that is what the heads are for', async () => {
  expect((await tampered('edit-and-make-anew', 0.5, 0.1, [])).broken).toBeUndefined()
  expect((await tampered('cut-short', 0.5, 0.1, [])).broken).toBeUndefined()
})

test('heads go through a file and back; a file that is none is named with its line', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rt-heads-'))
  const file = path.join(dir, 'heads-2026-03-10.jsonl')
  fs.writeFileSync(file, linesOf(heads, world.clock.now()))
  expect(readHeads(file)).toEqual(heads)
  expect(readHeads(dir)).toEqual(heads)
  fs.appendFileSync(file, '{"at": "now"}\n')
  expect(() => readHeads(dir)).toThrow(`line ${heads.length + 1}: this is not a head`)
  fs.rmSync(dir, { recursive: true })
})

test('the broken row is named with municipality, unit, number and time', async () => {
  const { broken } = await tampered('edit', 0.5, 0)
  const line = brokenLine(world.tenant, new Map(units.map((id) => [id, 'Solvang'])), broken!)
  expect(line).toMatch(
    /^BROKEN {2}Prøveby Kommune, (Solvang|no unit), seq \d+, link \d+, at 20.*: the row is not what was sealed/,
  )
})
