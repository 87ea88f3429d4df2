import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { MOST } from '../content.ts'
import { type Line, requirements } from '../contract.ts'
import { isSentOut, kindOfNo, renumbered, whyNotNo } from '../rules.ts'
import { insertLines } from './add-requirement.ts'
import { unlessTheirs } from './change-requirement.ts'
import { endDraft } from './drafts.ts'
import { byLine, byRequirement, mayPropose, nearSpec } from './permissions.ts'
import { type By, logChange, settle } from './settle.ts'
import { lockedLine, lockedRequirement, type StandingLine } from './standing.ts'

type Placed = Line & { position: number }

const linesOf = (db: Db, requirementId: string) =>
  db.all<Placed>(sql`select id, no, kind, text, version, position from requirements.line
    where tenant_id = kernel.here() and requirement_id = ${requirementId} and removed_at is null order by position, id`)

const shown = async (db: Db, requirementId: string): Promise<Line[]> =>
  (await linesOf(db, requirementId)).map(({ position: _, ...line }) => line)

/** Positions 1, 2, 3, with a gap of `room` after the place where new lines come. */
const makeRoom = (db: Db, ids: readonly string[], after: number, room: number) =>
  db.run(sql`update requirements.line set position = array_position(${ids}::uuid[], id) + case when array_position(${ids}::uuid[], id) > ${after}::int then ${room}::int else 0 end
    where tenant_id = kernel.here() and id = any (${ids}::uuid[])`)

export const addLines = command(requirements.addLines, {
  may: nearSpec(mayPropose, (input) => byRequirement(input.requirementId)),
  about: (db, input) => lockedRequirement(db, input.requirementId),
  audit: (input, standing) => ({
    place: standing?.placeId,
    records: [input.requirementId, ...input.lines.map(({ id }) => id)],
  }),
  async run({ db, input, about, by, clock }) {
    await unlessTheirs(db, about, by, clock)
    const standing = await linesOf(db, about.id)
    if (standing.length + input.lines.length > MOST.lines)
      refuse(refusal('requirements.too-many-lines', { most: MOST.lines }))
    const at = standing.findIndex(({ id }) => id === input.afterId)
    const after = at < 0 ? standing.length : at + 1
    await makeRoom(
      db,
      standing.map(({ id }) => id),
      after,
      input.lines.length,
    )
    const adder = { id: by.id, at: clock.now() }
    await insertLines(db, about.id, standing, input.lines, adder, after)
    for (const { id } of input.lines) await endDraft(db, by.id, id)
    await settle(db, about.id, adder)
    return { id: about.id, lines: await shown(db, about.id) }
  },
  tell: (_, about) => [{ topic: 'requirements', place: about.placeId }],
})

async function whyNot(db: Db, line: StandingLine, no: string, kind: Line['kind']) {
  if (no === line.no && kind === line.kind) return undefined
  if (no !== line.no && isSentOut(line.state)) return refusal('requirements.numbers-stand', {}, 'no')
  const others = (await linesOf(db, line.requirementId)).filter(({ id }) => id !== line.id)
  return whyNotNo(others, no, kind)
}

export const changeLine = command(requirements.changeLine, {
  may: nearSpec(mayPropose, (input) => byLine(input.id)),
  about: (db, input) => lockedLine(db, input.id),
  audit: (input, line) => ({ place: line?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    await unlessTheirs(db, about, by, clock)
    const no = input.no ?? about.no
    const kind = input.kind ?? (input.no ? kindOfNo(input.no) : about.kind)
    refuse(await whyNot(db, about, no, kind))
    const text = input.text?.trim() ?? about.text
    await endDraft(db, by.id, input.id)
    if (no === about.no && kind === about.kind && text === about.text) return lineOf(about)
    const changer = { id: by.id, at: clock.now() }
    const row =
      await db.one<Line>(sql`update requirements.line set no = ${no}, kind = ${kind}, text = ${text}, version = version + 1,
      changed_at = ${changer.at}, changed_by = ${changer.id}
      where tenant_id = kernel.here() and id = ${input.id} returning id, no, kind, text, version`)
    await logLine(db, about, { no, text }, changer)
    await settle(db, about.requirementId, changer)
    return row!
  },
  tell: (_, about) => [{ topic: 'requirements', place: about.placeId }],
})

const lineOf = ({ id, no, kind, text, version }: StandingLine): Line => ({ id, no, kind, text, version })

async function logLine(db: Db, before: StandingLine, after: { no: string; text: string }, by: By): Promise<void> {
  const about = { requirementId: before.requirementId, lineId: before.id }
  if (after.text !== before.text)
    await logChange(db, { ...about, field: 'line', before: before.text, after: after.text }, by)
  if (after.no !== before.no) await logChange(db, { ...about, field: 'no', before: before.no, after: after.no }, by)
}

export const removeLine = command(requirements.removeLine, {
  may: nearSpec(mayPropose, (input) => byLine(input.id)),
  about: (db, input) => lockedLine(db, input.id),
  audit: (input, line) => ({ place: line?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    await unlessTheirs(db, about, by, clock)
    const changer = { id: by.id, at: clock.now() }
    await db.run(sql`update requirements.line set removed_at = ${changer.at}, version = version + 1, changed_at = ${changer.at}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id}`)
    const gone = {
      requirementId: about.requirementId,
      lineId: input.id,
      field: 'line-removed',
      before: about.text,
      after: null,
    }
    await logChange(db, gone, changer)
    await endDraft(db, by.id, input.id)
    await settle(db, about.requirementId, changer)
    return { id: input.id }
  },
  tell: (_, about) => [{ topic: 'requirements', place: about.placeId }],
})

/** Exactly the lines that stand, in another order; anything else means that somebody added or removed one meanwhile. */
const isSameLines = (ids: readonly string[], lines: readonly Line[]): boolean =>
  ids.length === lines.length && new Set(ids).size === ids.length && lines.every(({ id }) => ids.includes(id))

/** In one statement: two lines may swap their numbers. */
const rearrange = (db: Db, lines: readonly Line[], by: By) =>
  db.run(sql`update requirements.line set no = told.no, position = told.position, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
    from unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ no }) => no)}::text[]) with ordinality told (id, no, position)
    where line.tenant_id = kernel.here() and line.id = told.id`)

export const arrangeLines = command(requirements.arrangeLines, {
  may: nearSpec(mayPropose, (input) => byRequirement(input.id)),
  about: (db, input) => lockedRequirement(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    await unlessTheirs(db, about, by, clock)
    const standing = await linesOf(db, about.id)
    if (!isSameLines(input.ids, standing)) refuse(refusal('requirements.other-lines'))
    if (input.renumber && isSentOut(about.state)) refuse(refusal('requirements.numbers-stand'))
    const inOrder = input.ids.map((id) => standing.find((line) => line.id === id)!)
    const changer = { id: by.id, at: clock.now() }
    const now = input.renumber ? renumbered(inOrder) : inOrder
    await rearrange(db, now, changer)
    const told = (lines: readonly Line[]) => lines.map(({ no }) => no).join(' ')
    await logChange(
      db,
      { requirementId: about.id, field: 'order', before: told(standing), after: told(inOrder) },
      changer,
    )
    await settle(db, about.id, changer)
    return { id: about.id, lines: await shown(db, about.id) }
  },
  tell: (_, about) => [{ topic: 'requirements', place: about.placeId }],
})
