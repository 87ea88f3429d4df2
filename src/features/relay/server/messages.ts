import { addTask } from '#features/tasks/server/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { breakdowns } from '../breakdowns.ts'
import { relay } from '../contract.ts'
import { whyNotByPass, whyNotRecall, whyNotRelease } from '../rules.ts'
import { chainAbove, openChain, partsOf } from './chain.ts'
import { mayByPass, mayCoordinate, ofMessage } from './permissions.ts'
import { closeMessage, settle } from './settle.ts'
import {
  type By,
  chosenOf,
  insertMessage,
  lockedMessage,
  moveTo,
  type StandingMessage,
  sendToAll,
  sendToContacts,
} from './standing.ts'

export const receive = command(relay.receive, {
  may: at(mayCoordinate, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id], about: { severity: input.severity } }),
  async run({ db, input, by, clock }) {
    await openChain(db, input.placeId)
    const number = await insertMessage(db, input, { id: by.id, at: clock.now() })
    return { id: input.id, number, version: 1, state: 'with-coordinator' as const }
  },
  tell: (input) => [{ topic: 'relay', place: input.placeId }],
})

type OwnWords = { title: string; body: string; purpose: string | null }

const released = (db: Db, id: Id, { title, body, purpose }: OwnWords, by: By) =>
  moveTo(
    db,
    id,
    'released',
    by,
    sql`, own_title = ${title.trim()}, own_body = ${body.trim()}, named_receipts = ${purpose !== null}, purpose = ${purpose?.trim() ?? null},
      released_at = ${by.at}, released_by = ${by.id}`,
  )

export const release = command(relay.release, {
  may: ofMessage(mayCoordinate, (input) => input.id),
  about: (db, input) => lockedMessage(db, input.id),
  audit: (input, message) => ({
    place: message?.placeId,
    records: [input.id, ...input.unitIds],
    about: { named: input.namedReceipts },
  }),
  async run({ db, input, about, by, clock }) {
    const chain = await openChain(db, about.placeId)
    const { units } = await partsOf(db, chain, clock.today())
    const chosen = chosenOf(units, input.unitIds)
    const without = chosen.filter(({ actingId }) => actingId === null).map(({ name }) => name)
    const { state, severity } = about
    const named = input.namedReceipts
    refuse(whyNotRelease({ state, severity, isLocked: true, named, medOn: chain.medOn, without }))
    const sender = { id: by.id, at: clock.now() }
    const purpose = named ? (input.purpose ?? PURPOSE) : null
    const done = await released(db, input.id, { ...input, purpose }, sender)
    await sendToContacts(db, { messageId: input.id, severity }, chosen, sender)
    await settle(db, { messageId: input.id, unitId: null, step: 'release' }, sender)
    return done
  },
  tell: (input, message) => [message.placeId, ...input.unitIds].map((place) => ({ topic: 'relay', place })),
})

/** Where the coordinator says nothing else. */
const PURPOSE = 'Lederen skal kunne sikre, at alle på næste vagt kender beskeden.'

type Leg = { unitId: Id; isRelayed: boolean }

/** To the same units: at once where employees have been told, by the contact where they have not. */
async function correct(db: Db, wrong: StandingMessage, given: { id: Id } & OwnWords, by: By, on: Day): Promise<void> {
  const chain = await openChain(db, wrong.placeId)
  const { units } = await partsOf(db, chain, on)
  const legs = await db.all<Leg>(sql`select unit_id as "unitId", relayed_at is not null as "isRelayed" from relay.leg
    where tenant_id = kernel.here() and message_id = ${wrong.id}`)
  const words = { title: given.title, body: given.body, expiresOn: wrong.expiresOn }
  const { placeId, severity } = wrong
  await insertMessage(db, { id: given.id, placeId, severity, origin: 'coordinator', ...words }, by)
  await db.run(
    sql`update relay.message set corrects_id = ${wrong.id} where tenant_id = kernel.here() and id = ${given.id}`,
  )
  await released(db, given.id, given, by)
  const told = new Map(legs.map(({ unitId, isRelayed }) => [unitId, isRelayed]))
  const sent = { messageId: given.id, severity }
  await sendToAll(
    db,
    sent,
    units.filter(({ unitId }) => told.get(unitId) === true),
    by,
  )
  await sendToContacts(
    db,
    sent,
    units.filter(({ unitId }) => told.get(unitId) === false),
    by,
  )
}

export const recall = command(relay.recall, {
  may: ofMessage(mayCoordinate, (input) => input.id),
  about: (db, input) => lockedMessage(db, input.id),
  audit: (input, message) => ({ place: message?.placeId, records: [input.id, input.correctionId] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotRecall(about.state))
    const recaller = { id: by.id, at: clock.now() }
    await settle(db, { messageId: input.id }, recaller)
    const done = await moveTo(
      db,
      input.id,
      'recalled',
      recaller,
      sql`, recalled_because = ${input.because.trim()}, salt = null`,
    )
    const words = { id: input.correctionId, title: input.title, body: input.body, purpose: null }
    await correct(db, about, words, recaller, clock.today())
    return done
  },
  tell: (_, message) => [{ topic: 'relay', place: message.placeId }],
})

export const close = command(relay.close, {
  may: ofMessage(mayCoordinate, (input) => input.id),
  about: (db, input) => lockedMessage(db, input.id),
  audit: (input, message) => ({ place: message?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotRecall(about.state))
    const closer = { id: by.id, at: clock.now() }
    await closeMessage(db, input.id, closer, clock.today())
    return { id: input.id, version: about.version + 1, state: 'closed' as const }
  },
  tell: (_, message) => [{ topic: 'relay', place: message.placeId }],
})

export const byPass = command(relay.byPass, {
  may: at(mayByPass, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id], about: { kind: input.kind } }),
  async run({ db, input, by, clock }) {
    refuse(whyNotByPass(clock.now()))
    const placeId = await chainAbove(db, input.unitId)
    const chain = await openChain(db, placeId)
    const { units } = await partsOf(db, chain, clock.today())
    const sender = { id: by.id, at: clock.now() }
    const words = breakdowns[input.kind]
    const message = { id: input.id, placeId, origin: 'vendor' as const, severity: 'critical' as const, expiresOn: null }
    await insertMessage(db, { ...message, ...words }, sender)
    await db.run(sql`update relay.message set by_pass = true where tenant_id = kernel.here() and id = ${input.id}`)
    const done = await released(db, input.id, { ...words, purpose: null }, sender)
    await sendToAll(db, { messageId: input.id, severity: 'critical' }, units, sender)
    await tellCoordinator(db, input.id, placeId, clock.today(), sender)
    return done
  },
  tell: (input) => [{ topic: 'relay', place: input.unitId }],
})

/** The coordinator was passed by, and is told so. */
const tellCoordinator = (db: Db, messageId: Id, placeId: Id, on: Day, by: By) =>
  addTask(
    db,
    {
      id: newId(),
      unitId: placeId,
      kind: 'relay.by-pass',
      onceKey: messageId,
      about: { message: messageId },
      to: { role: 'coordinator' },
      outcomes: ['seen'],
      dueOn: on,
    },
    by.at,
  )
