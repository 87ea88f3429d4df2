import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aNote, corrects, withdraws, writes } from '#kit/notes.ts'
import { ask, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { journal, MAX_TEXT } from './contract.ts'

const here = useWorld()
let solvang: GivenUnit
let bakkely: GivenUnit
let jens: GivenCitizen
let kaja: GivenCitizen
let mette: Person
let jonas: Person
let fatima: Person

beforeAll(async () => {
  const { world } = here
  solvang = await aUnit(world, 'Solvang')
  bakkely = await aUnit(world, 'Bakkely')
  jens = await aCitizen(world, 'Jens Brandt', solvang)
  kaja = await aCitizen(world, 'Kaja Lind', bakkely)
  mette = await anEmployee(world, 'Mette', 'unit-leader', solvang)
  jonas = await anEmployee(world, 'Jonas', 'support-worker', solvang)
  fatima = await anEmployee(world, 'Fatima', 'support-worker', bakkely)
})

const timelineOf = (by: Person, citizen: GivenCitizen, more = {}) =>
  ask(by, journal.ofCitizen, { citizenId: citizen.id, before: null, ...more })
const countOf = async (where: string, value: string) => {
  const { rows } = await here.world.owner.query(`select count(*)::int as n from ${where} = $1`, [value])
  return rows[0].n as number
}

describe('writing a note', () => {
  test('Jonas writes about Jens; Mette reads it, word for word, and may change it; so does the trail know', async () => {
    const note = await writes(jonas, solvang, jens, 'Sov til kl. 8. Spiste havregrød.')
    const row = (await timelineOf(mette, jens)).find(({ id }) => id === note.id)
    expect(row).toMatchObject({
      text: 'Sov til kl. 8. Spiste havregrød.',
      authorName: 'Jonas',
      version: 1,
      withdrawn: null,
      permitted: ['correct', 'withdraw', 'share', 'tie'],
    })
    const trail = (await trailOf(here.world, 'journal.write')).at(-1)!
    expect(trail).toMatchObject({
      actor_id: jonas.id,
      outcome: 'done',
      scope_id: solvang.id,
      subject_id: jens.id,
      records: [note.id],
    })
    expect(here.world.told.at(-1)).toEqual({ topic: 'journal', place: solvang.id, subject: jens.id })
  })

  test('text is stored exactly: emoji, right to left, odd spaces, 100,000 characters', async () => {
    for (const text of [
      '👩🏽‍🦽 grinede 😄',
      'مرحبا يا ينس',
      '  to  mellemrum\t\n og linjer\r\n',
      'å'.repeat(MAX_TEXT),
    ]) {
      const { id } = await writes(jonas, solvang, jens, text)
      expect((await ask(jonas, journal.versions, { noteId: id }))[0]!.text).toBe(text)
    }
  })

  test.each([
    ['100,001 characters', 'å'.repeat(MAX_TEXT + 1), 'kernel.too-big'],
    ['a NUL', 'Jens\u0000', 'kernel.text-unstorable'],
    ['half an emoji', 'Jens \ud83d', 'kernel.text-unstorable'],
    ['nothing but spaces', ' \n ', 'kernel.text-empty'],
  ])('%s is refused with the field', async (_, text, code) => {
    const problem = await refused(jonas, journal.write, aNote(here.world, solvang, jens, text))
    expect(problem.faults).toMatchObject([{ field: 'text', code }])
  })

  test.each([
    ['in ten minutes', { happenedAt: '2026-03-10T14:10:00+01:00' }, 'journal.in-the-future', 'happenedAt'],
    ['with a theme of our own', { theme: 'vejret' }, 'journal.theme-unknown', 'theme'],
    ['of a kind the unit does not use', { kind: 'visit' }, 'journal.kind-not-used', 'kind'],
    ['in the shared diary', { kind: 'unit' }, 'journal.unit-note-has-citizen', 'kind'],
  ] as const)('a note about Jens %s is refused and leaves nothing', async (_, more, code, field) => {
    const draftId = newId()
    await ask(jonas, journal.saveDraft, {
      id: draftId,
      unitId: solvang.id,
      citizenId: jens.id,
      content: { text: 'På vej' },
      revision: 1,
    })
    const note = aNote(here.world, solvang, jens, 'Gik en tur', { ...more, draftId })
    const problem = await refused(jonas, journal.write, note)
    expect([problem.kind, problem.code, problem.faults[0]?.field]).toEqual(['refused', code, field])
    expect(await countOf('journal.note where id', note.id)).toBe(0)
    expect((await trailOf(here.world, 'journal.write')).at(-1)).toMatchObject({ outcome: 'refused', code })
    expect((await ask(jonas, journal.myDrafts, {})).map(({ id }) => id)).toContain(draftId)
    await ask(jonas, journal.discardDraft, { id: draftId })
  })

  test('a clock four minutes ahead is forgiven', async () => {
    await writes(jonas, solvang, jens, 'Tavlens ur går for stærkt', { happenedAt: '2026-03-10T14:04:00+01:00' })
  })

  test('a citizen of another unit is answered like one that does not exist', async () => {
    const wrong = await refused(jonas, journal.write, aNote(here.world, solvang, kaja, 'Kaja var her'))
    const nobody = await refused(
      jonas,
      journal.write,
      aNote(here.world, solvang, { ...kaja, id: newId() }, 'Kaja var her'),
    )
    const elsewhere = await refused(jonas, journal.write, aNote(here.world, bakkely, kaja, 'Kaja var her'))
    for (const problem of [wrong, nobody, elsewhere])
      expect([problem.kind, problem.code, problem.facts]).toEqual(['not-found', 'kernel.not-found', {}])
    expect((await trailOf(here.world, 'journal.write')).at(-1)).toMatchObject({ outcome: 'denied' })
  })

  test('thirty days after Anna left she can be written about, the day after not; what stands can still be read', async () => {
    const anna = await aCitizen(here.world, 'Anna Holm', solvang)
    const { id } = await writes(jonas, solvang, anna, 'Pakkede sine ting')
    const leftOn = (day: string) =>
      here.world.owner.query(`update citizens.tie set from_on = '2025-01-01', to_on = $2 where citizen_id = $1`, [
        anna.id,
        day,
      ])
    await leftOn('2026-02-08')
    await writes(jonas, solvang, anna, 'Glemte sin jakke')
    await leftOn('2026-02-07')
    expect((await refused(jonas, journal.write, aNote(here.world, solvang, anna, 'For sent'))).code).toBe(
      'kernel.not-found',
    )
    expect((await timelineOf(jonas, anna)).map(({ text }) => text)).toContain('Glemte sin jakke')
    expect(
      (await ask(jonas, journal.ofUnit, { unitId: solvang.id, day: '2026-03-10' })).map((note) => note.id),
    ).toContain(id)
  })
})

describe('the same thing sent twice', () => {
  test('the same key gives the first answer, and one note', async () => {
    const note = aNote(here.world, solvang, jens, 'Sendt to gange')
    const first = await ask(jonas, journal.write, note, 'nøgle-1')
    expect(await ask(jonas, journal.write, note, 'nøgle-1')).toEqual(first)
    expect(await countOf('journal.note where id', note.id)).toBe(1)
    expect((await refused(jonas, journal.write, { ...note, text: 'Noget andet' }, 'nøgle-1')).kind).toBe('key-reused')
  })

  test('twenty at once give one note and one answer', async () => {
    const note = aNote(here.world, solvang, jens, 'Sendt tyve gange')
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(jonas, journal.write, note, 'nøgle-20')))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await countOf('journal.note where id', note.id)).toBe(1)
    expect(
      (await trailOf(here.world, 'journal.write')).filter(({ records }) => records.includes(note.id)),
    ).toHaveLength(1)
  })
})

describe('correcting', () => {
  test('the old words stay readable, the new ones are what is read', async () => {
    const { id } = await writes(jonas, solvang, jens, 'Fik 2 piller')
    expect(await corrects(jonas, id, 1, 'Fik 1 pille', { important: true })).toMatchObject({ version: 2 })
    const row = (await timelineOf(mette, jens, { only: 'important' })).find((note) => note.id === id)
    expect(row).toMatchObject({ text: 'Fik 1 pille', version: 2, important: true })
    const versions = await ask(mette, journal.versions, { noteId: id })
    expect(versions.map(({ version, text, reason }) => [version, text, reason])).toEqual([
      [1, 'Fik 2 piller', null],
      [2, 'Fik 1 pille', 'Skrevet forkert'],
    ])
  })

  test('of two corrections from the same version one is refused with what stands now, also at the same moment', async () => {
    const { id } = await writes(jonas, solvang, jens, 'Kom kl. 9')
    const both = await Promise.allSettled([corrects(jonas, id, 1, 'Kom kl. 10'), corrects(mette, id, 1, 'Kom kl. 11')])
    const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    const stands = (await timelineOf(mette, jens)).find((note) => note.id === id)!
    expect(lost.reason).toMatchObject({ kind: 'stale', current: { version: 2, text: stands.text } })
    expect(await countOf('journal.correction where note_id', id)).toBe(1)
  })

  test('a colleague may read it, and is told that it is not theirs; somebody elsewhere learns nothing', async () => {
    const { id } = await writes(mette, solvang, jens, 'Møde med sagsbehandler')
    const input = {
      id,
      version: 1,
      draftId: null,
      happenedAt: here.world.clock.now(),
      text: 'x',
      important: false,
      theme: null,
      reason: 'y',
    }
    expect(await refused(jonas, journal.correct, input)).toMatchObject({
      kind: 'not-permitted',
      code: 'journal.not-yours',
    })
    expect((await timelineOf(jonas, jens)).find((note) => note.id === id)!.permitted).toEqual(['share', 'tie'])
    expect(await refused(fatima, journal.correct, input)).toMatchObject({ kind: 'not-found' })
  })

  test('a note moved to another day stands on that day, and is not lost between two pages', async () => {
    const ole = await aCitizen(here.world, 'Ole Vind', solvang)
    for (let i = 0; i < 60; i++)
      await writes(jonas, solvang, ole, `Nummer ${i}`, {
        happenedAt: `2026-03-09T10:${String(i).padStart(2, '0')}:00+01:00`,
      })
    const top = (await timelineOf(jonas, ole))[0]!
    await corrects(jonas, top.id, 1, 'Flyttet', { happenedAt: '2026-03-08T10:00:00+01:00' })
    const first = await timelineOf(jonas, ole)
    const second = await timelineOf(jonas, ole, { before: first.at(-1)!.happenedAt })
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(60)
    expect(second.at(-1)!.text).toBe('Flyttet')
    expect(
      (await ask(jonas, journal.ofUnit, { unitId: solvang.id, day: '2026-03-08' })).map(({ text }) => text),
    ).toEqual(['Flyttet'])
    expect(
      (await ask(jonas, journal.ofUnit, { unitId: solvang.id, day: '2026-03-09' })).map(({ text }) => text),
    ).not.toContain('Flyttet')
  })

  test('a long journal that was corrected and taken back to and fro: its pages laid end to end are the journal', async () => {
    const ole = await aCitizen(here.world, 'Ole Lang', solvang)
    const moment = (hour: number) => new Date(Date.parse('2026-01-10T00:00:00Z') + hour * 3_600_000).toISOString()
    const stands = new Map<string, { at: string; important: boolean }>()
    for (let i = 0; i < 170; i++) {
      const first = { at: moment((i * 37) % 170), important: i % 4 === 0 }
      const { id } = await writes(jonas, solvang, ole, `Nummer ${i}`, {
        happenedAt: first.at,
        important: first.important,
      })
      stands.set(id, first)
      for (let version = 1; i % 3 === 0 && version <= 1 + (i % 2); version++) {
        const next = { at: moment((i * 53 * version) % 170), important: (i + version) % 5 === 0 }
        await corrects(jonas, id, version, 'Rettet', { happenedAt: next.at, important: next.important })
        stands.set(id, next)
      }
      if (i % 11 === 0) await withdraws(mette, id, i % 3 === 0 ? 2 + (i % 2) : 1)
    }
    for (const only of ['all', 'important'] as const) {
      const read: { id: string; happenedAt: string }[] = []
      for (let before: string | null = null; ; before = read.at(-1)!.happenedAt) {
        const page: typeof read = await timelineOf(jonas, ole, { before, only })
        if (!page.length) break
        read.push(...page)
      }
      const whole = [...stands].filter(([, { important }]) => only === 'all' || important)
      expect(read.map(({ id }) => id).sort()).toEqual(whole.map(([id]) => id).sort())
      const times = read.map(({ happenedAt }) => Date.parse(happenedAt))
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      for (const { id, happenedAt } of read) expect(Date.parse(happenedAt)).toBe(Date.parse(stands.get(id)!.at))
    }
  })

  test('notes of the same minute are not torn apart by the end of a page', async () => {
    const ida = await aCitizen(here.world, 'Ida Krog', solvang)
    for (let i = 0; i < 55; i++)
      await writes(jonas, solvang, ida, `Samtidig ${i}`, { happenedAt: '2026-03-09T10:00:00+01:00' })
    expect(await timelineOf(jonas, ida)).toHaveLength(55)
  })
})

describe('taking a note back', () => {
  test('everybody sees that it was, by whom and why; its words only the leader, on every path', async () => {
    const { id } = await writes(jonas, solvang, jens, 'Hemmeligheden om nabohuset')
    await corrects(jonas, id, 1, 'Hemmeligheden om nabohuset igen')
    await withdraws(jonas, id, 2)
    const paths = async (by: Person) => [
      (await timelineOf(by, jens)).find((note) => note.id === id)!,
      (await ask(by, journal.ofUnit, { unitId: solvang.id, day: '2026-03-10' })).find((note) => note.id === id)!,
      (await ask(by, journal.handover, { unitId: solvang.id })).notes.find((note) => note.id === id)!,
    ]
    for (const row of await paths(jonas))
      expect(row).toMatchObject({
        text: '',
        theme: null,
        permitted: [],
        withdrawn: { byName: 'Jonas', reason: 'Forkert borger' },
      })
    for (const row of await paths(mette))
      expect(row).toMatchObject({ text: 'Hemmeligheden om nabohuset igen', permitted: [] })
    expect((await ask(jonas, journal.versions, { noteId: id })).map(({ text, reason }) => [text, reason])).toEqual([
      ['', null],
      ['', null],
    ])
    expect((await ask(mette, journal.versions, { noteId: id })).map(({ text }) => text)).toContain(
      'Hemmeligheden om nabohuset',
    )
    for (const by of [jonas, mette]) expect(await ask(by, journal.search, { words: 'nabohuset' })).toEqual([])
  })

  test('it can be done once; a stale edit is told so without the words', async () => {
    const { id } = await writes(jonas, solvang, jens, 'Skrevet på den forkerte')
    await corrects(jonas, id, 1, 'Stadig forkert')
    await withdraws(jonas, id, 2)
    expect(await refused(jonas, journal.withdraw, { id, version: 2, reason: 'igen' })).toMatchObject({
      kind: 'refused',
      code: 'journal.already-withdrawn',
    })
    const stale = await refused(jonas, journal.correct, {
      id,
      version: 1,
      draftId: null,
      happenedAt: here.world.clock.now(),
      text: 'x',
      important: false,
      theme: null,
      reason: 'y',
    })
    expect(stale.kind).toBe('stale')
    expect(JSON.stringify(stale.current)).not.toContain('forkert"')
    expect(stale.current).toMatchObject({ text: '' })
  })
})

describe('one event with several citizens', () => {
  let per: GivenCitizen
  let lis: GivenCitizen
  beforeAll(async () => {
    per = await aCitizen(here.world, 'Per Dam', solvang)
    lis = await aCitizen(here.world, 'Lis Holm', solvang)
  })
  const event = (text: string, own: [string, string], more = {}) => ({
    ...(({ citizenId, ...note }) => note)(aNote(here.world, solvang, jens, text)),
    parts: [per, lis].map(({ id }, i) => ({ noteId: newId(), citizenId: id, text: own[i]! })),
    ...more,
  })

  test('becomes a note for each, and nobody’s name stands in another’s journal', async () => {
    const draftId = newId()
    const input = event('Uenighed om fjernsynet kl. 19.', ['Per skubbede Lis og tog Lis’ pude.', ''], { draftId })
    expect((await ask(jonas, journal.writeEvent, input)).notes.map(({ id }) => id)).toEqual(
      input.parts.map(({ noteId }) => noteId),
    )
    expect((await timelineOf(mette, per))[0]!.text).toBe(
      'Uenighed om fjernsynet kl. 19.\n\nPer skubbede en anden borger og tog en anden borgers pude.',
    )
    expect((await timelineOf(mette, lis))[0]!.text).toBe('Uenighed om fjernsynet kl. 19.')
    expect(await countOf('journal.note where event_id', input.id)).toBe(2)
    expect((await trailOf(here.world, 'journal.writeEvent')).at(-1)!.records).toEqual(
      input.parts.map(({ noteId }) => noteId),
    )
  })

  test.each([
    ['names one of them', () => event('Per og de andre', ['', '']), 'journal.common-text-names', 'text'],
    [
      'has a citizen twice',
      () => {
        const made = event('Tur', ['', ''])
        return { ...made, parts: [made.parts[0]!, { ...made.parts[0]!, noteId: newId() }] }
      },
      'journal.citizen-twice',
      'parts.1.citizenId',
    ],
    ['is of a kind not used', () => event('Tur', ['', ''], { kind: 'visit' }), 'journal.kind-not-used', 'kind'],
    ['is about nobody', () => event('Tur', ['', ''], { kind: 'unit' }), 'journal.kind-not-used', 'kind'],
    ['is too long together', () => event('a'.repeat(MAX_TEXT), ['', 'b']), 'journal.event-too-long', 'parts.1.text'],
  ])('an event that %s is refused whole', async (_, make, code, field) => {
    const input = make()
    const problem = await refused(jonas, journal.writeEvent, input)
    expect([problem.code, problem.faults[0]?.field]).toEqual([code, field])
    expect(await countOf('journal.note where event_id', input.id)).toBe(0)
  })

  test('with a citizen of another unit does not exist', async () => {
    const made = event('Tur', ['', ''])
    const input = { ...made, parts: [made.parts[0]!, { noteId: newId(), citizenId: kaja.id, text: '' }] }
    expect((await refused(jonas, journal.writeEvent, input)).kind).toBe('not-found')
  })
})

describe('the timeline and the unit', () => {
  test('filters: night, health', async () => {
    const bo = await aCitizen(here.world, 'Bo Skov', solvang)
    await writes(jonas, solvang, bo, 'Vågen', { happenedAt: '2026-03-10T03:00:00+01:00' })
    await writes(jonas, solvang, bo, 'Blodtryk', { kind: 'health', happenedAt: '2026-03-10T07:00:00+01:00' })
    const texts = async (only: string) => (await timelineOf(jonas, bo, { only })).map(({ text }) => text)
    expect([await texts('all'), await texts('night'), await texts('health')]).toEqual([
      ['Blodtryk', 'Vågen'],
      ['Vågen'],
      ['Blodtryk'],
    ])
  })

  test('a citizen in two units: each unit reads its own notes and not the other’s, on every path', async () => {
    const eva = await aCitizen(here.world, 'Eva Lund', solvang)
    await here.world.owner.query(
      `insert into citizens.tie (tenant_id, id, citizen_id, unit_id, because, from_on) values ($1, $2, $3, $4, 'registration', '2026-01-01')`,
      [here.world.tenant.id, newId(), eva.id, bakkely.id],
    )
    const home = await writes(jonas, solvang, eva, 'Evas aften hjemme', { important: true })
    const day = await writes(fatima, bakkely, eva, 'Evas formiddag på værkstedet', { important: true })
    const seen = async (by: Person, unit: GivenUnit) =>
      [
        ...(await timelineOf(by, eva)),
        ...(await ask(by, journal.handover, { unitId: unit.id })).notes.filter(({ citizenId }) => citizenId === eva.id),
        ...(await ask(by, journal.ofUnit, { unitId: unit.id, day: '2026-03-10' })).filter(
          ({ citizenId }) => citizenId === eva.id,
        ),
        ...(await ask(by, journal.search, { words: 'evas' })),
      ].map(({ id }) => id)
    expect(new Set(await seen(jonas, solvang))).toEqual(new Set([home.id]))
    expect(new Set(await seen(fatima, bakkely))).toEqual(new Set([day.id]))
    for (const [contract, input] of [
      [journal.versions, { noteId: day.id }],
      [journal.ofUnit, { unitId: bakkely.id, day: '2026-03-10' }],
      [journal.handover, { unitId: bakkely.id }],
      [journal.ofCitizen, { citizenId: kaja.id, before: null }],
    ] as const)
      expect(await refused(jonas, contract, input)).toMatchObject({ kind: 'not-found', code: 'kernel.not-found' })
    expect(await ask(jonas, journal.markRead, { noteIds: [day.id] })).toMatchObject({ count: 0 })
  })

  test('every call has its one entry in the trail, the denied ones too', async () => {
    const countTrail = async () =>
      (await here.world.db.one<{ n: number }>(
        sql`select count(*)::int as n from kernel.audit where tenant_id = kernel.here() and action like 'journal.%'`,
      ))!.n
    const before = await countTrail()
    await timelineOf(jonas, jens)
    await refused(fatima, journal.ofCitizen, { citizenId: jens.id, before: null })
    await refused(
      jonas,
      journal.write,
      aNote(here.world, solvang, jens, 'Snart', { happenedAt: '2026-03-11T00:00:00Z' }),
    )
    await writes(jonas, solvang, jens, 'En til sporet')
    await ask(jonas, journal.search, { words: 'sporet' })
    await ask(jonas, journal.handover, { unitId: solvang.id })
    await ask(jonas, journal.myDrafts, {})
    expect((await countTrail()) - before).toBe(7)
  })
})
