import { type EndReason, type StayKind, stays } from '#features/stays/contract.ts'
import { overlap, whyNotOpen } from '#features/stays/rules.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { day, ownId, reference } from './cells.ts'
import { addPresence, addStay, type CitizenEntry, type Desk, type StayEntry } from './desk.ts'
import { Wrong } from './fault.ts'
import { endReason, ground, stayKind } from './lists.ts'
import { type Checked, differences, faultAt, gather, type Part, type Perform, Seen, Sorted, type Tick } from './part.ts'
import { may, must, openTable, type Report, type Row, type Table } from './table.ts'

const columns = {
  externalId: must('Ophold-id', ownId, 'opholds-id', 'id', 'opholdsnr', 'stay id'),
  citizen: must(
    'Borger-id',
    reference,
    'borger',
    'borgernr',
    'borgernummer',
    'cpr',
    'cpr-nr',
    'cpr-nummer',
    'citizen id',
  ),
  unit: must('Enheds-id', reference, 'enhed', 'enhed id', 'enhedsnr', 'tilbud', 'unit id'),
  kind: must('Slags', stayKind, 'type', 'opholdstype', 'art', 'kind'),
  legalGround: may('Lovgrundlag', ground, 'paragraf', 'legal ground'),
  startsOn: must('Fra', day, 'startdato', 'start', 'indflyttet', 'indflytningsdato', 'from'),
  endsOn: may('Til', day, 'slutdato', 'slut', 'fraflyttet', 'fraflytningsdato', 'to'),
  endReason: may('Årsag', endReason, 'ophørsårsag', 'slutårsag', 'afsluttet fordi', 'reason'),
}
const layout = { file: 'ophold.csv', columns }
type StayRow = Row<typeof columns>
type Lived = { line: number; stay: StayEntry }
type Say = (line: number, key: keyof typeof columns, wrong: Wrong) => void
type Checking = { desk: Desk; table: Table<typeof columns>; say: Say; sorted: Sorted<Lived>; lines: Map<Id, number> }

async function check(desk: Desk, path: string, report: Report, tick: Tick): Promise<Checked | undefined> {
  const table = await openTable(layout, path, report)
  if (!table) return undefined
  const rows = await gather(table, report, tick)
  const say: Say = (line, key, wrong) => report(faultAt(layout.file, line, columns[key].title, wrong))
  const [seen, checking] = [new Seen(), { desk, table, say, sorted: new Sorted<Lived>(), lines: new Map<Id, number>() }]
  for (const row of rows) {
    const first = seen.before(row.values.externalId, row.line)
    if (first !== undefined) say(row.line, 'externalId', new Wrong('import.doubled', { first }))
    else if (row.values.externalId) checkRow(checking, row)
  }
  const { sorted } = checking
  const byStart = sorted.fresh.toSorted((a, b) => (a.stay.startsOn < b.stay.startsOn ? -1 : 1))
  for (const each of byStart) checkAmongOthers(checking, each)
  return {
    file: layout.file,
    lines: rows.length,
    fresh: sorted.fresh.length,
    same: sorted.same,
    other: sorted.other,
    unknownColumns: table.unknown,
    externalIds: seen.ids,
    storedIn: sql`stays.stay`,
    apply: (perform, done) => settle(byStart, perform, done),
  }
}

function checkRow({ desk, table, say, sorted, lines }: Checking, row: StayRow): void {
  const { values, line } = row
  const citizen = values.citizen === null ? undefined : desk.citizens.find(values.citizen)
  const unit = values.unit === null ? undefined : desk.units.find(values.unit)
  if (citizen instanceof Wrong) say(line, 'citizen', citizen)
  if (unit instanceof Wrong) say(line, 'unit', unit)
  if (!citizen || citizen instanceof Wrong || !unit || unit instanceof Wrong) return
  addPresence(desk, citizen.id, unit.id)
  if (!row.sound) return
  for (const [key, wrong] of whyNotRow(desk, row, citizen)) say(line, key, wrong)
  const stored = desk.stays.byId(values.externalId)
  if (!stored && citizen.diedOn) say(line, 'startsOn', new Wrong('stays.citizen-died', { diedOn: citizen.diedOn }))
  const stay = entryOf(row, stored?.id ?? newId(), citizen.id, unit.id)
  lines.set(stay.id, line)
  sorted.put({ line, stay }, stored !== undefined, stored ? otherwise(table, stay, stored) : [])
}

const entryOf = ({ values }: StayRow, id: Id, citizenId: Id, unitId: Id): StayEntry => ({
  id,
  externalId: values.externalId,
  citizenId,
  unitId,
  kind: values.kind as StayKind,
  legalGround: values.legalGround,
  startsOn: values.startsOn,
  endsOn: values.endsOn,
  endReason: values.endsOn ? (values.endReason ?? 'ended') : null,
})

function* whyNotRow(desk: Desk, { values }: StayRow, citizen: CitizenEntry): Generator<[keyof typeof columns, Wrong]> {
  const { startsOn, endsOn, endReason: reason } = values
  if (endsOn && endsOn < startsOn) yield ['endsOn', new Wrong('import.ends-before-it-starts', { first: startsOn })]
  if (!endsOn && reason) yield ['endReason', new Wrong('import.reason-without-end')]
  if (endsOn && reason === 'died' && endsOn > desk.today) yield ['endsOn', new Wrong('stays.died-in-the-future')]
  if (citizen.bornOn && startsOn < citizen.bornOn) yield ['startsOn', new Wrong('import.before-birth')]
}

/** A new stay among the citizen's others: those of the file before it, and those stored. Then it is one of them. */
function checkAmongOthers({ desk, say, lines }: Checking, { line, stay }: Lived): void {
  const others = desk.staysOf.get(stay.citizenId) ?? []
  const clash = others.find((other) => other.kind === stay.kind && overlap(other, stay))
  const death =
    others.find((other) => livesOn(stay, other)) ?? others.find((other) => lines.has(other.id) && livesOn(other, stay))
  const stored = others.filter(({ id }) => !lines.has(id))
  if (clash) say(line, 'startsOn', overlapping(lines.get(clash.id)))
  else if (death)
    say(line, 'endsOn', new Wrong('import.lives-on', { died: death.endReason === 'died' ? death.endsOn : stay.endsOn }))
  else if (whyNotOpen({ ...stay, legalGround: null }, stored, null))
    say(line, 'startsOn', new Wrong('import.before-stored'))
  addStay(desk, stay)
}

/** A stay that goes on after the day another one says the citizen died. */
const livesOn = (stay: StayEntry, other: StayEntry) =>
  other.endReason === 'died' && (stay.endsOn === null || stay.endsOn > other.endsOn!)

const overlapping = (line: number | undefined) =>
  line === undefined ? new Wrong('import.overlaps-stored') : new Wrong('import.overlaps', { line })

const otherwise = (table: Table<typeof columns>, stay: StayEntry, stored: StayEntry) =>
  differences(table, {
    citizen: [stay.citizenId, stored.citizenId],
    unit: [stay.unitId, stored.unitId],
    kind: [stay.kind, stored.kind],
    legalGround: [stay.legalGround, stored.legalGround],
    startsOn: [stay.startsOn, stored.startsOn],
    endsOn: [stay.endsOn, stored.endsOn],
    endReason: [stay.endReason, stored.endReason],
  })

/** In order of their beginning, each ended before the next one opens; a death, which ends every stay, is told last. */
async function settle(lived: readonly Lived[], perform: Perform, done: Tick): Promise<number> {
  const dead = new Map<Id, Lived>()
  for (const [index, each] of lived.entries()) {
    const { externalId, endsOn, endReason: reason, ...opened } = each.stay
    await perform(each.line, stays.open, { ...opened, externalId: externalId! })
    if (endsOn && reason === 'died') dead.set(each.stay.citizenId, each)
    else if (endsOn) await close(each, perform)
    done(index + 1)
  }
  for (const each of dead.values()) await close(each, perform)
  return lived.length
}

const close = ({ line, stay }: Lived, perform: Perform) =>
  perform(line, stays.close, { stayId: stay.id, version: 1, day: stay.endsOn!, reason: stay.endReason as EndReason })

export const staysFile: Part = { layout, check, pointedAt: 'import.note-without-stay' }
