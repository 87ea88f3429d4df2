import fs from 'node:fs'
import path from 'node:path'
import { newTenant } from '#app/server/new-tenant.ts'
import type { Opened } from '#app/server/open-house.ts'
import { useCases } from '#app/use-cases.ts'
import { citizens as citizensApi } from '#features/citizens/contract.ts'
import { journal } from '#features/journal/contract.ts'
import { org } from '#features/org/contract.ts'
import { drawLookups } from '#features/oversight/server/index.ts'
import { stays as staysApi } from '#features/stays/contract.ts'
import type { AnyEndpoint, InputOf, OutputOf } from '#kernel/lang/contract.ts'
import { addDays, type Day, dayOf, type Instant, instantAt } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { standingClock } from '#kernel/server/clock.ts'
import { perform } from '#kernel/server/run.ts'
import { endSessionsOf, openSession } from '#kernel/server/sessions.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import type { Tenant } from '#kernel/server/tenants.ts'
import type { By } from '#kernel/server/use-case.ts'
import {
  citizens,
  type DemoCitizen,
  type DemoNote,
  drafts,
  employees,
  notes,
  reminders,
  takeovers,
  units,
} from './index.ts'
import { answerEvents } from './seed-assessments.ts'
import { goalEvents, goalsOfNote, type Telling } from './seed-goals.ts'

const byName = new Map(useCases.map((useCase) => [useCase.contract.name, useCase]))
const AT_ONCE = 8

/** Who acts, and when: every demo record is made by a use case, under a person's own name and right, at its own time. */
type Stage = {
  house: Opened
  tenant: Tenant
  today: Day
  now: Instant
  people: Map<string, By>
  ids: Map<string, Id>
}

/** Fills an empty database with Egebæk. Its days are counted back from today, so the story always ends now. */
export async function seedDemo(
  house: Opened,
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Promise<void> {
  const root = units.find(({ parent }) => parent === null)!
  const { tenant, unitId, administratorId } = await newTenant(
    { ...house, clock: standingClock(instantAt(addDays(house.clock.today(), -900), '09:00')) },
    {
      slug: 'egebaek',
      name: root.name,
      demo: true,
      administrator: 'Opsætning',
    },
  )
  const stage: Stage = {
    house,
    tenant,
    today: house.clock.today(),
    now: house.clock.now(),
    people: new Map(),
    ids: new Map([[root.key, unitId]]),
  }
  await enter(stage, 'founder', administratorId)
  say(`Filling ${root.name} (invented) …`)
  for (const unit of units.filter(({ parent }) => parent !== null)) await addUnit(stage, unit)
  await together(employees, (employee) => addEmployee(stage, employee))
  await together(citizens, (citizen) => addCitizen(stage, citizen))
  say(`  ${units.length} units, ${employees.length} employees, ${citizens.length} citizens`)
  const told = await tellStory(stage)
  await together([...stage.people.values()], (by) =>
    endSessionsOf(dbOn(house.tenants.pool(tenant)), house.clock, by.id),
  )
  await drawLookups(dbOn(house.tenants.pool(tenant)), house.clock)
  await finish(house)
  say(`  ${told} events of two weeks`)
}

/** The demo gets its host name last: without one it was broken off. */
export const isWhole = ({ demo, hosts }: Tenant): boolean => !demo || hosts.length > 0

async function finish(house: Opened): Promise<void> {
  await dbOn(house.tenants.front).run(
    sql`update kernel.tenant set hosts = '{egebaek.localhost}' where slug = 'egebaek'`,
  )
  await house.tenants.load()
}

async function enter(stage: Stage, key: string, employeeId: Id): Promise<void> {
  const lasting = { ...stage.house.clock, now: () => instantAt(addDays(stage.today, 2), '12:00') }
  const { by } = await openSession(dbOn(stage.house.tenants.pool(stage.tenant)), lasting, employeeId, 'cli')
  stage.people.set(key, by)
  stage.ids.set(key, employeeId)
}

/** In order of the list's batches, a few at a time. */
async function together<T>(list: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < list.length; at += AT_ONCE) await Promise.all(list.slice(at, at + AT_ONCE).map(work))
}

async function act<E extends AnyEndpoint>(
  stage: Stage,
  who: string,
  when: Instant,
  contract: E,
  input: InputOf<E>,
): Promise<OutputOf<E>> {
  const by = stage.people.get(who)
  if (!by) throw new Error(`The demo names ${who}, who is not employed.`)
  const ground = {
    pool: stage.house.tenants.pool(stage.tenant),
    clock: standingClock(when),
    named: true,
    tell: () => undefined,
  }
  try {
    return JSON.parse(await perform({ ground, useCase: byName.get(contract.name)!, input, by, key: newId() }))
  } catch (error) {
    throw new Error(
      `The demo could not do ${contract.name} as ${who}: ${String(error)} ${JSON.stringify(input).slice(0, 300)}`,
      {
        cause: error,
      },
    )
  }
}

const idOf = (stage: Stage, key: string): Id => stage.ids.get(key) ?? stage.ids.set(key, newId()).get(key)!
const dayAt = (stage: Stage, offset: number) => addDays(stage.today, offset)
const long = (stage: Stage) => instantAt(dayAt(stage, -30), '09:00')

const noteKindsOf = (homeLike: boolean, key: string) => {
  if (key === 'rus' || key === 'laerken')
    return ['conversation', 'health', 'cooperation', 'diary', 'visit', 'unit'] as const
  return homeLike
    ? (['diary', 'health', 'cooperation', 'conversation', 'visit', 'unit'] as const)
    : (['visit', 'diary', 'conversation', 'health', 'cooperation', 'unit'] as const)
}

async function addUnit(stage: Stage, unit: (typeof units)[number]): Promise<void> {
  await act(stage, 'founder', long(stage), org.createUnit, {
    id: idOf(stage, unit.key),
    externalId: unit.key,
    parentId: idOf(stage, unit.parent!),
    name: unit.name,
    kind: unit.kind,
    offerType: unit.offerTypeId,
    legalGrounds: unit.lawGroundIds,
    roundTheClock: unit.homeLike,
    noteKinds: [...noteKindsOf(unit.homeLike, unit.key)],
    shiftStarts: unit.homeLike ? ['07:00', '15:00', '23:00'] : ['07:30'],
  })
}

async function addEmployee(stage: Stage, employee: (typeof employees)[number]): Promise<void> {
  const since = dayAt(stage, -900)
  const id = idOf(stage, employee.key)
  await act(stage, 'founder', long(stage), org.employ, {
    id,
    externalId: employee.key,
    name: employee.name,
    userName: employee.key,
    profession: employee.profession,
    employedFrom: since,
    employedTo: null,
    ...(employee.demoSignIn ? { demoLine: employee.demoSignIn } : {}),
  })
  for (const { role, unit } of employee.grants) {
    await act(stage, 'founder', long(stage), org.grantRole, {
      id: newId(),
      employeeId: id,
      role,
      unitId: idOf(stage, unit),
      startsOn: since,
      endsOn: null,
    })
  }
  await enter(stage, employee.key, id)
}

const cardOf = (stage: Stage, citizen: DemoCitizen) => ({
  givenName: citizen.given,
  familyName: citizen.family,
  preferredName: citizen.preferred ?? null,
  pronoun: citizen.pronoun ?? null,
  bornOn: citizen.bornOn ?? null,
  address: citizen.address ?? null,
  room: citizen.room ?? null,
  phone: citizen.phone ?? null,
  identityProtected: citizen.protectedIdentity !== undefined,
  protectedUntil: citizen.protectedIdentity ? (citizen.protectedIdentity.endsOn ?? dayAt(stage, 240)) : null,
  hiddenStay: citizen.hiddenStay ?? false,
  about: citizen.about ?? null,
})

async function addCitizen(stage: Stage, citizen: DemoCitizen): Promise<void> {
  const [id, unitId, when] = [idOf(stage, citizen.key), idOf(stage, citizen.stays[0]!.unit), long(stage)]
  await act(stage, 'founder', when, citizensApi.register, {
    id,
    externalId: citizen.key,
    unitId,
    number: citizen.cpr ?? null,
    ...cardOf(stage, citizen),
  })
  for (const stay of citizen.stays) {
    await act(stage, 'founder', when, staysApi.open, {
      id: idOf(stage, stayKey(citizen, stay)),
      citizenId: id,
      unitId: idOf(stage, stay.unit),
      kind: stay.kind,
      legalGround: stay.ground || null,
      startsOn: dayAt(stage, stay.fromDay),
    })
  }
  await addPeopleAround(stage, citizen, id)
}

const stayKey = (citizen: DemoCitizen, stay: DemoCitizen['stays'][number]) =>
  `stay ${citizen.key} ${stay.unit} ${stay.kind}`

/** When the unit could first do something for the citizen, a month back at most. */
const since = (stage: Stage, stay: DemoCitizen['stays'][number]): Instant =>
  moment(stage, Math.min(0, Math.max(stay.fromDay, -30)), '00:01')

async function addPeopleAround(stage: Stage, citizen: DemoCitizen, id: Id): Promise<void> {
  const when = since(stage, citizen.stays[0]!)
  if (citizen.portrait !== undefined)
    await act(stage, 'founder', when, citizensApi.setPhoto, { id, version: 1, photo: portrait(citizen.portrait) })
  for (const contact of citizen.contacts) {
    const { kind, name, relation = null, phone = null, note = null } = contact
    await act(stage, 'founder', when, citizensApi.addContact, {
      id: newId(),
      citizenId: id,
      kind,
      name,
      relation,
      phone,
      note,
    })
  }
  for (const key of citizen.contactPersons) {
    const unit = employees.find((employee) => employee.key === key)?.grants[0]?.unit
    const stay = citizen.stays.find((one) => one.unit === unit) ?? citizen.stays[0]!
    const from = since(stage, stay)
    await act(stage, 'founder', from, citizensApi.assignContactPerson, {
      id: newId(),
      citizenId: id,
      unitId: idOf(stage, stay.unit),
      employeeId: idOf(stage, key),
      fromOn: dayOf(from),
    })
  }
}

const portraits = path.join(import.meta.dirname, 'portraits')
const portraitFiles = fs
  .readdirSync(portraits)
  .filter((file) => file.endsWith('.webp'))
  .sort()
const portrait = (index: number) =>
  `data:image/webp;base64,${fs.readFileSync(path.join(portraits, portraitFiles[index % portraitFiles.length]!)).toString('base64')}`

type Event = {
  at: Instant /** Everything before it is finished first. */
  alone?: boolean
  tell: () => Promise<unknown>
}

/** The two weeks, in the order in which things were written. What lies in the future of today is left out. */
async function tellStory(stage: Stage): Promise<number> {
  const telling: Telling = {
    idOf: (key) => idOf(stage, key),
    dayAt: (offset) => dayAt(stage, offset),
    moment: (day, time) => moment(stage, day, time),
    act: (who, when, contract, input) => act(stage, who, when, contract, input),
  }
  const events = [
    ...notes.flatMap((note, index) => noteEvents(stage, note, `note ${index}`)),
    ...citizens.flatMap((citizen) => citizenEvents(stage, citizen)),
    ...marginEvents(stage),
    ...goalEvents(telling),
    ...answerEvents(telling),
  ]
  const past = events.filter(({ at }) => at <= stage.now).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  let open: Event[] = []
  for (const event of past) {
    if (event.alone) {
      await together(open, ({ tell }) => tell())
      open = []
      await event.tell()
    } else open.push(event)
  }
  await together(open, ({ tell }) => tell())
  return past.length
}

const moment = (stage: Stage, day: number, time: string, plusMinutes = 0): Instant =>
  new Date(Date.parse(instantAt(dayAt(stage, day), time)) + plusMinutes * 60_000).toISOString()

function noteEvents(stage: Stage, note: DemoNote, key: string): Event[] {
  const happenedAt = moment(stage, note.day, note.time)
  const at = moment(stage, note.day, note.time, note.wroteAfterMinutes ?? 8)
  const [id, unitId] = [idOf(stage, key), idOf(stage, note.unit)]
  const [important, theme] = [note.important ?? false, note.theme ?? null]
  const citizenId = note.citizen ? idOf(stage, note.citizen) : null
  const events: Event[] = [
    {
      at,
      tell: () =>
        act(stage, note.by, at, journal.write, {
          id,
          draftId: null,
          unitId,
          citizenId,
          belongsTo: goalsOfNote(note.citizen ?? undefined, note.unit, note.text).map((key) => idOf(stage, key)),
          kind: note.kind,
          happenedAt,
          text: note.text,
          important,
          theme,
        }),
    },
  ]
  const { corrected, withdrawn, readBy = [] } = note
  if (corrected) {
    const then = moment(stage, corrected.day, corrected.time)
    const input = {
      id,
      version: 1,
      draftId: null,
      happenedAt,
      text: corrected.text,
      important,
      theme,
      reason: corrected.reason,
    }
    events.push({ at: then, alone: true, tell: () => act(stage, note.by, then, journal.correct, input) })
  }
  if (withdrawn) {
    const then = moment(stage, withdrawn.day, withdrawn.time)
    events.push({
      at: then,
      alone: true,
      tell: () =>
        act(stage, withdrawn.by, then, journal.withdraw, { id, version: corrected ? 2 : 1, reason: withdrawn.reason }),
    })
  }
  for (const reader of readBy) {
    const then = moment(stage, note.day, note.time, (note.wroteAfterMinutes ?? 8) + 240)
    events.push({ at: then, alone: true, tell: () => act(stage, reader, then, journal.markRead, { noteIds: [id] }) })
  }
  return events
}

function citizenEvents(stage: Stage, citizen: DemoCitizen): Event[] {
  const citizenId = idOf(stage, citizen.key)
  const warned = citizen.warnings.map(({ byKey, fromDay, kind, text, reviewDay }): Event => {
    const at = moment(stage, Math.max(fromDay, -29), '10:15')
    const unit = employees.find(({ key }) => key === byKey)!.grants[0]!.unit
    const place = citizen.stays.some((stay) => stay.unit === unit) ? unit : citizen.stays[0]!.unit
    return {
      at,
      tell: () =>
        act(stage, byKey, at, citizensApi.warn, {
          id: newId(),
          citizenId,
          unitId: idOf(stage, place),
          kind,
          text,
          reviewOn: dayAt(stage, reviewDay),
        }),
    }
  })
  const left = citizen.stays
    .filter(({ toDay, fromDay }) => toDay !== undefined && fromDay <= 0)
    .map((stay): Event => {
      const at = moment(stage, Math.max(stay.toDay!, -29), '20:30')
      const input = {
        stayId: idOf(stage, stayKey(citizen, stay)),
        version: 1,
        day: dayAt(stage, stay.toDay!),
        reason: stay.reason ?? 'ended',
      }
      return {
        at,
        alone: true,
        tell: () => act(stage, 'founder', at, staysApi.close, input as never),
      }
    })
  return [...warned, ...left]
}

function marginEvents(stage: Stage): Event[] {
  const reminded = reminders.map(({ unit, citizen, by, day, time, text, untilDay, untilTime }): Event => {
    const at = moment(stage, day, time)
    const input = {
      id: newId(),
      unitId: idOf(stage, unit),
      citizenId: citizen ? idOf(stage, citizen) : null,
      text,
      expiresAt: moment(stage, untilDay, untilTime),
    }
    return { at, tell: () => act(stage, by, at, journal.remind, input) }
  })
  const drafted = drafts.map(({ unit, citizen, by, day, time, text }): Event => {
    const at = moment(stage, day, time)
    const input = {
      id: newId(),
      unitId: idOf(stage, unit),
      citizenId: citizen ? idOf(stage, citizen) : null,
      content: { text },
      revision: 1,
    }
    return { at, tell: () => act(stage, by, at, journal.saveDraft, input) }
  })
  const taken = takeovers.map(({ unit, by, day, time }): Event => {
    const at = moment(stage, day, time)
    return { at, alone: true, tell: () => takeOver(stage, by, at, idOf(stage, unit)) }
  })
  return [...reminded, ...drafted, ...taken]
}

async function takeOver(stage: Stage, by: string, at: Instant, unitId: Id): Promise<void> {
  const { cursor } = await act(stage, by, at, journal.handover, { unitId, from: 'last', mineOnly: false })
  await act(stage, by, at, journal.takeOver, { id: newId(), unitId, cursor })
}
