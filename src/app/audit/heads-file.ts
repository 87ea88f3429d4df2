import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import type { Tenant } from '#kernel/server/tenants.ts'
import { type Head, headsOf } from '#kernel/server/verify.ts'

/** One line of a file of heads: where a chain ended at a moment. Ids and hashes, nothing about anybody. */
const Line = z.object({
  at: z.string(),
  tenant: z.uuid(),
  chain: z.uuid(),
  link: z.int(),
  seq: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

export async function presentHeads(url: string, tenants: readonly Tenant[]): Promise<Head[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'rt heads' })
  await client.connect()
  try {
    const heads: Head[] = []
    for (const { id } of tenants) heads.push(...(await headsOf(client, id)))
    return heads
  } finally {
    await client.end()
  }
}

export const linesOf = (heads: readonly Head[], at: string): string =>
  heads.map((head) => `${JSON.stringify({ at, ...head })}\n`).join('')

const written = new Map<string, number>()

/** Adds to the day's file the heads that have moved since this process last wrote them. A line is never changed. */
export async function writeHeads(url: string, tenants: readonly Tenant[], dir: string, at: string): Promise<void> {
  const moved = (await presentHeads(url, tenants)).filter(
    ({ tenant, chain, link }) => written.get(`${tenant} ${chain}`) !== link,
  )
  fs.mkdirSync(dir, { recursive: true })
  fs.appendFileSync(path.join(dir, `heads-${at.slice(0, 10)}.jsonl`), linesOf(moved, at))
  for (const { tenant, chain, link } of moved) written.set(`${tenant} ${chain}`, link)
}

/** Heads from a file, or from every file of heads in a folder. @throws naming file and line that cannot be read. */
export function readHeads(from: string): Head[] {
  const files = fs.statSync(from).isDirectory()
    ? fs
        .readdirSync(from)
        .filter((name) => /^heads-.*\.jsonl$/.test(name))
        .sort()
        .map((name) => path.join(from, name))
    : [from]
  if (files.length === 0) throw new Error(`There are no files of heads (heads-….jsonl) in ${from}.`)
  return files.flatMap((file) =>
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (line.trim() ? [headIn(line, `${file}, line ${at + 1}`)] : [])),
  )
}

function headIn(line: string, where: string): Head {
  try {
    const { at: _, ...head } = Line.parse(JSON.parse(line))
    return head
  } catch {
    throw new Error(`${where}: this is not a head.`)
  }
}
