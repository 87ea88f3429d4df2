import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { citizens, drafts, employees, nameOf, notes, places, reminders, takeovers, themes, units } from './index.ts'
import { writtenNotes } from './notes/index.ts'
import type { DemoCitizen, DemoNote, DemoStay } from './shape.ts'

const unitByKey = new Map(units.map((u) => [u.key, u]))
const employeeByKey = new Map(employees.map((e) => [e.key, e]))
const citizenByKey = new Map(citizens.map((c) => [c.key, c]))
const stay = (c: DemoCitizen | undefined, unit: string) => c?.stays.find((s) => s.unit === unit)
const open = (s: DemoStay | undefined, day: number) => !!s && s.fromDay <= day && (s.toDay ?? 0) >= day

function granted(by: string, unit: string): boolean {
  return employeeByKey.get(by)?.grants.some((g) => g.unit === unit) ?? false
}

/** The one place where another person is named on purpose: the note is corrected for it. */
const namesOnPurpose = (n: DemoNote) => n.corrected !== undefined

function othersNamed(n: DemoNote): string[] {
  const others = citizens.filter((c) => c.key !== n.citizen && nameOf(c) && stay(c, n.unit))
  return others
    .map(nameOf)
    .filter((name) => new RegExp(`(?<!\\p{L})${name.replace(/[.()]/g, '\\$&')}(?!\\p{L})`, 'u').test(n.text))
}

describe('who and where', () => {
  test('fourteen units under areas under one municipality', () => {
    expect(units.filter((u) => u.kind === 'offer')).toHaveLength(14)
    expect(units.filter((u) => u.kind === 'municipality')).toHaveLength(1)
    for (const u of units) expect(u.parent === null || unitByKey.has(u.parent), u.key).toBe(true)
  })

  test('350 employees and five from the town hall, each granted somewhere that exists', () => {
    expect(employees).toHaveLength(355)
    expect(employeeByKey.size).toBe(355)
    for (const g of employees.flatMap((e) => e.grants)) expect(unitByKey.has(g.unit), g.unit).toBe(true)
    expect(employees.filter((e) => e.demoSignIn)).toHaveLength(14)
  })

  test('420 citizens by unit, 47 with a second place', () => {
    expect(citizenByKey.size).toBe(420)
    for (const [unit, { primary, secondary }] of Object.entries(places)) {
      expect(
        citizens.filter((c) => c.stays[0]?.unit === unit),
        unit,
      ).toHaveLength(primary)
      const second = citizens.filter((c) => c.stays.slice(1).some((s) => s.unit === unit && s.toDay === undefined))
      expect(second, unit).toHaveLength(secondary)
    }
  })

  test('every reference of a citizen resolves', () => {
    for (const c of citizens) {
      for (const s of c.stays) expect(unitByKey.get(s.unit)?.lawGroundIds, c.key).toContain(s.ground)
      for (const p of c.contactPersons)
        expect(
          c.stays.some((s) => granted(p, s.unit)),
          `${c.key} ${p}`,
        ).toBe(true)
      for (const w of c.warnings) expect(employeeByKey.has(w.byKey), c.key).toBe(true)
    }
  })

  test('nobody lives in two homes at once', () => {
    for (const c of citizens) {
      const homes = c.stays.filter((s) => s.kind === 'home')
      for (const day of [-700, -300, -100, -14, -5, 0]) {
        expect(homes.filter((s) => open(s, day)).length, `${c.key} ${day}`).toBeLessThanOrEqual(1)
      }
    }
  })

  test('numbers are replacement numbers that match the birthday, and each its own', () => {
    const numbers = citizens.flatMap((c) => c.cpr ?? [])
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const c of citizens.filter((c) => c.cpr)) {
      const [y = '', m, d] = (c.bornOn ?? '').split('-')
      expect(c.cpr, c.key).toMatch(/^[6-9]\d{9}$/)
      expect(c.cpr?.slice(0, 6), c.key).toBe(`${Number(d) + 60}${m}${y.slice(2)}`)
    }
  })

  test('a face is used once in a unit, and its picture is there', () => {
    for (const unit of Object.keys(places)) {
      const faces = citizens.filter((c) => c.stays[0]?.unit === unit).flatMap((c) => c.portrait ?? [])
      expect(new Set(faces).size, unit).toBe(faces.length)
    }
    for (let i = 0; i < 32; i += 1) {
      expect(existsSync(new URL(`./portraits/${String(i).padStart(2, '0')}.webp`, import.meta.url)), String(i)).toBe(
        true,
      )
    }
  })
})

describe('what was written', () => {
  test('about 2,500 notes, in order, all within two weeks', () => {
    expect(notes.length).toBeGreaterThan(2300)
    expect(notes.length).toBeLessThan(2700)
    for (const n of notes)
      expect(n.day >= -13 && n.day <= 0 && /^([01]\d|2[0-3]):[0-5]\d$/.test(n.time), n.text).toBe(true)
  })

  test('authors are granted at the unit, and citizens were there', () => {
    for (const n of notes) {
      expect(granted(n.by, n.unit), `${n.by} ${n.unit}`).toBe(true)
      if (n.citizen)
        expect(open(stay(citizenByKey.get(n.citizen), n.unit), n.day), `${n.citizen} ${n.unit} ${n.day}`).toBe(true)
      for (const r of n.readBy ?? []) expect(granted(r, n.unit), r).toBe(true)
      if (n.withdrawn) expect(granted(n.withdrawn.by, n.unit)).toBe(true)
      if (n.theme) expect(themes.map((t) => t.key)).toContain(n.theme)
    }
  })

  test('nobody else of the unit is named in a citizen’s note', () => {
    const slips = notes
      .filter((n) => n.citizen && !namesOnPurpose(n))
      .flatMap((n) => othersNamed(n).map((o) => `${o}: ${n.text}`))
    expect(slips).toEqual([])
  })

  test('no slot is left open in a made note', () => {
    for (const n of notes) expect(n.text).not.toMatch(/[{}]|undefined/)
  })

  test('reminders, drafts and takeovers resolve', () => {
    for (const m of [...reminders, ...drafts, ...takeovers])
      expect(granted(m.by, m.unit), `${m.by} ${m.unit}`).toBe(true)
    for (const m of [...reminders, ...drafts]) {
      if (m.citizen) expect(stay(citizenByKey.get(m.citizen), m.unit), m.citizen).toBeDefined()
    }
  })
})

describe('the special cases', () => {
  const about = (word: RegExp) => notes.filter((n) => word.test(n.text)).length

  test('people', () => {
    expect(citizens.filter((c) => c.protectedIdentity && c.hiddenStay)).toHaveLength(1)
    expect(citizens.filter((c) => c.stays.some((s) => s.reason === 'died'))).toHaveLength(1)
    expect(citizens.filter((c) => c.stays.some((s) => s.reason === 'moved-on'))).toHaveLength(1)
    expect(citizenByKey.get('jonas-v')?.stays[0]?.fromDay).toBe(-9)
    expect(citizens.filter((c) => !c.cpr).length).toBeGreaterThanOrEqual(8)
    expect(new Set(notes.filter((n) => n.citizen === 'mette-j').map((n) => n.unit)).size).toBe(2)
  })

  test('notes', () => {
    expect(notes.filter((n) => n.withdrawn)).toHaveLength(1)
    expect(notes.filter((n) => n.corrected).length).toBeGreaterThanOrEqual(2)
    expect(new Set(notes.flatMap((n) => n.shared ?? [])).size).toBeGreaterThanOrEqual(4)
    expect(notes.filter((n) => n.important && !n.readBy).length).toBeGreaterThanOrEqual(10)
    expect(notes.filter((n) => n.kind === 'unit').length).toBeGreaterThanOrEqual(10)
    expect(notes.filter((n) => n.day === 0 && n.time < '07:00').length).toBeGreaterThanOrEqual(10)
    expect(writtenNotes.length).toBeGreaterThan(300)
  })

  test('words a reader will search for', () => {
    for (const word of [/\bfald/i, /faldet/i, /faldt/i, /rollator/i, /tandlæge/i, /søvn/i, /uro/i])
      expect(about(word), String(word)).toBeGreaterThan(3)
  })
})
