import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type Card, citizens } from '../contract.ts'
import { readNumber, readPhoto } from '../rules.ts'
import { concealedFrom, isHidden } from './lines.ts'
import { mayKeepCitizen, ofCitizen } from './permissions.ts'
import { unlessTaken } from './taken.ts'

type Who = Parameters<typeof concealedFrom>[0]

type Kept = Pick<
  Card,
  | 'id'
  | 'givenName'
  | 'familyName'
  | 'preferredName'
  | 'pronoun'
  | 'bornOn'
  | 'room'
  | 'identityProtected'
  | 'protectedUntil'
  | 'hiddenStay'
  | 'about'
  | 'version'
>

/**
 * The editable card as it stands, locked. It goes back to whoever edits from an old version, so it holds neither address, phone nor number:
 * whether they are hidden is not for this place to work out. Nor where somebody is who stays at a discreet unit that is not the editor's.
 */
const lockedCard = (db: Db, id: Id, who: Who) =>
  db.one<Kept>(sql`select id, given_name as "givenName", family_name as "familyName", preferred_name as "preferredName", pronoun,
      born_on::text as "bornOn", case when not concealed.yes then room end as room, (identity_protected or concealed.yes) as "identityProtected",
      protected_until::text as "protectedUntil", (hidden_stay and not concealed.yes) as "hiddenStay", about, version
    from citizens.citizen cross join lateral (select ${concealedFrom(who, mayKeepCitizen)} as yes) concealed
    where tenant_id = kernel.here() and id = ${id} for update of citizen`)

/** Sets columns, counts the version up, and answers with it. */
const update = async (db: Db, id: Id, set: Sql, by: { id: Id; at: string }) =>
  (await db.one<{ id: Id; version: number }>(sql`update citizens.citizen
    set ${set}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
    where tenant_id = kernel.here() and id = ${id} returning id, version`))!

/**
 * The card's fields, whole. Address and phone that are hidden come back from a form as null because the form never had them:
 * then null leaves them as they stand, and an empty text takes them away. What is concealed from the editor stays as it is.
 */
export const changeCard = command(citizens.change, {
  may: ofCitizen(mayKeepCitizen, (input) => input.id),
  about: (db, input, who) => lockedCard(db, input.id, who),
  audit: (input) => ({ person: input.id, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const hidden = isHidden(sql`${clock.today()}`)
    const unlessHidden = (column: Sql, value: string | null) =>
      sql`case when ${hidden} then coalesce(${value}::text, ${column}) else ${value}::text end`
    const concealed = concealedFrom({ by, clock }, mayKeepCitizen)
    const unlessConcealed = (column: Sql, value: Sql) => sql`case when ${concealed} then ${column} else ${value} end`
    const set = sql`given_name = ${input.givenName}, family_name = ${input.familyName}, preferred_name = ${input.preferredName},
      pronoun = ${input.pronoun}, born_on = ${input.bornOn}, room = ${unlessConcealed(sql`room`, sql`${input.room}::text`)},
      address = ${unlessConcealed(sql`address`, sql`nullif(${unlessHidden(sql`address`, input.address)}, '')`)}, phone = nullif(${unlessHidden(sql`phone`, input.phone)}, ''),
      identity_protected = ${unlessConcealed(sql`identity_protected`, sql`${input.identityProtected}::boolean`)}, protected_until = ${input.protectedUntil},
      hidden_stay = ${unlessConcealed(sql`hidden_stay`, sql`${input.hiddenStay}::boolean`)}, about = ${input.about}`
    return update(db, input.id, set, { id: by.id, at: clock.now() })
  },
})

/** Null takes the number away, as for somebody who turns out to be anonymous. */
export const setNumber = command(citizens.setNumber, {
  may: ofCitizen(mayKeepCitizen, (input) => input.id),
  about: (db, input, who) => lockedCard(db, input.id, who),
  audit: (input) => ({ person: input.id, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const read = input.number ? readNumber(input.number) : undefined
    const set = sql`number = ${input.number}, number_kind = ${read?.kind ?? null}, born_on = coalesce(born_on, ${read?.bornOn ?? null}::date)`
    return unlessTaken(update(db, input.id, set, { id: by.id, at: clock.now() }))
  },
})

export const setPhoto = command(citizens.setPhoto, {
  may: ofCitizen(mayKeepCitizen, (input) => input.id),
  about: (db, input, who) => lockedCard(db, input.id, who),
  audit: (input) => ({ person: input.id, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const photo = input.photo === null ? undefined : readPhoto(input.photo)
    if (photo && 'code' in photo) refuse(photo)
    const kept = photo && 'base64' in photo ? photo : undefined
    const bytes = kept ? Buffer.from(kept.base64, 'base64') : null
    const set = sql`photo = ${bytes}, photo_type = ${kept?.type ?? null}`
    return update(db, input.id, set, { id: by.id, at: clock.now() })
  },
})
