import type { MatrixUnit, WholeMatrix } from '../contract.ts'
import type { Question } from '../question-set.ts'
import { type Answers, type CellState, cellOf, isAsked, standingOf, type UnitStanding } from '../rules.ts'

export type MatrixSet = WholeMatrix['sets'][number]
export type MatrixRow = {
  readonly unit: MatrixUnit
  readonly standing: UnitStanding
  readonly cells: ReadonlyMap<string, CellState>
  readonly asked: number
  readonly answered: number
}

export const filters = ['all', 'open', 'unsure', 'own', 'routed'] as const
export type Filter = (typeof filters)[number]

const isDone = (state: CellState): boolean => ['as-template', 'own', 'outside', 'unsure'].includes(state)

function rowOf(unit: MatrixUnit, set: MatrixSet): MatrixRow {
  const answers: Answers = Object.fromEntries(unit.answers.map((answer) => [answer.key, answer]))
  const since = new Map(set.records.map(({ key, sinceNumber }) => [key, sinceNumber]))
  const begunNumber = unit.begunNumber ?? set.number
  const cells = new Map(
    set.content.questions.map((question) => [
      question.key,
      cellOf(question, { answers, begunNumber, sinceNumber: since.get(question.key) ?? 1 }),
    ]),
  )
  const asked = set.content.questions.filter((question) => isAsked(question, answers))
  return {
    ...{ unit, cells },
    standing: standingOf(unit.state && { state: unit.state, number: unit.number! }, unit.applied),
    asked: asked.length,
    answered: asked.filter(({ key }) => isDone(cells.get(key)!)).length,
  }
}

/** The rows of a set's units, in the order they were read. */
export const rowsOf = ({ units }: WholeMatrix, set: MatrixSet): MatrixRow[] =>
  units.filter(({ unitId }) => set.unitIds.includes(unitId)).map((unit) => rowOf(unit, set))

const hasCell = (row: MatrixRow, wanted: readonly CellState[]): boolean =>
  [...row.cells.values()].some((state) => wanted.includes(state))

const isRoutedOpen = (row: MatrixRow, questions: readonly Question[]): boolean =>
  questions.some(
    ({ key, answeredBy }) =>
      (answeredBy === 'municipality' || answeredBy === 'vendor') && ['open', 'new'].includes(row.cells.get(key)!),
  )

/** Units that have something of what is looked for, by name. */
export function chosenRows(
  rows: readonly MatrixRow[],
  questions: readonly Question[],
  filter: Filter,
  words: string,
): MatrixRow[] {
  const named = rows.filter(({ unit }) =>
    unit.unitName.toLocaleLowerCase('da').includes(words.trim().toLocaleLowerCase('da')),
  )
  if (filter === 'open') return named.filter((row) => hasCell(row, ['open', 'new']))
  if (filter === 'unsure') return named.filter((row) => hasCell(row, ['unsure']))
  if (filter === 'own') return named.filter((row) => hasCell(row, ['own', 'outside']))
  return filter === 'routed' ? named.filter((row) => isRoutedOpen(row, questions)) : named
}
