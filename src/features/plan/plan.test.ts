import { beforeAll, describe, expect, test } from 'vitest'
import { routes } from '#app/use-cases.ts'
import { clarification } from '#features/clarification/contract.ts'
import { org } from '#features/org/contract.ts'
import { thread } from '#features/thread/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aPlan, aWave, finishes, type GivenPlan, tasksOf, theTask } from '#kit/plan.ts'
import { ask, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { plan, type Task } from './contract.ts'
import { dueOf, moved } from './rules.ts'

const here = useWorld()
let given: GivenPlan
let signe: Person
let engen: GivenUnit
let skoven: GivenUnit
let nina: Person
let lene: Person
let waveId: string

beforeAll(async () => {
  given = await aPlan(here.world)
  signe = given.signe
  engen = await aUnit(here.world, 'Engen')
  skoven = await aUnit(here.world, 'Skoven')
  nina = await anEmployee(here.world, 'Nina', 'unit-contact', engen)
  lene = await anEmployee(here.world, 'Lene', 'unit-leader', engen)
  waveId = await aWave(given, 'B1', '2026-08-17', [engen, skoven])
})

const thePlan = async (by: Person = signe) => (await ask(by, plan.plans, {})).find(({ id }) => id === given.id)!
const theWave = async () => (await thePlan()).waves.find(({ id }) => id === waveId)!
const changed = ({ id, version, title, why, roleId, employeeId, startsOn, dueOn, needs }: Task, more: object) => ({
  ...{ id, version, title, why, roleId, employeeId, startsOn, dueOn, needs },
  ...more,
})

describe('a plan from templates', () => {
  test('two units get their dated tasks in one act, each on a working day, in the hands of who has the role', async () => {
    const tasks = await tasksOf(signe, engen.id)
    expect(tasks.map(({ code, dueOn, ownerName }) => [code, dueOn, ownerName])).toEqual([
      ['UT01', '2026-06-03', 'Lene'],
      ['UT02', '2026-06-08', 'Nina'],
      ['UT04', '2026-06-29', 'Nina'],
      ['UT08', '2026-07-20', 'Signe'],
      ['UT16', '2026-08-14', 'Signe'],
      ['UT18', '2026-09-14', null],
    ])
    expect((await ask(signe, plan.places, {})).map(({ name }) => name)).toContain('Prøveby Kommune')
    expect(
      (await tasksOf(signe, skoven.id)).every(
        ({ code, ownerName }) => !['UT01', 'UT02'].includes(code!) || ownerName === null,
      ),
    ).toBe(true)
  })

  test('a second plan of the same place, a circle of templates and a code used twice are refused whole', async () => {
    const role = { id: newId(), code: 'k', name: 'koordinator', orgRole: 'coordinator' as const, perUnit: false }
    const [a, b] = [newId(), newId()]
    const template = (id: string, code: string, needs: string[]) => ({
      ...{ id, code, title: code, why: '', offsetDays: -1, roleId: role.id, earliestPhaseId: null, needs },
    })
    const input = (templates: object[], placeId = here.world.rootUnitId) => ({
      ...{ id: newId(), placeId, title: 'Endnu en', phases: [], roles: [role], templates, stages: [] },
    })
    expect((await refused(signe, plan.begin, input([]))).code).toBe('plan.there-is-one')
    const circle = await refused(signe, plan.begin, input([template(a, 'A', [b]), template(b, 'B', [a])], skoven.id))
    expect([circle.code, circle.faults[0]?.field]).toEqual(['plan.circle', 'needs'])
    expect(
      (await refused(signe, plan.begin, input([template(a, 'A', []), template(b, 'A', [])], skoven.id))).code,
    ).toBe('plan.code-taken')
    expect((await refused(signe, plan.begin, input([template(a, 'A', [newId()])], skoven.id))).code).toBe(
      'plan.unknown-part',
    )
    expect((await ask(signe, plan.plans, {})).length).toBe(1)
  })

  test('a unit is in one wave; a go-live is no Sunday', async () => {
    const input = {
      id: newId(),
      planId: given.id,
      code: 'B9',
      name: 'Igen',
      goLiveOn: '2026-10-05',
      unitIds: [engen.id],
    }
    expect((await refused(signe, plan.addWave, input)).code).toBe('plan.unit-planned')
    expect((await refused(signe, plan.addWave, { ...input, goLiveOn: '2026-10-04' })).code).toBe('plan.go-live-holiday')
  })

  test('a template that changes takes along what is open and what nobody has dated', async () => {
    const template = (await thePlan()).templates.find(({ code }) => code === 'UT18')!
    const own = await theTask(signe, skoven.id, 'UT18')
    await ask(signe, plan.changeTask, changed(own, { dueOn: '2026-09-21' }))
    const { id, version, title, why, roleId, needs } = template
    const done = await ask(signe, plan.changeTemplate, { id, version, title, why, roleId, needs, offsetDays: 30 })
    expect(done.moved).toBe(1)
    expect((await theTask(signe, engen.id, 'UT18')).dueOn).toBe('2026-09-16')
    expect((await theTask(signe, skoven.id, 'UT18')).dueOn).toBe('2026-09-21')
    const back = { id, version: version + 1, title, why, roleId, offsetDays: 28 }
    expect((await refused(signe, plan.changeTemplate, { ...back, needs: [id] })).code).toBe('plan.circle')
    expect((await refused(signe, plan.changeTemplate, { ...back, version, needs })).kind).toBe('stale')
  })
})

describe('from day to day', () => {
  test('finishing one says what it opened for and whose that is; nothing is finished out of turn', async () => {
    const profile = await theTask(nina, engen.id, 'UT02')
    const early = { id: profile.id, version: profile.version, to: 'done' as const, because: null, doneOn: null }
    expect((await refused(nina, plan.moveOn, early)).code).toBe('plan.needs-first')
    expect(await finishes(lene, engen.id, 'UT01')).toEqual([
      { id: profile.id, title: 'Bekræft enhedsprofil', unitName: 'Engen', ownerName: 'Nina' },
    ])
    const again = await theTask(lene, engen.id, 'UT01')
    const twice = { id: again.id, version: again.version, to: 'done' as const, because: null, doneOn: null }
    expect((await refused(lene, plan.moveOn, twice)).code).toBe('plan.already-so')
    expect((await refused(lene, plan.moveOn, { ...twice, to: 'dropped', because: ' ' })).faults[0]?.field).toBe(
      'because',
    )
    expect(
      (await trailOf(here.world, 'plan.moveOn')).filter(({ outcome }) => outcome === 'done').length,
    ).toBeGreaterThan(0)
  })

  test('a task that would wait for itself through others is refused, and nothing is saved', async () => {
    const go = await theTask(signe, engen.id, 'UT16')
    const apply = await theTask(signe, engen.id, 'UT08')
    const circle = await refused(
      signe,
      plan.changeTask,
      changed(apply, { needs: [...apply.needs, go.id], title: 'Andet' }),
    )
    expect([circle.code, circle.faults[0]?.field]).toEqual(['plan.circle', 'needs'])
    expect((await theTask(signe, engen.id, 'UT08')).title).toBe('Anvend opsætning')
    const id = newId()
    const task = {
      id,
      planId: given.id,
      unitId: null,
      waveId: null,
      phaseId: null,
      code: 'P-01',
      title: 'Frikøb',
      why: '',
    }
    const own = {
      roleId: given.roleId.coordinator,
      employeeId: null,
      startsOn: '2026-03-12',
      dueOn: '2026-03-20',
      needs: [] as string[],
    }
    expect((await refused(signe, plan.addTask, { ...task, ...own, needs: [id] })).code).toBe('plan.circle')
    expect((await refused(signe, plan.addTask, { ...task, ...own, dueOn: '2026-03-11' })).code).toBe(
      'plan.due-before-start',
    )
    await ask(signe, plan.addTask, { ...task, ...own })
    expect((await refused(signe, plan.addTask, { ...task, ...own, id: newId() })).code).toBe('plan.code-taken')
    expect(await theTask(signe, null, 'P-01')).toMatchObject({ ownerName: 'Signe', isMine: true, dueOn: '2026-03-20' })
  })

  test('a part has one person: named for the unit, before the one for the whole; nobody again when the name is empty', async () => {
    const name = (unitId: string | null, who: string) =>
      ask(signe, plan.nameHolder, { id: given.roleId.vendor, unitId, employeeId: null, who })
    await name(null, 'Tone')
    await name(engen.id, 'Kasper')
    expect([
      (await theTask(signe, engen.id, 'UT18')).ownerName,
      (await theTask(signe, skoven.id, 'UT18')).ownerName,
    ]).toEqual(['Kasper', 'Tone'])
    await name(engen.id, '')
    expect((await theTask(signe, engen.id, 'UT18')).ownerName).toBe('Tone')
    const hans = await anEmployee(here.world, 'Hans', 'unit-contact', engen)
    expect((await theTask(signe, engen.id, 'UT02')).ownerName).toBeNull()
    await ask(signe, plan.nameHolder, { id: given.roleId.contact, unitId: engen.id, employeeId: nina.id, who: '' })
    const contact = (await thePlan()).roles.find(({ id }) => id === given.roleId.contact)!
    expect(contact.holders).toEqual([{ unitId: engen.id, employeeId: nina.id, who: 'Nina' }])
    expect((await theTask(hans, engen.id, 'UT02')).isMine).toBe(false)
    expect((await theTask(nina, engen.id, 'UT02')).isMine).toBe(true)
  })

  test('where nobody is named, the unit’s registered contact has what falls to contacts', async () => {
    const sofie = await anEmployee(here.world, 'Sofie', 'unit-contact', skoven)
    await anEmployee(here.world, 'Søren', 'unit-contact', skoven)
    expect((await theTask(signe, skoven.id, 'UT02')).ownerName).toBeNull()
    const named = { id: newId(), unitId: skoven.id, employeeId: sofie.id, deputyId: null, fromOn: '2026-03-01' }
    await ask(signe, clarification.nameContact, named)
    expect(await theTask(sofie, skoven.id, 'UT02')).toMatchObject({ ownerName: 'Sofie', isMine: true })
  })

  test('while Nina is away her tasks are also the deputy’s, and only then', async () => {
    const dorte = await anEmployee(here.world, 'Dorte', 'support-worker', skoven)
    expect(await ask(dorte, plan.tasks, {})).toEqual([])
    const away = {
      id: newId(),
      planId: given.id,
      employeeId: nina.id,
      deputyId: dorte.id,
      fromOn: '2026-03-09',
      toOn: '2026-03-13',
    }
    expect((await refused(signe, plan.keepAbsence, { ...away, toOn: '2026-03-01', isCancelled: false })).code).toBe(
      'plan.away-backwards',
    )
    expect((await refused(signe, plan.keepAbsence, { ...away, deputyId: nina.id, isCancelled: false })).code).toBe(
      'plan.own-deputy',
    )
    await ask(signe, plan.keepAbsence, { ...away, isCancelled: false })
    expect((await ask(dorte, plan.tasks, {})).map(({ code }) => code)).toEqual(['UT02', 'UT04'])
    expect((await thePlan()).absences).toMatchObject([{ name: 'Nina', deputyName: 'Dorte' }])
    expect((await thePlan(nina)).absences).toEqual([])
    await ask(signe, plan.keepAbsence, { ...away, deputyId: null, isCancelled: false })
    expect((await thePlan()).absences).toMatchObject([{ name: 'Nina', deputyName: null }])
    expect(await ask(dorte, plan.tasks, {})).toEqual([])
    await ask(signe, plan.keepAbsence, { ...away, isCancelled: true })
    expect(await ask(dorte, plan.tasks, {})).toEqual([])
  })

  test('what takes a person or a room is seen by the project, and by the unit it is in', async () => {
    const input = {
      id: newId(),
      planId: given.id,
      unitId: engen.id,
      title: 'Superbrugerkursus',
      who: 'Tone',
      employeeId: null,
      room: 'Lokale 1',
    }
    const hours = { fromAt: '2026-03-17T09:00:00+01:00', untilAt: '2026-03-17T12:00:00+01:00', isCancelled: false }
    expect((await refused(signe, plan.keepEngagement, { ...input, ...hours, untilAt: hours.fromAt })).code).toBe(
      'plan.ends-before-it-begins',
    )
    await ask(signe, plan.keepEngagement, { ...input, ...hours })
    await ask(signe, plan.keepEngagement, { ...input, ...hours, title: 'Superbrugere, dag 1' })
    expect((await thePlan(nina)).engagements.map(({ title }) => title)).toEqual(['Superbrugere, dag 1'])
    const sofie = await anEmployee(here.world, 'Sofie', 'unit-contact', skoven)
    expect((await thePlan(sofie)).engagements).toEqual([])
    await ask(signe, plan.keepEngagement, { ...input, ...hours, employeeId: sofie.id, who: 'en anden' })
    expect((await thePlan()).engagements).toMatchObject([{ employeeId: sofie.id, who: 'Sofie' }])
    const nobody = { ...input, ...hours, employeeId: newId() }
    expect((await refused(signe, plan.keepEngagement, nobody)).kind).toBe('not-found')
  })
})

describe('a go-live that moves', () => {
  test('the preview is what happens: what is open follows, what is done stays, and the reason is kept', async () => {
    const wave = await theWave()
    const { templates, phases } = await thePlan()
    const known = new Map(
      templates.map(({ id, offsetDays, earliestPhaseId }) => [
        id,
        { offsetDays, earliestOn: phases.find((phase) => phase.id === earliestPhaseId)?.startsOn ?? null },
      ]),
    )
    const before = [...(await tasksOf(signe, engen.id)), ...(await tasksOf(signe, skoven.id))]
    const preview = moved(before, { from: wave.goLiveOn, to: '2026-08-31' }, known)
    const input = { id: wave.id, version: wave.version, goLiveOn: '2026-08-31', because: 'Sommerferien' }
    const done = await ask(signe, plan.moveWave, input)
    const days = (rows: readonly { id: string; dueOn: string }[]) =>
      rows.map(({ id, dueOn }) => `${id} ${dueOn}`).sort()
    expect(days(done.moved)).toEqual(days(preview))
    expect(preview.length).toBeGreaterThan(8)
    expect((await theTask(signe, engen.id, 'UT01')).dueOn).toBe('2026-06-03')
    expect((await theTask(signe, engen.id, 'UT16')).dueOn).toBe(
      dueOf('2026-08-31', { offsetDays: -2, earliestOn: null }),
    )
    expect((await theWave()).moves).toMatchObject([
      { wasOn: '2026-08-17', becomesOn: '2026-08-31', because: 'Sommerferien', byName: 'Signe' },
    ])
    expect((await refused(signe, plan.moveWave, input)).kind).toBe('stale')
    expect(
      (await refused(signe, plan.moveWave, { ...input, version: 2, goLiveOn: '2026-03-09' })).faults[0]?.field,
    ).toBe('goLiveOn')
  })

  test('a unit goes with another wave and its tasks go along', async () => {
    const later = await aWave(given, 'B2', '2026-10-05', [await aUnit(here.world, 'Bakken')])
    const moved = await ask(signe, plan.joinWave, { id: later, version: 1, unitId: skoven.id })
    expect(moved.moved).toBeGreaterThan(3)
    expect((await theTask(signe, skoven.id, 'UT16')).dueOn).toBe('2026-10-02')
    expect((await refused(signe, plan.joinWave, { id: later, version: 1, unitId: engen.id })).kind).toBe('stale')
  })
})

describe('who sees what', () => {
  test('everybody sees how far units are, and nobody reads on the board whose task it is', async () => {
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', engen)
    const [board] = await ask(jonas, plan.board, {})
    expect(board!.units.map(({ name }) => name)).toEqual(['Engen', 'Bakken', 'Skoven'])
    expect(JSON.stringify(board)).not.toMatch(/Nina|Lene|Signe|Tone/)
    expect(await ask(jonas, plan.tasks, {})).toEqual([])
    expect((await refused(jonas, plan.plans, {})).code).toBe('kernel.not-found')
  })

  test('a contact plans in their own unit, not in another’s, and moves no wave', async () => {
    const others = await theTask(signe, skoven.id, 'UT02')
    expect((await refused(nina, plan.changeTask, changed(others, {}))).code).toBe('kernel.not-found')
    const own = await theTask(nina, engen.id, 'UT02')
    expect(own.permitted).toEqual(['act'])
    await ask(nina, plan.changeTask, changed(own, { dueOn: '2026-06-09' }))
    expect((await tasksOf(nina, skoven.id)).length).toBe(0)
    const { id, version } = await theWave()
    expect((await refused(nina, plan.moveWave, { id, version, goLiveOn: '2026-09-07', because: 'Nej' })).code).toBe(
      'kernel.not-found',
    )
  })
})

describe('what the coordinator is told', () => {
  test('what is due stands in what lies ahead with its unit; late, undated and nobody’s are loose threads', async () => {
    const ahead = (await ask(signe, thread.ahead, {})).filter(({ rule }) => rule === 'plan.due')
    expect(ahead).toMatchObject([{ label: 'P-01', dueOn: '2026-03-20', who: 'Prøveby Kommune' }])
    const task = {
      planId: given.id,
      unitId: engen.id,
      waveId: null,
      phaseId: null,
      code: null,
      why: '',
      employeeId: null,
      startsOn: null,
      needs: [],
    }
    const ids = [newId(), newId(), newId()]
    const coordinator = given.roleId.coordinator
    await ask(signe, plan.addTask, {
      ...task,
      id: ids[0]!,
      title: 'For længe siden',
      roleId: coordinator,
      dueOn: '2026-02-27',
    })
    await ask(signe, plan.addTask, { ...task, id: ids[1]!, title: 'Ingens', roleId: null, dueOn: '2026-03-30' })
    await ask(signe, plan.addTask, { ...task, id: ids[2]!, title: 'Uden dag', roleId: coordinator, dueOn: null })
    const loose = (await ask(signe, thread.loose, {})).filter(({ id }) => ids.includes(id))
    expect(loose.map(({ rule, title, who }) => [rule, title, who])).toEqual([
      ['plan.late', 'For længe siden', 'Engen'],
      ['plan.undated', 'Uden dag', 'Engen'],
      ['plan.unowned', 'Ingens', 'Engen'],
    ])
  })
})

/** Lines unfolded and cut into name and value. @source RFC 5545 3.1 */
const linesOf = (body: string) =>
  body
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const at = line.indexOf(':')
      return { name: line.slice(0, at).split(';')[0]!, whole: line.slice(0, at), value: line.slice(at + 1) }
    })

describe('one’s own calendar', () => {
  const fetch = async (secret: string) =>
    routes
      .find(({ path }) => path === '/api/kalender/:secret')!
      .run({
        ...{
          db: here.world.db,
          whole: (work: never) => (work as (db: unknown) => unknown)(here.world.db),
          clock: here.world.clock,
          params: { secret },
        },
        ...{
          device: { tenantName: 'Prøveby Kommune' },
          query: new URLSearchParams(),
          form: new URLSearchParams(),
          hosts: [],
        },
      } as never)

  test('the secret address gives my tasks as a calendar that parses; a new address, or the end of it, shuts the old', async () => {
    expect(await ask(signe, plan.myCalendar, {})).toMatchObject({ madeAt: null, readAt: null })
    const { path } = await ask(signe, plan.makeCalendar, {})
    const secret = path.split('/').at(-1)!
    const answer = (await fetch(secret)) as { type: string; body: string }
    expect(answer.type).toBe('text/calendar; charset=utf-8')
    const lines = linesOf(answer.body)
    expect([lines[0], lines.at(-1)].map((line) => [line!.name, line!.value])).toEqual([
      ['BEGIN', 'VCALENDAR'],
      ['END', 'VCALENDAR'],
    ])
    expect(answer.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    const of = (name: string) => lines.filter((line) => line.name === name).map(({ value }) => value)
    const mine = (await ask(signe, plan.tasks, {})).filter((task) => task.isMine && task.dueOn && task.state !== 'done')
    expect(of('SUMMARY').sort()).toEqual(mine.map(({ title }) => title).sort())
    expect(of('UID').every((uid) => uid.endsWith('@roed-traad')) && new Set(of('UID')).size === mine.length).toBe(true)
    const starts = lines.filter(({ name }) => name === 'DTSTART')
    expect(starts.map(({ value }) => value)).toContain('20260320')
    expect(starts.every(({ whole }) => whole.includes('VALUE=DATE'))).toBe(true)
    expect((await ask(signe, plan.myCalendar, {})).readAt).not.toBeNull()
    const { path: next } = await ask(signe, plan.makeCalendar, {})
    await expect(fetch(secret)).rejects.toMatchObject({ kind: 'not-found' })
    await fetch(next.split('/').at(-1)!)
    await ask(signe, plan.endCalendar, {})
    await expect(fetch(next.split('/').at(-1)!)).rejects.toMatchObject({ kind: 'not-found' })
    const entries = await trailOf(here.world, 'plan.fetchCalendar')
    expect(entries.map(({ outcome }) => outcome)).toEqual(['done', 'denied', 'done', 'denied'])
    expect(JSON.stringify(entries)).not.toContain(secret)
    const { rows } = await here.world.owner.query('select json_agg(a)::text as kept from kernel.answer a')
    expect(rows[0].kept).not.toContain(secret.replace('.ics', ''))
  })

  test('whoever no longer works here has no calendar', async () => {
    const bo = await anEmployee(here.world, 'Bo', 'unit-contact', skoven)
    const { path } = await ask(bo, plan.makeCalendar, {})
    await ask(here.world.administrator, org.endEmployment, { employeeId: bo.id, version: 1, lastDay: '2026-03-10' })
    here.world.clock.set('2026-03-12T09:00:00+01:00')
    await expect(fetch(path.split('/').at(-1)!)).rejects.toMatchObject({ kind: 'not-found' })
  })
})
