import { describe, expect, test } from 'vitest'
import { orders } from '#features/orders/contract.ts'
import { sql } from '#kernel/server/sql.ts'
import { example, examplesIn, guides, leftOut, ORDER, octetsOf } from '#kit/fhir.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aLetter } from '#kit/orders.ts'
import { ask, newId, type Person, refused, useWorld } from '#kit/world.ts'
import { exchange } from './contract.ts'
import { readJson } from './fhir/read-json.ts'

const here = useWorld()

const receives = (person: Person, message: unknown, unit: string | null = null) =>
  ask(person, exchange.receive, {
    ...{ id: newId(), fileName: 'besked.json', unit },
    content: message instanceof Uint8Array ? message : octetsOf(message),
  })
const refuses = (person: Person, content: unknown, unit: string | null = null) =>
  refused(person, exchange.receive, {
    ...{ id: newId(), fileName: 'besked.json', unit },
    content: content instanceof Uint8Array ? content : octetsOf(content),
  })

/** Everything that stands in the rooms a message can reach, as one hash each. */
async function everything(): Promise<string> {
  const tables = [
    'orders."order"',
    'orders.order_goal',
    'orders.intervention',
    'orders.part',
    'orders.revision',
    'orders.attachment',
    'exchange.received',
  ]
  const rows = await Promise.all(
    [...tables, 'citizens.citizen', 'citizens.tie', 'documents.file'].map((table) =>
      here.world.owner.query(
        `select '${table}' as name, count(*), md5(coalesce(string_agg(r::text, '|' order by r::text), '')) from ${table} r`,
      ),
    ),
  )
  return JSON.stringify(rows.map(({ rows: [row] }) => row))
}

/** The order with other ids and another citizen, so that it is another order. */
function another(number: string): Record<string, unknown> {
  const text = JSON.stringify(example(ORDER))
  const salt = number.slice(-4)
  return JSON.parse(
    text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) =>
        /"(?:code|system)":"$/.test(text.slice(Math.max(0, text.indexOf(id) - 10), text.indexOf(id)))
          ? id
          : `${id.slice(0, -4)}${salt}`,
      )
      .replace('1111111111', number),
  )
}
const entry = (bundle: Record<string, unknown>, type: string): Record<string, unknown> =>
  (bundle.entry as { resource: Record<string, unknown> }[]).find(({ resource }) => resource.resourceType === type)!
    .resource

describe.skipIf(!guides)(`the official order${leftOut}`, () => {
  test('becomes records, at the unit the receiver is called, and twice changes nothing', async () => {
    const unit = await aUnit(here.world, 'Bostedet Lillested')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', unit)
    const { administrator } = here.world
    const got = await receives(administrator, example(ORDER))
    expect(got).toMatchObject({ kind: 'order', fresh: true, notes: [{ code: 'exchange.new-citizen' }] })
    const order = await ask(mette, orders.order, { orderId: got.orderId! })
    expect(order).toMatchObject({
      ...{ unitName: 'Bostedet Lillested', source: 'message', orderedOn: '2021-03-15', startsOn: '2021-03-22' },
      ...{ followUpOn: '2021-06-15', followUpEveryMonths: 12, authorityName: 'X-Købing kommune' },
    })
    expect(order.goals).toMatchObject([{ levelStart: 3, levelWanted: 2, direction: 'develop' }])
    expect(order.goals[0]!.otherThemeCodes).toHaveLength(3)
    expect(order.interventions.map(({ code }) => code === null)).toEqual([false, false, false, false, true])
    expect(order.interventions[4]!.text).toBe('Kørsel efter §105')
    const of = (kind: string) => order.parts.filter((part) => part.kind === kind)
    expect(of('target-group').map(({ rank }) => rank)).toEqual([1, 2, 2, 2, 2])
    expect([of('theme').length, of('evaluation').length, of('attachment').length]).toEqual([4, 4, 2])
    expect(of('organisation').map(({ role }) => role)).toEqual([
      'koordinerende-myndighed',
      'samarbejdende-myndighed',
      'koordinerende-udfører',
    ])
    expect(of('guardian')).toMatchObject([{ code: '5', name: 'Børge Børgesen' }])
    expect(of('relative')).toMatchObject([{ name: 'Louise Christiansen' }])
    expect([of('consent').length, of('account')[0]!.role]).toEqual([1, '1313131313131'])
    const before = await everything()
    expect(await receives(administrator, example(ORDER))).toMatchObject({ fresh: false, orderId: got.orderId })
    expect(await everything()).toBe(before)
  })

  test('that says something else waits with its difference; for another citizen it is refused', async () => {
    const { administrator } = here.world
    await receives(administrator, example(ORDER))
    const changed = example(ORDER) as Record<string, unknown>
    const goals = (changed.entry as { resource: Record<string, unknown> }[]).filter(
      ({ resource }) => resource.resourceType === 'Goal',
    )
    ;(goals[1]!.resource.description as Record<string, unknown>).text = 'Jeg laver mad alene'
    expect(await receives(administrator, changed)).toMatchObject({
      fresh: true,
      notes: [{ code: 'exchange.change-waits', facts: { count: 1 } }],
    })
    const other = structuredClone(example(ORDER)) as Record<string, unknown>
    ;(entry(other, 'Patient').identifier as Record<string, unknown>[])[0]!.value = '0101901234'
    await receives(administrator, another('0101901234'))
    expect((await refuses(administrator, other)).code).toBe('exchange.other-citizen')
  })

  test('two at once for one citizen make one citizen with two orders; nobody called as the receiver: it lies at the municipality', async () => {
    const { administrator, rootUnitId } = here.world
    const [one, two] = [another('0202902222'), another('0202902222')]
    entry(two, 'CarePlan').id = 'en-anden-plan'
    const second = JSON.parse(
      JSON.stringify(two).replaceAll(`CarePlan/${entry(one, 'CarePlan').id}`, 'CarePlan/en-anden-plan'),
    )
    for (const bundle of [one, second]) (entry(bundle, 'Organization') as { name: string }).name = 'X'
    const renamed = (bundle: unknown) =>
      JSON.parse(JSON.stringify(bundle).replaceAll('Bostedet Lillested', 'Et sted, ingen kender'))
    const got = await Promise.all([
      receives(administrator, renamed(one)),
      receives(administrator, renamed({ ...second, id: 'to' })),
    ])
    expect(new Set(got.map(({ citizenId }) => citizenId)).size).toBe(1)
    expect(new Set(got.map(({ orderId }) => orderId)).size).toBe(2)
    expect(got.flatMap(({ notes }) => notes.map(({ code }) => code))).toContain('exchange.receiver-unknown')
    const [stored] = await here.world.db.all<{ unitId: string }>(
      sql`select unit_id as "unitId" from orders.order where tenant_id = kernel.here() and id = ${got[0]!.orderId}`,
    )
    expect(stored!.unitId).toBe(rootUnitId)
  })

  test('without a CPR number makes a citizen without one and says so; for a unit nobody knows it is refused', async () => {
    const bundle = another('0303903333')
    const patient = entry(bundle, 'Patient')
    patient.identifier = [{ system: 'urn:oid:1.2.3', value: 'A-17' }]
    const got = await receives(here.world.administrator, bundle)
    expect(got.notes.map(({ code }) => code)).toContain('exchange.no-number')
    const before = await everything()
    expect((await refuses(here.world.administrator, another('0404904444'), 'Findes ikke')).code).toBe(
      'exchange.unknown-unit',
    )
    expect(await everything()).toBe(before)
  })

  test('brings its attachments along; one that is not what it says is refused, and nothing is half-saved', async () => {
    const withData = (number: string, data: Buffer) => {
      const bundle = another(number)
      const [content] = entry(bundle, 'DocumentReference').content as { attachment: Record<string, unknown> }[]
      content!.attachment.data = data.toString('base64')
      return bundle
    }
    const got = await receives(here.world.administrator, withData('0505905555', aLetter))
    const files = await here.world.db.all(
      sql`select from documents.file where tenant_id = kernel.here() and citizen_id = ${got.citizenId}`,
    )
    expect(files).toHaveLength(1)
    const before = await everything()
    expect((await refuses(here.world.administrator, withData('0606906666', Buffer.from('MZ not a pdf')))).code).toBe(
      'exchange.attachment',
    )
    expect(await everything()).toBe(before)
  })

  test('its attachments are opened by those who may read the order; one that is changed waits with the change, and stands when it is taken in', async () => {
    const unit = await aUnit(here.world, 'Bostedet Bilag')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', unit)
    const fatima = await anEmployee(here.world, 'Fatima', 'support-worker', await aUnit(here.world, 'Bakkely'))
    const saying = (data: Buffer) => {
      const bundle = JSON.parse(
        JSON.stringify(another('0707907777')).replaceAll('Bostedet Lillested', 'Bostedet Bilag'),
      )
      const [content] = entry(bundle, 'DocumentReference').content as { attachment: Record<string, unknown> }[]
      content!.attachment.data = data.toString('base64')
      return bundle
    }
    const got = await receives(here.world.administrator, saying(aLetter))
    const orderId = got.orderId!
    const order = () => ask(mette, orders.order, { orderId })
    const [first, ...more] = (await order()).attachments
    expect([more.length, first?.sizeBytes]).toEqual([0, aLetter.length])
    const opened = { orderId, fileId: first!.id }
    expect(await ask(mette, orders.attachment, opened)).toMatchObject({ mediaType: 'application/pdf', parts: 1 })
    expect((await refused(fatima, orders.attachment, opened)).kind).toBe('not-found')
    expect((await refused(mette, orders.attachment, { orderId, fileId: newId() })).kind).toBe('not-found')

    const again = Buffer.concat([aLetter, Buffer.from('% rettet')])
    const before = await everything()
    expect(await receives(here.world.administrator, saying(aLetter))).toMatchObject({ fresh: false })
    expect(await everything()).toBe(before)
    await receives(here.world.administrator, saying(again))
    const [change] = (await ask(mette, orders.waiting, {})).filter((one) => one.orderId === orderId)
    expect(change!.differences.map(({ what }) => what)).toEqual(['attachments.content'])
    expect(change!.attachments.map(({ sizeBytes }) => sizeBytes)).toEqual([again.length])
    expect((await order()).attachments.map(({ id }) => id)).toEqual([first!.id])
    const came = { orderId, fileId: change!.attachments[0]!.id }
    expect(await ask(mette, orders.attachment, came)).toMatchObject({ sizeBytes: again.length })
    const files = sql`select from documents.file where tenant_id = kernel.here() and citizen_id = ${got.citizenId}`
    expect(await here.world.db.all(files)).toHaveLength(2)
    await ask(mette, orders.decide, { id: change!.id, orderId, version: 1, take: true, because: null })
    expect((await order()).attachments.map(({ id }) => id)).toEqual([came.fileId])
    // What was replaced is still received, and still opened.
    expect(await ask(mette, orders.attachment, opened)).toMatchObject({ sizeBytes: aLetter.length })
  })

  test('and the official reports and single resources are taken in once; Jonas takes in nothing', async () => {
    const { administrator } = here.world
    for (const file of [
      ...examplesIn('kl-ffb-reporting-1.0.0/examples'),
      ...examplesIn('kl-core-1.2.0/examples').slice(0, 4),
    ])
      expect(await receives(administrator, example(file)), file).toMatchObject({ fresh: true })
    expect((await ask(administrator, exchange.received, {})).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['order', 'report', 'single']),
    )
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', await aUnit(here.world, 'Solvang'))
    expect((await refuses(jonas, example(ORDER))).kind).toBe('not-found')
  })
})

describe('what strangers send', () => {
  const why = async (content: string | Uint8Array) =>
    (await refuses(here.world.administrator, typeof content === 'string' ? Buffer.from(content) : content)).code

  test('is refused early, in words, and nothing of it is kept', async () => {
    const before = await everything()
    expect(await why('')).toBe('exchange.empty')
    expect(await why('{"resourceType":"Bundle","entry":[')).toBe('exchange.cut-off')
    expect(await why('{"resourceType":"Bundle","id":"909e72')).toBe('exchange.cut-off')
    expect(await why('{"resourceType":"Bundle","id":"909\\u00')).toBe('exchange.cut-off')
    expect(await why('{"resourceType":"Bundle","id":"909\ne72"}')).toBe('exchange.not-json')
    expect(await why('<Bundle xmlns="http://hl7.org/fhir"/>')).toBe('exchange.not-json')
    expect(await why('[1,2]')).toBe('exchange.not-fhir')
    expect(await why('{"resourceType":"Goal","__proto__":{"admin":true}}')).toBe('exchange.forbidden-name')
    expect(await why('{"resourceType":"Goal","id":"a","id":"b"}')).toBe('exchange.name-twice')
    expect(await why('['.repeat(100_000))).toBe('exchange.too-deep')
    expect(await why(`{"resourceType":"Bundle","entry":[${'0,'.repeat(300_000)}0]}`)).toBe('exchange.too-many')
    expect(await why(Buffer.from([0x7b, 0xff, 0xfe]))).toBe('exchange.not-utf8')
    expect(await why('{"resourceType":"Goal","id":"a\\u0000"}')).toBe('exchange.unstorable')
    expect(await why('{"resourceType":"Goal","id":1e999}')).toBe('exchange.unstorable')
    expect(await why('{"resourceType":"Goal"} {}')).toBe('exchange.not-json')
    expect(await everything()).toBe(before)
  })

  test('with one text of 19 MB, plain or all escapes, is read; cut off, it is said so', () => {
    for (const letter of ['A', '\n', 'å']) {
      const given = JSON.stringify({ data: letter.repeat(Math.floor((19 * 1024 * 1024) / (letter === 'A' ? 1 : 2))) })
      expect(JSON.stringify(readJson(Buffer.from(given))) === given).toBe(true)
      expect(() => readJson(Buffer.from(given.slice(0, -2)))).toThrow('exchange.cut-off')
    }
    for (const cut of ['{"a":"b\\', '{"a":"b\\u00', '{"a":"b'])
      expect(() => readJson(Buffer.from(cut))).toThrow('exchange.cut-off')
    for (const broken of ['{"a":"b\\x"}', '{"a":"b\\u00g0"}', '{"a":"b\nc"}', '{"a', '{a":1}'])
      expect(() => readJson(Buffer.from(broken))).toThrow(/exchange.(not-json|cut-off)/)
  })

  test('of 100 MB is refused without being read', () => {
    const huge = new Uint8Array(100 * 1024 * 1024)
    const [began, held] = [performance.now(), process.memoryUsage().heapUsed]
    expect(() => readJson(huge)).toThrow('exchange.too-large')
    expect(performance.now() - began).toBeLessThan(50)
    expect(process.memoryUsage().heapUsed - held).toBeLessThan(5_000_000)
  })
})
