import { Blank, type Blanks, type Sql, sql } from './sql.ts'

/** How private what the right opens is. A municipality reads it off the matrix; some rights are asked for one class only. */
export const sensitivities = ['ordinary', 'health', 'money', 'force', 'staff-confidential'] as const
export type Sensitivity = (typeof sensitivities)[number]

/** A right to do one kind of act, through any of its roles. Written once; used to gate, filter and offer. */
export type Right = {
  readonly name: string
  readonly roles: readonly string[]
  readonly sensitivity: Sensitivity
  readonly holding: Holding
  /** Whether it also reaches subjects that are open to the actor in person, wherever they are. */
  readonly inPerson?: boolean
  /** A query of the places (ids) where the actor has it. Only inside a statement of the kernel, which works `held` out. */
  readonly places: Sql
}

/** What a person holds at all, whichever right is asked; worked out once for each statement. */
export type Holding = {
  /** A query of (place, role, brief, lacking): roles place by place; `brief` reaches only those present today; `lacking` names the rights taken away from the role there. */
  readonly held: Sql
  /** A query of the subjects (ids) that the actor is kept apart from, on every path. */
  readonly apart: Sql
  /** A query of the subjects open to the actor in person at the moment; only for rights that say so. */
  readonly inPerson: Sql
}

export const actor = new Blank((trip) => trip.actor)
export const now = new Blank((trip) => trip.now)
export const today = new Blank((trip) => trip.today)
export const session = new Blank((trip) => trip.session)

/** What a statement may use: the request's values, and the wall around what the actor may see. */
export type Asked<I> = {
  readonly input: Blanks<I>
  readonly actor: Blank
  readonly now: Blank
  readonly today: Blank
  /** The filter: whether the actor's right reaches a place. Never an index condition: the right is resolved first, then the index does the rest. */
  visible(place: Sql): Sql
  /** The right's places as an array, for statements that start from them. */
  readonly reach: Sql
  /** Whether the right holds at the place beyond those present today. */
  steady(place: Sql): Sql
  /** Whether the actor is kept apart from a subject. Wins over every right; null is nobody. */
  apart(subject: Sql): Sql
  /** Whether a subject is open to the actor in person, through a right held anywhere. Never for rights that do not say so. */
  inPerson(subject: Sql): Sql
  /** The offer: names of the acts that the actor may do at a place, as a text array. */
  offers(rights: Record<string, Right>, place: Sql): Sql
}

/** What the actor may see, whatever was asked for. */
export type Seeing = Omit<Asked<unknown>, 'input'>

/**
 * Who may: a right, and a query whose rows (column `id`) show that it reaches this request. No row, no access.
 * `says` names further columns that the trail takes over: `place`, the unit through which; `relation`, why the citizen is the actor's business.
 */
export type Gate<I> = {
  readonly right: Right
  readonly says?: readonly ('place' | 'relation')[]
  rows(asked: Asked<I>): Sql
}

/** Whether a row of `held` carries the right. */
export const carries = ({ name, roles }: Pick<Right, 'name' | 'roles'>): Sql =>
  sql`held.role = any (${[...roles]}::text[]) and ${sql.lit(name)} <> all (held.lacking)`

const made = new Map<string, Right>()

/** Every right that a feature of this house has made, by its name. */
export const rightsOfHouse = (): ReadonlyMap<string, Right> => made

export function rightOf(given: Omit<Right, 'places'>): Right {
  const right = { ...given, places: sql`select held.place from held where ${carries(given)}` }
  made.set(right.name, right)
  return right
}

/** The gate's right, resolved before anything else: its places, and of these the steady ones. Never null: empty is nowhere. */
export const reachOf = (right: Right): Sql => sql`
  select coalesce(array_agg(place), '{}') as places, coalesce(array_agg(place) filter (where steady), '{}') as steady
  from (select held.place, bool_or(not held.brief) as steady from held where ${carries(right)} group by held.place) place`

/** Of those who hold nothing in particular. */
export const holdingNothing: Holding = {
  held: sql`select null::uuid as place, null::text as role, null::boolean as brief, null::text[] as lacking where false`,
  apart: sql`select null::uuid where false`,
  inPerson: sql`select null::uuid where false`,
}

/** Somewhere in the house at all; the rows are filtered by `visible`. */
export const anywhere = (right: Right): Gate<unknown> => ({
  right,
  rows: ({ reach }) => sql`select unnest(${reach}) as id limit 1`,
})

/** At one place named by the input. */
export const at = <I>(right: Right, place: (input: Blanks<I>) => Blank): Gate<I> => ({
  right,
  rows: ({ input, visible }) =>
    sql`select place.id from (select ${place(input)}::uuid as id) place where ${visible(sql`place.id`)}`,
})

/** Only what is one's own; being signed in is enough, and the statement must name the actor. */
export const mine = (name: string): Gate<unknown> => ({
  right: rightOf({ name, roles: ['anyone'], sensitivity: 'ordinary', holding: holdingNothing }),
  rows: ({ actor }) => sql`select ${actor}::uuid as id`,
})

export function asked<I>(input: Blanks<I>, right: Right): Asked<I> {
  const reach = sql`(select places from reach)::uuid[]`
  return {
    input,
    actor,
    now,
    today,
    reach,
    visible: (place) => sql`array_position(${reach}, ${place}) is not null`,
    steady: (place) => sql`array_position((select steady from reach)::uuid[], ${place}) is not null`,
    apart: (subject) => sql`array_position((select subjects from apart)::uuid[], ${subject}) is not null`,
    inPerson: (subject) =>
      right.inPerson
        ? sql`(array_position((select subjects from in_person)::uuid[], ${subject}) is not null and cardinality(${reach}) > 0)`
        : sql`false`,
    offers: (rights, place) => {
      const offered = Object.entries(rights).map(
        ([act, right]) => sql`case when ${place} = any (array(${right.places})) then ${sql.lit(act)} end`,
      )
      return sql`array_remove(array[${sql.join(offered)}]::text[], null)`
    },
  }
}
