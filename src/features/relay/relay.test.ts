import { beforeEach, describe, expect, test } from 'vitest'
import { clarification } from '#features/clarification/contract.ts'
import { org } from '#features/org/contract.ts'
import { tasks } from '#features/tasks/contract.ts'
import { thread } from '#features/thread/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aChain, aContact, anArea, passesOn, receives, sends, writesChain } from '#kit/relay.ts'
import { ask, type Person, refused, START, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { relay } from './contract.ts'
import { escalate, tidyRelay } from './server/index.ts'

const here = useWorld()
beforeEach(() => here.world.clock.set(START))

/** It is that time now, and those who were signed in sign in anew. */
async function itIs(local: string, ...people: Person[]): Promise<void> {
  here.world.clock.set(`${local}+01:00`)
  for (const person of people) person.by = (await signedIn(here.world, person.id, person.name)).by
}

const run = () => escalate(here.world.db, here.world.clock)

type Story = { place: GivenUnit; signe: Person; home: GivenUnit; nina: Person; lone: Person; staff: Person[] }

/** A project of one home: its coordinator, contact and leader, and five who work there, Omar by night. */
async function aStory(name: string): Promise<Story> {
  const place = await anArea(here.world, `Område ${name}`)
  const home = await aUnit(here.world, name, { parentId: place.id })
  const signe = await anEmployee(here.world, 'Signe', 'coordinator', place)
  const nina = await aContact(here.world, 'Nina', home)
  const lone = await anEmployee(here.world, 'Lone', 'unit-leader', home)
  const day = ['Jonas', 'Freja', 'Ali'].map((who) => anEmployee(here.world, who, 'support-worker', home))
  const omar = await anEmployee(here.world, 'Omar', 'night-worker', home)
  return { place, signe, home, nina, lone, staff: [omar, ...(await Promise.all(day))] }
}

const mine = async (who: Person) => ask(who, relay.mine, {})
const seen = async (signe: Person, id: string) => ask(signe, relay.message, { id })
const legOf = async (signe: Person, id: string) => (await seen(signe, id)).legs[0]!
/** Roles that have been told of the message in its unit once the clock has been looked at. */
async function raised(signe: Person, id: string) {
  await run()
  return (await legOf(signe, id)).escalations.map(({ toRole }) => toRole)
}
const tasksOf = async (who: Person) => (await ask(who, tasks.mine, {})).filter(({ kind }) => kind === 'relay.stalled')

describe('the chain', () => {
  test('rule 10, relay.keepChain, relay.lockChain: nothing goes to a unit before the chain is whole, and the unit without a contact is named', async () => {
    const place = await anArea(here.world, 'Område Nord')
    const [mosebo, krogen] = [
      await aUnit(here.world, 'Mosebo', { parentId: place.id }),
      await aUnit(here.world, 'Krogen', { parentId: place.id }),
    ]
    const signe = await anEmployee(here.world, 'Signe', 'coordinator', place)
    const nina = await aContact(here.world, 'Nina', mosebo)
    const omar = await anEmployee(here.world, 'Omar', 'night-worker', mosebo)
    /** By neither road: written down to be sent, or straight out at night, when nobody is at work. */
    const nothingGoes = async () => {
      await itIs('2026-03-10T14:00', signe)
      expect((await refused(signe, relay.receive, { ...early, id: newId() })).code).toBe('relay.chain-open')
      await itIs('2026-03-11T02:10', omar, nina)
      const down = { id: newId(), unitId: mosebo.id, kind: 'down' as const }
      expect((await refused(omar, relay.byPass, down)).code).toBe('relay.chain-open')
      expect([await mine(omar), await ask(nina, relay.carried, {})]).toEqual([[], []])
      await itIs('2026-03-10T14:00', signe)
    }
    const early = {
      id: newId(),
      placeId: place.id,
      origin: 'vendor' as const,
      severity: 'info' as const,
      title: 'Velkommen',
      body: 'Hej.',
      expiresOn: null,
    }
    await nothingGoes()
    await writesChain(signe, place.id)
    await nothingGoes()
    const hole = await refused(signe, relay.lockChain, { placeId: place.id, version: 1 })
    expect([hole.code, hole.facts]).toEqual(['relay.unit-without-contact', { unit: 'Krogen' }])
    await nothingGoes()
    await aContact(here.world, 'Per', krogen)
    await ask(signe, relay.lockChain, { placeId: place.id, version: 1 })
    const chain = await ask(signe, relay.chain, { placeId: place.id })
    expect(chain.lockedAt).not.toBeNull()
    expect(chain.units.map(({ name, contactName }) => [name, contactName])).toEqual([
      ['Krogen', 'Per'],
      ['Mosebo', 'Nina'],
    ])
    const other = { placeId: place.id, version: 2, vendor: 'En anden', dutyPhone: '', medOn: null }
    expect((await refused(signe, relay.keepChain, other)).code).toBe('relay.chain-locked')
  })

  test('a unit that came later has no contact: publishing to it is refused by name, and nothing is half sent', async () => {
    const { signe, place, home } = await aStory('Solvang')
    await aChain(signe, place.id)
    const engen = await aUnit(here.world, 'Engen', { parentId: place.id })
    const id = await receives(signe, place.id)
    const given = {
      id,
      version: 1,
      title: 'Se igen',
      body: 'Rettet.',
      unitIds: [home.id, engen.id],
      namedReceipts: false,
      purpose: null,
    }
    const why = await refused(signe, relay.release, given)
    expect([why.code, why.facts]).toEqual(['relay.unit-without-contact', { unit: 'Engen' }])
    expect(await seen(signe, id)).toMatchObject({ state: 'with-coordinator', ownTitle: null, legs: [] })
    await ask(signe, relay.release, { ...given, unitIds: [home.id] })
    expect((await ask(signe, relay.places, {})).map(({ name }) => name)).toEqual([place.name])
  })
})

describe('from the vendor to the person on duty', () => {
  test('relay.receipt: a critical message meets the night worker at the start of the next shift, and the share tells no names', async () => {
    const { signe, place, home, nina, lone, staff } = await aStory('Åstedet')
    const [omar, ...others] = staff as [Person, ...Person[]]
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id])
    expect(await mine(omar)).toEqual([])
    await ask(nina, relay.openLeg, { messageId: id, unitId: home.id })
    const [carried] = await ask(nina, relay.carried, {})
    expect(carried).toMatchObject({ isMine: true, vendorBody: 'Fault 4711 in view. Fixed 13.40.', relayedAt: null })
    await passesOn(nina, id, home, 'Tjek skærmen, når du møder.')
    // Fifteen o'clock is the next shift: until then nobody has anything to explain.
    expect(await raised(signe, id)).toEqual([])
    for (const one of [...others, lone]) await ask(one, relay.receipt, { messageId: id })
    expect(await legOf(signe, id)).toMatchObject({ share: 0.8, reachedAt: null })
    await itIs('2026-03-10T23:02', omar, signe)
    const [first] = await mine(omar)
    expect(first).toMatchObject({
      id,
      severity: 'critical',
      words: 'Tjek skærmen, når du møder.',
      wantsReceipt: true,
      hasReceipt: false,
    })
    await ask(omar, relay.receipt, { messageId: id })
    await ask(omar, relay.receipt, { messageId: id })
    expect((await mine(omar))[0]).toMatchObject({ hasReceipt: true })
    const leg = await legOf(signe, id)
    expect(leg.share).toBe(1)
    expect(leg.reachedAt).not.toBeNull()
    const trail = await trailOf(here.world, 'relay.receipt')
    expect(trail.at(-1)).toMatchObject({ actor_id: omar.id, records: [] })
  })

  test('relay.release: what the vendor wrote stands beside the coordinator’s words, and neither changes afterwards', async () => {
    const { signe, place, home } = await aStory('Lyngholt')
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id])
    expect(await seen(signe, id)).toMatchObject({
      body: 'Fault 4711 in view. Fixed 13.40.',
      ownBody: 'Gårsdagens notater stod som nye. Det er rettet.',
    })
    for (const column of ['body', 'own_body', 'purpose'])
      await expect(
        here.world.db.run(
          sql`update relay.message set ${sql.ref(column)} = 'andet' where tenant_id = kernel.here() and id = ${id}`,
        ),
      ).rejects.toMatchObject({ code: '23000' })
    expect(
      (
        await refused(signe, relay.release, {
          id,
          version: 2,
          title: 'x',
          body: 'x',
          unitIds: [home.id],
          namedReceipts: false,
          purpose: null,
        })
      ).code,
    ).toBe('relay.sent-already')
  })
})

describe('a contact who is away', () => {
  test('the deputy has it by itself while the contact is away, and the leader is told when that stalls too', async () => {
    const place = await anArea(here.world, 'Område Ferie')
    const home = await aUnit(here.world, 'Feriehuset', { parentId: place.id })
    const signe = await anEmployee(here.world, 'Signe', 'coordinator', place)
    const lone = await anEmployee(here.world, 'Lone', 'unit-leader', home)
    const per = await anEmployee(here.world, 'Per', 'super-user', home)
    const nina = await aContact(here.world, 'Nina', home, per.id)
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id])
    const whose = async (who: Person) => (await ask(who, relay.carried, {})).find((row) => row.id === id)!
    expect([(await whose(nina)).isMine, (await whose(per)).isMine]).toEqual([true, false])
    const away = { id: newId(), unitId: home.id, employeeId: nina.id, fromOn: '2026-03-10', toOn: '2026-03-12' }
    await ask(lone, clarification.addLeave, away)
    expect([(await whose(nina)).isMine, (await whose(per)).isMine]).toEqual([false, true])
    expect((await ask(signe, relay.chain, { placeId: place.id })).units[0]).toMatchObject({
      deputyName: 'Per',
      deputyActs: true,
    })
    await itIs('2026-03-10T16:00', signe, lone)
    expect(await raised(signe, id)).toEqual(['leader'])
    await itIs('2026-03-10T16:10', per, signe)
    await passesOn(per, id, home)
    expect((await legOf(signe, id)).relayedAt).not.toBeNull()
  })
})

describe('a stalled step', () => {
  test('rule 12: it is told to the next role and the next again, in words about the step; twice run is once told', async () => {
    const { signe, place, home, lone } = await aStory('Krogen')
    const ellen = await anEmployee(here.world, 'Ellen', 'unit-leader', place)
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id])
    await itIs('2026-03-10T15:59', signe, lone, ellen)
    expect(await raised(signe, id)).toEqual([])
    await itIs('2026-03-10T16:00', signe, lone, ellen)
    expect([await raised(signe, id), await raised(signe, id)]).toEqual([['leader'], ['leader']])
    const [told] = await tasksOf(lone)
    expect(told).toMatchObject({
      unitName: 'Krogen',
      about: { message: id, step: 'pass-on', unit: home.id },
      assigneeName: null,
    })
    await itIs('2026-03-10T17:00', signe, lone, ellen)
    await Promise.all([run(), run()])
    expect((await tasksOf(ellen)).map(({ unitName }) => unitName)).toContain(place.name)
    const leg = await legOf(signe, id)
    expect(leg.escalations.map(({ step, toRole }) => [step, toRole])).toEqual([
      ['pass-on', 'leader'],
      ['pass-on', 'above'],
    ])
    expect(JSON.stringify([await seen(signe, id), leg.escalations, told])).not.toMatch(/Nina|Lone|Ellen/)
    // What the leader's leader is asked to look at names the unit and the step, and nobody who stands in between.
    const above = (await tasksOf(ellen)).find(({ about }) => about.message === id)!
    expect(above.about).toMatchObject({ step: 'pass-on', unit: home.id })
    expect(JSON.stringify(above)).not.toMatch(/Nina|Lone/)
  })

  test('passed on after all, the roles that were told have nothing left to do', async () => {
    const { signe, place, home, nina, lone } = await aStory('Broen')
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id])
    await itIs('2026-03-10T16:05', signe, nina, lone)
    await run()
    expect(await tasksOf(lone)).toHaveLength(1)
    await passesOn(nina, id, home)
    expect(await tasksOf(lone)).toEqual([])
    expect((await legOf(signe, id)).escalations[0]!.settledAt).not.toBeNull()
  })

  test('rule 12: too few before the next shift goes to the contact; the words are of the share, and nobody is named', async () => {
    const { signe, place, home, nina, staff } = await aStory('Mosebo Syd')
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id])
    await passesOn(nina, id, home)
    await ask(staff[1]!, relay.receipt, { messageId: id })
    await itIs('2026-03-10T15:00', signe, nina)
    expect(await raised(signe, id)).toEqual(['contact'])
    expect(await tasksOf(nina)).toHaveLength(1)
    expect((await legOf(signe, id)).escalations).toMatchObject([{ step: 'reach', toRole: 'contact' }])
  })

  test('left with the coordinator for an hour, it goes to the steering group', async () => {
    const { signe, place } = await aStory('Rådhuset')
    const karen = await anEmployee(here.world, 'Karen', 'steering', place)
    await aChain(signe, place.id)
    const id = await receives(signe, place.id)
    await itIs('2026-03-10T16:00', signe, karen)
    await run()
    expect((await seen(signe, id)).escalations.map(({ toRole }) => toRole)).toEqual(['coordinator', 'steering'])
    expect((await tasksOf(karen))[0]).toMatchObject({ about: { message: id, step: 'release' } })
    const loose = await ask(signe, thread.loose, {})
    expect(loose.filter(({ rule }) => rule === 'relay.stalled').map((one) => one.id)).toContain(id)
  })
})

describe('reach without surveillance', () => {
  test('rule 11: no screen and no table names who did not read: shares only, and of fewer than five not even that', async () => {
    const { signe, place, home, nina, lone, staff } = await aStory('Kærhuset')
    const small = await aUnit(here.world, 'Nattens hus', { parentId: place.id })
    await aContact(here.world, 'Ib', small)
    const few = [
      await anEmployee(here.world, 'Vera', 'night-worker', small),
      await anEmployee(here.world, 'Poul', 'night-worker', small),
    ]
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id, small.id])
    await passesOn(nina, id, home)
    await ask(signe, relay.passOn, { messageId: id, unitId: small.id, words: null, channels: ['meeting'] })
    for (const one of [staff[1]!, few[0]!]) await ask(one, relay.receipt, { messageId: id })
    const shares = Object.fromEntries((await seen(signe, id)).legs.map(({ unitName, share }) => [unitName, share]))
    expect(shares).toEqual({ Kærhuset: 0.2, 'Nattens hus': null })
    await itIs('2026-03-11T09:00', signe, nina, lone)
    await run()
    const said = await Promise.all([
      ask(signe, relay.messages, {}),
      ask(signe, relay.message, { id }),
      ask(nina, relay.carried, {}),
      ask(lone, relay.carried, {}),
      ask(lone, relay.namedReceipts, { messageId: id, unitId: home.id }),
      ask(lone, tasks.mine, {}),
      ask(nina, tasks.mine, {}),
    ])
    const words = JSON.stringify(said)
    for (const { name, id: person } of [...staff, ...few])
      expect([name, words.includes(person), words.includes(name)]).toEqual([name, false, false])
    expect((await seen(signe, id)).legs.find(({ unitName }) => unitName === 'Nattens hus')!.escalations).toEqual([])
    const { rows } = await here.world.owner.query(
      `select count(*)::int as count, count(employee_id)::int as named from relay.receipt where message_id = '${id}'`,
    )
    expect(rows[0]).toEqual({ count: 2, named: 0 })
    await expect(
      here.world.owner.query(`update relay.receipt set employee_id = '${staff[1]!.id}' where message_id = '${id}'`),
    ).rejects.toMatchObject({ constraint: 'receipt_names_where_announced' })
  })

  test('relay.namedReceipts: names are kept where readers were told beforehand, shown with purpose, and gone after ninety days', async () => {
    const { signe, place, home, nina, lone, staff } = await aStory('Lærken')
    await aChain(signe, place.id, { medOn: null })
    const early = { namedReceipts: true, purpose: null, unitIds: [home.id], title: 'Login', body: 'Læs før vagten.' }
    const waiting = await receives(signe, place.id)
    expect((await refused(signe, relay.release, { id: waiting, version: 1, ...early })).code).toBe('relay.med-not-told')
    await ask(signe, relay.keepChain, {
      placeId: place.id,
      version: 2,
      vendor: 'Tingløv IT',
      dutyPhone: '',
      medOn: '2026-03-02',
    })
    await ask(signe, relay.release, { id: waiting, version: 1, ...early })
    await passesOn(nina, waiting, home)
    const [shown] = await mine(staff[0]!)
    expect(shown).toMatchObject({
      namedReceipts: true,
      purpose: 'Lederen skal kunne sikre, at alle på næste vagt kender beskeden.',
    })
    await ask(staff[0]!, relay.receipt, { messageId: waiting })
    const who = () => ask(lone, relay.namedReceipts, { messageId: waiting, unitId: home.id })
    expect((await who()).map(({ name }) => name)).toEqual(['Omar'])
    expect((await refused(signe, relay.namedReceipts, { messageId: waiting, unitId: home.id })).kind).toBe('not-found')
    // The leader's screen has the way to the names, the contact's has not.
    const wayOf = async (by: Person) => (await ask(by, relay.carried, {})).find(({ id }) => id === waiting)!.permitted
    expect([await wayOf(lone), await wayOf(nina)]).toEqual([['see-names'], []])
    expect((await trailOf(here.world, 'relay.receipt')).at(-1)!.records).toEqual([waiting])
    await itIs('2026-06-09T09:00', lone)
    await tidyRelay(here.world.db, here.world.clock)
    expect(await who()).toEqual([])
  })

  test('relay.close: counts take the place of marks, and nobody can tell any more whose was whose', async () => {
    const { signe, place, home, nina, staff } = await aStory('Ankeret')
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id])
    await passesOn(nina, id, home)
    for (const one of staff) await ask(one, relay.receipt, { messageId: id })
    await ask(signe, relay.close, { id, version: 2 })
    const { rows } = await here.world.owner.query(`select salt from relay.message where id = '${id}'`)
    expect(rows).toEqual([{ salt: null }])
    expect((await legOf(signe, id)).share).toBe(0.8)
    expect((await mine(staff[0]!))[0]).toMatchObject({ wantsReceipt: false, hasReceipt: false })
  })

  test('a person in two units is told once and counted once', async () => {
    const { signe, place, home, nina, staff } = await aStory('Huset Vest')
    const other = await aUnit(here.world, 'Huset Øst', { parentId: place.id })
    const ib = await aContact(here.world, 'Ib', other)
    const five = await Promise.all(
      ['Bo', 'Eva', 'Kim', 'Lis', 'Per'].map((who) => anEmployee(here.world, who, 'support-worker', other)),
    )
    const omar = staff[0]!
    const also = {
      id: newId(),
      employeeId: omar.id,
      role: 'night-worker',
      unitId: other.id,
      startsOn: '2026-01-01',
      endsOn: null,
    }
    await ask(here.world.administrator, org.grantRole, also)
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id, other.id])
    await passesOn(nina, id, home)
    await passesOn(ib, id, other)
    expect((await mine(omar)).filter((one) => one.id === id)).toHaveLength(1)
    await ask(omar, relay.receipt, { messageId: id })
    await ask(five[0]!, relay.receipt, { messageId: id })
    const shares = (await seen(signe, id)).legs.map(({ unitName, share }) => [unitName, share])
    expect(shares).toEqual([
      ['Huset Vest', 0.2],
      ['Huset Øst', 0.2],
    ])
  })

  test('relay.countReached: what the contact counted at a meeting counts as well', async () => {
    const { signe, place, home, nina } = await aStory('Bækken')
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id], { severity: 'action' })
    const counted = { messageId: id, unitId: home.id, staff: 16, reached: 13 }
    expect((await refused(nina, relay.countReached, counted)).code).toBe('relay.not-passed-on')
    await passesOn(nina, id, home)
    expect((await refused(nina, relay.countReached, { ...counted, reached: 17 })).code).toBe('relay.more-than-all')
    await ask(nina, relay.countReached, counted)
    expect(await legOf(signe, id)).toMatchObject({ share: 0.813, reachedAt: null })
    await ask(nina, relay.countReached, { ...counted, reached: 14 })
    expect((await legOf(signe, id)).reachedAt).not.toBeNull()
  })

  test('contacts of four units count at the same moment, and none gets in the way of another', async () => {
    const { signe, place, home } = await aStory('Åvænget')
    const unitIds = [home.id]
    for (const number of [2, 3, 4]) {
      const house = await aUnit(here.world, `Åvænget ${number}`, { parentId: place.id })
      await aContact(here.world, `Kontakt ${number}`, house)
      for (const who of ['Bo', 'Eva', 'Kim', 'Lis', 'Per']) await anEmployee(here.world, who, 'support-worker', house)
      unitIds.push(house.id)
    }
    await aChain(signe, place.id)
    // Of what is for information everybody has enough as soon as it is passed on: each count is noted of its own unit only.
    const id = await sends(signe, place.id, unitIds, { severity: 'info' })
    for (const unitId of unitIds)
      await ask(signe, relay.passOn, { messageId: id, unitId, words: null, channels: ['meeting'] })
    const counted = (unitId: Id) => ask(signe, relay.countReached, { messageId: id, unitId, staff: 5, reached: 4 })
    await Promise.all(unitIds.map(counted))
    expect((await seen(signe, id)).legs.map(({ share }) => share)).toEqual(unitIds.map(() => 0.8))
  })
})

describe('when it was wrong, and when it cannot wait', () => {
  test('relay.recall: what is right goes to the same people, at once where they had been told', async () => {
    const { signe, place, home, nina, staff } = await aStory('Nordhus')
    const later = await aUnit(here.world, 'Sydhus', { parentId: place.id })
    const ib = await aContact(here.world, 'Ib', later)
    await aChain(signe, place.id)
    const id = await sends(signe, place.id, [home.id, later.id])
    await passesOn(nina, id, home)
    const correctionId = newId()
    const words = { title: 'Klokken er 14.40, ikke 13.40', body: 'Se igen efter 14.40.', because: 'Forkert klokkeslæt' }
    await ask(signe, relay.recall, { id, version: 2, correctionId, ...words })
    const told = await mine(staff[0]!)
    expect(
      told.map(({ id: one, recalledBecause, correctedById, wantsReceipt }) => [
        one,
        recalledBecause,
        correctedById,
        wantsReceipt,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [correctionId, null, null, true],
        [id, 'Forkert klokkeslæt', correctionId, false],
      ]),
    )
    expect((await refused(staff[0]!, relay.receipt, { messageId: id })).code).toBe('relay.recalled')
    expect(
      (await refused(ib, relay.passOn, { messageId: id, unitId: later.id, words: null, channels: ['board'] })).code,
    ).toBe('relay.recalled')
    const waiting = (await ask(ib, relay.carried, {})).filter(
      ({ state, relayedAt }) => state === 'released' && !relayedAt,
    )
    expect(waiting.map((one) => one.id)).toEqual([correctionId])
    expect((await refused(signe, relay.recall, { id, version: 3, correctionId: newId(), ...words })).code).toBe(
      'relay.nothing-to-recall',
    )
  })

  test('relay.byPass: at night a breakdown goes straight out in fixed words, the coordinator is told, and the log says who did it', async () => {
    const { signe, place, home, staff } = await aStory('Natholdet')
    await aChain(signe, place.id)
    const omar = staff[0]!
    const given = { id: newId(), unitId: home.id, kind: 'down' as const }
    const may = async (who: Person) => (await ask(who, relay.here, { unitId: home.id })).permitted
    expect([await may(omar), await may(staff[1]!)]).toEqual([['by-pass'], []])
    expect((await refused(omar, relay.byPass, given)).code).toBe('relay.coordinator-at-work')
    await itIs('2026-03-11T02:10', omar, signe, staff[1]!)
    await ask(omar, relay.byPass, given)
    expect((await mine(staff[1]!))[0]).toMatchObject({
      id: given.id,
      title: 'Systemet er nede: brug nødpakken',
      wantsReceipt: true,
    })
    const [told] = (await ask(signe, tasks.mine, {})).filter(({ kind }) => kind === 'relay.by-pass')
    expect(told).toMatchObject({ about: { message: given.id } })
    expect((await seen(signe, given.id)).byPass).toBe(true)
    expect((await trailOf(here.world, 'relay.byPass')).at(-1)).toMatchObject({
      actor_id: omar.id,
      outcome: 'done',
      records: [given.id],
    })
    expect((await refused(staff[1]!, relay.byPass, { ...given, id: newId() })).kind).toBe('not-found')
  })
})

describe('answers travel the same way back', () => {
  test('relay.ask, relay.sendOn, relay.giveOwner, relay.answer, relay.bringHome: from the employee to the vendor and home again', async () => {
    const { signe, place, home, nina, staff } = await aStory('Vesterhus')
    await aChain(signe, place.id)
    const id = newId()
    const asked = { id, unitId: home.id, messageId: null, text: 'Kan natbilledet vise tre huse?' }
    expect((await refused(staff[0]!, relay.ask, { ...asked, text: 'Hvad med 010180-1234?' })).code).toBe(
      'relay.number-in-text',
    )
    await ask(staff[0]!, relay.ask, asked)
    const [waiting] = await ask(nina, relay.questions, {})
    expect(waiting).toMatchObject({ id, standsWith: 'contact', permitted: ['carry'] })
    expect(JSON.stringify(waiting)).not.toContain(staff[0]!.id)
    await ask(nina, relay.sendOn, { id, version: 1 })
    const owner = {
      id,
      version: 2,
      ownerKind: 'vendor' as const,
      ownerName: 'Mikkel, Tingløv IT',
      answerOn: '2026-03-13',
    }
    expect((await refused(signe, relay.giveOwner, { ...owner, answerOn: '2026-03-09' })).code).toBe(
      'relay.answer-in-the-past',
    )
    await ask(signe, relay.giveOwner, owner)
    expect((await refused(nina, relay.bringHome, { id, version: 3, answer: 'Ja' })).code).toBe(
      'relay.question-elsewhere',
    )
    await ask(signe, relay.answer, { id, version: 3, answer: 'Ja, fra version 1.6.' })
    expect((await ask(staff[0]!, relay.myQuestions, {}))[0]).toMatchObject({ standsWith: 'contact-again' })
    await ask(nina, relay.bringHome, { id, version: 4, answer: 'Ja, efter sommerferien.' })
    expect((await ask(staff[0]!, relay.myQuestions, {}))[0]).toMatchObject({
      standsWith: 'home',
      answer: 'Ja, fra version 1.6.',
      unitAnswer: 'Ja, efter sommerferien.',
    })
  })

  test('a question that nobody owns within a working day is told to the leader, and hangs loose', async () => {
    const { signe, place, home, lone, staff } = await aStory('Østerhus')
    await aChain(signe, place.id)
    const id = newId()
    await ask(staff[1]!, relay.ask, { id, unitId: home.id, messageId: null, text: 'Hvem retter mit navn?' })
    await itIs('2026-03-11T14:01', signe, lone)
    await run()
    expect((await tasksOf(lone)).map(({ about }) => about.question)).toEqual([id])
    const loose = await ask(signe, thread.loose, {})
    expect(loose.filter(({ rule }) => rule === 'relay.question-unowned').map((one) => one.id)).toContain(id)
  })
})

describe('meetings and stakeholders', () => {
  test('relay.keepMeeting, relay.countAttendance, relay.askAtMeeting, relay.vote, relay.park, relay.answerAtMeeting: slots are counted together, and each question gets an answer or hangs loose', async () => {
    const { signe, place, home, staff } = await aStory('Fælleshuset')
    const id = newId()
    const meeting = { id, placeId: place.id, title: 'Valget er truffet', venue: 'Rådhuset og video', audience: 'Alle' }
    const slots = ['2026-03-17T08:00:00+01:00', '2026-03-17T15:15:00+01:00'].map((startsAt) => ({
      id: newId(),
      startsAt,
    }))
    await ask(signe, relay.keepMeeting, { ...meeting, version: 0, slots })
    const question = newId()
    await ask(staff[0]!, relay.askAtMeeting, { id: question, meetingId: id, text: 'Hvorfor ikke den billigste?' })
    for (const one of [staff[0]!, staff[1]!, staff[1]!])
      await ask(one, relay.vote, { questionId: question, isFor: true })
    await ask(staff[0]!, relay.vote, { questionId: question, isFor: false })
    const rows = [
      { id: newId(), unitId: home.id, people: 20 },
      { id: newId(), unitId: null, people: 121 },
    ]
    await ask(signe, relay.countAttendance, { id, rows })
    const held = async () => (await ask(staff[1]!, relay.meetings, {})).find((one) => one.id === id)!
    expect(await held()).toMatchObject({
      attended: 141,
      questions: [{ votes: 1, isMine: true, answerDueOn: '2026-03-31' }],
    })
    await ask(signe, relay.park, { id: question, version: 1, parkedWith: 'Indkøb' })
    await itIs('2026-04-01T10:00', signe)
    const loose = await ask(signe, thread.loose, {})
    expect(loose.filter(({ rule }) => rule === 'relay.meeting-unanswered').map((one) => one.id)).toContain(question)
    await ask(signe, relay.answerAtMeeting, { id: question, version: 2, answer: 'Fordi opgaverne blev løst.' })
    expect((await refused(signe, relay.park, { id: question, version: 3, parkedWith: 'x' })).code).toBe(
      'relay.answered-already',
    )
  })

  test('relay.keepStakeholder, relay.stakeholders: a name stands once; those it changes most for come first', async () => {
    const { signe, place } = await aStory('Kortet')
    const night = {
      placeId: place.id,
      name: 'Nattevagter og vikarer',
      role: 'bruger',
      affected: 'high',
      influence: 'low',
      hardToReach: true,
      how: 'SMS ved kritisk',
    }
    const id = newId()
    await ask(signe, relay.keepStakeholder, {
      id: newId(),
      version: 0,
      ...night,
      name: 'Vognmand',
      affected: 'low',
      hardToReach: false,
    })
    await ask(signe, relay.keepStakeholder, { id, version: 0, ...night })
    expect((await refused(signe, relay.keepStakeholder, { id: newId(), version: 0, ...night })).code).toBe(
      'relay.name-taken',
    )
    await ask(signe, relay.keepStakeholder, { id, version: 1, ...night, how: 'SMS og opslag' })
    expect((await refused(signe, relay.keepStakeholder, { id, version: 1, ...night })).kind).toBe('stale')
    expect((await ask(signe, relay.stakeholders, {})).map(({ name }) => name)).toEqual([
      'Nattevagter og vikarer',
      'Vognmand',
    ])
  })
})
