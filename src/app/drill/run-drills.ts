import type { Drill, Row, Scale } from './drill.ts'

type Say = (line: string) => void

/** A drill whose control holds is broken: it would not see what it looks for. */
async function runOne(drill: Drill, scale: Scale, say: Say): Promise<Row> {
  const began = Date.now()
  const row = (result: Row['result'], found: { drill: string; control: string }): Row => {
    const seconds = Math.round((Date.now() - began) / 1000)
    say(`  ${drill.name}: ${result} (${seconds} s)\n    ${found.drill}\n    control: ${found.control}`)
    return { name: drill.name, what: drill.what, result, ...found, seconds }
  }
  try {
    const { drill: found, control } = await drill.run(scale)
    const told = { drill: found.said, control: `${drill.control} (${control.said})` }
    if (!found.held) return row('FAILED', told)
    return row(control.held ? 'BROKEN' : 'held', told)
  } catch (error) {
    return row('FAILED', { drill: (error as Error).stack ?? String(error), control: '' })
  }
}

/** One after another; in the short form two at a time, for it gates on counts and not on times. */
export async function runAll(chosen: readonly Drill[], scale: Scale, say: Say): Promise<Row[]> {
  const waiting = chosen.toSorted((a, b) => Number(scale.short) * (Number(b.waits ?? false) - Number(a.waits ?? false)))
  const rows = new Map<string, Row>()
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) rows.set(next.name, await runOne(next, scale, say))
  }
  await Promise.all(scale.short ? [lane(), lane()] : [lane()])
  return chosen.map(({ name }) => rows.get(name)!)
}
