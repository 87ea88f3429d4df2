import { createHash, randomBytes } from 'node:crypto'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#kernel/lang/id.ts'
import { bearerOf } from '#kit/bearer.ts'
import { fetchFile, sampleFiles, sendFile } from '#kit/files.ts'
import { aNeighbour, anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { type Served, serveWorld } from '#kit/server.ts'
import { ask, newId, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { documents } from './contract.ts'

const here = useWorld()
let served: Served
let solvang: GivenUnit
let mette: Person
let lone: Person

beforeAll(async () => {
  solvang = await aUnit(here.world, 'Solvang')
  mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
  lone = await anEmployee(here.world, 'Lone', 'unit-leader', await aUnit(here.world, 'Bakkely'))
  served = await serveWorld(here.world)
})
afterAll(() => served?.close())

const as = async (person: Person, key = newId()) => ({ ...(await bearerOf(person)), 'idempotency-key': key })
const aFile = (name: string) => ({ id: newId(), unitId: solvang.id, name })

describe('Mette puts a file in the unit’s folder', () => {
  test('and gets the very same octets back, as a file and never as a page', async () => {
    const plan = aFile('Brandplan «Solvang» æøå.pdf')
    const content = Buffer.concat([sampleFiles.pdf, randomBytes(1_300_000)])
    const sent = await sendFile(served, 'documents.add', plan, content, await as(mette))
    expect(sent).toMatchObject({
      status: 200,
      body: { name: plan.name, sizeBytes: content.length, mediaType: 'application/pdf', uploadedByName: 'Mette' },
    })
    const got = await fetchFile(served, 'documents.file', { id: plan.id }, await as(mette))
    expect(got.content.equals(content)).toBe(true)
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\w. -]+"; filename\*=UTF-8''Brandplan%20%C2%ABSolvang%C2%BB%20/,
      ),
    })
    const [stored] = (
      await here.world.owner.query(
        'select sha256, size_bytes, (select count(*)::int from documents.part where file_id = file.id) as parts from documents.file where id = $1',
        [plan.id],
      )
    ).rows
    expect(stored.sha256.equals(createHash('sha256').update(content).digest())).toBe(true)
    expect(stored.parts).toBe(3)
  })

  test('a lost answer and another try make one file', async () => {
    const note = aFile('aftale.txt')
    const key = newId()
    const first = await sendFile(served, 'documents.add', note, sampleFiles.txt, await as(mette, key))
    const again = await sendFile(served, 'documents.add', note, sampleFiles.txt, await as(mette, key))
    expect(again).toEqual(first)
    const other = await sendFile(served, 'documents.add', note, sampleFiles.csv, await as(mette, key))
    expect(other.status).toBe(422)
    const taken = await sendFile(served, 'documents.add', note, sampleFiles.txt, await as(mette))
    expect(taken).toMatchObject({ status: 409, body: { code: 'kernel.id-taken' } })
  })

  test('what is not what it says is refused in words, recorded, and nothing is half stored', async () => {
    const bad = aFile('faktura.pdf')
    const told = await sendFile(served, 'documents.add', bad, sampleFiles.html, await as(mette))
    expect(told).toMatchObject({
      status: 409,
      body: { code: 'documents.not-what-it-says', faults: [{ field: 'content' }] },
    })
    expect(told.body.da).toContain('passer ikke')
    expect((await refused(mette, documents.file, { id: bad.id })).code).toBe('kernel.not-found')
    expect((await trailOf(here.world, 'documents.add')).at(-1)).toMatchObject({
      outcome: 'refused',
      code: 'documents.not-what-it-says',
      scope_id: solvang.id,
    })
    expect((await here.world.owner.query('select from documents.part where file_id = $1', [bad.id])).rowCount).toBe(0)
  })

  test('too much is refused before it is read, and names are in no log', async () => {
    const told = await sendFile(
      served,
      'documents.add',
      aFile('stor.txt'),
      Buffer.alloc(21 * 1024 * 1024, 97),
      await as(mette),
    ).catch(() => undefined)
    // The server may close while it is still being sent to.
    if (told) expect(told).toMatchObject({ status: 400, body: { code: 'kernel.too-large' } })
    const almost = await sendFile(
      served,
      'documents.add',
      aFile('stor.txt'),
      Buffer.alloc(20 * 1024 * 1024 + 1, 97),
      await as(mette),
    )
    expect(almost).toMatchObject({ status: 409, body: { code: 'documents.too-big' } })
  })

  test('a call that is no file is told so', async () => {
    const told = await sendFile(served, 'documents.add', aFile('a.txt'), new Uint8Array(), await as(mette))
    expect(told).toMatchObject({ status: 409, body: { code: 'documents.empty' } })
    const headless = await fetch(`${served.url}/api/documents.add`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...(await as(mette)) },
      body: 'hej',
    })
    expect([headless.status, ((await headless.json()) as { code: string }).code]).toEqual([400, 'kernel.not-json'])
    const asJson = await fetch(`${served.url}/api/documents.add`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await as(mette)) },
      body: '{}',
    })
    expect(asJson.status).toBe(400)
  })
})

async function cannotTell(person: Person, fileId: Id) {
  expect((await refused(person, documents.file, { id: fileId })).code).toBe('kernel.not-found')
  const away = { id: fileId, version: 1, reason: 'Fejl' }
  expect((await refused(person, documents.end, away)).code).toBe('kernel.not-found')
  expect((await refused(person, documents.ofUnit, { unitId: solvang.id })).code).toBe('kernel.not-found')
}

describe('a file belongs to its unit', () => {
  test('those of other houses cannot tell that it is there', async () => {
    const plan = aFile('vagtplan.csv')
    await sendFile(served, 'documents.add', plan, sampleFiles.csv, await as(mette))
    await cannotTell(lone, plan.id)
    const told = await sendFile(served, 'documents.add', aFile('a.txt'), sampleFiles.txt, await as(lone))
    expect(told).toMatchObject({ status: 404, body: { code: 'kernel.not-found' } })
  })

  test('nobody who is not signed in has anything read from them', async () => {
    const told = await sendFile(served, 'documents.add', aFile('a.txt'), sampleFiles.txt, {})
    expect(told.status).toBe(401)
    expect((await fetchFile(served, 'documents.file', { id: newId() }, {})).status).toBe(401)
  })

  test('taking it away hides it, says who and why, and deletes nothing', async () => {
    const wrong = aFile('forkert.txt')
    await sendFile(served, 'documents.add', wrong, sampleFiles.txt, await as(mette))
    expect((await refused(mette, documents.end, { id: wrong.id, version: 7, reason: 'Fejl' })).code).toBe(
      'kernel.stale',
    )
    await ask(mette, documents.end, { id: wrong.id, version: 1, reason: 'Lagt i den forkerte mappe' })
    expect((await ask(mette, documents.ofUnit, { unitId: solvang.id })).files.map(({ id }) => id)).not.toContain(
      wrong.id,
    )
    expect((await refused(mette, documents.file, { id: wrong.id })).code).toBe('kernel.not-found')
    const [kept] = (
      await here.world.owner.query(
        'select end_reason, (select count(*)::int from documents.part where file_id = file.id) as parts from documents.file where id = $1',
        [wrong.id],
      )
    ).rows
    expect(kept).toEqual({ end_reason: 'Lagt i den forkerte mappe', parts: 1 })
  })

  test('whoever fetches one stands in the trail, with the unit and the file', async () => {
    const plan = aFile('regler.txt')
    await sendFile(served, 'documents.add', plan, sampleFiles.txt, await as(mette))
    await fetchFile(served, 'documents.file', { id: plan.id }, await as(mette))
    expect((await trailOf(here.world, 'documents.file')).at(-1)).toMatchObject({
      actor_id: mette.id,
      outcome: 'done',
      scope_id: solvang.id,
      records: [plan.id],
    })
  })
})

/** A daemon that speaks clamd's protocol: it reads the pieces, and finds what holds the word. */
function aScanner(word: string): Promise<{ address: string; close(): void }> {
  const server = net.createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data])
      if (heard.subarray(-4).equals(Buffer.alloc(4)))
        socket.end(heard.includes(word) ? 'stream: Test.Virus FOUND\0' : 'stream: OK\0')
    })
  })
  return new Promise((open) =>
    server.listen(0, '127.0.0.1', () =>
      open({ address: `127.0.0.1:${(server.address() as net.AddressInfo).port}`, close: () => server.close() }),
    ),
  )
}

describe('with a virus scanner beside', () => {
  test('what it finds is not stored; what is clean is; and when it is away nothing is taken in', async () => {
    const scanner = await aScanner('ondsindet')
    const house = await serveWorld({
      ...here.world,
      house: { ...here.world.house, config: { ...here.world.house.config, RT_CLAMD: scanner.address } },
    })
    try {
      const bad = Buffer.from(`${'x'.repeat(600_000)} ondsindet`)
      expect(await sendFile(house, 'documents.add', aFile('a.txt'), bad, await as(mette))).toMatchObject({
        status: 409,
        body: { code: 'documents.virus' },
      })
      expect(await sendFile(house, 'documents.add', aFile('b.txt'), sampleFiles.txt, await as(mette))).toMatchObject({
        status: 200,
      })
      scanner.close()
      expect(await sendFile(house, 'documents.add', aFile('c.txt'), sampleFiles.txt, await as(mette))).toMatchObject({
        status: 503,
        body: { code: 'kernel.scanner-away' },
      })
    } finally {
      await house.close()
    }
  })
})

test('the neighbouring municipality cannot tell that the files are there', async () => {
  const plan = aFile('vagtplan.txt')
  await sendFile(served, 'documents.add', plan, sampleFiles.txt, await as(mette))
  await cannotTell((await aNeighbour(here.world)).administrator, plan.id)
})
