import { beforeAll, describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { continuity } from '#features/continuity/contract.ts'
import { journal } from '#features/journal/contract.ts'
import { org } from '#features/org/contract.ts'
import { overview } from '#features/overview/contract.ts'
import { stays } from '#features/stays/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { writes } from '#kit/notes.ts'
import { ask, newId, type Person, refused, useWorld } from '#kit/world.ts'

const here = useWorld()
const today = () => here.world.clock.today()

let solvang: GivenUnit
let mette: Person
let jonas: Person
let jens: GivenCitizen

beforeAll(async () => {
  solvang = await aUnit(here.world, 'Solvang')
  mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', solvang)
  jens = await aCitizen(here.world, 'Jens Holm', solvang)
})

const idsOf = (rows: readonly { id: Id }[]) => rows.map(({ id }) => id)
const notesFor = async (who: Person, citizen: GivenCitizen) =>
  idsOf(await ask(who, journal.ofCitizen, { citizenId: citizen.id, before: null }))

describe('a municipality takes a right away from a role', () => {
  const narrows = (more: Record<string, unknown> = {}) => ({
    id: newId(),
    rightName: 'journal.read-health',
    role: 'night-worker',
    unitId: solvang.id,
    fromOn: today(),
    toOn: null,
    note: 'Besluttet i sundhedsudvalget',
    ...more,
  })

  test('night workers of the house read no health notes from that day, and do again when it ends', async () => {
    const nina = await anEmployee(here.world, 'Nina', 'night-worker', solvang)
    const health = await writes(mette, solvang, jens, 'Blodtryk 140/85', {
      kind: 'health',
      happenedAt: '2026-03-10T09:00:00+01:00',
    })
    const diary = await writes(mette, solvang, jens, 'Gik tidligt i seng')
    expect(await notesFor(nina, jens)).toEqual([diary.id, health.id])
    const made = await ask(here.world.administrator, org.narrow, narrows())
    expect(await notesFor(nina, jens)).toEqual([diary.id])
    expect(await notesFor(jonas, jens)).toEqual([diary.id, health.id])
    expect(idsOf(await ask(nina, journal.search, { words: 'blodtryk' }))).toEqual([])
    expect((await refused(nina, journal.versions, { noteId: health.id })).code).toBe('kernel.not-found')
    const listed = (await ask(here.world.administrator, org.narrowings, {})).find(({ id }) => id === made.id)
    expect(listed).toMatchObject({ role: 'night-worker', unitName: 'Solvang', toOn: null, permitted: ['end'] })
    await ask(here.world.administrator, org.endNarrowing, { ...made, lastDay: addDays(today(), -1) })
    expect(await notesFor(nina, jens)).toEqual([diary.id, health.id])
  })

  test('the matrix is read where rights are narrowed, and nowhere else', async () => {
    const matrix = await ask(here.world.administrator, org.rights, {})
    expect(matrix.find(({ name }) => name === 'journal.read-health')).toMatchObject({
      sensitivity: 'health',
      roles: expect.arrayContaining(['night-worker', 'health-worker']),
    })
    expect((await refused(mette, org.rights, {})).code).toBe('kernel.not-found')
  })

  test.each([
    [{ rightName: 'journal.raed' }, 'org.right-unknown'],
    [{ rightName: 'org.narrow', role: 'administrator' }, 'org.right-stays'],
    [{ role: 'coordinator' }, 'org.right-not-held'],
    [{ fromOn: '2026-03-01' }, 'org.narrows-in-the-past'],
    [{ toOn: '2026-03-09' }, 'org.ends-before-it-starts'],
  ])('%o is refused: %s', async (more, code) => {
    expect((await refused(here.world.administrator, org.narrow, narrows(more))).code).toBe(code)
  })
})

describe('an employee is kept apart from a citizen', () => {
  test('from that day on Jonas finds nothing about his cousin, on any path, and his draft is still his', async () => {
    const kurt = await aCitizen(here.world, 'Kurt Vang', solvang)
    const note = await writes(jonas, solvang, kurt, 'Kurt plukkede blåbær')
    const draft = { id: newId(), unitId: solvang.id, citizenId: kurt.id, content: { text: 'halvt' }, revision: 1 }
    await ask(jonas, journal.saveDraft, draft)
    const bar = await ask(mette, citizens.bar, {
      id: newId(),
      citizenId: kurt.id,
      employeeId: jonas.id,
      reason: 'Fætter',
      fromOn: today(),
      toOn: null,
    })
    const paths = async () => ({
      card: (await refused(jonas, citizens.card, { citizenId: kurt.id })).code,
      unit: idsOf(await ask(jonas, citizens.ofUnit, { unitId: solvang.id })).includes(kurt.id),
      found: idsOf(await ask(jonas, citizens.find, { words: 'Kurt' })),
      stays: (await ask(jonas, stays.ofUnit, { unitId: solvang.id, day: today() })).some(
        ({ citizenId }) => citizenId === kurt.id,
      ),
      search: idsOf(await ask(jonas, journal.search, { words: 'blåbær' })),
      day: idsOf(await ask(jonas, journal.ofUnit, { unitId: solvang.id, day: today() })).includes(note.id),
      handover: idsOf((await ask(jonas, journal.handover, { unitId: solvang.id })).notes).includes(note.id),
      versions: (await refused(jonas, journal.versions, { noteId: note.id })).code,
      write: (await refused(jonas, journal.write, { ...aDiaryNote(), citizenId: kurt.id })).code,
    })
    expect(await paths()).toEqual({
      card: 'kernel.not-found',
      unit: false,
      found: [],
      stays: false,
      search: [],
      day: false,
      handover: false,
      versions: 'kernel.not-found',
      write: 'kernel.not-found',
    })
    expect(idsOf(await ask(jonas, journal.myDrafts, {}))).toContain(draft.id)
    await ask(jonas, journal.saveDraft, { ...draft, content: { text: 'halvt og mere' }, revision: 2 })
    expect(idsOf(await ask(mette, citizens.bars, { unitId: solvang.id }))).toEqual([bar.id])
    expect((await refused(jonas, citizens.bars, { unitId: solvang.id })).code).toBe('kernel.not-found')
    await ask(mette, citizens.endBar, { ...bar, lastDay: addDays(today(), -1) })
    expect((await ask(jonas, citizens.card, { citizenId: kurt.id })).id).toBe(kurt.id)
  })

  const aDiaryNote = () => ({
    id: newId(),
    draftId: null,
    unitId: solvang.id,
    kind: 'diary',
    happenedAt: here.world.clock.now(),
    text: 'En linje',
    important: false,
    theme: null,
  })

  test('a leader who is kept apart neither sees it, nor counts it, nor can lift it', async () => {
    const lea = await anEmployee(here.world, 'Lea', 'unit-leader', solvang)
    const nabo = await aCitizen(here.world, 'Nabo Nielsen', solvang)
    await writes(jonas, solvang, nabo, 'Vigtigt om naboen', { important: true })
    const before = await ask(lea, overview.forLeader, {})
    const bar = await ask(mette, citizens.bar, {
      id: newId(),
      citizenId: nabo.id,
      employeeId: lea.id,
      reason: 'Nabo',
      fromOn: today(),
      toOn: null,
    })
    expect(idsOf(await ask(lea, citizens.bars, { unitId: solvang.id }))).toEqual([])
    expect((await refused(lea, citizens.endBar, { ...bar, lastDay: today() })).code).toBe('kernel.not-found')
    const notes = (of: typeof before) => of[0]!.perDay.reduce((sum, day) => sum + day.notes, 0)
    expect(notes(await ask(lea, overview.forLeader, {}))).toBe(notes(before) - 1)
    expect((await refused(mette, citizens.bar, { ...barOf(nabo), employeeId: mette.id })).code).toBe(
      'citizens.bars-oneself',
    )
  })

  const barOf = (citizen: GivenCitizen) => ({
    id: newId(),
    citizenId: citizen.id,
    reason: 'Nabo',
    fromOn: today(),
    toOn: null,
  })
})

const codeOf = (error: unknown) => (error as { code: string }).code

/** Does something at another moment; whoever is signed in stays so. */
async function meanwhile<T>(moment: string, work: () => Promise<T>): Promise<T> {
  const now = here.world.clock.now()
  await here.world.owner.query(`update kernel.session set expires_at = 'infinity'`)
  here.world.clock.set(moment)
  try {
    return await work()
  } finally {
    here.world.clock.set(now)
  }
}

/** Somebody let in for the shift, as the screen for temps will write it. */
async function aTempOnDuty(name: string, unit: GivenUnit): Promise<Person> {
  const elsewhere = await aUnit(here.world, `Et sted for ${name}`)
  const temp = await anEmployee(here.world, name, 'coordinator', elsewhere)
  await here.world.owner.query(
    `insert into org.duty (tenant_id, id, employee_id, unit_id, role, from_at, until_at, opened_by, id_check)
    values ($1, $2, $3, $4, 'temp-worker', $5::timestamptz, $5::timestamptz + interval '8 hours', $6, 'Kørekort')`,
    [here.world.tenant.id, newId(), temp.id, unit.id, here.world.clock.now(), mette.id],
  )
  return temp
}

describe('a temp on duty', () => {
  test('sees the house and who lives there until the shift ends, and nothing below or after', async () => {
    const below = await aUnit(here.world, 'Solvangs Bagehus', { parentId: solvang.id })
    const viktor = await aTempOnDuty('Viktor', solvang)
    expect(idsOf(await ask(viktor, citizens.ofUnit, { unitId: solvang.id }))).toContain(jens.id)
    expect((await refused(viktor, citizens.ofUnit, { unitId: below.id })).code).toBe('kernel.not-found')
    expect((await refused(viktor, citizens.reveal, { citizenId: jens.id, what: 'address', reason: 'x' })).code).toBe(
      'kernel.not-found',
    )
    const seesAt = (moment: string) =>
      meanwhile(moment, () => ask(viktor, citizens.card, { citizenId: jens.id }).then(() => true, codeOf))
    expect(await seesAt('2026-03-10T20:59:59.000Z')).toBe(true)
    expect(await seesAt('2026-03-10T21:00:00.000Z')).toBe('kernel.not-found')
  })

  test('of those who left yesterday, and of a day centre those who have not come, a temp sees nothing', async () => {
    const gone = await aCitizen(here.world, 'Gorm Gået', solvang)
    await ask(mette, stays.close, { stayId: gone.stayId, version: 1, day: addDays(today(), -1), reason: 'moved-on' })
    const viola = await aTempOnDuty('Viola', solvang)
    expect((await refused(viola, citizens.card, { citizenId: gone.id })).code).toBe('kernel.not-found')
    expect((await ask(jonas, citizens.card, { citizenId: gone.id })).id).toBe(gone.id)

    const center = await aUnit(here.world, 'Værkstedet', { roundTheClock: false })
    const leader = await anEmployee(here.world, 'Lis', 'unit-leader', center)
    const dagny = await aCitizen(here.world, 'Dagny Dag', center, { kind: 'day' })
    const note = await writes(leader, center, dagny, 'Dagny slibede')
    const vagn = await aTempOnDuty('Vagn', center)
    expect(idsOf(await ask(vagn, citizens.ofUnit, { unitId: center.id }))).toEqual([])
    expect(idsOf((await ask(vagn, journal.handover, { unitId: center.id })).notes)).toEqual([])
    await ask(leader, stays.markAttendance, { unitId: center.id, citizenId: dagny.id, here: true })
    expect(idsOf(await ask(vagn, citizens.ofUnit, { unitId: center.id }))).toEqual([dagny.id])
    expect(idsOf((await ask(vagn, journal.handover, { unitId: center.id })).notes)).toEqual([note.id])
    expect(idsOf(await ask(vagn, journal.search, { words: 'slibede' }))).toEqual([note.id])
    await ask(leader, stays.markAttendance, { unitId: center.id, citizenId: dagny.id, here: false })
    expect(idsOf(await ask(vagn, journal.search, { words: 'slibede' }))).toEqual([])
  })
})

/** A unit that shares nothing by itself, with a leader and a citizen who also lives in Solvang. */
async function aCrisisCentre() {
  const unitId = newId()
  const unit: GivenUnit = { id: unitId, name: 'Dannerhjemmet' }
  await ask(here.world.administrator, org.createUnit, {
    id: unitId,
    parentId: here.world.rootUnitId,
    name: unit.name,
    kind: 'offer',
    offerType: 'krisecenter',
    legalGrounds: ['SEL-109'],
    roundTheClock: true,
    noteKinds: ['diary', 'health'],
    shiftStarts: ['07:00'],
  })
  const dorte = await anEmployee(here.world, 'Dorte', 'unit-leader', unit)
  const ida = await aCitizen(here.world, 'Ida Lund', solvang, { kind: 'day' })
  await ask(here.world.administrator, stays.open, {
    id: newId(),
    citizenId: ida.id,
    unitId,
    kind: 'home',
    legalGround: 'SEL-109',
    startsOn: addDays(today(), -3),
  })
  return { unit, dorte, ida }
}

const warnOf = (citizen: GivenCitizen, unit: GivenUnit, kind: string, words: string) => ({
  id: newId(),
  citizenId: citizen.id,
  unitId: unit.id,
  kind,
  text: words,
  reviewOn: addDays(today(), 90),
})

describe('reach to a citizen is not reach to what another unit knows', () => {
  test('of a crisis centre the day centre learns nothing until the citizen agrees, and nothing more when she takes it back', async () => {
    const { unit, dorte, ida } = await aCrisisCentre()
    await ask(dorte, citizens.warn, warnOf(ida, unit, 'violence', 'Eksmand opsøger hende'))
    const note = await writes(dorte, unit, ida, 'Ida fortalte om natten')
    const seen = async () => ({
      units: (await ask(jonas, citizens.card, { citizenId: ida.id })).unitIds,
      warnings: (await ask(jonas, citizens.card, { citizenId: ida.id })).warnings.map(({ text }) => text),
      stays: (await ask(jonas, stays.ofCitizen, { citizenId: ida.id })).map(({ unitName }) => unitName),
      notes: await notesFor(jonas, ida),
      search: idsOf(await ask(jonas, journal.search, { words: 'natten', citizenId: ida.id })),
    })
    const nothing = { units: [solvang.id], warnings: [], stays: ['Solvang'], notes: [], search: [] }
    expect(await seen()).toEqual(nothing)
    const consent = (what: string) => ({
      id: newId(),
      citizenId: ida.id,
      unitId: unit.id,
      what,
      toUnitId: solvang.id,
      toWhom: null,
      basis: 'consent',
      lawReference: null,
      fromOn: today(),
      toOn: null,
      note: null,
    })
    const [stay, warnings, notes] = [consent('stay'), consent('warnings'), consent('notes')]
    for (const given of [stay, warnings, notes]) await ask(dorte, citizens.recordConsent, given)
    const share = { id: newId(), noteId: note.id, toUnitId: solvang.id, consentId: notes.id }
    await ask(dorte, journal.shareNote, share)
    expect(await seen()).toEqual({
      ...nothing,
      warnings: ['Eksmand opsøger hende'],
      stays: ['Dannerhjemmet', 'Solvang'],
      notes: [note.id],
      search: [note.id],
    })
    expect((await ask(dorte, journal.sharesOf, { noteId: note.id }))[0]).toMatchObject({ id: share.id, holds: true })
    expect((await refused(jonas, journal.sharesOf, { noteId: note.id })).code).toBe('kernel.not-found')
    expect(await ask(dorte, journal.sharesAbout, { citizenId: ida.id })).toMatchObject([
      { id: share.id, noteId: note.id, toUnitName: 'Solvang', basis: 'consent', holds: true, permitted: ['end'] },
    ])
    expect(await ask(jonas, journal.sharesAbout, { citizenId: ida.id })).toEqual([])
    const permitted = async (who: Person) =>
      (await ask(who, journal.ofCitizen, { citizenId: ida.id, before: null })).find(({ id }) => id === note.id)
        ?.permitted
    expect(await permitted(dorte)).toContain('share')
    expect(await permitted(jonas)).toEqual([])
    expect((await ask(dorte, citizens.card, { citizenId: ida.id })).permitted).toContain('share')
    expect((await ask(jonas, org.openOffers, {})).map(({ name }) => name)).toContain('Dannerhjemmet')
    expect(idsOf(await ask(jonas, citizens.consentsOf, { citizenId: ida.id })).sort()).toEqual(
      [stay.id, warnings.id, notes.id].sort(),
    )
    await ask(dorte, journal.endShare, { id: share.id, version: 1 })
    expect(await notesFor(jonas, ida)).toEqual([])
    await ask(dorte, journal.shareNote, { ...share, id: newId() })
    for (const given of [stay, warnings, notes])
      await ask(dorte, citizens.withdrawConsent, { id: given.id, version: 1 })
    expect(await seen()).toEqual(nothing)
    expect((await refused(dorte, journal.shareNote, { ...share, id: newId() })).code).toBe('journal.no-consent')
  })

  test('of an ordinary unit the next one sees what it must act on, and no more', async () => {
    const bakkely = await aUnit(here.world, 'Bakkely')
    const bente = await anEmployee(here.world, 'Bente', 'unit-leader', bakkely)
    const svend = await aCitizen(here.world, 'Svend Toft', solvang)
    await ask(here.world.administrator, stays.open, {
      id: newId(),
      citizenId: svend.id,
      unitId: bakkely.id,
      kind: 'day',
      legalGround: null,
      startsOn: today(),
    })
    await ask(mette, citizens.warn, warnOf(svend, solvang, 'epilepsy', 'Anfald ved blinkende lys'))
    await ask(mette, citizens.warn, warnOf(svend, solvang, 'other', 'Taler helst ikke om sin bror'))
    const card = await ask(bente, citizens.card, { citizenId: svend.id })
    expect(card.warnings.map(({ text }) => text)).toEqual(['Anfald ved blinkende lys'])
    expect(card.unitIds).toEqual([bakkely.id])
  })

  test.each([
    [{ toUnitId: null }, 'citizens.shares-with-one'],
    [{ toWhom: 'Lægen' }, 'citizens.shares-with-one'],
    [{ basis: 'law' }, 'citizens.law-missing'],
    [{ lawReference: 'SEL § 1' }, 'citizens.law-not-needed'],
    [{ toOn: '2026-03-01' }, 'citizens.ends-before-it-starts'],
  ])('what cannot be shared as written is said: %o %s', async (more, code) => {
    const bakkely = await aUnit(here.world, `Enhed ${code} ${JSON.stringify(more).length}`)
    const given = {
      id: newId(),
      citizenId: jens.id,
      unitId: solvang.id,
      what: 'notes',
      toUnitId: bakkely.id,
      toWhom: null,
      basis: 'consent',
      lawReference: null,
      fromOn: today(),
      toOn: null,
      note: null,
      ...more,
    }
    expect((await refused(mette, citizens.recordConsent, given)).code).toBe(code)
  })
})

describe('a hidden stay', () => {
  test('elsewhere it is protection and no more, no reason opens where, and no edit there undoes it', async () => {
    const { unit, dorte, ida } = await aCrisisCentre()
    const card = {
      id: ida.id,
      version: 1,
      givenName: 'Ida',
      familyName: 'Lund',
      preferredName: null,
      pronoun: null,
      bornOn: null,
      address: 'Hemmelig Vej 7',
      room: '12',
      phone: '12345678',
      identityProtected: false,
      protectedUntil: null,
      hiddenStay: true,
      about: null,
    }
    await ask(dorte, citizens.change, card)
    expect(await ask(jonas, citizens.card, { citizenId: ida.id })).toMatchObject({
      identityProtected: true,
      hiddenStay: false,
      room: null,
      address: null,
    })
    expect(await ask(dorte, citizens.card, { citizenId: ida.id })).toMatchObject({ hiddenStay: true, room: '12' })
    const revealed = await ask(jonas, citizens.reveal, { citizenId: ida.id, what: 'address', reason: 'Brev' })
    expect(revealed.address).toBeNull()
    await ask(mette, citizens.change, {
      ...card,
      version: 2,
      hiddenStay: false,
      room: null,
      address: null,
      phone: null,
    })
    expect(await ask(dorte, citizens.card, { citizenId: ida.id })).toMatchObject({ hiddenStay: true, room: '12' })
    expect((await ask(dorte, citizens.reveal, { citizenId: ida.id, what: 'address', reason: 'Brev' })).address).toBe(
      'Hemmelig Vej 7',
    )
    expect(idsOf(await ask(dorte, citizens.ofUnit, { unitId: unit.id }))).toEqual([ida.id])
  })

  test('who is protected is found by name, and by neither number nor room', async () => {
    const number = '0101701234'
    const vera = await aCitizen(here.world, 'Vera Værn', solvang, { identityProtected: true, number, room: 'Loftet' })
    const finds = async (words: string) => idsOf(await ask(jonas, citizens.find, { words }))
    expect(await finds('Vera')).toEqual([vera.id])
    expect([...(await finds('1234')), ...(await finds(number)), ...(await finds('Loftet'))]).not.toContain(vera.id)
    const note = await writes(jonas, solvang, vera, 'Vera fandt en særegen muslingeskal')
    expect(await ask(jonas, journal.search, { words: 'muslingeskal' })).toMatchObject([
      { id: note.id, calledName: 'Vera', isProtected: true },
    ])
    const rows = await ask(jonas, stays.ofUnit, { unitId: solvang.id, day: today() })
    const isMarked = (who: GivenCitizen) => rows.find(({ citizenId }) => citizenId === who.id)?.isProtected
    expect([isMarked(vera), isMarked(jens)]).toEqual([true, false])
  })
})

test('a paired tablet keeps of each citizen what its unit is to know, whoever fetched the pack', async () => {
  const bakkely = await aUnit(here.world, 'Bakkebo')
  const both = await anEmployee(here.world, 'Bodil', 'unit-leader', solvang)
  await ask(here.world.administrator, org.grantRole, {
    id: newId(),
    employeeId: both.id,
    role: 'unit-leader',
    unitId: bakkely.id,
    startsOn: today(),
    endsOn: null,
  })
  const tove = await aCitizen(here.world, 'Tove To', solvang)
  await ask(here.world.administrator, stays.open, {
    id: newId(),
    citizenId: tove.id,
    unitId: bakkely.id,
    kind: 'day',
    legalGround: null,
    startsOn: today(),
  })
  await ask(both, citizens.warn, warnOf(tove, bakkely, 'other', 'Kun for Bakkebo'))
  const tabletId = newId()
  await ask(both, continuity.pair, { id: tabletId, unitId: solvang.id, name: 'Kontoret' })
  const pack = await ask(both, continuity.pack, { unitId: solvang.id, tabletId })
  expect(pack.citizens.find(({ id }) => id === tove.id)?.warnings).toEqual([])
})
