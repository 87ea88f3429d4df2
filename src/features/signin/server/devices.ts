import { careRoles } from '#features/org/roles.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { command, door, query } from '#kernel/server/use-case.ts'
import { type DeviceRow, type PinPerson, signin } from '../contract.ts'
import { LEAST_PASSWORD } from '../rules.ts'
import { type Acting, employedOn, enter, hashOf, later, newToken } from './acting.ts'
import { DEVICE_COOKIE, DEVICE_DAYS, deviceHere } from './device-here.ts'
import { takeTry } from './guesses.ts'
import { mayPairDevice } from './permissions.ts'
import { policyOn } from './policy.ts'
import { openWays } from './sso/providers.ts'

const CODE_MINUTES = 10
/** Tries at codes from one address since the last that was right. */
const guessAtCode = ({ device }: Acting) => `device code ${device.address}`

export const devicesOfUnit = query(signin.devicesOfUnit, {
  may: at(mayPairDevice, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  records: sql`select null::uuid where false`,
  read: ({ input }) => sql`
    select ${input.unitId}::uuid as id, (select coalesce(json_agg(d order by d.name), '[]') from (
      select device.id, device.name, device.paired_at as "pairedAt", employee.name as "pairedByName", device.claimed_at as "claimedAt",
        device.seen_at as "seenAt", device.version
      from signin.device join org.employee on employee.tenant_id = device.tenant_id and employee.id = device.paired_by
      where device.tenant_id = kernel.here() and device.unit_id = ${input.unitId}::uuid and device.ended_at is null
      order by device.paired_at desc limit 100) d) as devices, array['pair', 'end'] as permitted
    from may`,
})

export const pairDevice = command(signin.pairDevice, {
  may: at(mayPairDevice, (input) => input.unitId),
  secrets: ['code'],
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const codeUntil = later(clock.now(), CODE_MINUTES)
    await db.run(sql`insert into signin.device (id, unit_id, name, code_hash, code_until_at, paired_at, paired_by)
      values (${input.id}, ${input.unitId}, ${input.name.trim()}, ${hashOf(input.code)}, ${codeUntil}, ${clock.now()}, ${by.id})`)
    return { id: input.id, codeUntil }
  },
  tell: (input) => [{ topic: 'signin', place: input.unitId }],
})

type Claimed = { id: Id; name: string; unitId: Id; unitName: string }

/** Whoever is signed in here goes on; the next to come meets the names of the unit. */
export const claimDevice = door(signin.claimDevice, {
  async run({ input, ...acting }) {
    const { db, clock, device } = acting
    await takeTry(acting, guessAtCode(acting))
    const token = newToken()
    const code = input.code.toUpperCase().replace(/[^A-Z2-9]/g, '')
    const claimed =
      await db.one<Claimed>(sql`update signin.device set token_hash = ${hashOf(token)}, code_hash = null, claimed_at = ${clock.now()}, version = device.version + 1
      from org.unit where device.tenant_id = kernel.here() and device.code_hash = ${hashOf(code)} and device.code_until_at > ${clock.now()}
        and device.ended_at is null and device.claimed_at is null and unit.tenant_id = device.tenant_id and unit.id = device.unit_id
      returning device.id, device.name, device.unit_id as "unitId", unit.name as "unitName"`)
    if (!claimed)
      throw new Problem(
        'refused',
        'signin.wrong-device-code',
        {},
        { faults: [{ field: 'code', code: 'signin.wrong-device-code' }] },
      )
    device.keep(DEVICE_COOKIE, token, DEVICE_DAYS * 86_400)
    await enter(db, clock, {
      action: 'signin.claimDevice',
      actor: acting.by?.id ?? null,
      place: claimed.unitId,
      about: { device: claimed.id },
    })
    return { name: claimed.name, unitName: claimed.unitName }
  },
})

type Standing = Pick<DeviceRow, 'id' | 'version'> & { unitId: Id; ended: boolean }

/** Lost, sold or moved. Everybody who is signed in on it is signed out. */
export const endDevice = command(signin.endDevice, {
  may: {
    right: mayPairDevice,
    rows: ({ input, visible }) => sql`select device.id from signin.device
      where device.tenant_id = kernel.here() and device.id = ${input.id}::uuid and ${visible(sql`device.unit_id`)}`,
  },
  about: (db, input) =>
    db.one<Standing>(sql`select id, version, unit_id as "unitId", ended_at is not null as ended from signin.device
      where tenant_id = kernel.here() and id = ${input.id} for update`),
  audit: (input, about) => ({ place: about?.unitId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.ended) refuse(refusal('signin.device-ended'))
    await db.run(sql`update signin.device set ended_at = ${clock.now()}, ended_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    await db.run(sql`update kernel.session set ended_at = ${clock.now()}
      where tenant_id = kernel.here() and device_id = ${input.id} and ended_at is null`)
    return { id: input.id }
  },
  tell: (_, about) => [{ topic: 'signin', place: about.unitId }],
})

/** Those who work with citizens in the unit itself, today. Only a paired device is told. */
const peopleOf = ({ db, clock }: Acting, unitId: Id) =>
  db.all<PinPerson>(sql`
    select employee.id, employee.name, employee.profession, person.pin_hash is not null as "hasPin"
    from org.employee left join signin.person on person.tenant_id = employee.tenant_id and person.employee_id = employee.id
    where employee.tenant_id = kernel.here() and ${employedOn(clock.today())} and ${worksAt(unitId, clock.today())}
    order by employee.name collate "da-x-icu" limit 300`)

/** Over `org.employee` under that name. */
export const worksAt = (unitId: Id, day: string): Sql => sql`exists (select from org.role_grant g
  where g.tenant_id = employee.tenant_id and g.employee_id = employee.id and g.unit_id = ${unitId} and g.role = any (${[...careRoles]}::text[])
    and g.starts_on <= ${day}::date and (g.ends_on is null or g.ends_on >= ${day}::date))`

export const ways = door(signin.ways, {
  async run(acting) {
    const here = await deviceHere(acting)
    const { lockMinutes } = await policyOn(acting.db, acting.clock.today())
    const device = here && {
      id: here.id,
      name: here.name,
      unitName: here.unitName,
      lockMinutes,
      people: await peopleOf(acting, here.unitId),
    }
    return {
      sso: await openWays(acting.db, acting.clock.today()),
      device: device ?? null,
      leastPasswordLength: LEAST_PASSWORD,
    }
  },
})
