import { Blank, type Blanks, type Sql, sql } from './sql.ts'

/** A right to do one kind of act, and the SQL that says where a person has it. Written once; used to gate, filter and offer. */
export type Right = {
  readonly name: string
  readonly roles: readonly string[]
  /** A query of the places (ids) where the actor may act on the day. */
  readonly places: Sql
  /** The same, for the opening of a statement, where it always runs: a form that PostgreSQL merges into its plan. */
  readonly opening?: Sql
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
  /** The offer: names of the acts that the actor may do at a place, as a text array. */
  offers(rights: Record<string, Right>, place: Sql): Sql
}

/** Who may: a right, and a query whose rows (column `id`) show that it reaches this request. No row, no access. */
export type Gate<I> = { readonly right: Right; rows(asked: Asked<I>): Sql }

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
  right: { name, roles: ['anyone'], places: sql`select null::uuid where false` },
  rows: ({ actor }) => sql`select ${actor}::uuid as id`,
})

export function asked<I>(input: Blanks<I>): Asked<I> {
  const reach = sql`(select places from reach)::uuid[]`
  return {
    input,
    actor,
    now,
    today,
    reach,
    visible: (place) => sql`array_position(${reach}, ${place}) is not null`,
    offers: (rights, place) => {
      const offered = Object.entries(rights).map(
        ([act, right]) => sql`case when ${place} = any (array(${right.places})) then ${sql.lit(act)} end`,
      )
      return sql`array_remove(array[${sql.join(offered)}]::text[], null)`
    },
  }
}
