import { citizens } from '#features/citizens/contract.ts'
import { type StayKind, stays } from '#features/stays/contract.ts'
import { addDays, type Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { GivenUnit } from './given.ts'
import { ask, type World } from './world.ts'

export type GivenCitizen = { id: Id; name: string; stayId: Id }

/** A card with nothing on it but a name. */
export function aCard(name: string) {
  const [givenName, ...rest] = name.split(' ')
  return {
    givenName: givenName!,
    familyName: rest.join(' '),
    preferredName: null as string | null,
    pronoun: null as string | null,
    bornOn: null as Day | null,
    address: null as string | null,
    room: null as string | null,
    phone: null as string | null,
    identityProtected: false,
    protectedUntil: null as Day | null,
    hiddenStay: false,
    about: null as string | null,
  }
}
type Registered = Partial<ReturnType<typeof aCard>> & {
  number?: string | null
  kind?: StayKind
  legalGround?: string | null
  from?: Day
}

/** A citizen who has been in the unit for a month, registered and given a stay by the administrator. */
export async function aCitizen(
  world: World,
  name: string,
  unit: GivenUnit,
  more: Registered = {},
): Promise<GivenCitizen> {
  const { number = null, kind = 'home', legalGround = null, from = addDays(world.clock.today(), -30), ...card } = more
  const [id, stayId] = [newId(), newId()]
  await ask(world.administrator, citizens.register, { id, unitId: unit.id, number, ...aCard(name), ...card })
  await ask(world.administrator, stays.open, {
    id: stayId,
    citizenId: id,
    unitId: unit.id,
    kind,
    legalGround,
    startsOn: from,
  })
  return { id, name, stayId }
}
