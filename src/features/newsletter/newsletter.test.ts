import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailing } from '#app/server/newsletter-jobs.ts'
import { relay } from '#features/relay/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { readConfig } from '#kernel/server/config.ts'
import { sql } from '#kernel/server/sql.ts'
import { decides } from '#kit/decisions.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aMailServer, type MailServer, partsOf } from '#kit/mail-server.ts'
import { aChain, aContact, anArea, sends } from '#kit/relay.ts'
import { aRequirement, aSpec } from '#kit/requirements.ts'
import { ask, type Person, refused, START, signedIn, useWorld } from '#kit/world.ts'
import { newsletter } from './contract.ts'
import { sendWaitingMail } from './server/index.ts'

const here = useWorld()
const MARCH = '2026-03-01'
beforeEach(() => here.world.clock.set(START))

async function itIs(local: string, ...people: Person[]): Promise<void> {
  here.world.clock.set(`${local}+01:00`)
  for (const person of people) person.by = (await signedIn(here.world, person.id, person.name)).by
}

type Story = { place: GivenUnit; signe: Person; home: GivenUnit; nina: Person; lone: Person; jonas: Person }

async function aStory(name: string): Promise<Story> {
  const place = await anArea(here.world, `Område ${name}`)
  const home = await aUnit(here.world, name, { parentId: place.id })
  return {
    place,
    home,
    signe: await anEmployee(here.world, 'Signe', 'coordinator', place),
    nina: await aContact(here.world, 'Nina', home),
    lone: await anEmployee(here.world, 'Lone', 'unit-leader', home),
    jonas: await anEmployee(here.world, 'Jonas', 'support-worker', home),
  }
}

async function begins({ signe, place }: Story, monthOn = MARCH) {
  const id = newId()
  await ask(signe, newsletter.begin, { id, placeId: place.id, monthOn, title: '' })
  return id
}
const read = (who: Person, id: string) => ask(who, newsletter.issue, { id })
const slotsOf = async (who: Person, id: string) => (await read(who, id)).sections.map(({ slot }) => slot)

/** The story is written, and the rest stands as drafted. */
async function writes(signe: Person, id: string, more: { title?: string } = {}) {
  const issue = await read(signe, id)
  const sections = issue.sections
    .filter(({ slot }) => slot !== 'story')
    .map(({ sources, ...section }) => ({
      ...section,
      sources: sources.map(({ kind, id: source }) => ({ kind, id: source })),
    }))
  await ask(signe, newsletter.edit, { id, version: issue.version, title: more.title ?? issue.title, sections })
}

async function sendsOut(signe: Person, id: string) {
  await ask(signe, newsletter.approve, { id, version: (await read(signe, id)).version })
  return ask(signe, newsletter.send, { id, version: (await read(signe, id)).version })
}

describe('assembled from what happened', () => {
  test('newsletter.begin, newsletter.draft, newsletter.news: decisions, messages, answers and dates, each with its source; what went wrong has its place', async () => {
    const story = await aStory('Åstedet')
    const { signe, place, home, jonas } = story
    await aChain(signe, place.id)
    const told = await sends(signe, place.id, [home.id], { severity: 'info', title: 'Version 1.5: hvad er nyt' })
    const wrong = await sends(signe, place.id, [home.id], { severity: 'critical', title: 'Forkert klokkeslæt' })
    await ask(signe, relay.recall, {
      id: wrong,
      version: 2,
      because: 'Klokken var forkert',
      correctionId: newId(),
      title: 'Rettet',
      body: 'Kl. 14.40.',
    })
    const meeting = newId()
    const held = {
      id: meeting,
      version: 0,
      placeId: place.id,
      title: 'Bølge 3: hvad sker hvornår',
      venue: 'Video',
      audience: '',
    }
    await ask(signe, relay.keepMeeting, { ...held, slots: [{ id: newId(), startsAt: '2026-04-16T14:00:00+02:00' }] })
    const question = newId()
    await ask(jonas, relay.askAtMeeting, { id: question, meetingId: meeting, text: 'Skal vi måles?' })
    await ask(signe, relay.answerAtMeeting, { id: question, version: 1, answer: 'Kun pr. enhed, aldrig pr. person.' })
    const id = await begins(story)
    await ask(signe, newsletter.draft, { id, version: 1 })
    expect(await slotsOf(signe, id)).toEqual(['told', 'went-wrong', 'answered', 'coming', 'story'])
    const issue = await read(signe, id)
    expect(issue.title).toBe('Det skete i marts')
    expect(issue.sections[0]).toMatchObject({
      heading: 'Til orientering',
      sources: [{ kind: 'relay.message', id: told, label: 'M-01' }],
    })
    expect(issue.sections[1]!.text).toContain('Klokken var forkert')
    expect(issue.sections[3]!.text).toContain('Bølge 3')
    expect((await ask(signe, newsletter.news, { id })).every(({ isUsed }) => isUsed)).toBe(true)
    expect(
      (await refused(signe, newsletter.begin, { id: newId(), placeId: place.id, monthOn: MARCH, title: '' })).code,
    ).toBe('newsletter.month-taken')
  })

  test('rule 19: nothing sealed gets in, neither by itself nor by hand', async () => {
    const { signe, ...spec } = await aSpec(here.world)
    const { id: requirement } = await aRequirement({ signe, ...spec }, 'Find det')
    const about = [{ kind: 'requirements.requirement', id: requirement }]
    const award = await decides(signe, 'Tildeling til Tingløv IT', about, { secret: true })
    const open = await decides(signe, 'Læsekvittering måles pr. enhed', about)
    const id = newId()
    const placeId = here.world.rootUnitId
    await ask(signe, newsletter.begin, { id, placeId, monthOn: MARCH, title: 'Marts' })
    await ask(signe, newsletter.draft, { id, version: 1 })
    const words = JSON.stringify([await read(signe, id), await ask(signe, newsletter.news, { id })])
    expect([words.includes(open.id), words.includes(award.id), words.includes('Tingløv')]).toEqual([true, false, false])
    const sealed = {
      id: newId(),
      slot: 'decided',
      heading: 'Valget',
      text: 'Vi har valgt.',
      sources: [{ kind: 'decisions.decision', id: award.id }],
    }
    const why = await refused(signe, newsletter.edit, { id, version: 2, title: 'Marts', sections: [sealed] })
    expect(why.code).toBe('newsletter.source-sealed')
    expect((await read(signe, id)).version).toBe(2)
  })

  test('a month in which nothing happened is told in three lines', async () => {
    const story = await aStory('Stillehuset')
    const id = await begins(story, '2026-02-01')
    await ask(story.signe, newsletter.draft, { id, version: 1 })
    const [only, ...rest] = (await read(story.signe, id)).sections
    expect([only!.heading, only!.text.split('\n').length, rest]).toEqual(['Stille i februar', 3, []])
  })

  test('what was written in one issue and is no longer so is noted in the next, once', async () => {
    const story = await aStory('Rettehuset')
    const { signe, place, home } = story
    await aChain(signe, place.id)
    const told = await sends(signe, place.id, [home.id], { severity: 'info', title: 'Kurset er den 3. april' })
    const first = await begins(story)
    await ask(signe, newsletter.draft, { id: first, version: 1 })
    await writes(signe, first)
    await sendsOut(signe, first)
    await itIs('2026-04-02T10:00', signe)
    await ask(signe, relay.recall, {
      id: told,
      version: 2,
      because: 'Flyttet',
      correctionId: newId(),
      title: 'Kurset er den 10. april',
      body: 'Flyttet en uge.',
    })
    const second = await begins(story, '2026-04-01')
    await ask(signe, newsletter.draft, { id: second, version: 1 })
    const [put] = (await read(signe, second)).sections
    expect(put).toMatchObject({ slot: 'correction', sources: [{ id: told }] })
    expect(put!.text).toContain('NB-1')
    await writes(signe, second)
    await sendsOut(signe, second)
    const third = await begins(story, '2026-05-01')
    expect((await ask(signe, newsletter.news, { id: third })).filter(({ slot }) => slot === 'correction')).toEqual([])
  })
})

describe('written by people', () => {
  test('newsletter.edit, newsletter.approve: seven sections, 450 words, no CPR number, and no marker goes out', async () => {
    const story = await aStory('Bakkely')
    const { signe } = story
    const id = await begins(story)
    const part = (at: number, text = 'Ord.') => ({
      id: newId(),
      slot: 'own' as const,
      heading: `Afsnit ${at}`,
      text,
      sources: [],
    })
    const edit = (sections: object[]) => refused(signe, newsletter.edit, { id, version: 1, title: 'Marts', sections })
    expect((await edit(Array.from({ length: 8 }, (_, at) => part(at)))).kind).toBe('bad-input')
    const long = await edit([part(1, Array.from({ length: 460 }, () => 'ord').join(' '))])
    expect([long.code, long.facts]).toEqual(['newsletter.too-long', { words: 462, most: 450 }])
    expect((await edit([part(1, 'Om 010180-1234.')])).code).toBe('newsletter.number-in-text')
    await ask(signe, newsletter.draft, { id, version: 1 })
    const story1 = part(2, '[skal skrives]')
    await ask(signe, newsletter.edit, { id, version: 2, title: 'Marts', sections: [part(1), story1] })
    expect((await refused(signe, newsletter.approve, { id, version: 3 })).code).toBe('newsletter.story-missing')
    expect((await refused(signe, newsletter.send, { id, version: 3 })).code).toBe('newsletter.not-approved')
    expect((await refused(signe, newsletter.draft, { id, version: 3 })).code).toBe('newsletter.written-already')
    await ask(signe, newsletter.edit, { id, version: 3, title: 'Marts', sections: [part(1)] })
    await ask(signe, newsletter.approve, { id, version: 4 })
    await ask(signe, newsletter.edit, { id, version: 5, title: 'Marts igen', sections: [part(1)] })
    expect((await read(signe, id)).state).toBe('edited')
    expect(
      (await refused(signe, newsletter.edit, { id, version: 5, title: 'To på én gang', sections: [part(1)] })).kind,
    ).toBe('stale')
  })

  test('newsletter.writeLocal, newsletter.approveLocal: the contact’s paragraph goes out when the leader has said yes, and not before', async () => {
    const story = await aStory('Krogen')
    const { signe, home, nina, lone, jonas } = story
    const id = await begins(story)
    await ask(signe, newsletter.draft, { id, version: 1 })
    expect((await refused(jonas, newsletter.issue, { id })).kind).toBe('not-found')
    const local = { id, unitId: home.id, version: 0, text: 'Hos os øver vi tirsdag kl. 13.' }
    expect((await refused(lone, newsletter.approveLocal, { id, unitId: home.id, version: 0 })).code).toBe(
      'newsletter.nothing-written',
    )
    await ask(nina, newsletter.writeLocal, local)
    expect((await refused(nina, newsletter.approveLocal, { id, unitId: home.id, version: 1 })).kind).toBe('not-found')
    await ask(lone, newsletter.approveLocal, { id, unitId: home.id, version: 1 })
    await ask(nina, newsletter.writeLocal, { ...local, version: 2, text: 'Hos os øver vi onsdag.' })
    expect((await read(signe, id)).editions[0]).toMatchObject({ text: 'Hos os øver vi onsdag.', approvedAt: null })
    await writes(signe, id)
    await sendsOut(signe, id)
    expect((await read(jonas, id)).editions).toEqual([])
    expect((await refused(nina, newsletter.writeLocal, { ...local, version: 3 })).code).toBe('newsletter.sent-already')
    await expect(
      here.world.db.run(sql`delete from newsletter.section where tenant_id = kernel.here() and issue_id = ${id}`),
    ).rejects.toMatchObject({ code: '23000' })
  })
})

describe('by e-mail', () => {
  let server: MailServer
  beforeAll(async () => {
    server = await aMailServer()
  })
  afterAll(() => server.close())

  const going = (url = server.url) =>
    mailing(readConfig({ RT_SMTP_URL: url, RT_MAIL_FROM: 'Rød Tråd <nyt@proeveby.example>' }) as never)
  const deliver = (url?: string) =>
    sendWaitingMail({ pool: here.world.house.tenants.pool(here.world.tenant), clock: here.world.clock }, going(url))
  const arrivedFor = (address: string) => server.letters.filter(({ to }) => to.includes(address))

  const TITLE = 'Små rettelser på Åen & i <Æblehaven>'

  async function anIssueFor(story: Story, addresses: { address: string; unitId: string | null }[], title = TITLE) {
    const { signe, place, nina, lone, home } = story
    for (const one of addresses) await ask(signe, newsletter.addRecipient, { id: newId(), placeId: place.id, ...one })
    const id = await begins(story)
    await ask(signe, newsletter.draft, { id, version: 1 })
    await ask(nina, newsletter.writeLocal, { id, unitId: home.id, version: 0, text: 'Hos os øver vi tirsdag.' })
    await ask(lone, newsletter.approveLocal, { id, unitId: home.id, version: 1 })
    await writes(signe, id, { title })
    return sendsOut(signe, id)
  }

  test('newsletter.send: a real mail server gets each edition once, as text and as HTML, and the subject names nobody', async () => {
    const story = await aStory('Æblehaven')
    const { home, signe } = story
    const list = [
      { address: 'aeblehaven@proeveby.example', unitId: home.id },
      { address: 'styregruppe@proeveby.example', unitId: null },
    ]
    const { id, recipients } = await anIssueFor(story, list)
    expect(recipients).toBe(2)
    expect(
      (
        await refused(signe, newsletter.addRecipient, {
          id: newId(),
          placeId: story.place.id,
          unitId: null,
          address: 'AEBLEHAVEN@proeveby.example',
        })
      ).code,
    ).toBe('newsletter.address-taken')
    const tried = await Promise.all([deliver(), deliver()])
    expect(tried[0]! + tried[1]!).toBe(2)
    await deliver()
    const [own, ...again] = arrivedFor('aeblehaven@proeveby.example')
    expect(again).toEqual([])
    expect(arrivedFor('styregruppe@proeveby.example')).toHaveLength(1)
    expect(own!.subject).toBe('Nyhedsbrev marts 2026: Små rettelser på Åen & i <Æblehaven>')
    expect(own!.from).toBe('nyt@proeveby.example')
    const parts = partsOf(own!)
    expect(Object.keys(parts)).toEqual(['text/plain', 'text/html'])
    expect(parts['text/plain']).toContain('Hos os øver vi tirsdag.')
    expect(parts['text/html']).toContain('Små rettelser på Åen &amp; i &lt;Æblehaven&gt;')
    expect(partsOf(arrivedFor('styregruppe@proeveby.example')[0]!)['text/plain']).not.toContain('øver vi tirsdag')
    const outbox = await ask(signe, newsletter.outbox, { id })
    expect(outbox.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 1],
      ['sent', 1],
    ])
  })

  test('the mail server is down: it waits in sight, is tried again, goes once and under the same id', async () => {
    const story = await aStory('Birkehuset')
    const { signe, home } = story
    const { id } = await anIssueFor(story, [{ address: 'birkehuset@proeveby.example', unitId: home.id }])
    const dead = await aMailServer()
    await dead.close()
    await deliver(dead.url)
    const [waiting] = await ask(signe, newsletter.outbox, { id })
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'ESOCKET' })
    expect((await ask(signe, newsletter.issues, {})).find((one) => one.id === id)).toMatchObject({
      waiting: 1,
      sent: 0,
      state: 'sent',
    })
    await deliver()
    expect(arrivedFor('birkehuset@proeveby.example')).toHaveLength(0)
    await itIs('2026-03-10T14:06', signe)
    await deliver()
    await deliver()
    const [letter, ...more] = arrivedFor('birkehuset@proeveby.example')
    expect([letter!.id, more]).toEqual([`<${waiting!.id}@proeveby.example>`, []])
    expect((await ask(signe, newsletter.outbox, { id }))[0]).toMatchObject({
      state: 'sent',
      attempts: 2,
      lastError: null,
    })
  })

  test('a title with a line break in it is one line of the head: it names no further reader', async () => {
    const story = await aStory('Egehuset')
    const list = [{ address: 'egehuset@proeveby.example', unitId: null }]
    await anIssueFor(story, list, 'Nyt fra Egehuset\r\nBcc: avisen@proeveby.example\r\n\r\nIndhold')
    await deliver()
    const [letter, ...more] = arrivedFor('egehuset@proeveby.example')
    expect(more).toEqual([])
    expect(letter!.to).toEqual(['egehuset@proeveby.example'])
    expect(letter!.raw.slice(0, letter!.raw.indexOf('\r\n\r\n'))).not.toMatch(/^bcc:/im)
    expect(arrivedFor('avisen@proeveby.example')).toEqual([])
  })

  test('an address the mail server does not know is refused for good, and the others get theirs', async () => {
    const story = await aStory('Pilehuset')
    server.unknown.add('vaek@proeveby.example')
    const { id } = await anIssueFor(story, [
      { address: 'vaek@proeveby.example', unitId: null },
      { address: 'pil@proeveby.example', unitId: null },
    ])
    await deliver()
    const outbox = await ask(story.signe, newsletter.outbox, { id })
    expect(outbox.map(({ address, state, lastError }) => [address, state, lastError])).toEqual([
      ['vaek@proeveby.example', 'refused', '550'],
      ['pil@proeveby.example', 'sent', null],
    ])
  })

  test('mail leaves over TLS, or to this machine itself; a sender is needed', () => {
    const at = (RT_SMTP_URL: string) => () => readConfig({ RT_SMTP_URL })
    expect(at('http://mail.example')).toThrow(/RT_SMTP_URL/)
    expect(at('smtp://mail.example:587')).not.toThrow()
    expect(() => readConfig({ RT_MAIL_FROM: 'nobody\r\nBcc: x@y.z' })).toThrow(/RT_MAIL_FROM/)
  })
})

describe('read', () => {
  test('rule 11, newsletter.open, newsletter.countReaders: shares by unit, none under five, and no reader by name', async () => {
    const story = await aStory('Læsehuset')
    const { signe, home, jonas, lone } = story
    const more = await Promise.all(
      ['Eva', 'Kim', 'Bo'].map((who) => anEmployee(here.world, who, 'support-worker', home)),
    )
    const id = await begins(story)
    await ask(signe, newsletter.draft, { id, version: 1 })
    await writes(signe, id)
    await sendsOut(signe, id)
    for (const who of [jonas, jonas, lone]) await ask(who, newsletter.open, { id })
    expect((await read(signe, id)).coverage).toEqual([{ unitId: home.id, unitName: 'Læsehuset', share: 0.4 }])
    expect(JSON.stringify(await read(signe, id))).not.toContain(jonas.id)
    expect((await read(more[0]!, id)).coverage).toEqual([])
    await ask(signe, newsletter.countReaders, { id, unitId: home.id, staff: 4, reached: 3 })
    expect((await read(signe, id)).coverage[0]!.share).toBeNull()
    expect((await refused(signe, newsletter.countReaders, { id, unitId: home.id, staff: 4, reached: 5 })).code).toBe(
      'newsletter.more-than-all',
    )
  })

  test('newsletter.makePaper, newsletter.paper: the unit’s edition as PDF; newsletter.recipients, newsletter.endRecipient, newsletter.places', async () => {
    const story = await aStory('Papirhuset')
    const { signe, home, jonas, place } = story
    const id = await begins(story)
    await ask(signe, newsletter.draft, { id, version: 1 })
    await writes(signe, id)
    await sendsOut(signe, id)
    const paperId = newId()
    expect(await ask(jonas, newsletter.makePaper, { id, paperId, unitId: home.id })).toEqual({
      id: paperId,
      name: 'nyhedsbrev-nb-1.pdf',
    })
    const file = await ask(jonas, newsletter.paper, { id: paperId })
    expect(file).toMatchObject({ mediaType: 'application/pdf', parts: 1 })
    const { rows } = await here.world.owner.query<{ content: Buffer }>(
      `select content from newsletter.paper where id = '${paperId}'`,
    )
    expect(rows[0]!.content.subarray(0, 5).toString()).toBe('%PDF-')
    const recipient = newId()
    await ask(signe, newsletter.addRecipient, {
      id: recipient,
      placeId: place.id,
      unitId: home.id,
      address: 'papir@example.dk',
    })
    expect((await ask(signe, newsletter.recipients, {})).map(({ address }) => address)).toEqual(['papir@example.dk'])
    await ask(signe, newsletter.endRecipient, { id: recipient })
    expect(await ask(signe, newsletter.recipients, {})).toEqual([])
    expect((await ask(signe, newsletter.places, {})).map(({ name }) => name)).toEqual([place.name])
    expect(await ask(jonas, newsletter.places, {})).toEqual([])
  })
})
