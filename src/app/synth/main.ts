import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { openHouse } from '#app/server/open-house.ts'
import { readConfig } from '#kernel/server/config.ts'
import { type Tick, writeCsv } from './csv.ts'
import { loadInto } from './load-into.ts'
import { type SynthOptions, sizeOf } from './options.ts'
import { synthesise } from './synthesise.ts'

const USAGE = `bin/synth --seed N (--csv DIR | --database [--tenant SLUG])
  [--units 14] [--citizens 420] [--years 1] [--notes-per-day 1100] [--notes EXACTLY] [--until 2026-06-30 | 2026-06-30T14:00]`

const text = { type: 'string' } as const
const options = {
  seed: text,
  units: text,
  citizens: text,
  years: text,
  'notes-per-day': text,
  notes: text,
  until: text,
  csv: text,
  database: { type: 'boolean' },
  tenant: text,
  help: { type: 'boolean' },
} as const

const say = (line: string) => void process.stdout.write(`${line}\n`)
const number = (name: string, given: string | undefined) => {
  if (given === undefined) return {}
  if (!/^\d+(\.\d+)?$/.test(given)) throw new Error(`${given} is no number.\n${USAGE}`)
  return { [name]: Number(given) }
}

function asked() {
  const { values } = parseArgs({ options })
  const { seed, csv, database, until } = values
  if (values.help || !seed || (csv === undefined) === !database) throw new Error(USAGE)
  const wanted: SynthOptions = {
    seed,
    ...number('units', values.units),
    ...number('citizens', values.citizens),
    ...number('years', values.years),
    ...number('notesPerDay', values['notes-per-day']),
    ...number('notes', values.notes),
    ...(until ? { until } : {}),
  }
  return { wanted, csv, tenant: values.tenant }
}

const count = (value: number) => Math.round(value).toLocaleString('da-DK')
const BAR = 30

/** A bar where somebody watches; nothing in a file. */
function progress(of: number): Tick {
  if (!process.stderr.isTTY) return () => undefined
  return (done) => {
    const full = of ? Math.round((done / of) * BAR) : BAR
    process.stderr.write(
      `\r${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${count(done)} / ${count(of)} ${done >= of ? '\n' : ''}`,
    )
  }
}

async function toFolder(wanted: SynthOptions, given: string): Promise<void> {
  // The script has changed to the project's own folder; what is typed is meant from where one stands.
  const folder = path.resolve(process.env.CALLED_FROM ?? '.', given)
  const began = performance.now()
  const made = synthesise(wanted)
  const { files, sha256 } = await writeCsv(made, folder, progress(made.size.notes))
  const seconds = (performance.now() - began) / 1_000
  for (const { file, lines, bytes } of files)
    say(`${file.padEnd(17)} ${count(lines).padStart(11)} lines ${count(bytes / 1_000).padStart(11)} kB`)
  say(`${count(made.size.notes)} notes in ${seconds.toFixed(1)} s: ${count(made.size.notes / seconds)} a second`)
  say(`sha256 ${sha256}`)
}

async function toDatabase(wanted: SynthOptions, slug: string | undefined): Promise<void> {
  const tick = progress(sizeOf(wanted).notes)
  const house = await openHouse({ ...readConfig(process.env), RT_LOG_LEVEL: 'error' })
  try {
    const { tenant, counts, seconds, notesPerSecond, indicesAfterwards, made } = await loadInto(house, {
      ...wanted,
      tick,
      ...(slug ? { slug } : {}),
    })
    for (const [table, rows] of Object.entries(counts)) say(`${table.padEnd(24)} ${count(rows).padStart(11)}  equal`)
    say(`${tenant.name}, tenant ${tenant.slug}, ends ${new Date(made.end).toISOString()}`)
    const how = indicesAfterwards ? 'indices made afterwards, and counted in' : 'into indices that stand'
    say(`${count(made.size.notes)} notes in ${seconds.toFixed(1)} s: ${count(notesPerSecond)} a second (${how})`)
  } finally {
    await house.close()
  }
}

async function main(): Promise<void> {
  const { wanted, csv, tenant } = asked()
  await (csv === undefined ? toDatabase(wanted, tenant) : toFolder(wanted, csv))
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  },
)
