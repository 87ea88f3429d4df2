import type { Band } from '#features/assessments/contract.ts'
import { weightOf } from '#features/assessments/rules.ts'
import type { Evaluation, Goal, Movement } from '#features/goals/contract.ts'
import { type Day, dayOf, type Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type Content, MAX_SENTENCES, type Section, type Sentence, type Source } from './contract.ts'

/** What a draft is put together of. Notes are those linked to the goal in the period, oldest first. */
export type Noted = { id: Id; version: number; happenedAt: Instant; text: string; important: boolean }
/** A number of a signed form, oldest first; `band` is what its form said of it then. */
export type Scored = {
  id: Id
  version: number
  formKey: string
  title: string
  on: Day
  score: number
  band: Pick<Band, 'title' | 'tone'> | null
}
export type GoalBasis = {
  goal: Pick<Goal, 'id' | 'title' | 'state' | 'attainment' | 'version'>
  evaluations: readonly Pick<
    Evaluation,
    'id' | 'version' | 'view' | 'viewOf' | 'movement' | 'text' | 'evaluatedOn' | 'noteIds'
  >[]
  notes: readonly Noted[]
}
export type Basis = { goals: readonly GoalBasis[]; scores: readonly Scored[] }

/** The few words the house adds itself: everything else is quoted. */
export type Words = {
  whole: string
  scores: string
  day: (day: string) => string
  views: Readonly<Record<Evaluation['view'], string>>
  movements: Readonly<Record<Movement, string>>
  states: Readonly<Record<Goal['state'], string>>
  attainments: Readonly<Record<NonNullable<Goal['attainment']>, string>>
  goalIs: (title: string, state: string) => string
  noted: (count: number) => string
  nothingNoted: string
  viewSays: (view: string, day: string, movement: string, text: string) => string
  viewsDiffer: (one: string, other: string) => string
  quoted: (day: string, text: string) => string
  number: (score: number, band: string | undefined) => string
  scored: (title: string, day: string, number: string) => string
  scoredOver: (
    title: string,
    count: number,
    first: [day: string, number: string],
    last: [day: string, number: string],
  ) => string
  scoresDiffer: (title: string, one: [day: string, number: string], other: [day: string, number: string]) => string
  scoreAgainstGoal: (title: string, from: string, to: string, goal: string, movement: string) => string
}

/** From farther away to there: how far apart two views are. */
const places: readonly Movement[] = ['away', 'none', 'little', 'much', 'there']
/** Views so far apart are said to differ. */
const APART = 2
/** Notes quoted for each goal; the others are counted, and cited by the count. */
const MOST_QUOTED = 6
const MOST_CITED = 40
const LONGEST_QUOTE = 280

const sourceOf = (kind: Source['kind'], { id, version }: { id: Id; version: number }): Source => ({ kind, id, version })
const said = (text: string, sources: readonly Source[], stance: Sentence['stance'] = 'says'): Sentence => ({
  id: newId(),
  text,
  sources: sources.slice(0, MAX_SOURCES),
  stance,
  origin: 'assembled',
})
const MAX_SOURCES = MOST_CITED

const refusals = /\b(ikke|aldrig|afviste|nægtede|glemte|opgav|uden at|ville hellere|kunne ikke)\b/iu
const successes = /\b(selv|lykkedes|klarede|nåede|godt|alene|uden hjælp)\b/iu

/**
 * Whether a note's words may point another way than the movement. A plain look at a few words, on purpose: it finds what
 * a person should look at, and decides nothing. What it finds stands in the draft, apart, until the worker takes it out.
 */
export function mayPointOtherwise(movement: Movement, text: string): boolean {
  if (movement === 'much' || movement === 'there' || movement === 'little') return refusals.test(text)
  return movement === 'away' && successes.test(text) && !refusals.test(text)
}

const shortened = (text: string) =>
  text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …`

function viewsOf({ evaluations }: GoalBasis, words: Words): Sentence[] {
  return evaluations.map((one) => {
    const view = one.viewOf ? `${words.views[one.view]} (${one.viewOf})` : words.views[one.view]
    return said(words.viewSays(view, words.day(one.evaluatedOn), words.movements[one.movement], one.text), [
      sourceOf('evaluation', one),
    ])
  })
}

/** The latest view of each, where two are far apart. */
function differences({ evaluations }: GoalBasis, words: Words): Sentence[] {
  const latest = new Map(evaluations.map((one) => [one.view, one]))
  const mine = latest.get('worker')
  if (!mine) return []
  return [...latest.values()]
    .filter((other) => Math.abs(places.indexOf(other.movement) - places.indexOf(mine.movement)) >= APART)
    .map((other) =>
      said(
        words.viewsDiffer(
          `${words.views.worker}: ${words.movements[mine.movement]}`,
          `${words.views[other.view]}: ${words.movements[other.movement]}`,
        ),
        [sourceOf('evaluation', mine), sourceOf('evaluation', other)],
        'against',
      ),
    )
}

const isCited = ({ evaluations }: GoalBasis, { id }: Noted) => evaluations.some(({ noteIds }) => noteIds.includes(id))

function quotesOf(basis: GoalBasis, words: Words): Sentence[] {
  const mine = basis.evaluations.filter(({ view }) => view === 'worker').at(-1)
  const otherwise = mine ? basis.notes.filter(({ text }) => mayPointOtherwise(mine.movement, text)) : []
  const plain = basis.notes.filter((note) => !otherwise.includes(note))
  const chosen = [...plain.filter((note) => isCited(basis, note) || note.important), ...plain.toReversed()]
  const quoted = [...new Set(chosen)].slice(0, MOST_QUOTED).sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
  const quote = (note: Noted, stance: Sentence['stance']) =>
    said(words.quoted(words.day(dayOf(note.happenedAt)), shortened(note.text)), [sourceOf('note', note)], stance)
  return [
    ...quoted.map((note) => quote(note, 'says')),
    ...otherwise.slice(-MOST_QUOTED).map((note) => quote(note, 'against')),
  ]
}

function sectionOf(basis: GoalBasis, words: Words): Section {
  const { goal, notes } = basis
  const state = goal.attainment ? words.attainments[goal.attainment] : words.states[goal.state]
  return {
    goalId: goal.id,
    title: goal.title,
    sentences: [
      said(words.goalIs(goal.title, state), [sourceOf('goal', goal)]),
      ...viewsOf(basis, words),
      ...differences(basis, words),
      notes.length > 0
        ? said(
            words.noted(notes.length),
            notes.slice(-MOST_CITED).map((note) => sourceOf('note', note)),
          )
        : said(words.nothingNoted, [sourceOf('goal', goal)], 'against'),
      ...quotesOf(basis, words),
    ],
  }
}

const dayAndNumber = ({ on, score, band }: Scored, words: Words): [string, string] => [
  words.day(on),
  words.number(score, band?.title),
]
const sourcesOf = (scores: readonly Scored[]) => scores.map((one) => sourceOf('answer', one))
const weightIn = ({ band }: Scored): number => (band ? weightOf(band) : 0)

/** What the numbers of one form say: the only one, or the first and the last of so many. */
function scoresSaid(scores: readonly Scored[], words: Words): Sentence {
  const [first, last] = [scores[0]!, scores.at(-1)!]
  if (scores.length === 1) return said(words.scored(first.title, ...dayAndNumber(first, words)), sourcesOf(scores))
  const text = words.scoredOver(last.title, scores.length, dayAndNumber(first, words), dayAndNumber(last, words))
  return said(text, sourcesOf([first, ...scores.slice(1, -1).slice(-(MOST_CITED - 2)), last]))
}

/** Numbers of one form whose outcomes lie far apart: the calmest and the gravest, both named. */
function scoresApart(scores: readonly Scored[], words: Words): Sentence[] {
  const weighed = scores.filter(({ band }) => band).sort((a, b) => weightIn(a) - weightIn(b))
  const [calm, grave] = [weighed[0], weighed.at(-1)]
  if (!calm || !grave || weightIn(grave) - weightIn(calm) < APART) return []
  const [one, other] = calm.on <= grave.on ? [calm, grave] : [grave, calm]
  const text = words.scoresDiffer(one.title, dayAndNumber(one, words), dayAndNumber(other, words))
  return [said(text, sourcesOf([one, other]), 'against')]
}

const closer: readonly Movement[] = ['little', 'much', 'there']

/** A form that has gone one way while the worker says that a goal goes the other. */
function scoresAgainst(scores: readonly Scored[], goals: readonly GoalBasis[], words: Words): Sentence[] {
  const weighed = scores.filter(({ band }) => band)
  const [first, last] = [weighed[0], weighed.at(-1)]
  if (!first || !last || first === last) return []
  const turn = weightIn(last) - weightIn(first)
  return goals.flatMap(({ goal, evaluations }) => {
    const mine = evaluations.filter(({ view }) => view === 'worker').at(-1)
    const isAgainst = mine && ((turn > 0 && closer.includes(mine.movement)) || (turn < 0 && mine.movement === 'away'))
    if (!isAgainst) return []
    const text = words.scoreAgainstGoal(
      last.title,
      first.band!.title,
      last.band!.title,
      goal.title,
      words.movements[mine.movement],
    )
    return [said(text, [...sourcesOf([first, last]), sourceOf('evaluation', mine)], 'against')]
  })
}

/** The numbers of the period, form by form; whatever points another way stands apart. */
function scoreSection({ goals, scores }: Basis, words: Words): Section[] {
  const forms = [...Map.groupBy(scores, ({ formKey }) => formKey).values()]
  if (forms.length === 0) return []
  const sentences = [
    ...forms.map((one) => scoresSaid(one, words)),
    ...forms.flatMap((one) => [...scoresApart(one, words), ...scoresAgainst(one, goals, words)]),
  ]
  return [{ goalId: null, title: words.scores, sentences: sentences.slice(0, MAX_SENTENCES) }]
}

/** A first draft. Everything in it is quoted or counted; the worker's own words are the worker's to add. */
export function assemble(basis: Basis, words: Words): Content {
  const whole: Section = { goalId: null, title: words.whole, sentences: [] }
  return {
    sections: [whole, ...basis.goals.map((goal) => sectionOf(goal, words)), ...scoreSection(basis, words)],
    recommends: null,
  }
}
