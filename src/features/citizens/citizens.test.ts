import { describe, expect, test } from 'vitest'
import { stays } from '#features/stays/contract.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCard, aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { aNeighbour, anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { ask, newId, type Person, refused, START, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { type CitizenLine, citizens } from './contract.ts'

const here = useWorld()
const names = (lines: readonly CitizenLine[]) => lines.map(({ fullName }) => fullName)
const jpeg = (bytes = 'picture') => `data:image/jpeg;base64,${btoa(`\xff\xd8\xff${bytes}`)}`

/** Signed in anew at another time, as sessions end long before. */
async function at<T>(moment: string, person: Person, work: (person: Person) => Promise<T>): Promise<T> {
  here.world.clock.set(moment)
  try {
    return await work(await signedIn(here.world, person.id, person.name))
  } finally {
    here.world.clock.set(START)
  }
}

async function aHouse(name: string): Promise<{ unit: GivenUnit; mette: Person; jonas: Person }> {
  const unit = await aUnit(here.world, name)
  const mette = await anEmployee(here.world, 'Mette', 'unit-leader', unit)
  return { unit, mette, jonas: await anEmployee(here.world, 'Jonas', 'support-worker', unit) }
}

describe('registering', () => {
  test('Mette registers Karla; the unit sees her at once, and after a month without a stay no longer', async () => {
    const { unit, mette, jonas } = await aHouse('Solvang')
    const id = newId()
    const made = await ask(mette, citizens.register, {
      id,
      unitId: unit.id,
      number: '61 02 90-4444',
      ...aCard('Karla Lund'),
      preferredName: 'Kalle',
    })
    expect(made).toEqual({ id, version: 1 })
    expect(await ask(jonas, citizens.ofUnit, { unitId: unit.id })).toMatchObject([
      { calledName: 'Kalle', fullName: 'Karla Lund', bornOn: '1990-02-01', unitIds: [unit.id] },
    ])
    const listed = (person: Person) => ask(person, citizens.ofUnit, { unitId: unit.id })
    expect(await at('2026-04-09T12:00:00+02:00', jonas, listed)).toHaveLength(1)
    expect(await at('2026-04-10T12:00:00+02:00', jonas, listed)).toEqual([])
  })

  test('a screen offers it to Mette, not to Jonas', async () => {
    const { unit, mette, jonas } = await aHouse('Tjørnen')
    const actsOf = async (person: Person) => (await ask(person, citizens.atUnit, { unitId: unit.id })).permitted
    expect(await actsOf(mette)).toEqual(['bar', 'register'])
    expect(await actsOf(jonas)).toEqual([])
  })

  test('a number is given out once; the refusal does not say to whom', async () => {
    const { unit, mette } = await aHouse('Bakkely')
    const other = await aHouse('Højen')
    await aCitizen(here.world, 'Frida Falk', other.unit, { number: '6203851111' })
    const register = { id: newId(), unitId: unit.id, number: '620385-1111', ...aCard('Ida Ny') }
    const problem = await refused(mette, citizens.register, register)
    expect(problem).toMatchObject({
      kind: 'refused',
      code: 'citizens.number-taken',
      facts: {},
      faults: [{ field: 'number' }],
    })
    expect(JSON.stringify(problem)).not.toContain('Frida')
    expect((await refused(mette, citizens.card, { citizenId: register.id })).kind).toBe('not-found')
    const ida = await aCitizen(here.world, 'Ida Ny', unit)
    expect((await refused(mette, citizens.setNumber, { id: ida.id, version: 1, number: '6203851111' })).code).toBe(
      'citizens.number-taken',
    )
    expect(await ask(mette, citizens.setNumber, { id: ida.id, version: 1, number: '6203851112' })).toEqual({
      id: ida.id,
      version: 2,
    })
    expect((await ask(mette, citizens.card, { citizenId: ida.id })).bornOn).toBe('1985-03-02')
  })

  test('what cannot be a number, a field nobody asked for and a NUL are refused with the field; nothing is half-saved', async () => {
    const { unit, mette, jonas } = await aHouse('Lunden')
    const good = { id: newId(), unitId: unit.id, number: null, ...aCard('Ole Vig') }
    expect((await refused(mette, citizens.register, { ...good, number: '3102904444' })).faults).toEqual([
      { field: 'number', code: 'citizens.number-shape' },
    ])
    expect((await refused(mette, citizens.register, { ...good, cpr: '1' })).faults).toEqual([
      { field: 'cpr', code: 'kernel.unknown-field' },
    ])
    expect((await refused(mette, citizens.register, { ...good, about: 'a\u0000b' })).faults).toEqual([
      { field: 'about', code: 'kernel.text-unstorable' },
    ])
    expect(await ask(jonas, citizens.ofUnit, { unitId: unit.id })).toEqual([])
  })

  test('emoji, right-to-left text and joined letters are kept exactly', async () => {
    const { unit, jonas } = await aHouse('Engen')
    const about = '👩🏽‍🦽 مرحبا שלום Ærø\u0301 «x»'
    const samir = await aCitizen(here.world, 'سمير Ørsted', unit, { about })
    expect(await ask(jonas, citizens.card, { citizenId: samir.id })).toMatchObject({ about, givenName: 'سمير' })
  })
})

describe('protected address', () => {
  const address = 'Hemmelig Allé 7'
  const inNoAnswer = async (person: Person, unit: GivenUnit, citizen: GivenCitizen) => {
    const answers = [
      await ask(person, citizens.ofUnit, { unitId: unit.id }),
      await ask(person, citizens.mine, {}),
      await ask(person, citizens.find, { words: citizen.name }),
      await ask(person, citizens.find, { words: address }),
      await ask(person, citizens.card, { citizenId: citizen.id }),
      await ask(person, stays.ofUnit, { unitId: unit.id, day: here.world.clock.today() }),
      await ask(person, stays.ofCitizen, { citizenId: citizen.id }),
    ]
    expect(JSON.stringify(answers)).not.toMatch(/Hemmelig|20304050|6304771234/)
    expect(answers[3]).toEqual([])
  }

  test('is in no list, search or card; with a reason it is shown, and the reason stands in the trail', async () => {
    const { unit, jonas } = await aHouse('Skjulet')
    const vera = await aCitizen(here.world, 'Vera Dam', unit, {
      identityProtected: true,
      address,
      phone: '20304050',
      number: '6304771234',
    })
    await inNoAnswer(jonas, unit, vera)
    expect(await ask(jonas, citizens.card, { citizenId: vera.id })).toMatchObject({
      identityProtected: true,
      address: null,
      phone: null,
      hasNumber: true,
    })

    expect(
      (await refused(jonas, citizens.reveal, { citizenId: vera.id, what: 'address', reason: '  ' })).faults[0]?.field,
    ).toBe('reason')
    const shown = await ask(jonas, citizens.reveal, { citizenId: vera.id, what: 'address', reason: 'Ambulance på vej' })
    expect(shown).toEqual({ address, phone: '20304050', number: null })
    const [entry] = (await trailOf(here.world, 'citizens.reveal')).filter(({ subject_id }) => subject_id === vera.id)
    expect(entry).toMatchObject({ actor_id: jonas.id, outcome: 'done', records: [vera.id] })
    expect(JSON.parse(entry!.about!)).toEqual({ what: 'address', reason: 'Ambulance på vej' })
  })

  test('is hidden to its last day and not longer; a hidden stay hides it without end', async () => {
    const { unit, jonas } = await aHouse('Kanten')
    const lastDay = await aCitizen(here.world, 'Dora Dag', unit, {
      identityProtected: true,
      protectedUntil: '2026-03-10',
      address,
    })
    const over = await aCitizen(here.world, 'Ove Ud', unit, {
      identityProtected: true,
      protectedUntil: '2026-03-09',
      address,
    })
    const hidden = await aCitizen(here.world, 'Hanne Her', unit, { hiddenStay: true, address })
    expect(await ask(jonas, citizens.card, { citizenId: lastDay.id })).toMatchObject({
      identityProtected: true,
      address: null,
    })
    expect(await ask(jonas, citizens.card, { citizenId: over.id })).toMatchObject({ identityProtected: false, address })
    expect(await ask(jonas, citizens.card, { citizenId: hidden.id })).toMatchObject({
      identityProtected: false,
      hiddenStay: true,
      address: null,
    })
  })

  test('an edit made without seeing the address leaves it as it stands; an empty text takes it away', async () => {
    const { unit, mette } = await aHouse('Vigen')
    const vera = await aCitizen(here.world, 'Vera To', unit, { identityProtected: true, address, phone: '20304050' })
    const edit = { id: vera.id, ...aCard('Vera To'), identityProtected: true, about: 'Te, ikke kaffe' }
    await ask(mette, citizens.change, { ...edit, version: 1 })
    const stale = await refused(mette, citizens.change, { ...edit, version: 1 })
    expect(JSON.stringify(stale.current)).not.toContain('Hemmelig')
    expect((await ask(mette, citizens.reveal, { citizenId: vera.id, what: 'address', reason: 'Brev' })).address).toBe(
      address,
    )
    await ask(mette, citizens.change, { ...edit, version: 2, address: '' })
    expect(await ask(mette, citizens.reveal, { citizenId: vera.id, what: 'address', reason: 'Brev' })).toMatchObject({
      address: null,
      phone: '20304050',
    })
  })
})

describe('finding', () => {
  test('by name part, nickname, room, last four, another spelling and a slip of the finger', async () => {
    const { unit, jonas } = await aHouse('Fundet')
    await aCitizen(here.world, 'Søren Aagaard', unit, { preferredName: 'Basse', room: '12B', number: '6405661357' })
    await aCitizen(here.world, 'Kirsten Holm', unit)
    for (const words of [
      'søren',
      'Aagaa',
      'basse',
      '12b',
      '1357',
      '640566-1357',
      'Soeren',
      'soren',
      'Ågård',
      'Sørne Agard',
      'sørne',
      'Aagaard',
      'gaard',
    ])
      expect([words, names(await ask(jonas, citizens.find, { words }))]).toEqual([words, ['Søren Aagaard']])
    for (const words of ['100%', '_', '\\', 'zzzz', '9999', "'; drop"])
      expect([words, await ask(jonas, citizens.find, { words })]).toEqual([words, []])
    expect(names(await ask(jonas, citizens.find, { words: 'Kristen' }))).toEqual(['Kirsten Holm'])
    const trail = await trailOf(here.world, 'citizens.find')
    expect(trail.map(({ about }) => about).join()).not.toContain('640566')
    expect(trail.map(({ about }) => about).join()).toContain('1357')
  })

  test('finds nobody in another unit', async () => {
    const { unit } = await aHouse('Her')
    const other = await aHouse('Der')
    await aCitizen(here.world, 'Torvald Enestående', unit, { number: '6506551470' })
    expect(await ask(other.jonas, citizens.find, { words: 'Torvald' })).toEqual([])
    expect(await ask(other.jonas, citizens.find, { words: '1470' })).toEqual([])
  })
})

describe('two units', () => {
  test('a citizen who lives in one and attends another is seen by both, and neither learns of the other', async () => {
    const home = await aHouse('Åstedet')
    const day = await aHouse('Solsikken')
    const jens = await aCitizen(here.world, 'Jens Bang', home.unit)
    await ask(here.world.administrator, stays.open, {
      id: newId(),
      citizenId: jens.id,
      unitId: day.unit.id,
      kind: 'day',
      legalGround: 'SEL-104',
      startsOn: '2026-03-01',
    })
    for (const { unit, jonas } of [home, day]) {
      expect(names(await ask(jonas, citizens.ofUnit, { unitId: unit.id }))).toEqual(['Jens Bang'])
      expect((await ask(jonas, citizens.card, { citizenId: jens.id })).unitIds).toEqual([unit.id])
      expect(await ask(jonas, stays.ofCitizen, { citizenId: jens.id })).toHaveLength(1)
    }
    const id = newId()
    await ask(home.jonas, citizens.warn, {
      id,
      citizenId: jens.id,
      unitId: home.unit.id,
      kind: 'epilepsy',
      text: 'Tag tid på anfald',
      reviewOn: '2026-06-01',
    })
    expect((await ask(day.jonas, citizens.ofUnit, { unitId: day.unit.id }))[0]?.warnings).toMatchObject([
      { id, kind: 'epilepsy' },
    ])
  })
})

describe('around the citizen', () => {
  test('a contact person sees the citizen first; a new one takes over; somebody from elsewhere cannot be one', async () => {
    const { unit, mette, jonas } = await aHouse('Tuen')
    const other = await aHouse('Porsen')
    await aCitizen(here.world, 'Anna Ager', unit)
    const zenia = await aCitizen(here.world, 'Zenia Zak', unit)
    const assign = { citizenId: zenia.id, unitId: unit.id, fromOn: '2026-03-10' }
    await ask(mette, citizens.assignContactPerson, { ...assign, id: newId(), employeeId: jonas.id })
    expect((await ask(jonas, citizens.mine, {})).map(({ fullName, mine }) => [fullName, mine])).toEqual([
      ['Zenia Zak', true],
      ['Anna Ager', false],
    ])
    await ask(mette, citizens.assignContactPerson, { ...assign, id: newId(), employeeId: mette.id })
    expect((await ask(jonas, citizens.card, { citizenId: zenia.id })).contactPersons).toEqual([
      { employeeId: mette.id, name: 'Mette', unitId: unit.id },
    ])
    expect(
      (await refused(mette, citizens.assignContactPerson, { ...assign, id: newId(), employeeId: other.jonas.id })).code,
    ).toBe('citizens.not-at-unit')
  })

  test('a contact is added and ended once', async () => {
    const { unit, jonas } = await aHouse('Kæret')
    const bo = await aCitizen(here.world, 'Bo Bæk', unit)
    const id = newId()
    await ask(jonas, citizens.addContact, {
      id,
      citizenId: bo.id,
      kind: 'guardian',
      name: 'Lis Bæk',
      relation: 'søster',
      phone: '11223344',
      note: null,
    })
    expect((await ask(jonas, citizens.card, { citizenId: bo.id })).contacts).toMatchObject([
      { id, kind: 'guardian', name: 'Lis Bæk', version: 1 },
    ])
    expect(await ask(jonas, citizens.endContact, { id, version: 1 })).toEqual({ id, version: 2 })
    expect((await refused(jonas, citizens.endContact, { id, version: 2 })).code).toBe('citizens.contact-ended')
    expect((await ask(jonas, citizens.card, { citizenId: bo.id })).contacts).toEqual([])
  })

  test('a warning has an author and a day to look at it again; it can be kept or ended, most serious first', async () => {
    const { unit, jonas, mette } = await aHouse('Stuen')
    const per = await aCitizen(here.world, 'Per Poulsen', unit)
    const warn = { citizenId: per.id, unitId: unit.id, text: 'Faldrisiko ved trapper', reviewOn: '2026-04-01' }
    const [fall, allergy] = [newId(), newId()]
    await ask(jonas, citizens.warn, { ...warn, id: fall, kind: 'fall' })
    await ask(jonas, citizens.warn, { ...warn, id: allergy, kind: 'allergy', text: 'Nødder' })
    expect(
      (await refused(jonas, citizens.warn, { ...warn, id: newId(), kind: 'fall', reviewOn: '2026-03-01' })).faults[0]
        ?.field,
    ).toBe('reviewOn')
    expect((await ask(mette, citizens.card, { citizenId: per.id })).warnings).toMatchObject([
      { id: allergy, authorName: 'Jonas' },
      { id: fall },
    ])
    await ask(mette, citizens.reviewWarning, { id: fall, version: 1, reviewOn: '2026-09-01' })
    await ask(mette, citizens.reviewWarning, { id: allergy, version: 1, reviewOn: null })
    expect((await refused(mette, citizens.reviewWarning, { id: allergy, version: 2, reviewOn: null })).code).toBe(
      'citizens.warning-ended',
    )
    expect((await ask(mette, citizens.card, { citizenId: per.id })).warnings).toMatchObject([
      { id: fall, reviewOn: '2026-09-01', version: 2 },
    ])
  })

  test('a portrait is what its bytes say, and goes only to those who may see the citizen', async () => {
    const { unit, mette, jonas } = await aHouse('Billedet')
    const other = await aHouse('Andetsteds')
    const eva = await aCitizen(here.world, 'Eva Ek', unit)
    expect(
      (await refused(mette, citizens.setPhoto, { id: eva.id, version: 1, photo: 'data:image/png;base64,PHN2Zz4=' }))
        .code,
    ).toBe('citizens.photo-kind')
    await ask(mette, citizens.setPhoto, { id: eva.id, version: 1, photo: jpeg('x'.repeat(300)) })
    expect(await ask(jonas, citizens.portraits, { citizenIds: [eva.id, newId()] })).toEqual([
      { id: eva.id, photo: jpeg('x'.repeat(300)) },
    ])
    expect(await ask(other.jonas, citizens.portraits, { citizenIds: [eva.id] })).toEqual([])
    await ask(mette, citizens.setPhoto, { id: eva.id, version: 2, photo: null })
    expect((await ask(jonas, citizens.card, { citizenId: eva.id })).hasPhoto).toBe(false)
  })
})

describe('who may', () => {
  test('a support worker is offered other acts than the leader, and the administrator reads no card', async () => {
    const { unit, mette, jonas } = await aHouse('Lyngen')
    const kai = await aCitizen(here.world, 'Kai Krog', unit)
    expect((await ask(mette, citizens.card, { citizenId: kai.id })).permitted).toEqual([
      'bar',
      'change',
      'contact',
      'reveal',
      'share',
      'warn',
    ])
    expect((await ask(jonas, citizens.card, { citizenId: kai.id })).permitted).toEqual([
      'contact',
      'reveal',
      'share',
      'warn',
    ])
    expect((await refused(here.world.administrator, citizens.card, { citizenId: kai.id })).kind).toBe('not-found')
    expect((await refused(jonas, citizens.change, { id: kai.id, version: 1, ...aCard('Kai Krog') })).kind).toBe(
      'not-found',
    )
  })

  test('a citizen out of reach, of another municipality or of nobody is answered with the same words', async () => {
    const { unit, mette } = await aHouse('Muren')
    const own = await aCitizen(here.world, 'Signe Sten', unit)
    const far = await aCitizen(here.world, 'Fie Fjern', (await aHouse('Langt borte')).unit)
    const neighbour = await aNeighbour(here.world)
    const nabo = await aUnit(neighbour, 'Nabohuset')
    const foreign = await aCitizen(neighbour, 'Finn Fremmed', nabo, { number: '6506551471' })
    const warned = { kind: 'fall', text: 'x', reviewOn: '2026-04-01' }
    const acts = (citizenId: string, unitId: string) => [
      refused(mette, citizens.card, { citizenId }),
      refused(mette, citizens.ofUnit, { unitId }),
      refused(mette, citizens.change, { id: citizenId, version: 1, ...aCard('X') }),
      refused(mette, citizens.setNumber, { id: citizenId, version: 1, number: null }),
      refused(mette, citizens.setPhoto, { id: citizenId, version: 1, photo: null }),
      refused(mette, citizens.reveal, { citizenId, what: 'number', reason: 'r' }),
      refused(mette, citizens.addContact, {
        id: newId(),
        citizenId,
        kind: 'other',
        name: 'x',
        relation: null,
        phone: null,
        note: null,
      }),
      refused(mette, citizens.warn, { id: newId(), citizenId, unitId: unit.id, ...warned }),
      refused(mette, citizens.warn, { id: newId(), citizenId: own.id, unitId, ...warned }),
      refused(mette, citizens.assignContactPerson, {
        id: newId(),
        citizenId,
        unitId: unit.id,
        employeeId: mette.id,
        fromOn: '2026-03-10',
      }),
      refused(mette, stays.ofCitizen, { citizenId }),
      refused(mette, stays.open, {
        id: newId(),
        citizenId,
        unitId: unit.id,
        kind: 'day',
        legalGround: null,
        startsOn: '2026-03-10',
      }),
      refused(mette, stays.open, {
        id: newId(),
        citizenId: own.id,
        unitId,
        kind: 'day',
        legalGround: null,
        startsOn: '2026-03-10',
      }),
      refused(mette, stays.markAttendance, { unitId: unit.id, citizenId, here: true }),
    ]
    const told = async (citizenId: string, unitId: string) =>
      (await Promise.all(acts(citizenId, unitId))).map(({ kind, code, facts, faults, current }) => ({
        kind,
        code,
        facts,
        faults,
        current,
      }))
    const ofNobody = await told(newId(), newId())
    expect(new Set(ofNobody.map(({ code }) => code))).toEqual(new Set(['kernel.not-found']))
    expect(await told(far.id, far.id)).toEqual(ofNobody)
    expect(await told(foreign.id, nabo.id)).toEqual(ofNobody)
    // The same number may exist next door: the wall is between them.
    await aCitizen(here.world, 'Finn Her', unit, { number: '6506551471' })
  })

  test('what the unit knew can be read for ninety days after the citizen left', async () => {
    const { unit, mette } = await aHouse('Porten')
    const lars = await aCitizen(here.world, 'Lars Lok', unit, { from: '2026-01-01' })
    // The registration's own tie would hold the door open for a month.
    await here.world.owner.query(
      `update citizens.tie set from_on = '2026-01-01', to_on = '2026-01-31' where citizen_id = $1 and because = 'registration'`,
      [lars.id],
    )
    await ask(mette, stays.close, { stayId: lars.stayId, version: 1, day: '2026-03-10', reason: 'moved-on' })
    const on = (day: string) =>
      at(`${day}T12:00:00+02:00`, mette, async (person) => ({
        listed: names(await ask(person, citizens.ofUnit, { unitId: unit.id })),
        found: names(await ask(person, citizens.find, { words: 'Lars' })),
        read: await ask(person, citizens.card, { citizenId: lars.id }).then(
          () => 'read',
          ({ kind }) => kind,
        ),
      }))
    expect(await on('2026-06-08')).toEqual({ listed: [], found: ['Lars Lok'], read: 'read' })
    expect(await on('2026-06-09')).toEqual({ listed: [], found: [], read: 'not-found' })
  })
})

describe('many at once', () => {
  test('fifty people edit one card: one edit of each version stands, and no word is lost', async () => {
    const { unit, mette } = await aHouse('Travlt')
    const jens = await aCitizen(here.world, 'Jens Jul', unit)
    const card = { id: jens.id, ...aCard('Jens Jul') }
    const first = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => ask(mette, citizens.change, { ...card, version: 1, about: `${i}` })),
    )
    expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(first.filter((one) => one.status === 'rejected' && one.reason.kind === 'stale')).toHaveLength(49)

    await ask(mette, citizens.change, { ...card, version: 2, about: '' })
    const add = async (word: string): Promise<void> => {
      const { about, version } = await ask(mette, citizens.card, { citizenId: jens.id })
      try {
        await ask(mette, citizens.change, { ...card, version, about: `${about} ${word}`.trim() })
      } catch (error) {
        if ((error as { kind?: string }).kind !== 'stale') throw error
        await add(word)
      }
    }
    const words = Array.from({ length: 50 }, (_, i) => `ord${i}`)
    await Promise.all(words.map(add))
    const after = await ask(mette, citizens.card, { citizenId: jens.id })
    expect(after.about?.split(' ').sort()).toEqual(words.sort())
    expect(after.version).toBe(53)
  })
})

test('what was revealed is not kept with the first answers, and the same call again shows it again and is recorded again', async () => {
  const solvang = await aUnit(here.world, 'Solvang Vest')
  const mette = await anEmployee(here.world, 'Mette', 'support-worker', solvang)
  const jens = await aCitizen(here.world, 'Jens', solvang)
  const call = { citizenId: jens.id, what: 'address', reason: 'brev fra banken' } as const
  const first = await ask(mette, citizens.reveal, call, 'samme-nøgle')
  expect(await ask(mette, citizens.reveal, call, 'samme-nøgle')).toEqual(first)
  const kept = await here.world.db.all<{ answer: string }>(
    sql`select answer::text from kernel.answer where tenant_id = kernel.here() and key = 'samme-nøgle'`,
  )
  expect(kept).toEqual([{ answer: '{}' }])
  expect(
    (await trailOf(here.world, 'citizens.reveal')).filter(({ subject_id }) => subject_id === jens.id),
  ).toHaveLength(2)
})
