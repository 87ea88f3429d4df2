import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes, sentences, useCases } from '#app/use-cases.ts'
import { documents } from '#features/documents/contract.ts'
import { serve } from '#kernel/server/http.ts'
import { makeLog } from '#kernel/server/log.ts'
import { bearerOf } from '#kit/bearer.ts'
import { fetchFile, sampleFiles, sendFile } from '#kit/files.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import type { Served } from '#kit/server.ts'
import { ask, newId, type Person, useWorld } from '#kit/world.ts'

const here = useWorld()
const SECRET = 'hemmelig-fil-udenfor-mappen'
let served: Served
let lone: Person
let unit: GivenUnit
let asLone: Record<string, string>

/** A built web app with a file beside it that nobody may fetch. */
function aWebApp(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rt-web-'))
  fs.mkdirSync(path.join(dir, 'web/assets'), { recursive: true })
  fs.writeFileSync(path.join(dir, 'web/index.html'), '<!doctype html><title>Rød Tråd</title>')
  fs.writeFileSync(path.join(dir, 'web/assets/app.js'), '1')
  fs.writeFileSync(path.join(dir, 'secret.txt'), SECRET)
  return path.join(dir, 'web')
}

beforeAll(async () => {
  const app: FastifyInstance = await serve({
    ...here.world.house,
    log: makeLog('silent'),
    useCases,
    routes,
    sentences,
    tally: here.world.tally.hear,
    web: aWebApp(),
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  served = { app, url, close: () => app.close() }
  unit = await aUnit(here.world, 'Solvang')
  lone = await anEmployee(here.world, 'Lone', 'unit-leader', unit)
  asLone = await bearerOf(lone)
})
afterAll(() => served.close())

/** What stands on the wire, letter by letter: no client tidies the address first. */
function onTheWire(head: string, body: Buffer | string = ''): Promise<{ status: number; text: string; ms: number }> {
  const began = performance.now()
  const port = Number(new URL(served.url).port)
  return new Promise((done, failed) => {
    const parts: Buffer[] = []
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(head)
      socket.write(body)
    })
    socket.on('data', (part) => parts.push(part))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : failed(error),
    )
    socket.on('close', () => {
      const text = Buffer.concat(parts).toString()
      done({ status: Number(text.slice(9, 12)), text, ms: performance.now() - began })
    })
  })
}

const get = (address: string) => onTheWire(`GET ${address} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`)
const bearer = () => asLone.authorization!
const posting = (more: Record<string, string>, body: Buffer | string, name = 'org.myUnits') => {
  const headers = {
    host: '127.0.0.1',
    connection: 'close',
    authorization: bearer(),
    'content-type': 'application/json',
    'content-length': `${Buffer.byteLength(body)}`,
    ...more,
  }
  const head = Object.entries(headers).map(([key, value]) => `${key}: ${value}\r\n`)
  return onTheWire(`POST /api/${name} HTTP/1.1\r\n${head.join('')}\r\n`, body)
}

const ups = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..%5c',
  '..\\',
  '....//',
  '%252e%252e%252f',
  '.%00./',
  '..;/',
  '%c0%ae%c0%ae/',
  '/..//',
]
const roots = ['/', '/assets/', '/assets/../', '/api/', '//', '/./']

describe('no address leads out of the folder', () => {
  test('every spelling of “one up” gets the page, a refusal or nothing, never the file beside the folder', async () => {
    const addresses = roots.flatMap((root) =>
      ups.flatMap((up) =>
        [1, 2, 6].flatMap((n) => [`${root}${up.repeat(n)}secret.txt`, `${root}${up.repeat(n)}etc/passwd`]),
      ),
    )
    const answers = await Promise.all(addresses.map(async (address) => ({ address, ...(await get(address)) })))
    process.stdout.write(`  addresses that try to leave the folder: ${answers.length}\n`)
    const bad = answers.filter(
      ({ text, status }) => text.includes(SECRET) || text.includes('root:') || status >= 500 || status === 0,
    )
    expect(bad.map(({ address, status }) => `${address}: ${status}`)).toEqual([])
  })

  test('a name of a file that climbs, ends a header or hides its ending is kept as a name, or refused', async () => {
    const names = [
      '../../etc/passwd',
      'a\r\nset-cookie: x=1.txt',
      'brev"; filename="x.exe',
      'aftale\u202etxt.exe',
      '..',
      'con.txt',
      'a/b.txt',
      'ærø æøå 🙂.txt',
      `${'n'.repeat(190)}.txt`,
    ]
    for (const name of names) {
      const id = newId()
      const line = { unitId: unit.id, id, name }
      const sent = await sendFile(served, documents.add.name, line, sampleFiles.txt, {
        ...asLone,
        'idempotency-key': id,
      })
      expect([200, 400, 409], name).toContain(sent.status)
      if (sent.status !== 200) continue
      const got = await fetchFile(served, documents.file.name, { id }, asLone)
      expect([got.status, got.headers.get('set-cookie')], name).toEqual([200, null])
      expect(got.headers.get('content-disposition'), name).toMatch(
        /^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.%!*~-]*$/,
      )
      expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

describe('headers', () => {
  test('smuggled, doubled, split and contradicting ones are turned away before anything is asked', async () => {
    const heads = [
      'POST /api/org.myUnits HTTP/1.1\r\nhost: a\r\nhost: b\r\nconnection: close\r\n\r\n',
      'POST /api/org.myUnits HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n0\r\n\r\n',
      'POST /api/org.myUnits HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 2\r\ncontent-length: 5\r\nconnection: close\r\n\r\n{}',
      'POST /api/org.myUnits HTTP/1.1\r\nhost: 127.0.0.1\r\nx-a: b\nset-cookie: x\r\nconnection: close\r\n\r\n',
      'GET / HTTP/9.9\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nconnection: close\r\n\r\n',
      'TRACE / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n',
      'GET http://ondsindet.example/api/live HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'a'.repeat(100_000)}\r\nconnection: close\r\n\r\n`,
    ]
    for (const head of heads) {
      const { status, text } = await onTheWire(head)
      expect([200, 400, 401, 404, 405, 431, 505], head.slice(0, 90)).toContain(status)
      expect(text).not.toMatch(/^set-cookie: x/m)
    }
  })

  test('what is said of an address in a header changes nothing of who asks or where', async () => {
    const plain = await posting({}, '{}')
    for (const more of [
      { 'x-forwarded-host': 'naboby.localhost' },
      { 'x-original-url': '/metrics' },
      { 'x-http-method-override': 'GET' },
    ] as Record<string, string>[])
      expect((await posting(more, '{}')).text.split('\r\n\r\n')[1]).toBe(plain.text.split('\r\n\r\n')[1])
  })
})

describe('bodies too large, too deep, too many, or packed', () => {
  const bodies: [string, Record<string, string>, () => Buffer | string][] = [
    ['a note of 2 MB', {}, () => JSON.stringify({ text: 'å'.repeat(1_000_000) })],
    ['100 MB announced', { 'content-length': '104857600' }, () => '{"a":"'],
    ['10,000 ids', {}, () => JSON.stringify({ ids: Array.from({ length: 10_000 }, newId) })],
    ['100,000 brackets deep', {}, () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a gigabyte packed into a megabyte', { 'content-encoding': 'gzip' }, () => gzipSync(Buffer.alloc(900_000_000))],
    ['a million keys', {}, () => `{${Array.from({ length: 80_000 }, (_, i) => `"k${i}":1`).join(',')}}`],
    ['a number of a megabyte', {}, () => `{"a":${'9'.repeat(1_000_000)}}`],
  ]

  test.each(bodies)('%s is refused at once and takes no memory', { timeout: 60_000 }, async (what, more, make) => {
    const body = make()
    const sent = { 'content-length': `${Buffer.byteLength(body)}`, ...more }
    const before = process.memoryUsage.rss()
    const { status, ms } = await posting(sent, body)
    const grown = (process.memoryUsage.rss() - before) / 1_048_576
    process.stdout.write(
      `  ${what}: ${status || 'closed'} after ${ms.toFixed(0)} ms, ${Math.max(0, grown).toFixed(0)} MB more\n`,
    )
    expect([0, 400, 413]).toContain(status)
    expect(grown).toBeLessThan(120)
  })

  test('an address of 100 kB', async () => {
    const { status } = await get(`/${'a'.repeat(100_000)}`)
    expect([400, 414, 431]).toContain(status)
  })

  test('afterwards Lone works on', async () => {
    expect(await ask(lone, documents.ofUnit, { unitId: unit.id })).toMatchObject({ id: unit.id })
  })
})
