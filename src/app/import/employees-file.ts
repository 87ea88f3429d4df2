import { org } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { day, ownId, type Reader, reference, several, text, words } from './cells.ts'
import { addEmployee, type Desk, type EmployeeEntry, type Grant } from './desk.ts'
import { shown, Wrong } from './fault.ts'
import { role } from './lists.ts'
import { type Checked, differences, faultAt, gather, type Part, type Perform, Seen, Sorted, type Tick } from './part.ts'
import { may, must, openTable, type Report, type Row, type Table } from './table.ts'

const userName: Reader<string> = (cell) => {
  const name = cell.toLowerCase()
  return /^[a-z0-9._@-]{2,100}$/.test(name) ? name : new Wrong('import.user-name-shape', { value: shown(cell) })
}

const columns = {
  externalId: must(
    'Medarbejder-id',
    ownId,
    'medarbejder id',
    'id',
    'medarbejdernr',
    'medarbejdernummer',
    'employee id',
  ),
  name: may('Navn', words(120), 'fulde navn', 'medarbejder', 'name'),
  givenName: may('Fornavn', words(100), 'fornavne', 'first name'),
  familyName: may('Efternavn', words(100), 'last name'),
  userName: may('Brugernavn', userName, 'login', 'initialer', 'user name'),
  profession: may('Stilling', text(80), 'titel', 'faggruppe', 'stillingsbetegnelse', 'profession'),
  employedFrom: must('Ansat fra', day, 'ansat', 'ansættelsesdato', 'startdato', 'fra', 'employed from'),
  employedTo: may('Ansat til', day, 'fratrådt', 'fratrædelsesdato', 'slutdato', 'til', 'employed to'),
  roles: may('Rolle', several(role), 'roller', 'role', 'roles'),
  units: may('Enhed', several(reference), 'enheder', 'enheds-id', 'arbejdssted', 'unit', 'units'),
}
const layout = { file: 'medarbejdere.csv', columns, oneOf: [['name', 'givenName'] as const] }
type EmployeeRow = Row<typeof columns>
type Hired = { line: number; employee: EmployeeEntry }
type Say = (line: number, key: keyof typeof columns, wrong: Wrong) => void

async function check(desk: Desk, path: string, report: Report, tick: Tick): Promise<Checked | undefined> {
  const table = await openTable(layout, path, report)
  if (!table) return undefined
  const rows = await gather(table, report, tick)
  const [seen, sorted] = [new Seen(), new Sorted<Hired>()]
  const say: Say = (line, key, wrong) => report(faultAt(layout.file, line, columns[key].title, wrong))
  for (const row of rows) {
    const first = seen.before(row.values.externalId, row.line)
    if (first !== undefined) say(row.line, 'externalId', new Wrong('import.doubled', { first }))
    else if (row.values.externalId) checkRow({ desk, table, say, sorted }, row)
  }
  return {
    file: layout.file,
    lines: rows.length,
    fresh: sorted.fresh.length,
    same: sorted.same,
    other: sorted.other,
    unknownColumns: table.unknown,
    externalIds: seen.ids,
    storedIn: sql`org.employee`,
    apply: (perform, done) => hire(sorted.fresh, perform, done),
  }
}

type Checking = { desk: Desk; table: Table<typeof columns>; say: Say; sorted: Sorted<Hired> }

function checkRow({ desk, table, say, sorted }: Checking, row: EmployeeRow): void {
  const { values, line } = row
  const stored = desk.employees.byId(values.externalId)
  const employee = entryOf(row, stored, grantsOf(desk, row, say))
  const holder = employee.userName ? desk.userNames.get(employee.userName) : undefined
  if (holder !== undefined && holder !== employee.id) say(line, 'userName', new Wrong('org.user-name-taken'))
  if (!employee.name && row.sound) say(line, 'name', new Wrong('kernel.missing'))
  if (row.sound && employee.employedTo && employee.employedTo < employee.employedFrom)
    say(line, 'employedTo', new Wrong('import.ends-before-it-starts', { first: employee.employedFrom }))
  if (!stored) addEmployee(desk, employee)
  sorted.put({ line, employee }, stored !== undefined, stored ? otherwise(table, employee, stored) : [])
}

const entryOf = ({ values }: EmployeeRow, stored: EmployeeEntry | undefined, grants: Grant[]): EmployeeEntry => ({
  id: stored?.id ?? newId(),
  externalId: values.externalId,
  name: values.name ?? [values.givenName, values.familyName].filter(Boolean).join(' '),
  userName: values.userName,
  profession: values.profession,
  employedFrom: values.employedFrom,
  employedTo: values.employedTo,
  grants,
})

/** Roles and units in pairs, in order; a single role is held at every unit named. */
function grantsOf(desk: Desk, { values, line, sound }: EmployeeRow, say: Say): Grant[] {
  const [roles, names] = [values.roles ?? [], values.units ?? []]
  if (!sound && (values.roles === null || values.units === null)) return []
  if (roles.length === 0 && names.length === 0) return []
  if (roles.length !== names.length && roles.length !== 1) {
    say(line, 'roles', new Wrong('import.roles-and-units', { roles: roles.length, units: names.length }))
    return []
  }
  if (names.length === 0) say(line, 'units', new Wrong('kernel.missing'))
  return names.flatMap((name, index) => {
    const unit = desk.units.find(name)
    if (!(unit instanceof Wrong)) return [{ role: roles[index] ?? roles[0]!, unitId: unit.id }]
    say(line, 'units', unit)
    return []
  })
}

const inOrder = (grants: readonly Grant[]) => grants.map(({ role, unitId }) => `${role} ${unitId}`).sort()
const otherwise = (table: Table<typeof columns>, employee: EmployeeEntry, stored: EmployeeEntry) =>
  differences(table, {
    name: [employee.name, stored.name],
    givenName: [employee.name, stored.name],
    userName: [employee.userName, stored.userName],
    profession: [employee.profession, stored.profession],
    employedFrom: [employee.employedFrom, stored.employedFrom],
    employedTo: [employee.employedTo, stored.employedTo],
    roles: [inOrder(employee.grants), inOrder(stored.grants)],
  })

async function hire(hired: readonly Hired[], perform: Perform, done: Tick): Promise<number> {
  for (const [index, { line, employee }] of hired.entries()) {
    const { externalId, grants, ...person } = employee
    await perform(line, org.employ, { ...person, externalId: externalId! })
    for (const grant of grants)
      await perform(line, org.grantRole, {
        id: newId(),
        employeeId: employee.id,
        ...grant,
        startsOn: employee.employedFrom,
        endsOn: employee.employedTo,
      })
    done(index + 1)
  }
  return hired.length
}

export const employeesFile: Part = { layout, check, pointedAt: 'import.employee-unknown' }
