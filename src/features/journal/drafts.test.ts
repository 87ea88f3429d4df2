import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aNote, writes } from '#kit/notes.ts'
import { ask, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { journal } from './contract.ts'
import { forgetEndedDrafts } from './server/index.ts'

const here = useWorld()
let house: GivenUnit
let jens: GivenCitizen
let jonas: Person
let nadia: Person

beforeAll(async () => {
  house = await aUnit(here.world, 'Solvang')
  jens = await aCitizen(here.world, 'Jens Brandt', house)
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', house)
  nadia = await anEmployee(here.world, 'Nadia', 'night-worker', house)
})

const typed = (id: string, text: string, revision: number, more = {}) => ({
  id,
  unitId: house.id,
  citizenId: jens.id,
  content: { text },
  revision,
  ...more,
})
const mine = async (by: Person, id: string) => (await ask(by, journal.myDrafts, {})).find((draft) => draft.id === id)

describe('a draft', () => {
  test('keeps the newest words, whatever order they arrive in; one entry in the trail', async () => {
    const id = newId()
    const before = (await trailOf(here.world, 'journal.saveDraft')).length
    await ask(jonas, journal.saveDraft, typed(id, 'J', 1))
    await ask(jonas, journal.saveDraft, typed(id, 'Jens sov', 3))
    expect(await ask(jonas, journal.saveDraft, typed(id, 'Jens', 2))).toMatchObject({ revision: 3 })
    expect((await mine(jonas, id))!.content).toEqual({ text: 'Jens sov' })
    expect((await trailOf(here.world, 'journal.saveDraft')).length - before).toBe(1)
  })

  test('two tablets of one person at the same moment: the higher revision stands', async () => {
    const id = newId()
    await Promise.all(
      [5, 9, 7, 3, 8].map((revision) => ask(jonas, journal.saveDraft, typed(id, `udgave ${revision}`, revision))),
    )
    expect(await mine(jonas, id)).toMatchObject({ revision: 9, content: { text: 'udgave 9' } })
  })

  test('is its author’s only: nobody else reads it, writes it or throws it away', async () => {
    const id = newId()
    await ask(jonas, journal.saveDraft, typed(id, 'Mit', 1))
    expect(await mine(nadia, id)).toBeUndefined()
    expect(await refused(nadia, journal.saveDraft, typed(id, 'Dit', 2))).toMatchObject({
      kind: 'not-found',
      code: 'kernel.not-found',
    })
    await ask(nadia, journal.discardDraft, { id })
    await ask(nadia, journal.write, aNote(here.world, house, jens, 'Nadias note', { draftId: id }))
    expect((await mine(jonas, id))!.content).toEqual({ text: 'Mit' })
  })

  test('ends with the note; an autosave that comes late cannot bring it back', async () => {
    const [saved, unsaved] = [newId(), newId()]
    await ask(jonas, journal.saveDraft, typed(saved, 'Færdig', 1))
    await writes(jonas, house, jens, 'Færdig', { draftId: saved })
    await writes(jonas, house, jens, 'Færdig på én gang', { draftId: unsaved })
    await ask(jonas, journal.saveDraft, typed(saved, 'Færdig.', 2))
    await ask(jonas, journal.saveDraft, typed(unsaved, 'Færdig på én', 1))
    expect([await mine(jonas, saved), await mine(jonas, unsaved)]).toEqual([undefined, undefined])
    const { rows } = await here.world.owner.query('select content from journal.draft where id = any ($1)', [
      [saved, unsaved],
    ])
    expect(rows).toEqual([{ content: {} }, { content: {} }])
  })

  test('is thrown away once or twice with the same answer', async () => {
    const id = newId()
    await ask(jonas, journal.saveDraft, typed(id, 'Nej', 1))
    expect(await ask(jonas, journal.discardDraft, { id }, 'væk')).toEqual({ id })
    expect(await ask(jonas, journal.discardDraft, { id }, 'væk')).toEqual({ id })
    expect(await mine(jonas, id)).toBeUndefined()
  })

  test('about a citizen out of reach is answered as if there were none', async () => {
    const elsewhere = await aUnit(here.world, 'Bakkely')
    const kaja = await aCitizen(here.world, 'Kaja Lind', elsewhere)
    for (const citizenId of [kaja.id, newId()])
      expect(await refused(jonas, journal.saveDraft, typed(newId(), 'Kaja', 1, { citizenId }))).toMatchObject({
        kind: 'not-found',
      })
    expect(
      await refused(jonas, journal.saveDraft, typed(newId(), 'Kaja', 1, { citizenId: kaja.id, unitId: null })),
    ).toMatchObject({ kind: 'not-found' })
    await ask(jonas, journal.saveDraft, typed(newId(), 'Endnu om ingen', 1, { citizenId: null, unitId: null }))
  })

  test('survives that the citizen moves out of reach while it is written', async () => {
    const ole = await aCitizen(here.world, 'Ole Vind', house)
    const id = newId()
    await ask(jonas, journal.saveDraft, typed(id, 'Ole', 1, { citizenId: ole.id }))
    await here.world.owner.query('delete from citizens.tie where citizen_id = $1', [ole.id])
    await ask(jonas, journal.saveDraft, typed(id, 'Ole flyttede', 2, { citizenId: ole.id }))
    expect((await mine(jonas, id))!.content).toEqual({ text: 'Ole flyttede' })
  })

  test('its empty row is forgotten a month after it ended; what is being written stays', async () => {
    const [old, fresh, going] = [newId(), newId(), newId()]
    for (const id of [old, fresh, going]) await ask(jonas, journal.saveDraft, typed(id, 'Ord', 1))
    for (const id of [old, fresh]) await ask(jonas, journal.discardDraft, { id })
    await here.world.owner.query(`update journal.draft set ended_at = '2026-02-01' where id = $1`, [old])
    expect(await forgetEndedDrafts(here.world.db, here.world.clock.now())).toBe(1)
    const { rows } = await here.world.owner.query('select id from journal.draft where id = any ($1)', [
      [old, fresh, going],
    ])
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([fresh, going]))
  })
})
