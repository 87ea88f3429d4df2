import fc from 'fast-check'

/** What people and programs send to see what gives: each once took some system down, or through its wall. */
const texts = [
  '',
  ' ',
  "' or 1=1 --",
  "'; drop table kernel.audit; --",
  '$1',
  '#{7*7}{{7*7}}<%= 7*7 %>',
  '<script>window.__ran=1</script>',
  '<img src=x onerror="window.__ran=1">',
  'javascript:window.__ran=1',
  '=HYPERLINK("http://ondsindet.example","klik")',
  '../../../../etc/passwd',
  '..\\..\\windows\\system.ini',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/dev/null',
  'a\r\nset-cookie: rt_session=x',
  'a\u0000b',
  '\ud800',
  'a\udc00\ud800b',
  '\u202e\u2066drejet\u2069',
  '\ufeff',
  'İıſK',
  '𝕫'.repeat(300),
  'å'.repeat(20_000),
  '(a+)+$',
  '%',
  '_%_%_%',
  '\\',
  'a:* & !b | (c',
  '{}',
  'null',
  'NaN',
  '0x7fffffff',
  '9'.repeat(400),
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '99999-01-01',
  '-4713-01-01',
  '2026-03-29T02:30:00',
  '2026-03-10T25:61:61Z',
  'infinity',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{00000000-0000-0000-0000-000000000000}',
]
const things: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  [],
  [null],
  {},
  { length: 1e9 },
  { toString: 'x' },
  { $gt: '' },
  [[[[[[]]]]]],
  Array.from({ length: 10_000 }, (_, i) => i),
]
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...texts) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...things) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
)

/** Names of fields that other systems have taken from a body although nobody offered them. */
const foreignFields = [
  'tenantId',
  'tenant_id',
  'actorId',
  'authorId',
  'createdAt',
  'recordedAt',
  'version',
  'isAdmin',
  'role',
  'roles',
  'unitId',
  'constructor',
  'prototype',
  'toString',
  '__proto__',
]

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The same body with one place in it, at any depth, taken away, exchanged, or added to. */
export function spoiled(body: unknown, where: number, thing: unknown, how: 'put' | 'drop' | 'add'): unknown {
  const copy = structuredClone(body) as Json
  const places: (() => void)[] = []
  const visit = (value: Json) => {
    if (value === null || typeof value !== 'object') return
    const holder = value as Record<string, unknown>
    for (const key of Object.keys(holder)) {
      places.push(() => {
        if (how === 'drop') delete holder[key]
        else if (how === 'put') holder[key] = thing
        else define(holder, foreignFields[where % foreignFields.length]!, thing)
      })
      visit(holder[key] as Json)
    }
  }
  visit(copy)
  if (places.length === 0) return thing
  places[where % places.length]!()
  return copy
}

const define = (holder: object, key: string, value: unknown) =>
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true })

/** Bodies that are no JSON object, or only look like one. */
export const raw: fc.Arbitrary<{ body: string | Buffer; type: string }> = fc.oneof(
  fc.constantFrom(
    { body: '', type: 'application/json' },
    { body: '{', type: 'application/json' },
    { body: '{"a":1,}', type: 'application/json' },
    { body: 'null', type: 'application/json' },
    { body: '5', type: 'application/json' },
    { body: '"tekst"', type: 'application/json' },
    { body: '[]', type: 'application/json' },
    { body: '{"__proto__":{"isAdmin":true}}', type: 'application/json' },
    { body: '{"constructor":{"prototype":{"x":1}}}', type: 'application/json' },
    { body: '{"id":1,"id":2}', type: 'application/json' },
    { body: `${'['.repeat(50_000)}${']'.repeat(50_000)}`, type: 'application/json' },
    { body: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, type: 'application/json' },
    { body: Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc0, 0xaf]), type: 'application/json' },
    { body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', type: 'text/xml' },
    { body: 'a=1&b=2', type: 'application/x-www-form-urlencoded' },
    {
      body: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
      type: 'multipart/form-data; boundary=x',
    },
    { body: '{}', type: 'application/json; charset=utf-16' },
    { body: '{}', type: 'text/plain' },
    { body: '{}\n', type: 'application/octet-stream' },
  ),
  fc.uint8Array({ maxLength: 200 }).map((octets) => ({ body: Buffer.from(octets), type: 'application/json' })),
)

/** Headers that a proxy, a script or an attacker might set; none of them may change who asks. */
export const headers: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 100, arbitrary: fc.constant({}) },
  fc.constantFrom<Record<string, string>>(
    { 'x-forwarded-for': '127.0.0.1, ::1' },
    { 'x-forwarded-host': 'naboby.localhost' },
    { 'x-http-method-override': 'DELETE' },
    { 'x-original-url': '/metrics' },
    { 'idempotency-key': '' },
    { 'idempotency-key': 'k'.repeat(101) },
    { 'idempotency-key': "'; --" },
    { 'rt-purpose': 'print' },
    { 'rt-purpose': 'alt' },
    { origin: 'null' },
    { origin: 'https://ondsindet.example' },
    { 'content-encoding': 'gzip' },
    { 'accept-language': 'x'.repeat(4_000) },
    { authorization: 'Bearer null' },
    { authorization: `Bearer ${'a'.repeat(5_000)}` },
    { cookie: 'rt_session=; rt_session=x; rt_device=%00' },
    { cookie: `rt_session=${'%'.repeat(200)}` },
  ),
)
