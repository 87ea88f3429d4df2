import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refuse } from '#kernel/lang/problem.ts'
import { anywhere, type Gate, rightsOfHouse } from '#kernel/server/permission.ts'
import { Blank, type Blanks, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { org } from '../contract.ts'
import { roles } from '../roles.ts'
import { whyNotEndNarrowing, whyNotNarrow } from '../rules.ts'
import { mayNarrow } from './permissions.ts'

/** What holds everywhere is decided by whoever looks after the topmost unit. */
const place = (unitId: Sql) => sql`coalesce(${unitId}, (select root.id from org.unit root
  where root.tenant_id = kernel.here() and root.parent_id is null order by root.id limit 1))`

export const narrowings = query(org.narrowings, {
  may: anywhere(mayNarrow),
  audit: () => ({}),
  read: ({ visible, today }) => sql`
    select narrowing.id, narrowing.right_name as "rightName", narrowing.role, narrowing.unit_id as "unitId", unit.name as "unitName",
      narrowing.from_on as "fromOn", narrowing.to_on as "toOn", narrowing.note, employee.name as "decidedByName", narrowing.decided_at as "decidedAt",
      narrowing.version, case when narrowing.to_on < ${today}::date then '{}'::text[] else array['end'] end as permitted
    from org.narrowing
    left join org.unit on unit.tenant_id = narrowing.tenant_id and unit.id = narrowing.unit_id
    join org.employee on employee.tenant_id = narrowing.tenant_id and employee.id = narrowing.decided_by
    where narrowing.tenant_id = kernel.here() and ${visible(place(sql`narrowing.unit_id`))}
    order by (narrowing.to_on < ${today}::date) is true, narrowing.from_on desc, narrowing.id limit 1000`,
})

/** Read when it is asked: a right is made when its feature is loaded. */
const matrix = new Blank(() =>
  JSON.stringify(
    [...rightsOfHouse().values()]
      .map(({ name, sensitivity, roles: of }) => ({
        name,
        sensitivity,
        roles: roles.filter((role) => of.includes(role)),
      }))
      .filter(({ roles: of }) => of.length > 0),
  ),
)

export const rights = query(org.rights, {
  may: anywhere(mayNarrow),
  audit: () => ({}),
  records: sql`select null::uuid where false`,
  read: () => sql`select known.name, known.roles, known.sensitivity
    from jsonb_to_recordset(${matrix}::jsonb) as known (name text, roles text[], sensitivity text) order by known.name`,
})

const whereItHolds = <I extends { unitId: unknown }>(): Gate<I> => ({
  right: mayNarrow,
  rows: ({ input, visible }) => sql`
    select place.id from (select ${place(sql`${(input as Blanks<{ unitId: unknown }>).unitId}::uuid`)} as id) place where ${visible(sql`place.id`)}`,
})

/** It holds from its day on, for everybody in the role, whatever they have open. */
export const narrow = command(org.narrow, {
  may: whereItHolds(),
  audit: (input) => ({
    place: input.unitId ?? undefined,
    records: [input.id],
    about: { right: input.rightName, role: input.role },
  }),
  async run({ db, input, by, clock }) {
    refuse(whyNotNarrow(input, rightsOfHouse().get(input.rightName)?.roles, clock.today()))
    const made =
      await db.run(sql`insert into org.narrowing (id, right_name, role, unit_id, from_on, to_on, decided_by, decided_at, note)
      values (${input.id}, ${input.rightName}, ${input.role}, ${input.unitId}, ${input.fromOn}, ${input.toOn}, ${by.id}, ${clock.now()}, ${input.note})
      on conflict (tenant_id, id) do nothing`)
    if (!made) throw new Problem('refused', 'kernel.id-taken')
    return { id: input.id, version: 1 }
  },
})

const theNarrowing = <I extends { id: unknown }>(): Gate<I> => ({
  right: mayNarrow,
  rows: ({ input, visible }) => sql`
    select narrowing.id from org.narrowing
    where narrowing.tenant_id = kernel.here() and narrowing.id = ${(input as Blanks<{ id: unknown }>).id}::uuid
      and ${visible(place(sql`narrowing.unit_id`))}`,
})

type Standing = { id: Id; unitId: Id | null; rightName: string; role: string; toOn: Day | null; version: number }

const narrowingById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, unit_id as "unitId", right_name as "rightName", role, to_on::text as "toOn", version
    from org.narrowing where tenant_id = kernel.here() and id = ${id} for update`)

export const endNarrowing = command(org.endNarrowing, {
  may: theNarrowing(),
  about: (db, input) => narrowingById(db, input.id),
  audit: (input, about) => ({
    place: about?.unitId ?? undefined,
    records: [input.id],
    about: { right: about?.rightName, role: about?.role },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEndNarrowing(about.toOn, input.lastDay, clock.today()))
    const ended = await db.one<{ toOn: Day }>(sql`update org.narrowing
      set to_on = greatest(${input.lastDay}::date, from_on - 1), ended_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id} returning to_on::text as "toOn"`)
    return { id: input.id, toOn: ended!.toOn }
  },
})
