import { readNumber } from '#features/citizens/rules.ts'
import { dayText } from './calendar.ts'
import { contactPersonOf, type SynthCitizen, type SynthStay } from './citizens.ts'
import { arrayOf, copyLine, type Value } from './copy-in.ts'
import type { SynthEmployee } from './employees.ts'
import type { SynthNote } from './notes.ts'
import type { Past } from './past-transactions.ts'
import { Random } from './random.ts'
import type { Municipality } from './synthesise.ts'
import type { SynthUnit } from './units.ts'

/** Rows of one table on their way into the database. */
export type Batch = {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: string
  readonly count: number
}

const DAY_MS = 86_400_000
const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))
const lastDay = { number: Number.NaN, text: '' }

/** As `toISOString`, to the second, at a third of the time: most moments fall on the day of the one before. */
export function instant(at: number): string {
  const number = Math.floor(at / DAY_MS)
  if (number !== lastDay.number) {
    lastDay.number = number
    lastDay.text = new Date(number * DAY_MS).toISOString().slice(0, 11)
  }
  const second = Math.floor((at - number * DAY_MS) / 1_000)
  return `${lastDay.text}${two[Math.floor(second / 3_600)]}:${two[Math.floor(second / 60) % 60]}:${two[second % 60]}Z`
}

export function batch(table: string, columns: string, rows: readonly (readonly Value[])[]): Batch {
  return { table, columns: columns.split(' '), rows: rows.map(copyLine).join(''), count: rows.length }
}

/** What the people's rows need to know of the database they go into. */
export type Place = { readonly tenant: string; readonly root: string; readonly past: Past }

const NOTE_KINDS: Record<SynthUnit['rhythm'], readonly string[]> = {
  house: ['diary', 'health', 'cooperation', 'conversation', 'visit', 'unit'],
  day: ['diary', 'conversation', 'health', 'cooperation', 'unit'],
  visit: ['visit', 'diary', 'conversation', 'health', 'cooperation', 'unit'],
}

function organisation({ areas, units, size }: Municipality, { tenant, root }: Place): Batch[] {
  const since = instant(Date.parse(dayText(size.firstDay - 400)))
  const own =
    'tenant_id id external_id parent_id name kind offer_type legal_grounds round_the_clock note_kinds shift_starts changed_at'
  const top = areas.map(({ id, externalId, name }) => [
    tenant,
    id,
    externalId,
    root,
    name,
    'area',
    null,
    '{}',
    false,
    '{}',
    '{}',
    since,
  ])
  const offers = units.map((unit) => [
    tenant,
    unit.id,
    unit.externalId,
    unit.area.id,
    unit.name,
    'offer',
    unit.offerType,
    arrayOf([unit.ground]),
    unit.rhythm === 'house',
    arrayOf(NOTE_KINDS[unit.rhythm]),
    arrayOf(unit.shiftStarts),
    since,
  ])
  const branches = [
    ...areas.flatMap(({ id }) => [
      [tenant, root, id],
      [tenant, id, id],
    ]),
    ...units.flatMap(({ id, area }) => [
      [tenant, root, id],
      [tenant, area.id, id],
      [tenant, id, id],
    ]),
  ]
  return [batch('org.unit', own, [...top, ...offers]), batch('org.branch', 'tenant_id above_id unit_id', branches)]
}

const TITLES: Partial<Record<SynthEmployee['role'], string>> = {
  'unit-leader': 'Leder',
  'support-worker': 'Medarbejder',
  'night-worker': 'Nattevagt',
  'temp-worker': 'Vikar',
}

/** One of each role in the first unit of each kind can be picked at the demo sign-in. */
function demoLines({ units, staff }: Municipality): Map<SynthEmployee, string> {
  const firsts = units.filter((unit, index) => units.findIndex(({ setting }) => setting === unit.setting) === index)
  const lines = firsts.flatMap((unit) => {
    const present = staff.presentAt(unit)
    return Object.entries(TITLES).map(
      ([role, title]) => [present.find((one) => one.role === role), `${title} på ${unit.name}`] as const,
    )
  })
  return new Map(lines.flatMap(([employee, line]) => (employee ? [[employee, line] as const] : [])))
}

function workforce(made: Municipality, { tenant }: Place): Batch[] {
  const random = new Random(`${made.size.seed} grants`)
  const lines = demoLines(made)
  const employees = made.employees.map((one) => [
    tenant,
    one.id,
    one.externalId,
    one.name,
    one.userName,
    one.profession,
    lines.get(one) ?? null,
    one.employedFrom,
    one.employedTo,
    instant(Date.parse(one.employedFrom)),
  ])
  const grants = made.employees.flatMap((one) =>
    one.units.map((unit) => {
      const at = Date.parse(one.employedFrom)
      return [tenant, random.id(at), one.id, one.role, unit.id, one.employedFrom, one.employedTo, instant(at)]
    }),
  )
  return [
    batch(
      'org.employee',
      'tenant_id id external_id name user_name profession demo_line employed_from employed_to changed_at',
      employees,
    ),
    batch('org.role_grant', 'tenant_id id employee_id role unit_id starts_on ends_on granted_at', grants),
  ]
}

function citizenRow(one: SynthCitizen, tenant: string, at: string): Value[] {
  const kind = one.number && readNumber(one.number)!.kind
  return [
    tenant,
    one.id,
    one.externalId,
    one.givenName,
    one.familyName,
    one.preferredName,
    one.pronoun,
    one.number,
    kind,
    one.bornOn,
    one.address,
    one.room,
    one.phone,
    one.identityProtected,
    one.hiddenStay,
    one.diedOn,
    at,
  ]
}

function people(made: Municipality, { tenant }: Place): Batch[] {
  const at = instant(Date.parse(dayText(made.size.firstDay)))
  const columns =
    'tenant_id id external_id given_name family_name preferred_name pronoun number number_kind born_on address room phone identity_protected hidden_stay died_on changed_at'
  return [
    batch(
      'citizens.citizen',
      columns,
      made.citizens.map((one) => citizenRow(one, tenant, at)),
    ),
  ]
}

function residence({ stays, size, staff, units }: Municipality, { tenant }: Place): Batch[] {
  const random = new Random(`${size.seed} ties`)
  const present = new Map(units.map((unit) => [unit, staff.presentAt(unit)]))
  const rows = stays.map((stay) => ({ stay, from: dayText(stay.from), to: stay.to === null ? null : dayText(stay.to) }))
  const stayed = rows.map(({ stay, from, to }) => [
    tenant,
    stay.id,
    stay.externalId,
    stay.citizen.id,
    stay.unit.id,
    stay.kind,
    stay.legalGround,
    from,
    to,
    stay.endReason,
    instant(Date.parse(from)),
  ])
  const ties = rows.map(({ stay, from, to }) => [
    tenant,
    random.id(Date.parse(from)),
    stay.citizen.id,
    stay.unit.id,
    'stay',
    stay.id,
    from,
    to,
  ])
  const own = rows.map(({ stay, from, to }) => [
    tenant,
    random.id(Date.parse(from)),
    stay.citizen.id,
    stay.unit.id,
    contactPersonOf(stay, present.get(stay.unit)!).id,
    from,
    to,
  ])
  return [
    batch(
      'stays.stay',
      'tenant_id id external_id citizen_id unit_id kind legal_ground starts_on ends_on end_reason changed_at',
      stayed,
    ),
    batch('citizens.tie', 'tenant_id id citizen_id unit_id because because_id from_on to_on', ties),
    batch('citizens.contact_person', 'tenant_id id citizen_id unit_id employee_id from_on to_on', own),
  ]
}

function around({ stays, size, staff, end }: Municipality, { tenant }: Place): Batch[] {
  const random = new Random(`${size.seed} around`)
  const firsts = new Map<SynthCitizen, SynthStay>()
  for (const stay of stays) if (!firsts.has(stay.citizen)) firsts.set(stay.citizen, stay)
  const contacts = [...firsts.keys()].flatMap((citizen) =>
    citizen.around.contacts.map(({ kind, name, relation, phone, note }) => [
      tenant,
      random.id(end),
      citizen.id,
      kind,
      name,
      relation,
      phone,
      note,
      instant(end),
    ]),
  )
  const warnings = [...firsts].flatMap(([citizen, { unit }]) =>
    citizen.around.warnings.map(({ kind, text, reviewInDays }) => {
      const author = staff.presentAt(unit)[0]!
      const at = end - random.below(60) * 86_400_000
      return [
        tenant,
        random.id(at),
        citizen.id,
        unit.id,
        kind,
        text,
        author.id,
        author.name,
        instant(at),
        dayText(size.lastDay + reviewInDays),
      ]
    }),
  )
  return [
    batch('citizens.contact', 'tenant_id id citizen_id kind name relation phone note changed_at', contacts),
    batch(
      'citizens.warning',
      'tenant_id id citizen_id unit_id kind text author_id author_name written_at review_on',
      warnings,
    ),
  ]
}

/** All but the journal, in the order in which rows point at each other. */
export const peopleBatches = (made: Municipality, place: Place): Batch[] => [
  ...organisation(made, place),
  ...workforce(made, place),
  ...people(made, place),
  ...residence(made, place),
  ...around(made, place),
]

/** What lies beside the notes. */
export function marginBatches(made: Municipality, { tenant, past }: Place): Batch[] {
  const taken = [...made.takeovers()].map(({ id, unit, employee, at }) => [
    tenant,
    id,
    unit.id,
    employee.id,
    instant(at),
    past.era,
    past.seenAt(at),
  ])
  const drafted = [...made.drafts()].map((draft) => [
    tenant,
    draft.id,
    draft.author.id,
    draft.unit.id,
    draft.citizen.id,
    JSON.stringify({ text: draft.text }),
    draft.revision,
    instant(draft.startedAt),
    instant(draft.savedAt),
  ])
  const came = [...made.attendances()].map(({ citizen, unit, day, here, by, at }) => [
    tenant,
    citizen.id,
    unit.id,
    dayText(day),
    here,
    by.id,
    instant(at),
  ])
  return [
    batch('journal.takeover', 'tenant_id id unit_id employee_id taken_at era seen', taken),
    batch('journal.draft', 'tenant_id id author_id unit_id citizen_id content revision started_at saved_at', drafted),
    batch('stays.attendance', 'tenant_id citizen_id unit_id day here marked_by marked_at', came),
  ]
}

const columns = {
  note: 'tenant_id id unit_id citizen_id kind happened_at written_at author_id author_name text important theme amended era tx'.split(
    ' ',
  ),
  correction:
    'tenant_id note_id version happened_at text important theme reason author_id author_name written_at unit_id citizen_id era tx'.split(
      ' ',
    ),
  withdrawal: 'tenant_id note_id reason withdrawn_by withdrawn_by_name withdrawn_at unit_id era tx'.split(' '),
  reading: 'tenant_id note_id employee_id version read_at'.split(' '),
}

/** Notes of one transaction with all that belongs to them. */
export class NoteBatch {
  count = 0
  readonly #rows = { note: '', correction: '', withdrawal: '', reading: '' }
  readonly #counts = { note: 0, correction: 0, withdrawal: 0, reading: 0 }
  readonly #place: Place

  constructor(place: Place) {
    this.#place = place
  }

  add(note: SynthNote): void {
    const { tenant, past } = this.#place
    const { id, unit, author, citizen, corrections, withdrawal } = note
    const [happened, written] = [instant(note.happenedAt), instant(note.writtenAt)]
    const amended = corrections.length > 0 || withdrawal !== null
    this.count++
    this.#put('note', [
      tenant,
      id,
      unit.id,
      citizen?.id ?? null,
      note.kind,
      happened,
      written,
      author.id,
      author.name,
      note.text,
      note.important,
      note.theme,
      amended,
      past.era,
      past.txAt(note.writtenAt),
    ])
    for (const { version, text, reason, author: by, writtenAt } of corrections)
      this.#put('correction', [
        tenant,
        id,
        version,
        happened,
        text,
        note.important,
        note.theme,
        reason,
        by.id,
        by.name,
        instant(writtenAt),
        unit.id,
        citizen?.id ?? null,
        past.era,
        past.txAt(writtenAt),
      ])
    if (withdrawal)
      this.#put('withdrawal', [
        tenant,
        id,
        withdrawal.reason,
        withdrawal.by.id,
        withdrawal.by.name,
        instant(withdrawal.at),
        unit.id,
        past.era,
        past.txAt(withdrawal.at),
      ])
    for (const { employee, version, at } of note.readings)
      this.#put('reading', [tenant, id, employee.id, version, instant(at)])
  }

  #put(table: keyof typeof columns, values: readonly Value[]): void {
    this.#rows[table] += copyLine(values)
    this.#counts[table]++
  }

  get batches(): Batch[] {
    return (['note', 'correction', 'withdrawal', 'reading'] as const).map((table) => ({
      table: `journal.${table}`,
      columns: columns[table],
      rows: this.#rows[table],
      count: this.#counts[table],
    }))
  }
}
