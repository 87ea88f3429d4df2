import { describe, expect, test } from 'vitest'
import { isMapConfirmed, portraitBlocks } from './map-blocks.ts'
import type { Question } from './question-set.ts'
import {
  type Answers,
  cellOf,
  contradictionsOf,
  countsOf,
  type Given,
  isAsked,
  offerOf,
  outcomeOf,
  settingChanges,
  sourceOf,
  standingOf,
  whyNotApprove,
  whyNotMoveGap,
  whyNotSubmit,
  whyNotValue,
  withTemplate,
} from './rules.ts'
import { summaryOf } from './sentences.ts'
import { standardQuestions } from './standard-questions.ts'
import { whyNotPublish } from './whole-set.ts'

const { questions, templates } = standardQuestions.content
const home = templates.residential!
const given = (value: Given['value'], more: Partial<Given> = {}): Given => ({
  value,
  unsure: false,
  outside: null,
  source: 'unit',
  ...more,
})
const said = (more: Record<string, Given> = {}): Answers => ({
  ...withTemplate({}, home),
  S07: given('nej'),
  S08: given('voksen'),
  ...more,
})
const one = (key: string): Question => questions.find((question) => question.key === key)!
const setAt = (answers: Answers, key: string) =>
  outcomeOf({ questions, answers }).settings.find((setting) => setting.key === key)
const unit = { legalGrounds: ['SEL-107'], roundTheClock: true }

describe('answers become a set-up', () => {
  test('a value knows which answer it came from, and whether the template said it', () => {
    expect(setAt(said(), 'shift.model')).toEqual({
      key: 'shift.model',
      value: 'three-shifts',
      source: { kind: 'question', key: 'S02', taken: 'template' },
    })
    expect(setAt(said({ S01: given('ung') }), 'terminology.citizen')?.source).toMatchObject({ taken: 'unit' })
  })

  test('several options add up, and what stood there before is gone', () => {
    const base = { 'journal.types': ['visit'] }
    const { settings } = outcomeOf({ questions, answers: said(), base })
    expect(settings.find(({ key }) => key === 'journal.types')?.value).toEqual(['diary', 'health', 'cooperation'])
  })

  test('a question that is not asked does nothing, whatever was answered before', () => {
    const answers = said({ S02: given('hverdage') })
    expect(isAsked(one('S03'), answers)).toBe(false)
    expect(setAt(answers, 'handover.order')).toBeUndefined()
    expect(outcomeOf({ questions, answers }).skipped).toEqual(['S03'])
  })

  test('»ved ikke« sets nothing: the product’s value stands', () => {
    const answers = said({ S06: given(null, { unsure: true }) })
    const { settings } = outcomeOf({ questions, answers, base: { 'goals.followUpDays': 30 } })
    expect(settings.find(({ key }) => key === 'goals.followUpDays')).toMatchObject({
      value: 30,
      source: { kind: 'product' },
    })
  })

  test('what no option gives is a gap, and a decision may give the unit a value of its own', () => {
    const answers = said({ S03: given(null, { outside: 'Efter hus' }), S12: given('Fælles tavle') })
    const exceptions = [{ key: 'tasks.doubleSign', value: true, decision: 'D-018' }]
    const outcome = outcomeOf({ questions, answers, exceptions })
    expect(outcome.gaps).toEqual([
      { question: 'S03', text: 'Efter hus' },
      { question: 'S12', text: 'Fælles tavle' },
    ])
    expect(outcome.settings.at(-1)?.source).toEqual({ kind: 'decision', label: 'D-018' })
  })

  test('the same answers in another order give the same', () => {
    const turned = Object.fromEntries(Object.entries(said()).reverse())
    expect(outcomeOf({ questions, answers: turned })).toEqual(outcomeOf({ questions, answers: said() }))
  })

  test('what differs is said key by key', () => {
    const before = outcomeOf({ questions, answers: said({ S02: given('sovende-nat') }) })
    expect(settingChanges(before, outcomeOf({ questions, answers: said() })).map(({ key }) => key)).toEqual([
      'shift.model',
      'shift.times',
    ])
  })
})

describe('template and own', () => {
  test('an answer that says what the template says is the template’s; a later template is an offer, never more', () => {
    expect(sourceOf(['sundhed', 'dagbog', 'samarbejde'], home.S04)).toBe('template')
    expect(sourceOf(['dagbog'], home.S04)).toBe('unit')
    const own = said({ S06: given('7') })
    expect(offerOf(own.S06, '30')).toBe('30')
    expect(setAt(own, 'goals.followUpDays')?.value).toBe(7)
    expect(offerOf(own.S06, '7')).toBeUndefined()
  })

  test('the contact hears how many are suggested and how many are theirs alone', () => {
    expect(countsOf(questions, withTemplate({}, home), home)).toEqual({ all: 12, suggested: 9, own: 3 })
  })

  test('a cell has a word for each way of standing', () => {
    const at = (key: string, answers: Answers, sinceNumber = 1) =>
      cellOf(one(key), { answers, begunNumber: 1, sinceNumber })
    expect(at('S01', said())).toBe('as-template')
    expect(at('S01', said({ S01: given('ung') }))).toBe('own')
    expect(at('S01', {})).toBe('open')
    expect(at('S01', {}, 2)).toBe('new')
    expect(at('S01', said({ S01: given(null, { unsure: true }) }))).toBe('unsure')
    expect(at('S01', said({ S01: given(null, { outside: 'gæst' }) }))).toBe('outside')
    expect(at('S01', said({ S01: given('en der er fjernet') }))).toBe('open')
    expect(at('S03', said({ S02: given('hverdage') }))).toBe('not-asked')
  })
})

describe('who is done', () => {
  const whole = (answers: Answers, more = {}) => ({ questions, answers, unit, reasons: {}, ...more })

  test('a unit sends in its own answers; the leader’s may still be open', () => {
    const { S08: _, ...without } = said()
    expect(whyNotSubmit('in-progress', whole(without))).toBeUndefined()
    const { S07: __, ...less } = said()
    expect(whyNotSubmit('in-progress', whole(less))).toMatchObject({
      code: 'clarification.still-open',
      facts: { count: 1, question: 'S07' },
    })
    expect(whyNotApprove('met', whole(without))?.code).toBe('clarification.still-open')
  })

  test('about medicine, force and access the leader cannot approve »ved ikke«', () => {
    for (const key of ['S07', 'S08', 'S09'])
      expect(whyNotApprove('met', whole(said({ [key]: given(null, { unsure: true }) })))).toMatchObject({
        code: 'clarification.must-know',
        facts: { question: key },
      })
    expect(whyNotApprove('met', whole(said({ S10: given(null, { unsure: true }) })))).toBeUndefined()
  })

  test('force »nej« in a home under § 108 needs a reason', () => {
    const answers = said({ S08: given('nej') })
    const long = { legalGrounds: ['SEL-108'], roundTheClock: true }
    expect(contradictionsOf(questions, answers, long)).toEqual([{ rule: 'no-force-in-a-home', question: 'S08' }])
    expect(contradictionsOf(questions, answers, unit)).toEqual([])
    const odd = whole(answers, { unit: long })
    expect(whyNotApprove('met', odd)?.code).toBe('clarification.says-no-reason')
    expect(
      whyNotApprove('met', { ...odd, reasons: { S08: 'Ingen her har nedsat psykisk funktionsevne' } }),
    ).toBeUndefined()
  })

  test('weekdays in a unit that is open round the clock are asked about', () => {
    expect(contradictionsOf(questions, said({ S02: given('hverdage') }), unit)).toEqual([
      { rule: 'weekdays-round-the-clock', question: 'S02' },
    ])
  })

  test('where a unit stands follows from its round and its profile', () => {
    expect(standingOf(null, 'none')).toBe('not-started')
    expect(standingOf({ state: 'in-progress', number: 2 }, 'none')).toBe('reopened')
    expect(standingOf({ state: 'previewed', number: 1 }, 'waiting')).toBe('previewed')
    expect(standingOf({ state: 'previewed', number: 1 }, 'in-use')).toBe('in-use')
  })
})

describe('questions, gaps and the map', () => {
  test('a value is of the question’s kind, and among its options', () => {
    expect(whyNotValue(one('S01'), ['borger'])?.code).toBe('clarification.wrong-kind')
    expect(whyNotValue(one('S01'), 'noget andet')?.code).toBe('clarification.no-such-option')
    expect(whyNotValue(one('S04'), ['dagbog', 'samtale'])).toBeUndefined()
  })

  test('a set that cannot work is not published, and it is said which question', () => {
    expect(whyNotPublish(standardQuestions.content)).toBeUndefined()
    const withOdd = (odd: Partial<Question>) => ({
      ...standardQuestions.content,
      templates: {},
      questions: [...questions.slice(0, 1), { ...one('S10'), ...odd }],
    })
    expect(whyNotPublish(withOdd({ key: 'S01' }))?.code).toBe('clarification.key-twice')
    expect(whyNotPublish(withOdd({ options: [] }))?.code).toBe('clarification.options-missing')
    expect(whyNotPublish(withOdd({ showIf: { key: 'S09', is: true, value: 'ja' } }))?.code).toBe(
      'clarification.asks-of-nothing',
    )
    const effects = [{ op: 'set' as const, key: 'offline.required', value: 'måske' }]
    expect(whyNotPublish(withOdd({ options: [{ value: 'ja', label: 'Ja', effects }] }))).toMatchObject({
      code: 'clarification.no-such-setting',
      facts: { question: 'S10', key: 'offline.required' },
    })
    expect(whyNotPublish({ ...standardQuestions.content, templates: { day: { S99: 'ja' } } })?.code).toBe(
      'clarification.template-of-nothing',
    )
  })

  test('an open gap has an owner, a step and a day; another way of working is the leader’s yes', () => {
    const move = {
      ...{ state: 'open' as const, ownerId: 'signe', nextStep: 'Spørg leverandøren', nextOn: '2026-03-12' },
      ...{ hasDecision: false, sets: 0, leaderAgreed: false, today: '2026-03-10' },
    }
    expect(whyNotMoveGap(move)).toBeUndefined()
    expect(whyNotMoveGap({ ...move, ownerId: null })?.code).toBe('clarification.gap-without-owner')
    expect(whyNotMoveGap({ ...move, nextStep: ' ' })?.code).toBe('clarification.gap-without-step')
    expect(whyNotMoveGap({ ...move, nextOn: '2026-03-09' })?.code).toBe('clarification.step-in-the-past')
    expect(whyNotMoveGap({ ...move, state: 'changed-way' })?.code).toBe('clarification.leader-says-yes')
    expect(whyNotMoveGap({ ...move, state: 'set-up', sets: 1 })?.code).toBe('clarification.sets-by-decision')
  })

  test('the leader reads at most ten plain sentences', () => {
    const sentences = summaryOf(questions, said())
    expect(sentences.length).toBeGreaterThan(6)
    expect(sentences.length).toBeLessThanOrEqual(10)
    expect(sentences[0]).toBe('På skærmen står der »beboer« om de mennesker, I støtter.')
    expect(sentences.join(' ')).not.toMatch(/undefined|null|\bS\d\d\b/)
  })

  test('the map is confirmed when all that is written fits; the vendor does not read what worries the unit', () => {
    const block = (fits: boolean | null, content = 'Ja') => ({ key: 'staff' as const, content, fits })
    expect(isMapConfirmed([])).toBe(false)
    expect(isMapConfirmed([block(true), block(null, '')])).toBe(true)
    expect(isMapConfirmed([block(true), block(false)])).toBe(false)
    expect(portraitBlocks).not.toContain('worry')
  })
})
