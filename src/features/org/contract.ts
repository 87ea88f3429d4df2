import { z } from 'zod'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { roles } from './roles.ts'
import { citizenWordKeys, handoverOrders, packPlaces } from './running.ts'

export const Role = z.enum(roles)

/** Local time of day, `15:00`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Kinds of note a unit may use; `unit` is the shared diary that is about no citizen. */
export const noteKinds = ['diary', 'health', 'cooperation', 'visit', 'conversation', 'unit'] as const
export const NoteKind = z.enum(noteKinds)
export type NoteKind = z.infer<typeof NoteKind>

export const Unit = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: z.string(),
  kind: z.enum(['municipality', 'area', 'offer']),
  offerType: z.string().nullable(),
  legalGrounds: z.array(z.string()),
  roundTheClock: z.boolean(),
  noteKinds: z.array(NoteKind),
  /** Local start of each shift, in order of the day. */
  shiftStarts: z.array(TimeOfDay),
  version: z.int(),
})
export type Unit = z.infer<typeof Unit>

/** What a unit's set-up says that its screens run on. Null: nothing is said, and it is as it is for everybody. */
export const Running = z.object({
  noteKinds: z.array(NoteKind).nullable(),
  shiftStarts: z.array(TimeOfDay).nullable(),
  citizenWord: z.enum(citizenWordKeys).nullable(),
  handover: z.boolean().nullable(),
  handoverOrder: z.enum(handoverOrders).nullable(),
  takesOver: z.boolean().nullable(),
  goals: z.boolean().nullable(),
  goalWeeks: z.int().nullable(),
  packPlace: z.enum(packPlaces).nullable(),
})
export type Running = z.infer<typeof Running>

/** A unit as it runs today: kinds of note and shifts are those of its set-up, where it has one. */
export const MyUnit = Unit.extend({
  citizenWord: Running.shape.citizenWord,
  /** Handover is offered. */
  handover: z.boolean(),
  handoverOrder: Running.shape.handoverOrder,
  /** One says so when taking over. */
  takesOver: z.boolean(),
  goals: z.boolean(),
  goalWeeks: Running.shape.goalWeeks,
  packPlace: Running.shape.packPlace,
  /** A set-up has been applied. */
  isSetUp: z.boolean(),
  /** My roles that reach this unit. */
  roles: z.array(Role),
  /** Acts I may do about the unit itself: staff. */
  permitted: z.array(z.string()),
})
export type MyUnit = z.infer<typeof MyUnit>

/** The signed-in person. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  profession: z.string().nullable(),
  tenantName: z.string(),
  demo: z.boolean(),
  /** Base64 of 32 bytes: locks the drafts on the device; released only to their owner. */
  draftKey: z.string(),
  sessionEndsAt: z.iso.datetime({ offset: true }),
})
export type Me = z.infer<typeof Me>

export const Employee = z.object({
  id: Id,
  name: z.string(),
  profession: z.string().nullable(),
  userName: z.string().nullable(),
  employedFrom: Day,
  employedTo: Day.nullable(),
  version: z.int(),
})
export type Employee = z.infer<typeof Employee>

/** A unit as those see it who look after the organisation. */
export const UnitInTree = Unit.extend({
  closedOn: Day.nullable(),
  /** How many people hold a role at this very unit today. */
  people: z.int(),
  /** Acts I may do: create (a unit below), change, close, staff. Empty for those that only stand above mine. */
  permitted: z.array(z.string()),
})
export type UnitInTree = z.infer<typeof UnitInTree>

/** A role somebody holds, has held lately or will hold. */
export const RoleGrant = z.object({
  id: Id,
  employeeId: Id,
  role: Role,
  unitId: Id,
  unitName: z.string(),
  startsOn: Day,
  endsOn: Day.nullable(),
  /** Acts I may do: end. */
  permitted: z.array(z.string()),
})
export type RoleGrant = z.infer<typeof RoleGrant>

/** What a second factor may be; `recovery` is a code on paper. */
export const factors = ['totp', 'passkey', 'recovery'] as const

/** In, or what is asked for next. The browser keeps its place by a cookie; nothing of it is told here. */
export const Admission = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({
    ok: z.literal(false),
    next: z.enum(['second-factor', 'new-password', 'enrol-factor']),
    /** The person's own second factors, when one is asked for. */
    factors: z.array(z.enum(factors)),
  }),
])
export type Admission = z.infer<typeof Admission>

export const DemoPerson = z.object({
  id: Id,
  name: z.string(),
  profession: z.string().nullable(),
  line: z.string(),
  unitName: z.string(),
})

/** A right that the municipality takes away from a role. */
export const Narrowing = z.object({
  id: Id,
  rightName: z.string(),
  role: Role,
  /** Null: everywhere. */
  unitId: Id.nullable(),
  unitName: z.string().nullable(),
  fromOn: Day,
  /** Last day; null until further notice. */
  toOn: Day.nullable(),
  note: z.string(),
  decidedByName: z.string(),
  decidedAt: z.iso.datetime({ offset: true }),
  version: z.int(),
  /** Acts I may do: end. */
  permitted: z.array(z.string()),
})
export type Narrowing = z.infer<typeof Narrowing>

const externalId = words(100).optional()
const unitFields = {
  name: words(120),
  kind: z.enum(['municipality', 'area', 'offer']),
  offerType: text(60).nullable(),
  legalGrounds: z.array(text(30)).max(10),
  roundTheClock: z.boolean(),
  noteKinds: z.array(NoteKind).min(1).max(6),
  shiftStarts: z.array(TimeOfDay).min(1).max(6),
}

const person = {
  name: words(120),
  userName: z
    .string()
    .regex(/^[a-z0-9._@-]{2,100}$/)
    .nullable(),
  profession: text(80).nullable(),
}

export const org = contract('org', {
  /** What the sign-in page needs: the municipality's name, and in a demo the people one may pick. */
  doorplate: read(z.object({}), z.object({ tenantName: z.string(), demo: z.boolean(), people: z.array(DemoPerson) })),
  signIn: write(z.object({ userName: words(100), password: z.string().min(1).max(200) }), Admission),
  signInAsDemo: write(z.object({ employeeId: Id }), z.object({ ok: z.literal(true) })),
  signOut: write(z.object({}), z.object({ ok: z.literal(true) })),
  me: read(z.object({}), Me),
  /** Units within my reach, with my roles there; the whole tree above them too, so that paths can be shown. */
  myUnits: read(z.object({}), z.array(MyUnit)),
  /** Where anything can be shared to: every offer that is open today, by name. No address. */
  openOffers: read(z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  employeesOfUnit: read(z.object({ unitId: Id }), z.array(Employee.extend({ roles: z.array(Role) }))),
  createUnit: write(z.object({ id: Id, externalId, parentId: Id.nullable(), ...unitFields }), Unit),
  changeUnit: write(z.object({ id: Id, version: z.int(), ...unitFields }), Unit),
  employ: write(
    z.object({
      id: Id,
      externalId,
      ...person,
      employedFrom: Day,
      employedTo: Day.nullable(),
      demoLine: text(200).optional(),
    }),
    Employee,
  ),
  /** The units I look after, as a tree with the closed ones; and, without acts, those above them. */
  tree: read(z.object({}), z.array(UnitInTree)),
  /** No more from a day on. Refused while anyone lives or comes there, or units stand below; roles held there end with it. */
  closeUnit: write(z.object({ id: Id, version: z.int(), closedOn: Day }), Unit),
  /** Who reaches the unit, by a role there or above it, today or later. */
  rolesAtUnit: read(
    z.object({ unitId: Id }),
    z.array(RoleGrant.extend({ name: z.string(), profession: z.string().nullable(), employedTo: Day.nullable() })),
  ),
  /** One person: the employment, the roles within my reach, and what I may do about them. */
  employee: read(
    z.object({ employeeId: Id }),
    Employee.extend({
      hasPassword: z.boolean(),
      roles: z.array(RoleGrant),
      /** Acts I may do: change, end, password. */
      permitted: z.array(z.string()),
    }),
  ),
  /** Anybody employed here, by name or user name; at most 50. Units are named only within my reach. */
  findEmployees: read(
    z.object({ words: words(100) }),
    z.array(
      z.object({
        id: Id,
        name: z.string(),
        profession: z.string().nullable(),
        employedTo: Day.nullable(),
        unitNames: z.array(z.string()),
        isMine: z.boolean(),
      }),
    ),
  ),
  /** Employs somebody and gives a role at a unit, in one act. */
  hire: write(
    z.object({ id: Id, ...person, employedFrom: Day, employedTo: Day.nullable(), grantId: Id, role: Role, unitId: Id }),
    Employee,
  ),
  changeEmployee: write(z.object({ employeeId: Id, version: z.int(), ...person }), Employee),
  /** The last day the role is held; yesterday ends it at once. */
  endRole: write(z.object({ id: Id, lastDay: Day }), z.object({ id: Id, endsOn: Day })),
  /** Ends the employment after a day; every right and session ends with it. */
  endEmployment: write(z.object({ employeeId: Id, version: z.int(), lastDay: Day }), Employee),
  grantRole: write(
    z.object({ id: Id, employeeId: Id, role: Role, unitId: Id, startsOn: Day, endsOn: Day.nullable() }),
    z.object({ id: Id }),
  ),
  /** A password for once, at least 12 characters: at the next sign-in the person chooses their own. Ends their sessions. */
  setPassword: write(z.object({ employeeId: Id, password: z.string().min(12).max(200) }), z.object({ id: Id })),
  /** The matrix: every right of the house that a role may carry, and which roles do. */
  rights: read(z.object({}), z.array(z.object({ name: z.string(), roles: z.array(Role), sensitivity: z.string() }))),
  /** Rights taken away from roles, now or later, in units I look after or everywhere; those that are over last. */
  narrowings: read(z.object({}), z.array(Narrowing)),
  /** Takes a right away from a role, in a unit and those below it, or everywhere. */
  narrow: write(
    z.object({
      id: Id,
      rightName: words(80),
      role: Role,
      unitId: Id.nullable(),
      fromOn: Day,
      toOn: Day.nullable(),
      note: words(500),
    }),
    z.object({ id: Id, version: z.int() }),
  ),
  /** The last day it holds; yesterday ends it at once. */
  endNarrowing: write(z.object({ id: Id, version: z.int(), lastDay: Day }), z.object({ id: Id, toOn: Day })),
})
