import type { InputOf } from '#kernel/lang/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { at } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { type Acting, command } from '#kernel/server/use-case.ts'
import { citizens } from '../contract.ts'
import { readNumber } from '../rules.ts'
import { mayKeepCitizen } from './permissions.ts'
import { unlessTaken } from './taken.ts'
import { tieCitizen } from './ties.ts'

/** Days in which whoever registered a citizen can write down the stay. */
export const DAYS_TO_OPEN_A_STAY = 30

export const register = command(citizens.register, {
  may: at(mayKeepCitizen, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, person: input.id, records: [input.id] }),
  async run({ input, ...acting }) {
    await registerCitizen(acting, input)
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'citizens', place: input.unitId, subject: input.id }],
})

type Registered = InputOf<typeof citizens.register>

/** A card, and the tie through which its unit sees it. For features above too, in the transaction of their reason. */
export async function registerCitizen(
  { db, by, clock }: Pick<Acting<never, never>, 'db' | 'by' | 'clock'>,
  input: Registered,
): Promise<void> {
  const number = input.number ? readNumber(input.number) : undefined
  const insert =
    db.run(sql`insert into citizens.citizen (id, external_id, given_name, family_name, preferred_name, pronoun,
      number, number_kind, born_on, address, room, phone, identity_protected, protected_until, hidden_stay, about, changed_at, changed_by)
    values (${input.id}, ${input.externalId ?? null}, ${input.givenName}, ${input.familyName}, ${input.preferredName}, ${input.pronoun},
      ${input.number}, ${number?.kind ?? null}, ${input.bornOn ?? number?.bornOn ?? null}, ${input.address}, ${input.room}, ${input.phone},
      ${input.identityProtected}, ${input.protectedUntil}, ${input.hiddenStay}, ${input.about}, ${clock.now()}, ${by.id})`)
  await unlessTaken(insert)
  const toOn = addDays(clock.today(), DAYS_TO_OPEN_A_STAY)
  await tieCitizen(db, {
    citizenId: input.id,
    unitId: input.unitId,
    because: 'registration',
    becauseId: null,
    fromOn: clock.today(),
    toOn,
  })
}
