import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OfferGroup } from '#features/org/offer-groups.ts'
import { readEgebaek, withEgebaek } from '#kit/egebaek.ts'
import type { Given, SettingValue, SourceKind } from './contract.ts'
import {
  diff,
  fromTheirs,
  isSameValue,
  isWaiting,
  offered,
  resolve,
  rooted,
  runningOf,
  setUpOf,
  shiftStartsOf,
  toTheirs,
  type Values,
  waits,
  whyNotApply,
  whyNotPropose,
  whyNotRelease,
  whyNotSuggest,
  whyNotUndo,
} from './rules.ts'
import { type SettingKey, settingKeys, specOf } from './settings.ts'
import { byProduct, byTemplate, firstTemplates, givenBy, productValues, startingSetUp } from './templates.ts'
import { sortedChanges } from './today.ts'

const from = (kind: SourceKind, ref = 'Q01'): Given['source'] => ({ kind, ref, label: `${kind} ${ref}`, record: null })

/** Any value the setting may have. */
function worth(key: SettingKey): fc.Arbitrary<SettingValue> {
  const spec = specOf(key)
  const options = 'options' in spec ? Object.keys(spec.options) : []
  switch (spec.kind) {
    case 'flag':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: 1, max: 90 })
    case 'numbers':
      return fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 })
    case 'times':
      return fc.constantFrom<SettingValue>(['08:00-16:00'], ['07:00-15:00', '15:00-23:00', '23:00-07:00'])
    case 'one':
      return fc.constantFrom(null, ...options)
    case 'several':
      return fc.subarray(options)
  }
}
const aGiven = (kinds: readonly SourceKind[]): fc.Arbitrary<Given> =>
  fc
    .constantFrom(...settingKeys)
    .chain((key) =>
      fc
        .tuple(worth(key), fc.constantFrom(...kinds), fc.constantFrom('Q01', 'Q02', 'D-018'))
        .map(([value, kind, ref]) => ({ key, value, source: from(kind, ref) })),
    )
const anySetUp = fc.array(aGiven(['product', 'template', 'answer', 'decision']), { maxLength: 60 }).map(resolve)

describe('what holds of all that is given', () => {
  test('product, then template, then own answer, then decision, in whatever order they come', () => {
    const word = (value: string, kind: SourceKind) =>
      ({ key: 'terminology.citizen', value, source: from(kind) }) as const
    const all = [
      word('guest', 'decision'),
      word('user', 'answer'),
      word('resident', 'template'),
      word('citizen', 'product'),
    ]
    expect(resolve(all).get('terminology.citizen')?.value).toBe('guest')
    expect(resolve(all.slice(1)).get('terminology.citizen')?.value).toBe('user')
    expect(resolve(all.slice(2)).get('terminology.citizen')?.value).toBe('resident')
    expect(resolve([word('user', 'answer'), word('guest', 'answer')]).get('terminology.citizen')?.value).toBe('guest')
  })

  test('rule 6: no template, however new, overwrites a unit’s own answer or a decision', () => {
    const own = fc.array(aGiven(['answer', 'decision']), { maxLength: 30 })
    const templates = fc.array(aGiven(['product', 'template']), { maxLength: 60 })
    fc.assert(
      fc.property(own, templates, (own, templates) => {
        const mine = resolve(own)
        const all = resolve([...own, ...templates])
        for (const [key, given] of mine) expect(all.get(key)).toEqual(given)
        const template = Object.fromEntries(templates.map(({ key, value }) => [key, value])) as Values
        for (const { key } of offered(all, template).changes) expect(mine.has(key)).toBe(false)
      }),
    )
  })

  test('rule 15: a value that differs from product and template has an answer or a decision behind it', () => {
    const group = fc.constantFrom(...(Object.keys(firstTemplates) as OfferGroup[]))
    fc.assert(
      fc.property(group, fc.array(aGiven(['answer', 'decision']), { maxLength: 30 }), (group, own) => {
        const start = startingSetUp(firstTemplates[group], group, 1)
        const live = resolve([...start.values(), ...own])
        for (const { key, new: now } of diff(start, live)) {
          expect(now && ['answer', 'decision'].includes(now.source.kind), key).toBe(true)
          expect(now!.source.label).not.toBe('')
        }
      }),
    )
  })
})

describe('the difference between two set-ups', () => {
  test('leads from the one to the other, and there is none between two alike', () => {
    fc.assert(
      fc.property(anySetUp, anySetUp, (before, after) => {
        const changed = new Map(before)
        for (const { key, new: now } of diff(before, after)) now ? changed.set(key, now) : changed.delete(key)
        for (const one of rooted(before, after)) changed.set(one.key, one)
        expect(new Map([...changed].sort())).toEqual(new Map([...after].sort()))
        expect(diff(after, after)).toEqual([])
      }),
    )
  })

  test('a value that stays and comes from elsewhere is no change, but its source is told anew', () => {
    const [before, after] = [
      setUpOf([{ key: 'teams', value: 2, source: from('template') }]),
      setUpOf([{ key: 'teams', value: 2, source: from('answer', 'Q03') }]),
    ]
    expect(diff(before, after)).toEqual([])
    expect(rooted(before, after).map(({ source }) => source.ref)).toEqual(['Q03'])
  })
})

test('what is proposed must be a value the setting may have, and come once', () => {
  const one = (key: SettingKey, value: SettingValue) => whyNotPropose([{ key, value, source: from('answer') }])?.code
  expect(one('shift.model', 'three-shifts')).toBeUndefined()
  for (const [key, value] of [
    ['shift.model', 'tre_vagter'],
    ['shift.times', ['7-15']],
    ['shift.times', []],
    ['journal.types', ['diary', 'diary']],
    ['modules.goals', null],
    ['teams', 'to'],
    ['visits.noShowLadder', ['en']],
    ['terminology.citizen', 'constructor'],
  ] as [SettingKey, SettingValue][])
    expect(one(key, value), `${key} ${value}`).toBe('profiles.no-such-value')
  const twice = { key: 'teams', value: 2, source: from('answer') } as const
  expect(whyNotPropose([twice, twice])?.code).toBe('profiles.twice')
  fc.assert(fc.property(aGiven(['answer']), (given) => whyNotPropose([given]) === undefined))
})

test('a person’s proposal comes from an answer or a decision, and an answer does not push a decision aside', () => {
  const live = setUpOf([{ key: 'tasks.doubleSign', value: true, source: from('decision', 'D-018') }])
  const off = (kind: SourceKind) =>
    whyNotSuggest(live, [{ key: 'tasks.doubleSign', value: false, source: from(kind) }])?.code
  expect([off('product'), off('template'), off('answer'), off('decision')]).toEqual([
    'profiles.needs-a-reason',
    'profiles.needs-a-reason',
    'profiles.source-too-weak',
    undefined,
  ])
  expect(whyNotRelease({ 'shift.modell': 'night' })?.code).toBe('profiles.no-such-setting')
  expect(whyNotRelease({ 'shift.model': 'nat' })?.code).toBe('profiles.no-such-value')
})

test('a set-up is applied once, in order, forward, over what was seen; and taken back while nothing leans on it', () => {
  const right = {
    appliedOn: null,
    fromOn: '2026-03-10',
    today: '2026-03-10',
    seenId: 'a',
    standing: { id: 'a', fromOn: '2026-03-01' },
    changes: 2,
  }
  const codeOf = (odd: Partial<typeof right> | { appliedOn: string }) => whyNotApply({ ...right, ...odd })?.code
  expect(codeOf({})).toBeUndefined()
  expect(codeOf({ appliedOn: '2026-03-02' })).toBe('profiles.applied-already')
  expect(codeOf({ fromOn: '2026-03-09' })).toBe('profiles.applies-backwards')
  expect(codeOf({ seenId: 'b' })).toBe('profiles.another-applied')
  expect(codeOf({ standing: { id: 'a', fromOn: '2026-04-01' } })).toBe('profiles.out-of-order')
  expect(codeOf({ changes: 0 })).toBe('profiles.changes-nothing')
  const standing = { isUndone: false, isLatest: true, leaning: 0 }
  expect(whyNotUndo(standing)).toBeUndefined()
  expect(whyNotUndo({ ...standing, isUndone: true })?.code).toBe('profiles.undone-already')
  expect(whyNotUndo({ ...standing, isLatest: false })?.code).toBe('profiles.not-the-latest')
  expect(whyNotUndo({ ...standing, leaning: 3 })).toMatchObject({ code: 'profiles.is-leant-on', facts: { count: 3 } })
})

describe('what the product does not run', () => {
  test('waits, and only what is asked for does', () => {
    expect(waits('modules.medicine', true)).toBe('all')
    expect(isWaiting('modules.medicine', false)).toBe(false)
    expect(isWaiting('modules.force', null)).toBe(false)
    expect(waits('journal.types', ['diary', 'child'])).toEqual(['child'])
    expect(isWaiting('access.scope', 'unit')).toBe(false)
    expect(isWaiting('access.scope', 'hidden')).toBe(true)
  })

  test('never reaches a screen: care runs on what it has, else as it always did', () => {
    const asked = givenBy({ 'journal.types': ['conversation', 'anonymous'], 'goals.followUpDays': 30 }, from('answer'))
    expect(runningOf(setUpOf(asked))).toEqual({
      noteKinds: ['conversation', 'unit'],
      shiftStarts: null,
      citizenWord: null,
      handover: null,
      handoverOrder: null,
      takesOver: null,
      goals: null,
      goalWeeks: 5,
      packPlace: null,
    })
    expect(runningOf(setUpOf(givenBy({ 'journal.types': ['anonymous'] }, from('answer')))).noteKinds).toBeNull()
    expect(shiftStartsOf(['07:00-15:00', '15:00-22:30', '22:30-07:00'])).toEqual(['07:00', '15:00', '22:30'])
    expect(shiftStartsOf(['fre 15:00-søn 17:00'])).toEqual(['15:00'])
  })
})

test('every value goes into a project’s words and back', () => {
  fc.assert(
    fc.property(aGiven(['answer']), ({ key, value }) => isSameValue(fromTheirs(key, toTheirs(key, value))!, value)),
  )
  expect(fromTheirs('shift.model', 'fire_vagter')).toBeUndefined()
  expect(fromTheirs('journal.types', ['dagbog', 'ukendt'])).toBeUndefined()
})

type Clarification = {
  productDefaults: Record<string, SettingValue>
  templateDefaults: Record<string, Record<string, string | string[]>>
  questions: { id: string; options: { value: string; effects: { op: string; key: string; value: SettingValue }[] }[] }[]
  expectedConfig: Record<string, { config: Record<string, SettingValue> }>
}
const groups: Record<string, OfferGroup> = {
  doegn: 'residential',
  bostoette: 'home-support',
  dag: 'day',
  rus: 'misuse',
  herberg: 'hostel',
  krise: 'crisis',
  unge: 'youth',
  aflastning: 'respite',
  akut: 'acute',
}

describe('the reference case', () => {
  const read = () => (readEgebaek() as { clarification: Clarification }).clarification

  withEgebaek('every value of the fourteen expected set-ups is known here, there and back', () => {
    const told = read()
    const values = Object.values(told.expectedConfig).flatMap(({ config }) => Object.entries(config))
    expect(values.length).toBeGreaterThan(350)
    for (const [key, theirs] of values) {
      const ours = fromTheirs(key as SettingKey, theirs)
      expect(ours, `${key} ${theirs}`).not.toBeUndefined()
      expect(toTheirs(key as SettingKey, ours!)).toEqual(theirs)
    }
    expect(new Set(values.map(([key]) => key))).toEqual(new Set(settingKeys))
  })

  withEgebaek('the product’s own values and the first template of each group are those of the case', () => {
    const told = read()
    const theirs = (values: Values) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, toTheirs(key as SettingKey, value!)]))
    expect(theirs(productValues)).toEqual(told.productDefaults)
    for (const [name, answers] of Object.entries(told.templateDefaults)) {
      const config: Record<string, SettingValue> = { ...told.productDefaults }
      for (const { id, options } of told.questions)
        for (const word of [answers[id] ?? []].flat())
          for (const { op, key, value } of options.find(({ value }) => value === word)?.effects ?? []) {
            if (op === 'set') config[key] = value
            if (op === 'append') config[key] = [...((config[key] as string[]) ?? []), value as string]
          }
      const ours = resolve([...byProduct, ...byTemplate(firstTemplates[groups[name]!], name, 1)])
      const found = Object.fromEntries([...ours].map(([key, { value }]) => [key, toTheirs(key, value)]))
      expect(found, name).toEqual(config)
    }
  })
})

test('a first set-up is held against how the unit runs today: what differs, what is new, what stays, what waits', () => {
  const answer = { kind: 'answer', ref: null, label: 'Svar', record: null } as const
  const change = (key: SettingKey, value: SettingValue) => ({ key, old: null, new: { key, value, source: answer } })
  const runs = { 'terminology.citizen': 'citizen', 'modules.goals': true }
  const asked = [
    change('terminology.citizen', 'resident'),
    change('modules.goals', true),
    change('goals.followUpDays', 14),
    change('modules.medicine', true),
  ]
  const sorted = sortedChanges(asked, runs)
  expect(sorted.differs.map(({ key, old }) => [key, old?.value])).toEqual([['terminology.citizen', 'citizen']])
  expect([sorted.same, sorted.fresh, sorted.waits].map((some) => some.map(({ key }) => key))).toEqual([
    ['modules.goals'],
    ['goals.followUpDays'],
    ['modules.medicine'],
  ])
})
