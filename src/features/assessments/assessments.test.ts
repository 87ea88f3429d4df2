import { beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { ask, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { assessments, type Form } from './contract.ts'

const here = useWorld()
let solvang: GivenUnit
let jens: GivenCitizen
let mette: Person
let jonas: Person
let sanne: Person
let fatima: Person
let suna: Person

beforeAll(async () => {
  const { world } = here
  solvang = await aUnit(world, 'Solvang')
  const bakkely = await aUnit(world, 'Bakkely')
  jens = await aCitizen(world, 'Jens Brandt', solvang)
  mette = await anEmployee(world, 'Mette', 'unit-leader', solvang)
  jonas = await anEmployee(world, 'Jonas', 'support-worker', solvang)
  sanne = await anEmployee(world, 'Sanne', 'specialist', solvang)
  fatima = await anEmployee(world, 'Fatima', 'support-worker', bakkely)
  suna = await anEmployee(world, 'Suna', 'super-user', solvang)
})

const anAnswer = (more: Record<string, unknown> = {}) => ({
  id: newId(),
  version: null as number | null,
  citizenId: jens.id,
  unitId: solvang.id,
  formKey: 'voldsrisiko',
  formVersion: 1,
  given: { irritabel: true, truer: true, ting: true, sum: 99 },
  answeredOn: '2026-03-10',
  sign: true,
  ...more,
})
const ofJens = (by: Person) => ask(by, assessments.ofCitizen, { citizenId: jens.id })

test('Jonas fills in the checklist; its sum is the house’s own, and the band says what to do', async () => {
  const answer = anAnswer()
  expect(await ask(jonas, assessments.save, answer)).toMatchObject({ score: 3, band: 'mange' })
  const row = (await ofJens(mette)).find(({ id }) => id === answer.id)
  expect(row).toMatchObject({
    formTitle: 'Tegn på uro og vold, denne vagt',
    score: 3,
    band: 'mange',
    writtenByName: 'Jonas',
  })
  expect(row?.form.bands.find(({ key }) => key === 'mange')?.action).toContain('vagtansvarlige')
  expect((await trailOf(here.world, 'assessments.save')).at(-1)).toMatchObject({
    subject_id: jens.id,
    scope_id: solvang.id,
  })
  expect((await refused(jonas, assessments.save, { ...answer, version: 1 })).code).toBe('assessments.signed-already')
})

test('put away half done it is its author’s alone; signed with something missing it is refused with the field', async () => {
  const answer = anAnswer({ formKey: 'smerte', given: { 'kan-sige': true }, sign: false })
  await ask(jonas, assessments.save, answer)
  expect((await ofJens(mette)).some(({ id }) => id === answer.id)).toBe(false)
  const problem = await refused(jonas, assessments.save, { ...answer, version: 1, sign: true })
  expect([problem.code, problem.faults[0]?.field]).toEqual(['assessments.required', 'given.tal'])
  expect((await refused(mette, assessments.save, { ...answer, version: 1 })).code).toBe('assessments.not-yours')
  expect((await refused(jonas, assessments.save, { ...answer, version: 7 })).kind).toBe('stale')
  await ask(jonas, assessments.save, { ...answer, version: 1, given: { 'kan-sige': true, tal: 5 }, sign: true })
  expect((await ofJens(mette)).find(({ id }) => id === answer.id)).toMatchObject({ score: 5, band: 'moderat' })
  expect((await refused(jonas, assessments.save, anAnswer({ answeredOn: '2026-03-11' }))).code).toBe(
    'assessments.in-the-future',
  )
})

test('health forms are for those who follow health', async () => {
  const answer = anAnswer({ formKey: 'vaegt', given: { kilo: 81 } })
  await ask(jonas, assessments.save, answer)
  expect((await ofJens(jonas)).some(({ id }) => id === answer.id)).toBe(true)
  expect((await ofJens(sanne)).some(({ id }) => id === answer.id)).toBe(false)
  expect((await refused(sanne, assessments.save, anAnswer({ formKey: 'vaegt', given: { kilo: 81 } }))).kind).toBe(
    'not-found',
  )
})

test('a slip is struck out by its author', async () => {
  const answer = anAnswer()
  await ask(jonas, assessments.save, answer)
  expect((await refused(mette, assessments.strike, { id: answer.id, version: 1, reason: 'x' })).code).toBe(
    'assessments.not-yours',
  )
  await ask(jonas, assessments.strike, { id: answer.id, version: 1, reason: 'Forkert borger' })
  expect((await ofJens(mette)).find(({ id }) => id === answer.id)?.struck).toMatchObject({ reason: 'Forkert borger' })
})

test('a super-user makes a form and a second version of it; answers keep the one they were given under', async () => {
  const form: Form = {
    key: 'ro',
    version: 1,
    title: 'Ro om aftenen',
    purpose: 'Til aftenvagten',
    isHealth: false,
    fields: [{ key: 'ro', kind: 'scale', label: 'Hvor rolig?', min: 0, max: 10, required: true }],
    score: 'ro',
    bands: [],
  }
  expect((await refused(jonas, assessments.makeForm, { id: newId(), form })).kind).toBe('not-found')
  await ask(suna, assessments.makeForm, { id: newId(), form })
  const answer = anAnswer({ formKey: 'ro', given: { ro: 4 } })
  await ask(jonas, assessments.save, answer)
  expect((await refused(suna, assessments.makeForm, { id: newId(), form })).code).toBe('assessments.version-follows')
  await ask(suna, assessments.makeForm, { id: newId(), form: { ...form, version: 2, title: 'Ro om natten' } })
  expect((await ofJens(jonas)).find(({ id }) => id === answer.id)).toMatchObject({
    formTitle: 'Ro om aftenen',
    formVersion: 1,
  })
  expect((await ask(jonas, assessments.forms, {})).map((one) => [one.id, one.form.version])).toEqual([['ro', 2]])
  expect((await refused(suna, assessments.makeForm, { id: newId(), form: { ...form, key: 'vaegt' } })).code).toBe(
    'assessments.shipped',
  )
  expect((await refused(jonas, assessments.save, anAnswer({ formKey: 'ukendt' }))).code).toBe(
    'assessments.form-unknown',
  )
})

test('what is due: fourteen days after they came, or after the unit chose the form; then after so many months; signed it goes away', async () => {
  const anna = await aCitizen(here.world, 'Anna Holm', solvang)
  const use = { id: newId(), unitId: solvang.id, formKey: 'trafiklys', moveInDays: 14, everyMonths: 3, end: false }
  expect((await refused(jonas, assessments.use, use)).kind).toBe('not-found')
  await ask(mette, assessments.use, use)
  expect(await ask(jonas, assessments.usedAt, { unitId: solvang.id })).toEqual({
    id: solvang.id,
    used: [{ id: 'trafiklys', moveInDays: 14, everyMonths: 3 }],
    permitted: [],
  })
  expect((await ask(mette, assessments.usedAt, { unitId: solvang.id })).permitted).toEqual(['use'])
  const dueOf = async () =>
    (await ask(jonas, assessments.due, { unitId: solvang.id })).find(({ citizenId }) => citizenId === anna.id)
  expect(await dueOf()).toMatchObject({ formKey: 'trafiklys', dueOn: '2026-03-24', lastOn: null, calledName: 'Anna' })
  const words = Object.fromEntries(
    ['groen', 'gul', 'roed'].flatMap((one) => [`${one}-tegn`, `${one}-goer`]).map((key) => [key, 'x']),
  )
  await ask(jonas, assessments.save, anAnswer({ citizenId: anna.id, formKey: 'trafiklys', given: words }))
  expect(await dueOf()).toBeUndefined()
  await ask(mette, assessments.use, { ...use, id: newId(), end: true })
  expect((await ask(jonas, assessments.usedAt, { unitId: solvang.id })).used).toEqual([])
})

test('out of reach is as if it were not there', async () => {
  expect((await refused(fatima, assessments.ofCitizen, { citizenId: jens.id })).code).toBe('kernel.not-found')
  expect((await refused(fatima, assessments.save, anAnswer())).code).toBe('kernel.not-found')
  expect((await refused(fatima, assessments.due, { unitId: solvang.id })).code).toBe('kernel.not-found')
})

const aDraft = (more: Record<string, unknown> = {}) => ({
  id: newId(),
  citizenId: jens.id,
  unitId: solvang.id,
  formKey: 'smerte',
  formVersion: 1,
  given: { 'kan-sige': true, tal: 'otte' },
  answeredOn: '2026-03-10',
  revision: 1,
  ...more,
})

test('what Jonas types is saved as it is, even what is no number yet; an older save arriving late changes nothing', async () => {
  const draft = aDraft()
  expect(await ask(jonas, assessments.saveDraft, draft)).toMatchObject({ revision: 1 })
  await ask(jonas, assessments.saveDraft, { ...draft, revision: 3, given: { 'kan-sige': true, tal: 8 } })
  expect(await ask(jonas, assessments.saveDraft, { ...draft, revision: 2, given: {} })).toMatchObject({ revision: 3 })
  expect((await ofJens(jonas)).find(({ id }) => id === draft.id)).toMatchObject({
    given: { 'kan-sige': true, tal: 8 },
    signedAt: null,
    revision: 3,
  })
  expect((await ofJens(mette)).some(({ id }) => id === draft.id)).toBe(false)
  expect((await refused(mette, assessments.saveDraft, { ...draft, revision: 9 })).kind).toBe('not-found')
  const saves = (await trailOf(here.world, 'assessments.saveDraft')).filter(({ outcome }) => outcome === 'done')
  expect(saves.filter(({ subject_id }) => subject_id === jens.id)).toHaveLength(1)
  const given = { 'kan-sige': true, tal: 8 }
  const signing = { ...anAnswer({ id: draft.id, formKey: 'smerte', given }), version: null }
  expect(await ask(jonas, assessments.save, signing)).toMatchObject({ score: 8, band: 'staerk' })
  await ask(jonas, assessments.saveDraft, { ...draft, revision: 9, given: { tal: 1 } })
  expect((await ofJens(mette)).find(({ id }) => id === draft.id)).toMatchObject({ given, score: 8 })
})

test('Sanne, who does not follow health, cannot even begin a form of that class', async () => {
  expect((await refused(sanne, assessments.saveDraft, aDraft())).kind).toBe('not-found')
  expect(await ask(sanne, assessments.forCitizen, { citizenId: jens.id })).toEqual({
    id: jens.id,
    unitIds: [solvang.id],
    healthUnitIds: [],
  })
  await ask(sanne, assessments.saveDraft, aDraft({ formKey: 'voldsrisiko', given: { truer: true } }))
  expect((await refused(jonas, assessments.saveDraft, aDraft({ formKey: 'ukendt' }))).kind).toBe('not-found')
})

test('a draft thrown away is empty, gone from the list, and no late save brings it back', async () => {
  const draft = aDraft({ formKey: 'voldsrisiko', given: { gjort: 'Gik en tur' } })
  await ask(jonas, assessments.saveDraft, draft)
  await ask(mette, assessments.discardDraft, { id: draft.id })
  expect((await ofJens(jonas)).some(({ id }) => id === draft.id)).toBe(true)
  await ask(jonas, assessments.discardDraft, { id: draft.id })
  await ask(jonas, assessments.saveDraft, { ...draft, revision: 5 })
  expect((await ofJens(jonas)).some(({ id }) => id === draft.id)).toBe(false)
  const { rows } = await here.world.owner.query('select given from assessments.answer where id = $1', [draft.id])
  expect(rows).toEqual([{ given: {} }])
  expect((await refused(jonas, assessments.save, { ...anAnswer({ id: draft.id }), version: null })).code).toBe(
    'assessments.struck-already',
  )
})

test('a photo lies with the draft it was taken for, and is fetched by those who see the answer', async () => {
  const form: Form = {
    key: 'saar',
    version: 1,
    title: 'Sår',
    purpose: '',
    isHealth: true,
    fields: [{ key: 'billede', kind: 'photo', label: 'Billede' }],
    bands: [],
  }
  await ask(suna, assessments.makeForm, { id: newId(), form })
  const draft = aDraft({ formKey: 'saar', given: {} })
  await ask(jonas, assessments.saveDraft, draft)
  const fileId = newId()
  const content = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
  const photo = { id: fileId, answerId: draft.id, name: 'saar.jpg', content }
  expect((await refused(jonas, assessments.attach, { ...photo, name: 'saar.pdf' })).code).toBe('assessments.no-photo')
  expect((await refused(mette, assessments.attach, photo)).code).toBe('assessments.not-yours')
  await ask(jonas, assessments.attach, photo)
  expect((await refused(jonas, assessments.photo, { answerId: draft.id, fileId })).kind).toBe('not-found')
  const signing = anAnswer({ id: draft.id, formKey: 'saar', given: { billede: fileId } })
  await ask(jonas, assessments.save, signing)
  expect(await ask(mette, assessments.photo, { answerId: draft.id, fileId })).toMatchObject({ mediaType: 'image/jpeg' })
  expect((await refused(sanne, assessments.photo, { answerId: draft.id, fileId })).kind).toBe('not-found')
  expect((await refused(jonas, assessments.attach, { ...photo, id: newId() })).code).toBe('assessments.signed-already')
})

test('on paper: empty for the hand, and as it was filled in', async () => {
  const begins = ({ content }: { content: string }) => Buffer.from(content, 'base64').subarray(0, 5).toString()
  const empty = await ask(jonas, assessments.paper, { formKey: 'smerte', formVersion: 1 })
  expect([empty.name, begins(empty)]).toEqual(['smerte.pdf', '%PDF-'])
  const answer = anAnswer({
    formKey: 'mestring',
    given: { tegn: [{ tegn: 'Går frem og tilbage' }], underskrift: 'Jens' },
  })
  await ask(jonas, assessments.save, answer)
  const filled = await ask(mette, assessments.paperOf, { id: answer.id })
  expect([filled.name, begins(filled)]).toEqual(['mestring-2026-03-10.pdf', '%PDF-'])
  expect((await trailOf(here.world, 'assessments.paperOf')).at(-1)).toMatchObject({ subject_id: jens.id })
  expect((await refused(fatima, assessments.paperOf, { id: answer.id })).kind).toBe('not-found')
  expect((await refused(jonas, assessments.paper, { formKey: 'ukendt', formVersion: 1 })).code).toBe(
    'assessments.form-unknown',
  )
})

test('Suna makes a form as a sketch of her own, leaves it, and publishes it when it is whole', async () => {
  const id = newId()
  const content = { key: 'maaltid', title: '', purpose: '', isHealth: false, fields: [], bands: [] }
  await ask(suna, assessments.saveSketch, { id, content, revision: 1 })
  const fields = [{ key: 'mad', kind: 'yes-no' as const, label: 'Spiste med de andre?' }]
  await ask(suna, assessments.saveSketch, { id, content: { ...content, title: 'Måltid', fields }, revision: 2 })
  await ask(suna, assessments.saveSketch, { id, content, revision: 1 })
  const found = (await ask(suna, assessments.making, {})).find((one) => one.id === 'maaltid')
  expect(found).toMatchObject({ published: null, sketch: { id, revision: 2, content: { title: 'Måltid' } } })
  expect((await refused(jonas, assessments.making, {})).kind).toBe('not-found')
  expect((await refused(jonas, assessments.saveSketch, { id: newId(), content, revision: 1 })).kind).toBe('not-found')
  const form: Form = { ...content, title: 'Måltid', fields, version: 1 }
  const faulty = await refused(suna, assessments.makeForm, {
    id,
    form: { ...form, fields: [{ ...fields[0]!, label: '' }] },
  })
  expect(faulty.faults[0]?.field).toBe('form.fields.0.label')
  await ask(suna, assessments.makeForm, { id, form })
  expect((await ask(suna, assessments.making, {})).find((one) => one.id === 'maaltid')).toMatchObject({
    published: { version: 1 },
    sketch: null,
  })
  const other = newId()
  await ask(suna, assessments.saveSketch, { id: other, content, revision: 1 })
  await ask(suna, assessments.discardSketch, { id: other })
  expect((await ask(suna, assessments.making, {})).find((one) => one.id === 'maaltid')?.sketch).toBeNull()
})
