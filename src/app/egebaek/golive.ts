import { golive } from '#features/golive/contract.ts'
import type { CaseState, Cause, Outcome, Severity, Standing } from '#features/golive/rules.ts'
import { standardGates, standardItems } from '#features/golive/standard.ts'
import { standingOf } from '#features/golive/standing.ts'
import { thread } from '#features/thread/contract.ts'
import { addDays, type Day, instantAt } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { decisionId } from './decisions.ts'
import type { GoliveInFile } from './golive-file.ts'
import { type Loading, together } from './loading.ts'
import { requirementId } from './requirements.ts'

const MADE_ON = '2027-05-05'
const partId = (loading: Loading, part: string): Id => loading.id(`golive ${part}`, MADE_ON)
export const caseIdOf = (loading: Loading, { id, date }: { id: string; date: Day }): Id => loading.id(id, date)

const outcomes = {
  ok: 'ok',
  delvis: 'partly',
  mangler: 'missing',
  'ikke nået': 'not-reached',
} as const satisfies Record<string, Outcome>

/** The trials that a unit's own clarification asked for: named where the file names them. */
const SPECIAL = /^(R-[A-ZÆØÅ]+): /

async function begin(loading: Loading, file: GoliveInFile, placeId: Id): Promise<void> {
  const known = new Map(standardItems.map((item) => [item.code, item]))
  const items = file.readinessItems.map(({ id, title, mode, kind }) => ({
    ...known.get(id)!,
    ...{ id: partId(loading, id), code: id, title },
    mode: mode === 'auto' ? ('auto' as const) : ('manual' as const),
    weight: kind === 'blokerende' ? ('blocking' as const) : ('acceptable' as const),
  }))
  const gates = standardGates.map((gate) => ({ ...gate, id: partId(loading, gate.code) }))
  await loading.ask(golive.begin, { placeId, items, gates }, 'golive')
}

/** Papers of the project that the file has: contract with its agreement on data, the impact assessment, and MED. */
const papers = { M1: 'P-21', M2: 'P-22', M3: 'P-04' } as const

async function passGates(loading: Loading, { projectTasks }: GoliveInFile): Promise<void> {
  for (const [code, task] of Object.entries(papers)) {
    const found = projectTasks.find(({ id, status }) => id === task && status === 'done')
    if (!found) continue
    const input = {
      id: partId(loading, `pass ${code}`),
      gateId: partId(loading, code),
      waveId: null,
      passedOn: loading.day(found.end),
      note: task,
    }
    await loading.ask(golive.passGate, input, `golive ${code}`)
  }
}

type Readiness = GoliveInFile['readiness'][number]

/** A unit that is live was seen on the day it was decided; the others today. */
const seenOn = (loading: Loading, { decisionDate, verdict }: Readiness): Day =>
  verdict === 'gennemført' ? loading.day(decisionDate) : loading.today

async function record(loading: Loading, unit: Readiness, item: string, outcome: Outcome, note: string): Promise<void> {
  const input = {
    id: partId(loading, `${unit.unit} ${item}`),
    itemId: partId(loading, item),
    unitId: loading.unit(unit.unit),
    outcome,
    note,
    seenOn: seenOn(loading, unit),
  }
  await loading.ask(golive.record, input, `golive ${unit.unit} ${item}`)
}

/** The steering group's go for the pilot, by which what was missing there was accepted. */
const PILOT = 'D-016'

/** What was accepted was accepted for the first week: the file says no end, and the house will have one. */
async function accept(
  loading: Loading,
  file: GoliveInFile,
  unit: Readiness,
  item: string,
  note: string,
): Promise<void> {
  const decision = file.decisions.find(({ id }) => id === PILOT)!
  const { goLive } = file.units.find(({ id }) => id === unit.unit)!
  const input = {
    id: partId(loading, `accept ${unit.unit} ${item}`),
    itemId: partId(loading, item),
    unitId: loading.unit(unit.unit),
    decisionId: decisionId(loading, decision),
    untilOn: loading.day(addDays(goLive, 6)),
    note,
  }
  const then = instantAt(loading.day(unit.decisionDate), '12:00')
  await loading.askAt([loading.by, then], golive.accept, input, `golive accept ${unit.unit} ${item}`)
}

async function addSpecial(
  loading: Loading,
  unit: Readiness,
  code: string,
  outcome: Outcome,
  note: string,
): Promise<void> {
  const id = partId(loading, `${unit.unit} ${code}`)
  const check = {
    id,
    unitId: loading.unit(unit.unit),
    code,
    title: `Særlig prøve ${code}`,
    mode: 'manual' as const,
    weight: 'blocking' as const,
  }
  const rest = { measure: null, settingKey: null, resetBy: 'screens' as const, expiresDays: null, owner: 'koordinator' }
  await loading.ask(golive.addCheck, { ...check, ...rest }, `golive ${unit.unit} ${code}`)
  const seen = {
    id: partId(loading, `${unit.unit} ${code} seen`),
    itemId: id,
    unitId: check.unitId,
    outcome,
    note,
    seenOn: seenOn(loading, unit),
  }
  await loading.ask(golive.record, seen, `golive ${unit.unit} ${code} seen`)
}

async function loadReadiness(loading: Loading, file: GoliveInFile): Promise<void> {
  await together(file.readiness, (unit) => loadChecks(loading, file, unit))
}

async function loadChecks(loading: Loading, file: GoliveInFile, unit: Readiness): Promise<void> {
  for (const [item, { status, note }] of Object.entries(unit.items)) {
    if (status === 'accepteret') {
      await accept(loading, file, unit, item, note)
      continue
    }
    await record(loading, unit, item, outcomes[status], note)
    const special = SPECIAL.exec(note)
    if (item === 'R15' && special) await addSpecial(loading, unit, special[1]!, outcomes[status], note)
  }
}

const severities = { høj: 'high', middel: 'middle', lav: 'low' } as const satisfies Record<string, Severity>
const causes = {
  opsætning: 'set-up',
  fejl: 'fault',
  oplæring: 'training',
  data: 'data',
  adgang: 'access',
  arbejdsgang: 'way-of-working',
  ønske: 'wish',
} as const satisfies Record<string, Cause>
const states = {
  løst: 'solved',
  'hos leverandør': 'with-vendor',
  'til næste version': 'next-version',
  'i gang': 'taken',
  ny: undefined,
} as const satisfies Record<string, CaseState | undefined>

type Issue = GoliveInFile['issues'][number]

/** Told at eight in the morning of its day; closed in the afternoon of the day the file closes it. */
async function loadCase(loading: Loading, issue: Issue): Promise<void> {
  const id = caseIdOf(loading, issue)
  const at = (day: Day, time: string) => instantAt(loading.day(day), time)
  const told = {
    id,
    unitId: loading.unit(issue.unit),
    number: Number(issue.id.slice(2)),
    severity: severities[issue.severity],
  }
  const words = { title: issue.title, what: '', screen: '', namesSeen: true }
  await loading.askAt([loading.by, at(issue.date, '08:00')], golive.report, { ...told, ...words }, issue.id)
  const to = states[issue.status]
  if (to) {
    const move = {
      id,
      version: 1,
      to,
      cause: causes[issue.cause],
      severity: told.severity,
      resolution: issue.resolution,
    }
    const rest = { vendorText: to === 'with-vendor' ? issue.title : null, workaround: null, workaroundReviewOn: null }
    await loading.askAt(
      [loading.by, at(issue.closed ?? issue.date, '15:00')],
      golive.moveCase,
      { ...move, ...rest },
      `${issue.id} moved`,
    )
  }
  for (const label of issue.requirements) {
    const ends = {
      fromKind: 'golive.case',
      fromId: id,
      toKind: 'requirements.requirement',
      toId: requirementId(loading, label),
    }
    await loading.ask(
      thread.connect,
      { id: loading.id(`${issue.id} ${label}`, issue.date), type: 'hits', ...ends },
      `${issue.id} ${label}`,
    )
  }
}

/** What the house has no go without, in words; the file holds none of it but the papers behind M1, M2 and M3. */
function lackingOf({ gates, blocking, hasFallback, uncovered }: Standing): string {
  const words = [
    gates.length > 0 && `${gates.join(' and ')} not passed`,
    blocking.length > 0 && `${blocking.join(', ')} not in order`,
    !hasFallback && 'no way back',
    uncovered > 0 && `${uncovered} shifts of the first week without a super-user`,
  ]
  return words.filter(Boolean).join(', ')
}

/** As the steering group said it, on its day. @returns why the house does not take it; undefined when it does */
async function sayGo(loading: Loading, unit: Readiness): Promise<string | undefined> {
  const said = { unitId: loading.unit(unit.unit), verdict: 'go' as const, because: '', conditions: [] }
  const at = instantAt(loading.day(unit.decisionDate), '12:00')
  try {
    const id = partId(loading, `go ${unit.unit}`)
    await loading.askSteeringAt(at, golive.say, { id, ...said }, `golive go ${unit.unit}`)
    return undefined
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'refused') throw error
    return error.code
  }
}

/**
 * The go of units that are live. A go is not loaded past the gates: where the file has nothing to pass them by, it stands as a
 * decision in the log and not as a verdict here.
 * @returns a sentence for each that was not taken
 */
async function sayAll(loading: Loading, file: GoliveInFile): Promise<string[]> {
  if (!loading.hasSteering) return []
  const names = new Map(file.units.map(({ id, name }) => [id, name]))
  const left: string[] = []
  for (const unit of file.readiness.filter(({ verdict }) => verdict === 'gennemført')) {
    const why = await sayGo(loading, unit)
    if (!why) continue
    const places = await loading.ask(golive.readiness, {})
    const [place, own] = places.flatMap((one) =>
      one.units.filter(({ id }) => id === loading.unit(unit.unit)).map((found) => [one, found] as const),
    )[0]!
    const standing = lackingOf(standingOf(place, own, loading.day(unit.decisionDate)))
    left.push(`the go of ${names.get(unit.unit)} on ${unit.decisionDate} (${why}): ${standing}`)
  }
  return left
}

/**
 * Checks with what was seen of them, the gates the file has papers for, the cases of the first weeks, and the verdicts.
 * @returns verdicts that could not be taken, a sentence each
 */
export async function loadGolive(loading: Loading, file: GoliveInFile, placeId: Id): Promise<string[]> {
  await begin(loading, file, placeId)
  await passGates(loading, file)
  await loadReadiness(loading, file)
  for (const issue of file.issues) await loadCase(loading, issue)
  return sayAll(loading, file)
}
