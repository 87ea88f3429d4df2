import { randomUUID } from 'node:crypto'
import { newId } from '#kernel/lang/id.ts'
import type { Shot } from './closed-loop.ts'
import { create, handover, latest, search, type ThinStatement } from './thin-statements.ts'

/** Somebody at work: who asks, where, about whom, and in which words. */
export type Pick = {
  token: string
  unitId: string
  citizenId: string
  text: string
  common: string
  rare: string
}
type Listed = Record<string, unknown>
export type Work = {
  name: string
  product: (pick: Pick) => Shot
  thin: (pick: Pick) => Shot
  statement: ThinStatement
  writes: boolean
  /** How the statement's names are filled from a row of `pick` when PostgreSQL is measured alone. */
  words?: 'common' | 'rare'
  /** The lists in an answer, by name. */
  lists: (answer: never) => Lists
}

const shot = (path: string, token: string, body: unknown, headers = {}): Shot => ({
  path,
  headers: { authorization: `Bearer ${token}`, ...headers },
  body: JSON.stringify(body),
})

const writing: Work = {
  name: 'create note',
  product: ({ token, unitId, citizenId, text }) => {
    const note = { kind: 'diary', happenedAt: new Date().toISOString(), text, important: false, theme: null }
    return shot(
      '/api/journal.write',
      token,
      { id: newId(), draftId: null, unitId, citizenId, ...note },
      { 'idempotency-key': randomUUID() },
    )
  },
  thin: ({ token, unitId, citizenId, text }) =>
    shot('/create', token, { id: newId(), key: randomUUID(), unitId, citizenId, text }),
  statement: create,
  writes: true,
  lists: () => ({}),
}

const timeline: Work = {
  name: 'latest 50',
  product: ({ token, citizenId }) => shot('/api/journal.ofCitizen', token, { citizenId, before: null, only: 'all' }),
  thin: ({ token, citizenId }) => shot('/latest', token, { citizenId }),
  statement: latest,
  writes: false,
  lists: (notes) => ({ notes }),
}

const shift: Work = {
  name: 'handover',
  product: ({ token, unitId }) => shot('/api/journal.handover', token, { unitId, from: 'day', mineOnly: false }),
  thin: ({ token, unitId }) => shot('/handover', token, { unitId }),
  statement: handover,
  writes: false,
  lists: ({ notes, reminders, changes, people }: Record<'notes' | 'reminders' | 'changes' | 'people', Listed[]>) => ({
    notes,
    reminders,
    changes,
    people,
  }),
}

const find = (words: 'common' | 'rare'): Work => ({
  name: `search ${words}`,
  product: (pick) => shot('/api/journal.search', pick.token, { words: pick[words], citizenId: null }),
  thin: (pick) => shot('/search', pick.token, { words: pick[words] }),
  statement: search,
  writes: false,
  words,
  lists: (notes) => ({ notes }),
})

export const works: readonly Work[] = [writing, timeline, shift, find('common'), find('rare')]

type Lists = Record<string, Listed[]>
const keysOf = (rows: Listed[] = []) => new Set(rows.flatMap((row) => Object.keys(row)))

/** A row for each line, of the fields that `as` has too: whatever order equal moments came in. */
const linesOf = (lists: Lists, as: Lists): string[] =>
  Object.entries(lists)
    .flatMap(([name, rows]) => {
      const known = keysOf(as[name])
      return rows.map((row) =>
        JSON.stringify([
          name,
          Object.entries(row)
            .filter(([key]) => known.has(key))
            .sort(),
        ]),
      )
    })
    .sort()

export type Compared = { product: string[]; thin: string[]; beside: string[]; rows: number }

/** What both answered, line by line; `beside`: the fields that only the product answers, as the acts permitted. */
export function compared(work: Work, product: unknown, thin: unknown): Compared {
  const [mine, other] = [product, thin].map((answer) => work.lists(answer as never)) as [Lists, Lists]
  const both = Object.keys(mine).filter((name) => mine[name]!.length && other[name]?.length)
  const beside = both.flatMap((name) => [...keysOf(mine[name])].filter((key) => !keysOf(other[name]).has(key)))
  return { product: linesOf(mine, other), thin: linesOf(other, mine), beside, rows: mine.notes?.length ?? 1 }
}
