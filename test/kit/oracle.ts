import type { Scope } from './probe.ts'

/**
 * What ought to be answered, worked out from the signed matrix and a few sentences, beside the code that works it out for real.
 * It knows no SQL and asks nothing of the house.
 */
export type Row = { right: string; roles: ReadonlySet<string>; inEmergency: boolean }

export type Relation = {
  readonly name: string
  /** Where the role is held; undefined: nowhere. */
  readonly at?: 'unit' | 'above' | 'top' | 'elsewhere'
  /** As a temp on duty, whatever role the cell says. */
  readonly onDuty?: true
  readonly signedOut?: true
  /** The employment, the role or the duty is over, or not begun. */
  readonly over?: true
  readonly apart?: true
  /** The right was taken away from the role, where it is held. */
  readonly narrowed?: true
  /** The citizen was opened in an emergency. */
  readonly inPerson?: true
  /** Asked from another municipality. */
  readonly foreign?: true
}

/** The citizen of the records: there now, or gone this many days. */
export type Variant = { readonly name: string; readonly goneDays?: number; readonly health?: true }

/** The signed matrix, by act; rights that gate nothing by themselves stand under their own name. */
export function readMatrix(text: string, roleNames: Readonly<Record<string, string>>): Map<string, Row> {
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(';'))
  const column = (title: string) => head!.indexOf(title)
  const roles = Object.entries(roleNames).map(([role, title]) => [role, column(title)] as const)
  const row = (cells: string[]): Row => ({
    right: cells[column('Rettighed')]!,
    roles: new Set(roles.filter(([, at]) => cells[at] === 'ja').map(([role]) => role)),
    inEmergency: cells[column('I nødadgang')] === 'ja',
  })
  return new Map(lines.map((cells) => [cells[column('Handling')]!, row(cells)]))
}

export type Cell = { row: Row; closer: Row; scope: Scope; role: string; relation: Relation; variant: Variant }
export type Expected = 'answered' | 'not-found' | 'signed-out' | 'either'

const WORKS_AT = new Set(['unit', 'above', 'top'])

export function expected(cell: Cell): Expected {
  const { relation, scope } = cell
  if (relation.signedOut) return 'signed-out'
  // A session that outlived the employment shows nothing that is not one's own, and may end.
  if (scope === 'own' || scope === 'anyone')
    return relation.name === 'employment ended yesterday' ? 'either' : 'answered'
  if (scope === 'never') return 'not-found'
  if (scope === 'loose') return isAtUnit(cell) ? 'either' : 'not-found'
  return mayReach(cell) ? 'answered' : 'not-found'
}

const actingRole = ({ role, relation }: Cell) => (relation.onDuty ? 'temp-worker' : role)
const isAtUnit = ({ relation }: Cell) => !relation.foreign && !relation.over && WORKS_AT.has(relation.at ?? '')
const holds = (cell: Cell, row: Row) => row.roles.has(actingRole(cell)) && !cell.relation.narrowed
const isTemp = (cell: Cell) => actingRole(cell) === 'temp-worker'

function mayReach(cell: Cell): boolean {
  const { relation, scope, row } = cell
  if (relation.over || !relation.at) return false
  if (scope === 'anywhere') return holds(cell, row)
  if (relation.foreign) return false
  if (scope === 'top') return relation.at === 'top' && holds(cell, row)
  if (scope === 'task') return WORKS_AT.has(relation.at) && actingRole(cell) === 'unit-leader'
  if (throughEmergency(cell)) return true
  return WORKS_AT.has(relation.at) && holds(cell, row) && seesSubject(cell)
}

const throughEmergency = (cell: Cell): boolean =>
  cell.relation.inPerson === true &&
  !cell.relation.apart &&
  cell.row.inEmergency &&
  (cell.scope === 'citizen' || cell.scope === 'note') &&
  holds(cell, cell.row) &&
  reachesClass(cell)

const reachesClass = (cell: Cell) =>
  cell.scope !== 'note' || !cell.variant.health || cell.closer.roles.has(actingRole(cell))

/** Most days after a citizen left on which it is still answered, for those who are no temps. */
const daysAfter: Partial<Record<Scope, number>> = {
  today: 0,
  writing: 30,
  citizen: 90,
  note: 90,
  'own-note': 90,
  about: 90,
  'answers-for': 90,
}

function seesSubject(cell: Cell): boolean {
  const { relation, scope, variant } = cell
  if (scope === 'unit') return true
  if (relation.apart) return false
  if (scope === 'known') return true
  const days = isTemp(cell) ? 0 : daysAfter[scope]!
  if ((variant.goneDays ?? 0) > days) return false
  if (scope === 'answers-for') return actingRole(cell) === 'unit-leader'
  return !(scope === 'note' || scope === 'own-note') || !variant.health || cell.closer.roles.has(actingRole(cell))
}

/** Whether anything about the citizen may stand in an answer to this person at all, whatever was asked. */
export function maySeeCitizen(cell: Cell, readers: ReadonlySet<string>): boolean {
  const { relation, variant } = cell
  if (relation.apart || relation.over || relation.foreign || !relation.at || !readers.has(actingRole(cell)))
    return false
  if (relation.inPerson) return true
  return WORKS_AT.has(relation.at) && (variant.goneDays ?? 0) <= (isTemp(cell) ? 0 : 90)
}

/** Whether somebody is told live that something about the citizen changed in the unit. A hint is worth no emergency. */
export function hears(cell: Cell): boolean {
  const { relation, variant, row } = cell
  if (relation.signedOut || relation.apart || !isAtUnit(cell) || !holds(cell, row)) return false
  return !isTemp(cell) || variant.goneDays === undefined
}
