import fs from 'node:fs'
import type pg from 'pg'

/** What a writer wanted done once, however often it had to ask. */
export type Intent = { mark: string; action: 'journal.write' | 'journal.correct'; noteId: string }

/** Outside the database: what was asked for, and what was said yes to. A file of lines, written before the next is asked. */
export class Ledger {
  readonly #file: number
  readonly asked = new Map<string, Intent>()
  readonly acknowledged = new Set<string>()

  constructor(file: string) {
    this.#file = fs.openSync(file, 'a')
  }

  ask(intent: Intent): void {
    this.asked.set(intent.mark, intent)
    fs.writeSync(this.#file, `asked ${intent.action} ${intent.mark} ${intent.noteId}\n`)
  }

  acknowledge({ mark }: Intent): void {
    this.acknowledged.add(mark)
    fs.writeSync(this.#file, `yes ${mark}\n`)
  }

  close(): void {
    fs.fsyncSync(this.#file)
    fs.closeSync(this.#file)
  }
}

const STORED = `
  select split_part(text, ' ', 1) as mark, id as record, 'journal.write' as action, 1 as version from journal.note
  union all select split_part(text, ' ', 1), note_id, 'journal.correct', version from journal.correction`
const TRAILED = `
  select records[1] as record, action, coalesce((about ->> 'version')::int, 1) as version, count(*)::int as entries
  from kernel.audit where action in ('journal.write', 'journal.correct') and outcome = 'done' group by 1, 2, 3`

type Stored = { mark: string; record: string; action: string; version: number }
type Trailed = Omit<Stored, 'mark'> & { entries: number }

export type Balance = {
  lost: number
  doubled: number
  'never asked for': number
  'without its one trail entry': number
}

const keyOf = ({ record, action, version }: Omit<Stored, 'mark'>) => `${action} ${record} ${version}`

/** Compares what was promised with what stands. Marks are the first word of every text. */
export async function balance(ledger: Ledger, owner: pg.Client): Promise<Balance> {
  const stored = (await owner.query<Stored>(STORED)).rows
  const trailed = (await owner.query<Trailed>(TRAILED)).rows
  const entries = new Map(trailed.map((row) => [keyOf(row), row.entries]))
  const marks = new Map<string, number>()
  for (const { mark } of stored) marks.set(mark, (marks.get(mark) ?? 0) + 1)
  const many = (test: (count: number) => boolean) => [...marks.values()].filter(test).length
  return {
    lost: [...ledger.acknowledged].filter((mark) => !marks.has(mark)).length,
    doubled: many((count) => count > 1),
    'never asked for': [...marks.keys()].filter((mark) => !ledger.asked.has(mark)).length,
    'without its one trail entry':
      stored.filter((row) => entries.get(keyOf(row)) !== 1).length + Math.abs(trailed.length - stored.length),
  }
}
