import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** Runs every check in order, shows what failed, and closes with one line that counts all of them. */
const root = path.resolve(import.meta.dirname, '..')
const node = process.execPath
const tool = (file: string, ...args: string[]) => [node, `node_modules/${file}`, ...args]
const reports = fs.mkdtempSync('/tmp/rt-check-')

type Count = { passed: number; failed: number; skipped: number }
const total: Count = { passed: 0, failed: 0, skipped: 0 }

function add(count: Count): void {
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
}

function run(title: string, [command, ...args]: string[], env: Record<string, string> = {}): Promise<boolean> {
  process.stdout.write(`\n— ${title}\n`)
  const started = Date.now()
  return new Promise((done) => {
    const child = spawn(command!, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.once('exit', (code) => {
      process.stdout.write(
        `  ${title}: ${code === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
      )
      done(code === 0)
    })
  })
}

/** A check that is one yes or no. */
async function single(title: string, command: string[]): Promise<void> {
  const ok = await run(title, command)
  add({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })
}

/** A runner that counts for itself; a runner that fails without a count is one failure. */
async function counted(
  title: string,
  command: string[],
  report: string,
  read: (report: never) => Count,
  env = {},
): Promise<void> {
  const ok = await run(title, command, env)
  const count = fs.existsSync(report)
    ? read(JSON.parse(fs.readFileSync(report, 'utf8')) as never)
    : { passed: 0, failed: 0, skipped: 0 }
  const silent = count.passed + count.failed === 0 || (!ok && count.failed === 0)
  add(silent ? { ...count, failed: count.failed + 1 } : count)
}

type Vitest = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number; numPendingTests: number }
const countOf = (report: Vitest): Count => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests,
})
type Drills = { rows: { result: string }[] }
const countOfDrills = ({ rows }: Drills): Count => {
  const passed = rows.filter(({ result }) => result === 'held').length
  return { passed, failed: rows.length - passed, skipped: 0 }
}
type Playwright = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/** Debian's Chromium; a browser test that did not run is not a pass. */
function browser(): void {
  if ([process.env.CHROMIUM_PATH, '/usr/bin/chromium'].some((file) => file && fs.existsSync(file))) return
  const canInstall = process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0
  if (!canInstall)
    throw new Error(
      'The browser tests need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
    )
  process.stdout.write('Installing Chromium …\n')
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  const { status } = spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (status !== 0) throw new Error('Chromium could not be installed.')
}

/** The oldest PostgreSQL the product runs on. Only packaged for Linux on x64; elsewhere that is said, not passed over. */
async function onOldestPostgres(): Promise<void> {
  if (!fs.existsSync(path.join(root, 'node_modules/pg15/native'))) {
    process.stdout.write('\n— PostgreSQL 15: not packaged for this machine; left out\n')
    return
  }
  const report = path.join(reports, 'vitest-15.json')
  const scenarios = tool(
    'vitest/vitest.mjs',
    'run',
    'src/features',
    'src/kernel/server',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  await counted('scenarios on PostgreSQL 15', scenarios, report, countOf, { RT_TEST_POSTGRES: 'pg15' })
}

async function main(): Promise<void> {
  browser()
  await single('types', tool('typescript7/bin/tsc', '-p', '.'))
  await single('lint', ['node_modules/.bin/biome', 'check', '--error-on-warnings'])
  await single('web app', ['bin/web'])
  const vitest = path.join(reports, 'vitest.json')
  await counted(
    'house and scenarios',
    tool('vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitest}`),
    vitest,
    countOf,
  )
  await onOldestPostgres()
  const drills = path.join(reports, 'drill.json')
  await counted('nothing lost (short)', ['bin/drill', '--short', '--json', drills], drills, countOfDrills)
  const journeys = path.join(reports, 'playwright.json')
  await counted(
    'browser journeys',
    tool('@playwright/test/cli.js', 'test', '--reporter=dot,json'),
    journeys,
    ({ stats }: Playwright) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }),
    { PLAYWRIGHT_JSON_OUTPUT_NAME: journeys },
  )
  const skipped = total.skipped ? `, ${total.skipped} skipped` : ''
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`)
  process.exitCode = total.failed ? 1 : 0
}

main().catch((error) => {
  process.stderr.write(`${(error as Error).message}\n0 passed, 1 failed\n`)
  process.exitCode = 1
})
