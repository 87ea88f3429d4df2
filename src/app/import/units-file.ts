import { noteKinds, org } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { ownId, reference, several, time, words, yesOrNo } from './cells.ts'
import type { Desk, UnitEntry } from './desk.ts'
import { Wrong } from './fault.ts'
import { ground, offerType, unitKind } from './lists.ts'
import { type Checked, differences, faultAt, gather, type Part, type Perform, Seen, Sorted, type Tick } from './part.ts'
import { may, must, openTable, type Report, type Row, type Table } from './table.ts'

const columns = {
  externalId: must('Enheds-id', ownId, 'enhed id', 'id', 'enhedsnr', 'enhedsnummer', 'unit id'),
  name: must('Navn', words(120), 'enhed', 'enhedsnavn', 'name'),
  kind: may('Type', unitKind, 'art', 'enhedstype', 'kind'),
  parent: may(
    'Overordnet',
    reference,
    'overordnet enhed',
    'overordnet id',
    'overordnet enheds-id',
    'hører under',
    'parent',
    'parent id',
  ),
  offerType: may('Tilbudstype', offerType, 'offer type'),
  legalGrounds: may('Lovgrundlag', several(ground), 'paragraf', 'paragraffer', 'legal grounds'),
  roundTheClock: may('Døgn', yesOrNo, 'døgntilbud', 'døgnåbent', 'round the clock'),
  shiftStarts: may('Vagter', several(time), 'vagtskifte', 'vagtstart', 'shift starts'),
}
const layout = { file: 'enheder.csv', columns }
type UnitRow = Row<typeof columns>
type Placed = { line: number; unit: UnitEntry }

const entryOf = (desk: Desk, { values }: UnitRow): UnitEntry => {
  const roundTheClock = values.roundTheClock ?? false
  return {
    id: desk.units.byId(values.externalId)?.id ?? newId(),
    externalId: values.externalId,
    name: values.name,
    parentId: null,
    kind: values.kind ?? 'offer',
    offerType: values.offerType,
    legalGrounds: values.legalGrounds ?? [],
    roundTheClock,
    shiftStarts: values.shiftStarts ?? (roundTheClock ? ['07:00', '15:00', '23:00'] : ['07:30']),
  }
}

/** Held against itself and what is stored; every unit is known before the first parent is looked for, so the order of lines is free. */
async function check(desk: Desk, path: string, report: Report, tick: Tick): Promise<Checked | undefined> {
  const table = await openTable(layout, path, report)
  if (!table) return undefined
  const rows = await gather(table, report, tick)
  const [seen, sorted] = [new Seen(), new Sorted<Placed>()]
  const say = (line: number, key: keyof typeof columns, wrong: Wrong) =>
    report(faultAt(layout.file, line, columns[key].title, wrong))
  const placed: (Placed & { row: UnitRow; stored: UnitEntry | undefined })[] = []
  for (const row of rows) {
    const first = seen.before(row.values.externalId, row.line)
    if (first !== undefined) say(row.line, 'externalId', new Wrong('import.doubled', { first }))
    else if (row.values.externalId)
      placed.push({ line: row.line, row, stored: desk.units.byId(row.values.externalId), unit: entryOf(desk, row) })
  }
  for (const { unit, stored } of placed) if (!stored) desk.units.add(unit, unit.name)
  for (const each of placed) {
    const wrong = put(desk, each)
    if (wrong && each.row.sound) say(each.line, wrong.code === 'import.municipality-exists' ? 'kind' : 'parent', wrong)
    sorted.put(each, each.stored !== undefined, each.stored ? otherwise(table, each.unit, each.stored) : [])
  }
  const { order, circle } = parentsFirst(sorted.fresh)
  for (const { line } of circle) say(line, 'parent', new Wrong('import.units-in-circle'))
  return {
    file: layout.file,
    lines: rows.length,
    fresh: sorted.fresh.length,
    same: sorted.same,
    other: sorted.other,
    unknownColumns: table.unknown,
    externalIds: seen.ids,
    storedIn: sql`org.unit`,
    apply: (perform, done) => create(order, perform, done),
  }
}

function put(desk: Desk, { row, unit }: { row: UnitRow; unit: UnitEntry }): Wrong | undefined {
  if (unit.kind === 'municipality') return new Wrong('import.municipality-exists')
  const parent = row.values.parent === null ? { id: desk.topUnitId } : desk.units.find(row.values.parent)
  if (parent instanceof Wrong) return parent
  unit.parentId = parent.id
  return undefined
}

const otherwise = (table: Table<typeof columns>, unit: UnitEntry, stored: UnitEntry) =>
  differences(table, {
    name: [unit.name, stored.name],
    kind: [unit.kind, stored.kind],
    parent: [unit.parentId, stored.parentId],
    offerType: [unit.offerType, stored.offerType],
    legalGrounds: [unit.legalGrounds, stored.legalGrounds],
    roundTheClock: [unit.roundTheClock, stored.roundTheClock],
    shiftStarts: [unit.shiftStarts, stored.shiftStarts],
  })

/** A unit comes after the one it belongs under; what is left over belongs under itself, by way of others. */
function parentsFirst(units: readonly Placed[]): { order: Placed[]; circle: Placed[] } {
  const [order, waiting] = [[] as Placed[], new Map(units.map((each) => [each.unit.id, each]))]
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size
    for (const each of [...waiting.values()]) {
      if (each.unit.parentId !== null && waiting.has(each.unit.parentId)) continue
      waiting.delete(each.unit.id)
      order.push(each)
    }
  }
  return { order, circle: [...waiting.values()] }
}

const inputOf = ({ externalId, ...unit }: UnitEntry) => ({
  ...unit,
  externalId: externalId!,
  kind: unit.kind as 'area' | 'offer',
  noteKinds: [...noteKinds],
})

async function create(units: readonly Placed[], perform: Perform, done: Tick): Promise<number> {
  for (const [index, { line, unit }] of units.entries()) {
    await perform(line, org.createUnit, inputOf(unit))
    done(index + 1)
  }
  return units.length
}

export const unitsFile: Part = { layout, check, pointedAt: 'import.unit-unknown' }
