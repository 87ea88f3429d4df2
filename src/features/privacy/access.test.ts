import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { citizens } from '#features/citizens/contract.ts'
import { tasks } from '#features/tasks/contract.ts'
import { bearerOf } from '#kit/bearer.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { fetchFile } from '#kit/files.ts'
import { aNeighbour, anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { corrects, withdraws, writes } from '#kit/notes.ts'
import { asksToSee, makesPackage, type Opened, rowsOf, runsJob } from '#kit/privacy.ts'
import { serveWorld } from '#kit/server.ts'
import { ask, newId, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { privacy } from './contract.ts'
import { LEFT_OUT, MASK } from './mask.ts'

const here = useWorld()
let solvang: GivenUnit
let bakkely: GivenUnit
let mette: Person
let pia: Person
let jens: GivenCitizen
let birthe: GivenCitizen

beforeAll(async () => {
  const { world } = here
  solvang = await aUnit(world, 'Solvang')
  bakkely = await aUnit(world, 'Bakkely')
  mette = await anEmployee(world, 'Mette Holm', 'unit-leader', solvang)
  pia = await anEmployee(world, 'Pia Dahl', 'privacy-officer', { id: world.rootUnitId, name: '' })
  jens = await aCitizen(world, 'Jens Bæk', solvang, {
    number: '0307701234',
    bornOn: '1970-07-03',
    about: 'Bank på, før I går ind.',
  })
  birthe = await aCitizen(world, 'Birthe Lund', solvang)
  await ask(mette, citizens.addContact, {
    id: newId(),
    citizenId: jens.id,
    kind: 'relative',
    name: 'Lone Bæk',
    relation: 'søster',
    phone: '12345678',
    note: 'Ring hellere end gerne',
  })
  const first = await writes(mette, solvang, jens, 'Spiste med Birthe. Lone ringede.', { important: true })
  await corrects(mette, first.id, 1, 'Spiste med Birthe Lund; hun gav ham sin kage. Lone ringede.')
  const wrong = await writes(mette, solvang, jens, 'Birthe var ked af det og ville ikke spise.')
  await withdraws(mette, wrong.id)
  await writes(mette, solvang, jens, '=SUM(A1) <b>fed</b> 😀; citat " og æøå\nny linje, nummer 010190-1234')
  await writes(mette, solvang, birthe, 'Jens var på besøg hos Birthe.')
  await writes(mette, solvang, null, 'Jens og Birthe hjælper med fredagscafé.')
  await ask(mette, citizens.card, { citizenId: jens.id })
})

const findingsOf = async (requestId: string) => (await ask(pia, privacy.request, { id: requestId })).findings

describe('Jens asks to see what is written about him', () => {
  test('Pia records it; the deadline and a task follow, and the texts are looked through', async () => {
    const found = await ask(pia, privacy.citizens, { words: 'bæk' })
    expect(found).toEqual([{ id: jens.id, fullName: 'Jens Bæk', bornOn: '1970-07-03', unitNames: ['Solvang'] }])
    const id = await asksToSee(pia, jens)
    const request = await ask(pia, privacy.request, { id })
    expect(request).toMatchObject({ citizenName: 'Jens Bæk', dueOn: '2026-04-10', state: 'review' })
    expect((await ask(pia, tasks.mine, {})).map(({ kind, dueOn }) => [kind, dueOn])).toContainEqual([
      'privacy.answer',
      '2026-04-10',
    ])
    expect((await ask(pia, privacy.requests, {})).map((line) => line.id)).toContain(id)
    const found2 = Object.fromEntries(
      request.findings.map(({ kind, label, places, decision }) => [`${kind} ${label}`, [places, decision]]),
    )
    expect(found2).toMatchObject({
      'citizen Birthe Lund': [expect.any(Number), 'mask'],
      'number 010190-••••': [1, 'mask'],
      'contact Lone Bæk': [expect.any(Number), 'keep'],
      'employee Mette Holm': [expect.any(Number), 'keep'],
      'withheld Dagbog': [1, 'mask'],
      'withheld Nævnt i enhedens fælles dagbog': [1, 'mask'],
    })
  })

  test('the package holds everything, with others left out, in every one of its forms', async () => {
    const copy = await makesPackage(pia, await asksToSee(pia, jens))
    const notes = rowsOf(copy, 'journal.notes')
    expect(notes.map(({ text }) => text)).toEqual([
      `Spiste med ${MASK}; hun gav ham sin kage. Lone ringede.`,
      MASK,
      `=SUM(A1) <b>fed</b> 😀; citat " og æøå\nny linje, nummer ${MASK}`,
    ])
    expect(rowsOf(copy, 'journal.corrections').map(({ version, text }) => [version, text])).toEqual([
      [1, `Spiste med ${MASK}. Lone ringede.`],
      [2, `Spiste med ${MASK}; hun gav ham sin kage. Lone ringede.`],
    ])
    expect(rowsOf(copy, 'citizens.card')[0]).toMatchObject({
      givenName: 'Jens',
      number: '0307701234',
      about: 'Bank på, før I går ind.',
    })
    expect(rowsOf(copy, 'citizens.contacts')[0]).toMatchObject({ name: 'Lone Bæk', phone: '12345678' })
    expect(rowsOf(copy, 'stays.stays')[0]).toMatchObject({ unitName: 'Solvang', kind: 'home' })
    expect(rowsOf(copy, 'journal.mentions')[0]).toMatchObject({ text: MASK })
    const whole = Object.entries(copy.files)
      .filter(([name]) => !name.endsWith('.pdf'))
      .map(([name]) => copy.text(name))
      .join('\n')
    expect(whole).not.toMatch(/Birthe|Lund|010190/)
    expect(Object.keys(copy.files).sort()).toEqual(
      expect.arrayContaining([
        'Indsigt.pdf',
        'Læs mig først.txt',
        'csv/journal.notes.csv',
        'indsigt.json',
        'indsigt.schema.json',
      ]),
    )
  })

  test('the look-ups say when, what, in which role and where, and no employee’s name', async () => {
    const copy = await makesPackage(pia, await asksToSee(pia, jens))
    const lookups = rowsOf(copy, 'privacy.lookups')
    expect(lookups).toContainEqual(
      expect.objectContaining({ action: 'citizens.card', roles: ['unit-leader'], outcome: 'done' }),
    )
    expect(JSON.stringify(lookups)).not.toMatch(/Mette|Pia/)
    const named = await makesPackage(pia, await asksToSee(pia, jens), { withNames: true })
    expect(rowsOf(named, 'privacy.lookups')).toContainEqual(
      expect.objectContaining({ action: 'citizens.card', actorName: 'Mette Holm' }),
    )
  })

  test('the data are what their own schema says, whatever language the headings have', async () => {
    for (const language of ['da', 'en'] as const) {
      const copy = await makesPackage(pia, await asksToSee(pia, jens), { language })
      const schema = z.fromJSONSchema(JSON.parse(copy.text('indsigt.schema.json')))
      expect(schema.safeParse(copy.json).error?.issues ?? []).toEqual([])
      const broken = structuredClone(copy.json)
      broken.sections[0]!.rows[0]!.bornOn = 'i går'
      expect(schema.safeParse(broken).success).toBe(false)
    }
  })

  test('no cell of the tables is a formula', async () => {
    const copy = await makesPackage(pia, await asksToSee(pia, jens))
    const table = copy.text('csv/journal.notes.csv')
    expect([...copy.files['csv/journal.notes.csv']!.slice(0, 6)]).toEqual([
      0xef,
      0xbb,
      0xbf,
      ...new TextEncoder().encode('id;'),
    ])
    expect(table).toContain(`"'=SUM(A1) <b>fed</b> 😀; citat "" og æøå\nny linje`)
  })

  test('nothing that stands in the house was changed by it', async () => {
    const before = await here.world.owner.query('select id, text from journal.note order by id')
    await makesPackage(pia, await asksToSee(pia, jens))
    expect((await here.world.owner.query('select id, text from journal.note order by id')).rows).toEqual(before.rows)
  })

  test('what happened outside the period is not told', async () => {
    const id = await asksToSee(pia, jens, { fromOn: '2026-03-11', toOn: '2026-04-01' })
    const copy = await makesPackage(pia, id)
    expect(rowsOf(copy, 'journal.notes')).toEqual([])
    expect(rowsOf(copy, 'citizens.card')).toHaveLength(1)
  })
})

describe('Pia looks through what was found', () => {
  test('a decision holds for every place, one place may differ, and a new look keeps both', async () => {
    const id = await asksToSee(pia, jens)
    const birtheKey = (await findingsOf(id)).find(({ label }) => label === 'Birthe Lund')!.key
    const { places } = await ask(pia, privacy.places, { id, key: birtheKey })
    const present = places.find(({ section, found }) => section === 'journal.notes' && found === 'Birthe Lund')!
    expect(present).toMatchObject({
      before: 'Spiste med ',
      after: '; hun gav ham sin kage. Lone ringede.',
      decision: null,
    })
    const { before, found, after, decision, ...spot } = present
    await ask(pia, privacy.decidePlace, { id, key: birtheKey, ...spot, decision: 'keep' })
    const contactKey = (await findingsOf(id)).find(({ kind }) => kind === 'contact')!.key
    await ask(pia, privacy.decide, { id, key: contactKey, decision: 'mask' })
    await writes(mette, solvang, jens, 'Lone og Birthe kom forbi igen.')
    const { version } = await ask(pia, privacy.request, { id })
    await ask(pia, privacy.lookAgain, { id, version })
    expect(
      (
        await refused(pia, privacy.make, {
          id: newId(),
          requestId: id,
          language: 'da',
          withNames: false,
          tellWhere: null,
        })
      ).code,
    ).toBe('privacy.still-looking')
    await runsJob(here.world, 'privacy-look', { request: id })
    expect((await findingsOf(id)).find(({ key }) => key === contactKey)).toMatchObject({
      decision: 'mask',
      isDecided: true,
    })
    const notes = rowsOf(await makesPackage(pia, id), 'journal.notes').map(({ text }) => text)
    expect(notes[0]).toBe(`Spiste med Birthe Lund; hun gav ham sin kage. ${MASK} ringede.`)
    expect(notes.at(-1)).toBe(`${MASK} og ${MASK} kom forbi igen.`)
  })

  test('a note taken back is shown when somebody has seen that it may be', async () => {
    const id = await asksToSee(pia, jens)
    const key = (await findingsOf(id)).find(({ kind, label }) => kind === 'withheld' && label === 'Dagbog')!.key
    await ask(pia, privacy.decide, { id, key, decision: 'keep' })
    const notes = rowsOf(await makesPackage(pia, id), 'journal.notes')
    expect(notes.map(({ text }) => text)).toContain(`${MASK} var ked af det og ville ikke spise.`)
  })
})

describe('Sara has a protected address', () => {
  const asSara = async (more: Parameters<typeof asksToSee>[2] = {}) => {
    const sara = await aCitizen(here.world, 'Sara Nord', solvang, {
      ...{ identityProtected: true, address: 'Skovstien 4, 8600 Egebæk', phone: '22 33 44 55', room: '2.04' },
    })
    await writes(mette, solvang, sara, 'Ny post til Skovstien 4. Ring på 22334455. Glad for at være på Solvang.')
    return asksToSee(pia, sara, more)
  }
  const whole = (copy: Opened) =>
    Object.keys(copy.files)
      .filter((name) => /\.(json|csv)$/.test(name))
      .map(copy.text)
      .join('\n')
  const tellsWhere = /Skovstien|2233\s?4455|22 33 44 55|2\.04|Solvang/

  test.each([
    ['she', {}],
    ['her representative', { requester: 'representative' as const, requesterNote: 'Fuldmagt af 1. marts' }],
  ])('the copy %s asked for leaves out where she is, and says so', async (_, more) => {
    const id = await asSara(more)
    expect((await ask(pia, privacy.request, { id })).isProtected).toBe(true)
    const copy = await makesPackage(pia, id)
    expect(rowsOf(copy, 'citizens.card')[0]).toMatchObject({ address: LEFT_OUT, phone: LEFT_OUT, room: LEFT_OUT })
    expect(rowsOf(copy, 'citizens.card')[0]).toMatchObject({ givenName: 'Sara', identityProtected: true })
    expect(rowsOf(copy, 'stays.stays')[0]).toMatchObject({ unitName: LEFT_OUT, kind: 'home' })
    expect(rowsOf(copy, 'journal.notes')[0]).toMatchObject({
      text: `Ny post til ${LEFT_OUT}. Ring på ${LEFT_OUT}. Glad for at være på ${LEFT_OUT}.`,
    })
    expect(whole(copy)).not.toMatch(tellsWhere)
    expect(copy.text('Læs mig først.txt')).toContain('er udeladt, fordi de er beskyttet')
    expect(JSON.parse((await trailOf(here.world, 'privacy.made')).at(-1)!.about!)).not.toHaveProperty('reason')
  })

  test.each([
    ['she', {}],
    ['her representative', { requester: 'representative' as const, requesterNote: 'Fuldmagt af 1. marts' }],
  ])(
    'the copy %s asked for tells it when Pia says why; the trail keeps it, and the next copy is asked anew',
    async (_, more) => {
      const id = await asSara(more)
      const copy = await makesPackage(pia, id, { tellWhere: 'Sara vil rette sin adresse' })
      expect(rowsOf(copy, 'citizens.card')[0]).toMatchObject({ address: 'Skovstien 4, 8600 Egebæk', room: '2.04' })
      expect(rowsOf(copy, 'stays.stays')[0]).toMatchObject({ unitName: 'Solvang' })
      expect(copy.text('Læs mig først.txt')).not.toContain('fordi de er beskyttet')
      for (const action of ['privacy.make', 'privacy.made'])
        expect(JSON.parse((await trailOf(here.world, action)).at(-1)!.about!)).toMatchObject({
          reason: 'Sara vil rette sin adresse',
        })
      expect((await ask(pia, privacy.request, { id })).packages[0]!.tellWhere).toBe('Sara vil rette sin adresse')
      expect(whole(await makesPackage(pia, id))).not.toMatch(tellsWhere)
    },
  )

  test('an empty reason is none', async () => {
    const requestId = await asSara()
    const given = { id: newId(), requestId, language: 'da', withNames: false, tellWhere: '  ' }
    const { code, faults } = await refused(pia, privacy.make, given)
    expect([code, faults[0]?.field]).toEqual(['kernel.bad-input', 'tellWhere'])
  })
})

describe('who may', () => {
  test('the leader of Jens’ only unit may; not once he has been somewhere they do not reach', async () => {
    const ida = await aCitizen(here.world, 'Ida Bro', solvang)
    const id = await asksToSee(mette, ida)
    expect((await ask(mette, privacy.request, { id })).citizenName).toBe('Ida Bro')
    await ask(here.world.administrator, (await import('#features/stays/contract.ts')).stays.open, {
      id: newId(),
      citizenId: ida.id,
      unitId: bakkely.id,
      kind: 'day',
      legalGround: null,
      startsOn: here.world.clock.today(),
    })
    expect((await refused(mette, privacy.request, { id })).code).toBe('kernel.not-found')
    expect((await ask(mette, privacy.requests, {})).map((line) => line.id)).not.toContain(id)
    expect(await ask(mette, privacy.citizens, { words: 'Ida Bro' })).toEqual([])
    expect((await ask(pia, privacy.request, { id })).citizenName).toBe('Ida Bro')
  })

  test('nobody else can tell that there is a request', async () => {
    const id = await asksToSee(pia, jens)
    const emma = await anEmployee(here.world, 'Emma', 'support-worker', solvang)
    const lone = await anEmployee(here.world, 'Lone', 'unit-leader', bakkely)
    for (const person of [emma, lone]) {
      expect((await refused(person, privacy.request, { id })).code).toBe('kernel.not-found')
      expect(
        (
          await refused(person, privacy.make, {
            id: newId(),
            requestId: id,
            language: 'da',
            withNames: true,
            tellWhere: null,
          })
        ).code,
      ).toBe('kernel.not-found')
    }
  })
})

describe('a request is recorded and closed with care', () => {
  test.each([
    [{ fromOn: '2026-05-01', toOn: '2026-04-01' }, 'privacy.period-backwards'],
    [{ receivedOn: '2026-03-11' }, 'privacy.received-in-the-future'],
    [{ requester: 'representative' as const }, 'privacy.requester-unexplained'],
  ])('%j is refused', async (given, code) => {
    const wanted = {
      id: newId(),
      citizenId: jens.id,
      kind: 'gdpr-access',
      requester: 'citizen',
      requesterNote: null,
      fromOn: '2026-01-01',
      toOn: '2026-02-01',
      receivedOn: '2026-03-10',
      ...given,
    }
    expect((await refused(pia, privacy.ask, wanted)).code).toBe(code)
  })

  test('closing it closes the task, empties what was copied out, and a refusal says why', async () => {
    const id = await asksToSee(pia, jens)
    const { version } = await ask(pia, privacy.request, { id })
    expect((await refused(pia, privacy.close, { id, version, outcome: 'partly', note: null })).code).toBe(
      'privacy.refusal-unexplained',
    )
    await ask(pia, privacy.close, {
      id,
      version,
      outcome: 'partly',
      note: 'Et brev fra en anden borger er holdt tilbage.',
    })
    expect((await here.world.owner.query('select from privacy.place where request_id = $1', [id])).rowCount).toBe(0)
    const [task] = (
      await here.world.owner.query(`select outcome from tasks.task where about ->> 'requestId' = $1`, [id])
    ).rows
    expect(task.outcome).toBe('partly')
    expect(
      (
        await refused(pia, privacy.make, {
          id: newId(),
          requestId: id,
          language: 'da',
          withNames: false,
          tellWhere: null,
        })
      ).code,
    ).toBe('privacy.already-closed')
    expect((await refused(pia, privacy.decide, { id, key: 'x', decision: 'mask' })).code).toBe('privacy.already-closed')
  })
})

describe('the package itself', () => {
  test('its making is an export in the trail, with counts and the hash of the very octets that are fetched', async () => {
    const id = await asksToSee(pia, jens)
    const copy = await makesPackage(pia, id)
    const made = (await trailOf(here.world, 'privacy.made')).at(-1)!
    const about = JSON.parse(made.about!) as Record<string, unknown>
    expect(made).toMatchObject({ actor_id: pia.id, outcome: 'done', subject_id: jens.id, records: [id, copy.id] })
    expect(about).toMatchObject({ 'citizens.card': 1, 'stays.stays': 1 })
    const served = await serveWorld(here.world)
    try {
      const got = await fetchFile(served, 'privacy.package', { id: copy.id }, await bearerOf(pia))
      expect(got.status).toBe(200)
      expect(createHash('sha256').update(got.content).digest('hex')).toBe(about.sha256)
      expect(got.headers.get('content-disposition')).toMatch(/indsigt-2026-03-10\.zip/)
      expect((await trailOf(here.world, 'privacy.package')).at(-1)).toMatchObject({
        actor_id: pia.id,
        subject_id: jens.id,
        records: [copy.id],
      })
    } finally {
      await served.close()
    }
    const [row] = (await ask(pia, privacy.request, { id })).packages
    expect(row).toMatchObject({ state: 'made', sha256: about.sha256, masked: expect.any(Number) })
  })

  test('its octets are forgotten after thirty days; that it was, and its hash, stay', async () => {
    const id = await asksToSee(pia, jens)
    const copy = await makesPackage(pia, id)
    here.world.clock.set('2026-04-12T10:00:00+02:00')
    await runsJob(here.world, 'privacy-forget-packages', {})
    here.world.clock.set('2026-03-10T14:00:00+01:00')
    expect(
      (await here.world.owner.query('select from privacy.package_part where package_id = $1', [copy.id])).rowCount,
    ).toBe(0)
    expect((await ask(pia, privacy.request, { id })).packages[0]).toMatchObject({
      state: 'forgotten',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect((await refused(pia, privacy.package, { id: copy.id })).code).toBe('kernel.not-found')
  })

  test('one that was asked for and forgotten by whoever began it is taken up later', async () => {
    const id = await asksToSee(pia, jens)
    const packageId = newId()
    await ask(pia, privacy.make, { id: packageId, requestId: id, language: 'da', withNames: false, tellWhere: null })
    here.world.clock.set('2026-03-10T14:30:00+01:00')
    await runsJob(here.world, 'privacy-take-up', {})
    expect((await ask(pia, privacy.request, { id })).packages[0]).toMatchObject({ id: packageId, state: 'made' })
  })
})

test('the neighbouring municipality has nothing to do with it', async () => {
  const id = await asksToSee(pia, jens)
  const nabo = await aNeighbour(here.world)
  const nina = await anEmployee(nabo, 'Nina', 'privacy-officer', { id: nabo.rootUnitId, name: '' })
  expect((await refused(nina, privacy.request, { id })).code).toBe('kernel.not-found')
  expect(await ask(nina, privacy.citizens, { words: 'Jens' })).toEqual([])
})
