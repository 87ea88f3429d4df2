import { beforeAll, expect } from 'vitest'
import { newsletter } from '#features/newsletter/contract.ts'
import { MOST_WORDS, wordsOf } from '#features/newsletter/rules.ts'
import { relay } from '#features/relay/contract.ts'
import { addWorkingMinutes, dueOf, shareWanted, WORKING_DAY_MINUTES } from '#features/relay/rules.ts'
import { thread } from '#features/thread/contract.ts'
import { sql } from '#kernel/server/sql.ts'
import { hasEgebaek, readEgebaek, withEgebaek } from '#kit/egebaek.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aContact } from '#kit/relay.ts'
import { ask, groundOf, type Person, useWorld } from '#kit/world.ts'
import { loadCapture } from './capture.ts'
import { loadDecisions } from './decisions.ts'
import { CaptureInFile } from './file.ts'
import { Loading } from './loading.ts'
import { loadNewsletters } from './newsletter.ts'
import { loadRelay } from './relay.ts'
import { type MessageInFile, RelayInFile } from './relay-file.ts'
import { loadRequirements } from './requirements.ts'
import { DecisionsInFile, RequirementsInFile } from './requirements-file.ts'

const here = useWorld()
let signe: Person

const read = () => RelayInFile.parse(readEgebaek())
/** What newsletters are said from, and then the sections this test is about: the others have tests of their own. */
async function load(): Promise<string[]> {
  const loader = { ground: groundOf(here.world), by: signe.by, tenantId: here.world.tenant.id }
  const [raw, placeId] = [readEgebaek(), here.world.rootUnitId]
  const days = CaptureInFile.parse(raw)
  const loading = await Loading.open(loader, days)
  await loadCapture(loading, days, placeId)
  await loadRequirements(loading, RequirementsInFile.parse(raw), placeId)
  await loadDecisions(loading, DecisionsInFile.parse(raw), placeId)
  await loadRelay(loading, read(), placeId)
  return loadNewsletters(loading, read(), placeId)
}

beforeAll(async () => {
  if (!hasEgebaek) return
  for (const { name } of read().units) {
    const unit = await aUnit(here.world, name)
    await aContact(here.world, `Kontakt i ${name}`, unit)
    await anEmployee(here.world, `Leder i ${name}`, 'unit-leader', unit)
  }
  signe = await anEmployee(here.world, 'Signe', 'coordinator', { id: here.world.rootUnitId, name: 'Egebæk' })
  await load()
}, 300_000)

/** Older ones too, which no list shows any more. */
async function loaded() {
  const rows = await here.world.db.all<{ id: string; label: string }>(
    sql`select id, external_id as label from relay.message where tenant_id = kernel.here() order by number`,
  )
  const whole = await Promise.all(rows.map(({ id }) => ask(signe, relay.message, { id })))
  return new Map(whole.map((one, at) => [rows[at]!.label, one]))
}

withEgebaek('the file’s chain has the clocks the product has', () => {
  const [, contact, staff] = read().chain
  const at = '2027-05-11T06:00:00.000Z'
  expect(contact!.sla).toEqual({ kritisk: '2 timer', handling: '1 arbejdsdag', info: 'næste nyhedsbrev' })
  expect(dueOf('critical', 'pass-on', at)).toBe('2027-05-11T08:00:00.000Z')
  expect(dueOf('action', 'pass-on', at)).toBe(addWorkingMinutes(at, WORKING_DAY_MINUTES))
  expect(staff!.sla).toEqual({
    kritisk: `før næste vagt, ${shareWanted.critical! * 100} % kvittering`,
    handling: `5 arbejdsdage, ${shareWanted.action! * 100} % læst`,
    info: 'ingen kvittering',
  })
})

withEgebaek('fourteen messages on their way through the units, every share as the file counts it', async () => {
  const messages = await loaded()
  const file = read()
  let shares = 0
  for (const { id, relay: rows } of file.messages) {
    const legs = new Map(messages.get(id)!.legs.map((leg) => [leg.unitName, leg]))
    expect(legs.size).toBe(rows.length)
    for (const { unit, relayedAt, staff, read: reached } of rows) {
      const leg = legs.get(file.units.find((one) => one.id === unit)!.name)!
      expect([id, unit, leg.relayedAt === null]).toEqual([id, unit, relayedAt === null])
      if (relayedAt === null) continue
      expect([id, unit, leg.share]).toEqual([id, unit, Math.round((1000 * reached) / staff) / 1000])
      shares++
    }
  }
  process.stdout.write(`  ${file.messages.length} messages, ${shares} shares as the file has them\n`)
  expect([messages.size, shares]).toEqual([
    14,
    file.messages.flatMap((one) => one.relay).filter((row) => row.relayedAt).length,
  ])
})

const roleWord = {
  contact: 'kontaktperson',
  leader: 'leder',
  above: 'centerleder',
  deputy: 'afløser',
  coordinator: 'koordinator',
  steering: 'styregruppe',
}

/** `M-08 Krogen: leder`, roles in the order they were told. */
async function raised() {
  const rows = [...(await loaded()).entries()].flatMap(([label, { legs }]) =>
    legs
      .filter(({ escalations }) => escalations.length > 0)
      .map(({ unitName, escalations }) => ({
        label,
        unitName,
        step: escalations[0]!.step,
        to: escalations.map(({ toRole }) => roleWord[toRole]).join(', derefter '),
      })),
  )
  return rows
}

withEgebaek('what stalled was told to the same roles as the file has it', async () => {
  const file = read()
  const names = new Map(file.units.map(({ id, name }) => [id, name]))
  const ours = await raised()
  const wanted = file.messages.flatMap(({ id, escalations }: MessageInFile) =>
    escalations.map(({ unit, to, reason }) => ({
      label: id,
      unitName: names.get(unit)!,
      step: /kvitteret/.test(reason) ? 'reach' : 'pass-on',
      to,
    })),
  )
  const said = (one: (typeof wanted)[number]) => `${one.label} ${one.unitName} ${one.step}: ${one.to}`
  const [inFile, inHouse] = [wanted.map(said), ours.map(said)]
  expect(inFile.filter((one) => !inHouse.includes(one))).toEqual([])
  const more = inHouse.filter((one) => !inFile.includes(one))
  process.stdout.write(
    `  ${inFile.length} escalations as the file has them; ${more.length} more that its own 85 % ask for\n`,
  )
  expect(more.every((one) => / reach: /.test(one))).toBe(true)
})

withEgebaek('stakeholders, meetings and their questions', async () => {
  const file = read()
  const [people, held] = [await ask(signe, relay.stakeholders, {}), await ask(signe, relay.meetings, {})]
  const questions = held.flatMap((meeting) => meeting.questions)
  const attended = held.reduce((sum, meeting) => sum + (meeting.attended ?? 0), 0)
  process.stdout.write(
    `  ${people.length} stakeholders, ${held.length} meetings, ${attended} came, ${questions.length} questions\n`,
  )
  expect([people.length, held.length, attended]).toEqual([
    14,
    6,
    file.infoMeetings.reduce((sum, one) => sum + (one.attended ?? 0), 0),
  ])
  expect(people.filter(({ hardToReach }) => hardToReach).map(({ name }) => name)).toEqual(['Nattevagter og vikarer'])
  const loose = (await ask(signe, thread.loose, {})).filter(({ rule }) => rule === 'relay.meeting-unanswered')
  expect(loose.length).toBeGreaterThan(0)
})

withEgebaek(
  'seven newsletters sent, one written, one planned; each within its bounds, with its sources and readers',
  async () => {
    const file = read()
    const issues = await ask(signe, newsletter.issues, {})
    const states = issues.map(({ number, state }) => [number, state]).sort(([a], [b]) => Number(a) - Number(b))
    expect(states).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((nr) => [nr, 'archived']),
      [7, 'sent'],
      [8, 'edited'],
      [9, 'collecting'],
    ])
    let found = 0
    for (const { id, number } of issues) {
      const issue = await ask(signe, newsletter.issue, { id })
      const inFile = file.newsletters[number - 1]!
      expect(wordsOf(issue.sections)).toBeLessThanOrEqual(MOST_WORDS)
      expect(issue.sections.map(({ heading }) => heading)).toEqual(inFile.sections.map(({ heading }) => heading))
      found += issue.sections.reduce((sum, { sources }) => sum + sources.length, 0)
      for (const { unitName, share } of issue.coverage) {
        const unit = file.units.find(({ name }) => name === unitName)!
        if (inFile.coverage) expect(Math.abs(share! - inFile.coverage[unit.id]!)).toBeLessThan(1 / unit.staff)
      }
    }
    const all = file.newsletters.flatMap(({ sections }) => sections.flatMap(({ sources }) => sources)).length
    process.stdout.write(`  ${issues.length} newsletters, ${found} of ${all} sources stand in the house\n`)
    expect(found).toBeGreaterThanOrEqual(20)
  },
)

withEgebaek(
  'loaded again, nothing is there twice',
  async () => {
    await load()
    expect((await loaded()).size).toBe(14)
    expect(await ask(signe, newsletter.issues, {})).toHaveLength(9)
  },
  120_000,
)
