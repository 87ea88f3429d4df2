import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { writeMeasured } from '#app/bench/document.ts'
import type { Scale } from './drill.ts'
import { drills } from './drills.ts'
import { table } from './report.ts'
import { runAll } from './run-drills.ts'

const HELP = `bin/drill [NAME…] [--loops 20] [--short: two loops, small crowds] [--json FILE] [--markdown FILE, between its marks]
${drills.map(({ name, what }) => `  ${name.padEnd(15)} ${what}`).join('\n')}`

const say = (line: string) => process.stderr.write(`${line}\n`)

function heading(scale: Scale): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const cpus = os.cpus()
  return `${scale.short ? 'Short form, ' : ''}${scale.loops} loops. ${cpus.length} × ${cpus[0]?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, commit ${commit}`
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { loops: text, short: flag, json: text, markdown: text, help: flag } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  if (values.help) return void process.stdout.write(`${HELP}\n`)
  const unknown = positionals.find((name) => !drills.some((drill) => drill.name === name))
  if (unknown) throw new Error(`There is no drill named ${unknown}.\n${HELP}`)
  const scale = { loops: Number(values.loops ?? (values.short ? 2 : 20)), short: values.short ?? false }
  if (!(scale.loops >= 1)) throw new Error(`Not a number of loops: ${values.loops}`)
  const chosen = drills.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const rows = await runAll(chosen, scale, say)
  const told = `${heading(scale)}\n\n${table(rows)}\n`
  process.stdout.write(`\n${told}`)
  if (values.json) fs.writeFileSync(values.json, `${JSON.stringify({ heading: heading(scale), rows }, null, 2)}\n`)
  if (values.markdown) writeMeasured(values.markdown, told)
  process.exitCode = rows.every(({ result }) => result === 'held') ? 0 : 1
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

main().catch((error) => {
  say((error as Error).stack ?? String(error))
  process.exitCode = 1
})
