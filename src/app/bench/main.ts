import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { inBrowser, seenWritten } from './browser.ts'
import { type DataSet, dataSet, startMs } from './data-set.ts'
import { writeMeasured } from './document.ts'
import { benchExchange } from './exchange.ts'
import { measure, type Timing } from './measure.ts'
import { benchPlans } from './plans.ts'
import { root } from './processes.ts'
import { type Outcome, reportOf, written } from './report.ts'
import { works } from './works.ts'

const HELP = `bin/bench [--notes 200000 | --growth 100000,1000000,10000000] [--citizens 420] [--units 14]
  [--rounds 5] [--seconds 5] [--warm 1] [--connections 8] [--only "latest 50,handover"]
  [--json FILE] [--markdown FILE, between its marks] [--dir FOLDER, kept for the next run] [--profile FOLDER]
  [--browser] [--exchange] [--plans]

--growth fills a database for each size and measures all of them turn by turn in one run (rounds of 1.5 s unless told otherwise).
--browser adds the script that first pages fetch, and their time to usable, also with the processor slowed four times.
--exchange measures messages alone: 1,000 orders in, 10,000 reports out.
--plans measures the opening of a plan with 500 linked notes against one with 5; it fails above 1.5 times.`

const text = { type: 'string' } as const
const options = {
  notes: text,
  growth: text,
  citizens: text,
  units: text,
  rounds: text,
  seconds: text,
  warm: text,
  connections: text,
  only: text,
  json: text,
  markdown: text,
  dir: text,
  profile: text,
  browser: { type: 'boolean' },
  exchange: { type: 'boolean' },
  plans: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const say = (line: string) => process.stderr.write(`${line}\n`)

function number(given: string | undefined, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given)
  if (!(value > 0)) throw new Error(`Not a number above nothing: ${given}\n${HELP}`)
  return value
}

function asked() {
  const { values } = parseArgs({ options })
  const sizes = values.growth?.split(',').map((each) => number(each, 0)) ?? [number(values.notes, 200_000)]
  const timing: Timing = {
    rounds: number(values.rounds, 5),
    seconds: number(values.seconds, values.growth ? 1.5 : 5),
    warm: number(values.warm, values.growth ? 0.5 : 1),
    connections: number(values.connections, 8),
  }
  const people = { citizens: number(values.citizens, 420), units: number(values.units, 14) }
  return { ...values, sizes: sizes.toSorted((a, b) => a - b), people, timing }
}

/** The largest first: the smaller ones, which are quick, then end as lately as the first. */
async function allSets(dir: string, { sizes, people }: ReturnType<typeof asked>): Promise<DataSet[]> {
  const sets: DataSet[] = []
  for (const notes of sizes.toReversed())
    sets.unshift(await dataSet(path.join(dir, String(notes)), { notes, ...people }, say))
  return sets
}

async function outcomes(dir: string, given: ReturnType<typeof asked>) {
  const { only, profile, timing } = given
  const chosen = works.filter(({ name }) => !only || only.split(',').includes(name))
  const sets = await allSets(dir, given)
  const { taken, statements, how } = await measure(sets, { ...timing, works: chosen, profile, say }).finally(() =>
    Promise.all(sets.map((set) => set.stop())),
  )
  const each: Outcome[] = []
  for (const set of sets)
    each.push({ notes: set.size.notes, loaded: set.loaded, startMs: await startMs(set.dir), ...taken.get(set)! })
  return { outcomes: each, statements, how }
}

async function main(): Promise<void> {
  const given = asked()
  if (given.help) return void process.stdout.write(`${HELP}\n`)
  if (given.exchange) return benchExchange(say)
  if (given.plans) {
    process.exitCode = (await benchPlans(say)) ? 0 : 1
    return
  }
  const dir = given.dir ?? fs.mkdtempSync(path.join(process.getuid?.() === 0 ? '/var/tmp' : os.tmpdir(), 'rt-bench-'))
  try {
    const result = await outcomes(dir, given)
    const browser = given.browser ? `\n${seenWritten(await inBrowser(path.join(dir, 'browser'), say))}` : ''
    const document = `${heading(given, result.how)}\n\n${written(result.outcomes, result.statements)}${browser}`
    process.stdout.write(`\n${document}\n`)
    if (given.markdown) writeMeasured(given.markdown, document)
    // Of several sizes the largest is the result.
    const report = reportOf(result.outcomes.at(-1)!, result.statements)
    if (given.json) fs.writeFileSync(given.json, `${JSON.stringify(report, null, 2)}\n`)
  } finally {
    if (!given.dir) fs.rmSync(dir, { recursive: true, force: true })
  }
}

function commit(): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? ''
  return `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${git('status', '--porcelain') ? ' with changes' : ''}`
}

function heading({ people, timing }: ReturnType<typeof asked>, how: string): string {
  const cpu = os.cpus()[0]?.model ?? 'unknown'
  const load = os.loadavg()[0]!.toFixed(1)
  return `${new Date().toISOString().slice(0, 10)}, commit ${commit()}. ${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, the embedded PostgreSQL, commits flushed. Load at the end: ${load}.
${people.citizens} citizens, ${people.units} units; ${timing.rounds} rounds of ${timing.seconds} s for each work and side, ${timing.connections} connections. SQL limit: ${how}.`
}

main().catch((error) => {
  say((error as Error).stack ?? String(error))
  process.exit(1)
})
