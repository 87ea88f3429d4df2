import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tones } from '#features/assessments/contract.ts'
import { goalStates, movements, views } from '#features/goals/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { assemble, type Basis, mayPointOtherwise } from './assemble.ts'
import { whyNotWords } from './rules.ts'
import { ranges } from './server/report-document.ts'
import { danish } from './server/wording.ts'

const words = fc.stringMatching(/^[a-zæøå]{3,9}( [a-zæøå]{2,9}){1,6}$/)
const note = fc.record({
  id: fc.constant(0).map(() => newId()),
  version: fc.integer({ min: 1, max: 4 }),
  happenedAt: fc.integer({ min: 0, max: 60 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days, 12)).toISOString()),
  text: words,
  important: fc.boolean(),
})
const goal = fc.record({
  goal: fc.record({
    id: fc.constant(0).map(() => newId()),
    title: words,
    state: fc.constantFrom(...goalStates),
    attainment: fc.constant(null),
    version: fc.constant(2),
  }),
  notes: fc.array(note, { maxLength: 60 }),
  evaluations: fc.array(
    fc.record({
      id: fc.constant(0).map(() => newId()),
      version: fc.constant(1),
      view: fc.constantFrom(...views),
      viewOf: fc.constant(null),
      movement: fc.constantFrom(...movements),
      text: words,
      evaluatedOn: fc.constant('2026-02-03'),
      noteIds: fc.constant<string[]>([]),
    }),
    { maxLength: 6 },
  ),
})
const score = fc.record({
  id: fc.constant(0).map(() => newId()),
  version: fc.constant(1),
  formKey: fc.constantFrom('smerte', 'soevn'),
  title: fc.constant('Smerte'),
  on: fc.constant('2026-02-03'),
  score: fc.integer({ min: 0, max: 10 }),
  band: fc.option(fc.record({ title: fc.constant('Let'), tone: fc.constantFrom(...tones) })),
})
const basis: fc.Arbitrary<Basis> = fc.record({
  goals: fc.array(goal, { minLength: 1, maxLength: 5 }),
  scores: fc.array(score, { maxLength: 60 }),
})

test('every sentence rests on something of the basis, and on nothing else', () => {
  fc.assert(
    fc.property(basis, (given) => {
      const known = new Set([
        ...given.goals.flatMap(({ goal, notes, evaluations }) => [goal, ...notes, ...evaluations].map(({ id }) => id)),
        ...given.scores.map(({ id }) => id),
      ])
      const content = assemble(given, danish)
      expect(whyNotWords(content)).toBeUndefined()
      for (const { sentences } of content.sections)
        for (const { sources } of sentences) expect(sources.every(({ id }) => known.has(id))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('nothing is invented: what a sentence says beyond the house’s few words stands in its source', () => {
  fc.assert(
    fc.property(basis, (given) => {
      const texts = new Map(given.goals.flatMap(({ notes }) => notes.map(({ id, text }) => [id, text] as const)))
      for (const { sentences } of assemble(given, danish).sections)
        for (const { text, sources } of sentences)
          if (sources.length === 1 && sources[0]!.kind === 'note' && !text.startsWith('Der er skrevet'))
            expect(text.replace(/^\d+\. \w+ \d+: /u, '').replace(/ …$/u, '')).toSatisfy((said: string) =>
              texts.get(sources[0]!.id)!.startsWith(said),
            )
    }),
    { numRuns: 60 },
  )
})

test('views far apart are said to differ, and a goal without notes is said to have none', () => {
  const id = newId()
  const said = (view: 'worker' | 'citizen', movement: 'there' | 'away') => ({
    id: newId(),
    version: 1,
    view,
    viewOf: null,
    movement,
    text: 'x',
    evaluatedOn: '2026-02-03',
    noteIds: [],
  })
  const { sections } = assemble(
    {
      goals: [
        {
          goal: { id, title: 'Gå ture', state: 'active', attainment: null, version: 2 },
          notes: [],
          evaluations: [said('worker', 'there'), said('citizen', 'away')],
        },
      ],
      scores: [],
    },
    danish,
  )
  const against = sections[1]!.sentences.filter(({ stance }) => stance === 'against')
  expect(against).toHaveLength(2)
  expect(against[0]!.sources).toHaveLength(2)
})

test('a plain look at a few words', () => {
  expect(mayPointOtherwise('much', 'Ville ikke med ud')).toBe(true)
  expect(mayPointOtherwise('much', 'Gik en lang tur')).toBe(false)
  expect(mayPointOtherwise('away', 'Klarede det selv')).toBe(true)
  expect(mayPointOtherwise('none', 'Ville ikke med ud')).toBe(false)
})

test('numbers of sources are drawn together', () => {
  expect(ranges([3, 1, 2, 7, 7])).toBe('1–3, 7')
  expect(ranges([])).toBe('')
})
