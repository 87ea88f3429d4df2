import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { actAs, newTenant } from '#app/server/new-tenant.ts'
import { type Opened, openHouse } from '#app/server/open-house.ts'
import { useCases } from '#app/use-cases.ts'
import { citizens } from '#features/citizens/contract.ts'
import { goals } from '#features/goals/contract.ts'
import { journal } from '#features/journal/contract.ts'
import { org } from '#features/org/contract.ts'
import type { AnyEndpoint, InputOf, OutputOf } from '#kernel/lang/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { readConfig } from '#kernel/server/config.ts'
import { call, type Ground } from '#kernel/server/run.ts'
import type { By } from '#kernel/server/use-case.ts'

const FEW = 5
const MANY = 500
/** At most so many times slower may the plan with many be. */
const LIMIT = 1.5
const ROUNDS = 400
const WARM = 40

const byName = new Map(useCases.map((useCase) => [useCase.contract.name, useCase]))
type Person = { id: Id; by: By }
type Stage = {
  house: Opened
  ground: Ground
  unitId: Id
  administrator: By
  employ: (role: 'unit-leader' | 'support-worker') => Promise<Person>
}

const asks =
  (ground: Ground) =>
  <E extends AnyEndpoint>(by: By, contract: E, input: InputOf<E>): Promise<OutputOf<E>> =>
    call({ ground, by, contract, useCase: byName.get(contract.name)!, input, key: newId() })

async function stage(house: Opened): Promise<Stage> {
  const made = await newTenant(house, { slug: 'maaling', name: 'Måling', administrator: 'Asta', demo: true })
  const ground: Ground = {
    pool: house.tenants.pool(made.tenant),
    clock: house.clock,
    named: true,
    tell: () => undefined,
  }
  const ask = asks(ground)
  const administrator = await actAs(house, made.tenant, house.clock, made.administratorId)
  const unitId = newId()
  const since = addDays(house.clock.today(), -400)
  await ask(administrator, org.createUnit, {
    ...{ id: unitId, parentId: made.unitId, name: 'Solvang', kind: 'offer', offerType: null, legalGrounds: [] },
    ...{ roundTheClock: true, noteKinds: ['diary', 'health'], shiftStarts: ['07:00', '15:00', '23:00'] },
  })
  const employ = async (role: 'unit-leader' | 'support-worker'): Promise<Person> => {
    const id = newId()
    await ask(administrator, org.employ, {
      ...{ id, name: role, userName: null, profession: null, employedFrom: since, employedTo: null },
    })
    await ask(administrator, org.grantRole, {
      id: newId(),
      employeeId: id,
      role,
      unitId,
      startsOn: since,
      endsOn: null,
    })
    return { id, by: await actAs(house, made.tenant, house.clock, id) }
  }
  return { house, ground, unitId, administrator, employ }
}

type Planned = { citizenId: Id; goalId: Id }
type Team = { leader: Person; worker: Person }

async function aPlan({ ground, unitId, administrator }: Stage, { leader, worker }: Team): Promise<Planned> {
  const ask = asks(ground)
  const [citizenId, goalId, today] = [newId(), newId(), ground.clock.today()]
  await ask(administrator, citizens.register, {
    ...{ id: citizenId, unitId, number: null, givenName: 'Borger', familyName: goalId.slice(-4), preferredName: null },
    ...{ pronoun: null, bornOn: null, address: null, room: null, phone: null, identityProtected: false },
    ...{ protectedUntil: null, hiddenStay: false, about: null },
  })
  await ask(worker.by, goals.propose, {
    ...{ id: goalId, citizenId, unitId, objectiveId: null, orderGoalId: null, title: 'Handle selv ind' },
    ...{ concrete: 'To gange om ugen', method: 'Med seddel', signs: 'Det hele er med', startsOn: today },
    ...{ endsOn: addDays(today, 180), responsibleId: worker.id, madeWith: 'citizen', whyWithout: null, everyWeeks: 6 },
    ...{ levelStart: 3, levelWanted: 2 },
  })
  await ask(leader.by, goals.approve, { id: goalId, version: 1 })
  return { citizenId, goalId }
}

async function linked({ ground, unitId }: Stage, { worker }: Team, { citizenId, goalId }: Planned, notes: number) {
  for (let at = 0; at < notes; at++)
    await asks(ground)(worker.by, journal.write, {
      ...{ id: newId(), draftId: null, unitId, citizenId, kind: 'diary', happenedAt: ground.clock.now() },
      ...{
        text: `Var i butikken. Fandt selv ${at + 1} varer.`,
        important: at % 9 === 0,
        theme: null,
        belongsTo: [goalId],
      },
    })
}

const p95 = (taken: number[]) => taken.sort((a, b) => a - b)[Math.floor(taken.length * 0.95)]!

async function taken(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

type Opening = { what: string; few: number; many: number }

/** Turn by turn, so that whatever else the machine does falls on both alike. */
async function opening(what: string, few: () => Promise<unknown>, many: () => Promise<unknown>): Promise<Opening> {
  const [ofFew, ofMany]: [number[], number[]] = [[], []]
  for (let round = 0; round < WARM + ROUNDS; round++) {
    const both = [await taken(few), await taken(many)] as const
    if (round < WARM) continue
    ofFew.push(both[0])
    ofMany.push(both[1])
  }
  return { what, few: p95(ofFew), many: p95(ofMany) }
}

/** As autovacuum counts new tables within a minute or two; until then small ones are read whole. */
async function counted({ url }: Opened): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('analyze')
  await owner.end()
}

async function measured(house: Opened, say: (line: string) => void): Promise<Opening[]> {
  const on = await stage(house)
  const team: Team = { leader: await on.employ('unit-leader'), worker: await on.employ('support-worker') }
  const [few, many] = [await aPlan(on, team), await aPlan(on, team)]
  await linked(on, team, few, FEW)
  say(`${MANY} notes …`)
  await linked(on, team, many, MANY)
  await counted(house)
  const ask = asks(on.ground)
  const plan =
    ({ citizenId }: Planned) =>
    () =>
      ask(team.worker.by, goals.ofCitizen, { citizenId })
  const goal =
    ({ goalId }: Planned) =>
    () =>
      ask(team.worker.by, goals.one, { goalId })
  return [
    await opening('opening a plan', plan(few), plan(many)),
    await opening('opening one goal', goal(few), goal(many)),
  ]
}

/** Opening a plan with 500 linked notes against one with 5. @returns whether all stayed within the limit */
export async function benchPlans(say: (line: string) => void): Promise<boolean> {
  const dir = fs.mkdtempSync(path.join('/var/tmp', 'rt-bench-plans-'))
  fs.chmodSync(dir, 0o755)
  const house = await openHouse({
    ...readConfig({ ...process.env, DATA_DIR: dir, DATABASE_URL: undefined }),
    RT_LOG_LEVEL: 'silent',
  })
  try {
    const openings = await measured(house, say)
    for (const { what, few, many } of openings)
      process.stdout.write(
        `| ${what} | p95 ${few.toFixed(1)} ms with ${FEW} notes | ${many.toFixed(1)} ms with ${MANY} | ${(many / few).toFixed(2)} (limit ${LIMIT}) |\n`,
      )
    say(`${os.cpus().length} cores, load ${os.loadavg()[0]!.toFixed(1)}`)
    return openings.every(({ few, many }) => many / few <= LIMIT)
  } finally {
    await house.close()
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
