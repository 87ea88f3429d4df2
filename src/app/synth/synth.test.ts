import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agrees, apply, look } from '#app/import/run-import.ts'
import { actAs } from '#app/server/new-tenant.ts'
import { journal } from '#features/journal/contract.ts'
import { instantAt } from '#kernel/lang/day.ts'
import { ask, groundOf, type Person, useWorld } from '#kit/world.ts'
import { dayNumber, LocalDay, wallClock } from './calendar.ts'
import { writeCsv } from './csv.ts'
import { wasEmployedOn } from './employees.ts'
import { commonWords, type Loaded, loadInto, rareWords, type SynthNote, synthesise } from './index.ts'
import { dropIndices } from './without-indices.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rt-synth-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const written = (name: string, seed: number) =>
  writeCsv(synthesise({ seed, notes: 2_000, citizens: 60 }), path.join(folder, name))

describe('same seed, same bytes', () => {
  test('two runs with one seed are the same, another seed is not', async () => {
    const [one, two, other] = [await written('one', 7), await written('two', 7), await written('other', 8)]
    expect(one.sha256).toBe(two.sha256)
    expect(other.sha256).not.toBe(one.sha256)
    expect(one.files.map(({ file, lines }) => [file, lines]).at(-1)).toEqual(['notater.csv', 2_000])
  })

  test('the checksum is that of the files, one after the other', async () => {
    const { files, sha256 } = await written('sum', 9)
    const hash = createHash('sha256')
    for (const { file } of files) hash.update(fs.readFileSync(path.join(folder, 'sum', file)))
    expect(hash.digest('hex')).toBe(sha256)
  })

  test('nobody moves in before they are born, whatever the seed and however long the history', () => {
    for (const seed of Array.from({ length: 40 }, (_, n) => n + 1))
      for (const years of [1, 25]) {
        const { stays } = synthesise({ seed, notes: 10, years })
        expect(stays.filter(({ citizen, from }) => Date.parse(citizen.bornOn) / 86_400_000 >= from)).toEqual([])
      }
  })

  test('more notes change none of the people', () => {
    const [few, many] = [synthesise({ seed: 3, notes: 100, years: 1 }), synthesise({ seed: 3, notes: 9_000, years: 1 })]
    expect(many.citizens).toEqual(few.citizens)
    expect(many.employees).toEqual(few.employees)
  })
})

const year = synthesise({ seed: 1, years: 1, notesPerDay: 160, citizens: 420 })
const notes: SynthNote[] = [...year.notes]
const shareOf = (which: (note: SynthNote) => boolean) => notes.filter(which).length / notes.length
const hourOf = ({ writtenAt }: SynthNote) => Number(wallClock(writtenAt).time.slice(0, 2))
const isWeekend = ({ writtenAt }: SynthNote) => new Date(wallClock(writtenAt).day).getUTCDay() % 6 === 0

describe('believable', () => {
  test('the number is exact, and notes come in order of time', () => {
    expect(notes).toHaveLength(365 * 160)
    expect(notes.every((note, index) => index === 0 || note.writtenAt >= notes[index - 1]!.writtenAt)).toBe(true)
    expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length)
    expect(
      notes.every(({ id }) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true)
  })

  test('people write before the shift ends, little at night, and hardly at all by day in the weekend', () => {
    const from = (first: number, last: number) => shareOf((note) => hourOf(note) >= first && hourOf(note) < last)
    expect(from(0, 6)).toBeLessThan(0.06)
    for (const peak of [from(7, 9), from(14, 16), from(21, 23)]) expect(peak).toBeGreaterThan(1.15 * (2 / 24))
    expect(from(14, 16)).toBeGreaterThan(2 * from(16, 18))
    const byDay = notes.filter(({ unit }) => unit.rhythm === 'day')
    expect(byDay.filter(isWeekend).length / byDay.length).toBeLessThan(0.03)
    const houses = notes.filter(({ unit }) => unit.rhythm === 'house')
    expect(houses.filter(isWeekend).length / houses.length).toBeGreaterThan(0.2)
  })

  test('summer and Christmas are quieter', () => {
    const perDay = (first: string, last: string, days: number) =>
      notes.filter(({ writtenAt }) => wallClock(writtenAt).day >= first && wallClock(writtenAt).day <= last).length /
      days
    expect(perDay('2025-07-07', '2025-08-01', 26)).toBeLessThan(0.85 * perDay('2025-09-01', '2025-09-26', 26))
    expect(perDay('2025-12-24', '2025-12-31', 8)).toBeLessThan(0.85 * perDay('2025-11-03', '2025-11-10', 8))
  })

  test('a tenth of the citizens have a third of the notes, and some have few', () => {
    const counts = new Map(year.citizens.map((citizen) => [citizen, 0]))
    for (const { citizen } of notes) if (citizen) counts.set(citizen, counts.get(citizen)! + 1)
    const sorted = [...counts.values()].sort((a, b) => b - a)
    const sum = (some: number[]) => some.reduce((all, each) => all + each, 0)
    expect(sum(sorted.slice(0, 42)) / sum(sorted)).toBeGreaterThan(0.3)
    expect(sum(sorted.slice(-105)) / sum(sorted)).toBeLessThan(0.1)
  })

  test('5 to 80 words, nearly all different', () => {
    const words = notes.map(({ text }) => text.split(/\s+/).length)
    expect(Math.min(...words)).toBeGreaterThanOrEqual(5)
    expect(Math.max(...words)).toBeLessThanOrEqual(80)
    expect(new Set(notes.map(({ text }) => text)).size / notes.length).toBeGreaterThan(0.93)
  })

  test('common words stand in one or two notes of a hundred, rare ones in one of three thousand', () => {
    const having = (word: string) => shareOf(({ text }) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text))
    for (const word of commonWords) expect(having(word), word).toBeGreaterThan(0.01)
    for (const word of commonWords) expect(having(word), word).toBeLessThan(0.02)
    const some = rareWords.filter((_, index) => index % 30 === 0)
    const mean = some.reduce((sum, word) => sum + having(word), 0) / some.length
    expect(1 / mean).toBeGreaterThan(2_000)
    expect(1 / mean).toBeLessThan(4_500)
  })

  test('Danish letters, long compounds, goals that come back, and no blank left open', () => {
    expect(shareOf(({ text }) => /[æøåÆØÅ]/.test(text))).toBeGreaterThan(0.7)
    expect(shareOf(({ text }) => /\p{L}{25,}/u.test(text))).toBeGreaterThan(0.02)
    expect(
      shareOf(({ text, citizen }) => citizen?.goals.some(({ word }) => text.toLowerCase().includes(word)) ?? false),
    ).toBeGreaterThan(0.1)
    expect(notes.filter(({ text }) => /[{}]|undefined| {2}| [.,]/.test(text)).map(({ text }) => text)).toEqual([])
  })

  test('corrections, withdrawals and readings, none from the future', () => {
    expect(shareOf(({ corrections }) => corrections.length > 0)).toBeCloseTo(0.02, 2)
    expect(shareOf(({ withdrawal }) => withdrawal !== null)).toBeGreaterThan(0.001)
    const times = notes.flatMap((note) => [
      note.writtenAt,
      ...note.corrections.map((one) => one.writtenAt),
      ...note.readings.map(({ at }) => at),
    ])
    expect(times.every((at) => at <= year.end + 60_000)).toBe(true)
    expect(notes.every(({ happenedAt, writtenAt }) => happenedAt <= writtenAt)).toBe(true)
    const late = notes.filter(({ writtenAt }) => writtenAt > year.end - 5 * 86_400_000)
    const read = late.filter(({ readings }) => readings.length > 0).length / late.length
    expect(read).toBeGreaterThan(0.6)
    expect(read).toBeLessThan(1)
  })

  test('who writes is employed that day', () => {
    const wrong = notes.filter(({ author, writtenAt }) => !wasEmployedOn(author, dayNumber(wallClock(writtenAt).day)))
    expect(wrong).toEqual([])
  })

  test('no number in it could be that of a living person', () => {
    const [all, number] = [
      JSON.stringify([
        notes.map(({ text }) => text),
        year.employees.map(({ name }) => name),
        year.citizens.map(({ number: own }) => own),
      ]),
      /(?<!\d)(\d{2})\d{4}-?\d{4}(?!\d)/g,
    ]
    const days = [...all.matchAll(number)].map(([, day]) => Number(day))
    expect(days.length).toBeGreaterThan(300)
    expect(days.every((day) => day > 60 && day <= 91)).toBe(true)
  })
})

test('clocks are turned as the product turns them', () => {
  for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26', '2026-01-01'])
    for (let minute = 0; minute < 1_440; minute += 15) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const at = new LocalDay(dayNumber(day)).at(minute)
      expect(new Date(at).toISOString(), `${day} ${time}`).toBe(instantAt(day, time))
      if (!(day === '2026-03-29' && time.startsWith('02'))) expect(wallClock(at)).toEqual({ day, time })
    }
})

describe('in the database', () => {
  const held = useWorld()
  let loaded: Loaded
  let worker: Person
  let indices: unknown[]
  const indicesNow = async () =>
    (await held.world.owner.query(`select indexdef from pg_indexes where schemaname = 'journal' order by indexname`))
      .rows
  const person = async (id: string, name: string): Promise<Person> => {
    const world = { ...held.world, tenant: loaded.tenant }
    return { id, name, by: await actAs(world.house, loaded.tenant, world.clock, id), world }
  }

  beforeAll(async () => {
    indices = await indicesNow()
    loaded = await loadInto(held.world.house, {
      seed: 5,
      notes: 25_000,
      notesPerDay: 300,
      citizens: 120,
      until: '2026-03-10T13:55',
    })
    const one = loaded.made.staff.presentAt(loaded.made.units[0]!).find(({ role }) => role === 'support-worker')!
    worker = await person(one.id, one.name)
  })

  test('every row is there, and every index is back', async () => {
    expect(loaded.counts['journal.note']).toBe(25_000)
    expect(loaded.indicesAfterwards).toBe(true)
    for (const table of [
      'journal.correction',
      'journal.withdrawal',
      'journal.reading',
      'journal.takeover',
      'journal.draft',
      'stays.attendance',
    ])
      expect(loaded.counts[table], table).toBeGreaterThan(0)
    expect(await indicesNow()).toEqual(indices)
    expect((await held.world.owner.query(`select to_regnamespace('kernel_synth') as gone`)).rows[0].gone).toBeNull()
  })

  test('a citizen has their notes', async () => {
    const unit = loaded.made.units[0]!
    const citizen = loaded.made.stays.find((stay) => stay.unit === unit && stay.to === null)!.citizen
    const page = JSON.stringify(await ask(worker, journal.ofCitizen, { citizenId: citizen.id, before: null }))
    expect(page).toContain(citizen.id)
  })

  test('search finds a common word, and only within reach', async () => {
    const found = JSON.stringify(await ask(worker, journal.search, { words: 'uro' }))
    expect(found).toContain(loaded.made.units[0]!.id)
    for (const unit of loaded.made.units.slice(1)) expect(found).not.toContain(unit.id)
  })

  test('the handover is what came since the last takeover, and nothing before it', async () => {
    const unit = loaded.made.units[0]!
    const taken = [...loaded.made.takeovers()]
      .filter((one) => one.unit === unit && one.employee.role === 'support-worker')
      .at(-1)!
    const {
      notes: shown,
      since,
      more,
    } = await ask(await person(taken.employee.id, taken.employee.name), journal.handover, { unitId: unit.id })
    expect(Date.parse(since!)).toBe(taken.at)
    const fresh = shown.filter(({ isNew }) => isNew)
    const after = [...loaded.made.notes].filter((note) => note.unit === unit && note.writtenAt > taken.at)
    const ids = new Set(fresh.map(({ id }) => id))
    expect(more).toBe(0)
    expect(after.filter(({ id }) => !ids.has(id))).toEqual([])
    const slack = fresh.filter(
      ({ writtenAt, version }) => version === 1 && Date.parse(writtenAt) < taken.at - 30 * 60_000,
    )
    expect(slack.filter(({ withdrawn }) => !withdrawn)).toEqual([])
  })

  test('a run that was killed while the indices were away is mended by the next', async () => {
    await dropIndices(held.world.owner)
    expect((await indicesNow()).length).toBeLessThan(indices.length)
    await loadInto(held.world.house, { seed: 'next', notes: 10, citizens: 20 })
    expect(await indicesNow()).toEqual(indices)
  })

  test('the same name twice is refused, and stores nothing', async () => {
    await expect(loadInto(held.world.house, { seed: 5, notes: 10 })).rejects.toThrow('synth-5 is there already')
  })

  test('the files go in by bin/import without a fault', async () => {
    const target = path.join(folder, 'import')
    await writeCsv(synthesise({ seed: 6, notes: 1_200, citizens: 60, until: '2026-03-09' }), target)
    const { world } = held
    const importing = { ground: groundOf(world), by: world.administrator.by, folder: target }
    const looked = await look(importing)
    expect(looked.faults).toEqual([])
    const { done } = await apply(importing, looked)
    expect(done).toHaveLength(5)
    expect(done.every(agrees)).toBe(true)
  })
})
