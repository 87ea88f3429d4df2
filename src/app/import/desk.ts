import type { Role } from '#features/org/roles.ts'
import type { StayKind } from '#features/stays/contract.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { type Entry, Register } from './register.ts'

export type UnitEntry = Entry & {
  name: string
  parentId: Id | null
  kind: string
  offerType: string | null
  legalGrounds: string[]
  roundTheClock: boolean
  shiftStarts: string[]
}
export type Grant = { role: Role; unitId: Id }
export type EmployeeEntry = Entry & {
  name: string
  userName: string | null
  profession: string | null
  employedFrom: Day
  employedTo: Day | null
  grants: Grant[]
}
export type CitizenEntry = Entry & {
  givenName: string
  familyName: string
  preferredName: string | null
  pronoun: string | null
  number: string | null
  bornOn: Day | null
  address: string | null
  room: string | null
  phone: string | null
  identityProtected: boolean
  protectedUntil: Day | null
  hiddenStay: boolean
  about: string | null
  diedOn: Day | null
}
export type StayEntry = Entry & {
  citizenId: Id
  unitId: Id
  kind: StayKind
  legalGround: string | null
  startsOn: Day
  endsOn: Day | null
  endReason: string | null
}

/** What lines are held against: the records that stand in the database, and, as files are read, those on their way. */
export type Desk = {
  db: Db
  now: Instant
  today: Day
  /** Where the administrator's right begins; what names no place of its own is put there. */
  topUnitId: Id
  units: Register<UnitEntry>
  employees: Register<EmployeeEntry>
  citizens: Register<CitizenEntry>
  stays: Register<StayEntry>
  staysOf: Map<Id, StayEntry[]>
  /** Citizen and unit of every stay, also of one whose line has a fault: its notes have none for that. */
  presence: Set<string>
  /** Numbers in use in the municipality, also by citizens out of the administrator's reach. */
  numbers: Map<string, Id>
  userNames: Map<string, Id>
}

type Reader = { administrator: Id; now: Instant; today: Day }
const reached = ({ administrator, now, today }: Reader) =>
  sql`select org.reach(${administrator}, ${now}::timestamptz, ${today}::date, 'org.manage', '{administrator}'::text[])`

/** Units within reach; the one nearest the root first. */
const storedUnits = (db: Db, reader: Reader) =>
  db.all<UnitEntry>(sql`
    select unit.id, unit.external_id as "externalId", unit.name, unit.parent_id as "parentId", unit.kind, unit.offer_type as "offerType",
      unit.legal_grounds as "legalGrounds", unit.round_the_clock as "roundTheClock",
      array(select to_char(start, 'HH24:MI') from unnest(unit.shift_starts) start) as "shiftStarts"
    from org.unit where unit.tenant_id = kernel.here() and unit.id in (${reached(reader)})
    order by (select count(*) from org.branch where branch.tenant_id = kernel.here() and branch.unit_id = unit.id)`)

async function storedEmployees(db: Db): Promise<EmployeeEntry[]> {
  const rows = await db.all<Omit<EmployeeEntry, 'grants'> & { grants: string[] }>(sql`
    select employee.id, employee.external_id as "externalId", employee.name, employee.user_name as "userName", employee.profession,
      employee.employed_from::text as "employedFrom", employee.employed_to::text as "employedTo",
      array(select role_grant.role || ' ' || role_grant.unit_id from org.role_grant
        where role_grant.tenant_id = employee.tenant_id and role_grant.employee_id = employee.id) as grants
    from org.employee where employee.tenant_id = kernel.here()`)
  const grantOf = (pair: string): Grant => ({ role: pair.split(' ')[0] as Role, unitId: pair.split(' ')[1]! })
  return rows.map((row) => ({ ...row, grants: row.grants.map(grantOf) }))
}

type Reached = CitizenEntry & { within: boolean }
const storedCitizens = (db: Db, reader: Reader) =>
  db.all<Reached>(sql`
    with reach as materialized (${reached(reader)} as unit_id)
    select citizen.id, citizen.external_id as "externalId", citizen.given_name as "givenName", citizen.family_name as "familyName",
      citizen.preferred_name as "preferredName", citizen.pronoun, citizen.number, citizen.born_on::text as "bornOn", citizen.address,
      citizen.room, citizen.phone, citizen.identity_protected as "identityProtected", citizen.protected_until::text as "protectedUntil",
      citizen.hidden_stay as "hiddenStay", citizen.about, citizen.died_on::text as "diedOn",
      exists (select from citizens.tie where tie.tenant_id = citizen.tenant_id and tie.citizen_id = citizen.id
        and tie.unit_id in (select unit_id from reach)) as within
    from citizens.citizen where citizen.tenant_id = kernel.here()`)

const storedStays = (db: Db) =>
  db.all<StayEntry>(sql`
    select stay.id, stay.external_id as "externalId", stay.citizen_id as "citizenId", stay.unit_id as "unitId", stay.kind,
      stay.legal_ground as "legalGround", stay.starts_on::text as "startsOn", stay.ends_on::text as "endsOn", stay.end_reason as "endReason"
    from stays.stay where stay.tenant_id = kernel.here()`)

/** Reads what stands. Of notes nothing: they are asked for as they come. */
export async function layDesk(db: Db, administrator: Id, now: Instant, today: Day): Promise<Desk> {
  const reader = { administrator, now, today }
  const [units, employees] = [await storedUnits(db, reader), await storedEmployees(db)]
  const [citizens, stays] = [await storedCitizens(db, reader), await storedStays(db)]
  const desk: Desk = {
    db,
    now,
    today,
    topUnitId: units[0]!.id,
    units: new Register('unit-unknown'),
    employees: new Register('employee-unknown'),
    citizens: new Register('citizen-unknown'),
    stays: new Register('stay-unknown'),
    staysOf: new Map(),
    presence: new Set(),
    numbers: new Map(),
    userNames: new Map(),
  }
  for (const unit of units) desk.units.add(unit, unit.name)
  for (const employee of employees) addEmployee(desk, employee)
  for (const citizen of citizens) {
    if (citizen.number) desk.numbers.set(citizen.number, citizen.id)
    if (citizen.within) addCitizen(desk, citizen)
  }
  for (const stay of stays) addStay(desk, stay)
  return desk
}

export function addEmployee(desk: Desk, employee: EmployeeEntry): void {
  desk.employees.add(employee, employee.userName)
  if (employee.userName) desk.userNames.set(employee.userName, employee.id)
}

export function addCitizen(desk: Desk, citizen: CitizenEntry): void {
  desk.citizens.add(citizen, citizen.number)
  if (citizen.number) desk.numbers.set(citizen.number, citizen.id)
}

export function addStay(desk: Desk, stay: StayEntry): void {
  desk.stays.add(stay)
  addPresence(desk, stay.citizenId, stay.unitId)
  const others = desk.staysOf.get(stay.citizenId)
  if (others) others.push(stay)
  else desk.staysOf.set(stay.citizenId, [stay])
}

export const addPresence = (desk: Desk, citizenId: Id, unitId: Id): void =>
  void desk.presence.add(`${citizenId} ${unitId}`)
