import { randomUUID } from 'node:crypto'
import http from 'node:http'
import pg from 'pg'
import { between, type Drill, times, type Verdict, verdict, wait } from './drill.ts'
import { databaseUrl, type Installation, install } from './installation.ts'
import type { Worker } from './municipality.ts'
import { type Answer, post } from './post.ts'
import { correctionOf, noteOf } from './writers.ts'

const EDITORS = 50

type Standing = { version: number; text: string }
type Tally = { stale: number; 'refusals without what stands': number; 'own text lost': number; 'other answers': number }
type Desk = { place: Installation; note: { id: string }; agent: http.Agent; tally: Tally }

/** What an editor adds to the text they read; nothing of it may be missing in the end. */
const addition = (editor: number, round: number) => `[${round}-${editor}]`

const ask = ({ place, agent }: Desk, { token }: Worker, name: string, body: unknown) =>
  post(place.product.base, name, { token, body, key: randomUUID(), agent, ms: 60_000 })

/** Saves a draft, then tries to correct until it is in, each time from what now stands. Fifty do this at once. */
async function edit(desk: Desk, editor: number, round: number, first: Standing): Promise<void> {
  const worker = desk.place.municipality.leaders[editor]!
  const draftId = randomUUID()
  const own = addition(editor, round)
  const draft = { id: draftId, unitId: worker.unitId, citizenId: worker.citizenId, content: { text: own }, revision: 1 }
  await ask(desk, worker, 'journal.saveDraft', draft)
  for (let from = first; ; ) {
    const body = { ...correctionOf(desk.note, from.version, `${from.text}${own}`), draftId }
    const answer = await ask(desk, worker, 'journal.correct', body)
    if (answer.status === 200) return
    const current = await turnedAway(desk, worker, answer, { draftId, own })
    if (!current) return
    from = current
    await wait(between(0, 400))
  }
}

/** The loser is handed what stands, and their own words are still there. */
async function turnedAway(
  desk: Desk,
  worker: Worker,
  answer: Answer,
  { draftId, own }: { draftId: string; own: string },
): Promise<Standing | undefined> {
  const { tally } = desk
  if (answer.body.kind !== 'stale') {
    tally['other answers']++
    return undefined
  }
  tally.stale++
  const current = answer.body.current as Standing | undefined
  if (!current?.text || !current.version) tally['refusals without what stands']++
  const mine = await ask(desk, worker, 'journal.myDrafts', {})
  const kept = mine.body as unknown as { id: string; content: { text: string } }[]
  if (!kept.some(({ id, content }) => id === draftId && content.text === own)) tally['own text lost']++
  return current
}

/** Every version must be the one before with one addition: the record has a single history that nobody fell out of. */
function serial(versions: Standing[], expected: Set<string>): { 'lost updates': number; 'broken history': number } {
  const last = versions.at(-1)!.text
  const broken = versions.slice(1).filter(({ version, text }, n) => {
    const before = versions[n]!
    return version !== before.version + 1 || !text.startsWith(before.text)
  })
  const lost = [...expected].filter((each) => last.split(each).length !== 2)
  return { 'lost updates': lost.length, 'broken history': broken.length }
}

async function oneNote(place: Installation, rounds: number): Promise<Verdict> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: EDITORS })
  const written = noteOf(place.municipality.leaders[0]!)
  const tally: Tally = { stale: 0, 'refusals without what stands': 0, 'own text lost': 0, 'other answers': 0 }
  const desk: Desk = { place, note: written, agent, tally }
  await ask(desk, place.municipality.leaders[0]!, 'journal.write', written)
  for (let round = 0; round < rounds; round++) {
    const standing = (await versionsOf(place, written.id)).at(-1)!
    await Promise.all(times(EDITORS, (editor) => edit(desk, editor, round, standing)))
  }
  agent.destroy()
  const expected = new Set(times(rounds, (round) => times(EDITORS, (editor) => addition(editor, round))).flat())
  const { stale, ...faults } = tally
  return verdict(
    {
      ...serial(await versionsOf(place, written.id), expected),
      ...faults,
      'run without a conflict': stale > 0 ? 0 : 1,
    },
    { edits: expected.size, 'met stale': stale },
  )
}

const versionsOf = async (place: Installation, id: string): Promise<Standing[]> => {
  const found = await place.asOwner((owner) =>
    owner.query<Standing>(
      `select 1 as version, text from journal.note where id = $1 union all select version, text from journal.correction where note_id = $1 order by 1`,
      [id],
    ),
  )
  return found.rows
}

/** What the same fifty do to a record whose change names no version. */
async function withoutVersion(place: Installation): Promise<Verdict> {
  const pool = new pg.Pool({ connectionString: databaseUrl(place.dir), max: 10 })
  try {
    await pool.query(`create table public.card (text text not null); insert into public.card values ('')`)
    const mine = times(EDITORS, (editor) => addition(editor, 0))
    await Promise.all(mine.map((own) => overwrite(pool, own)))
    const text = await cardOf(pool)
    return verdict({ 'lost updates': mine.filter((own) => !text.includes(own)).length }, { edits: mine.length })
  } finally {
    await pool.end()
  }
}

const cardOf = async (pool: pg.Pool) =>
  (await pool.query<{ text: string }>('select text from public.card')).rows[0]!.text

async function overwrite(pool: pg.Pool, own: string): Promise<void> {
  const text = await cardOf(pool)
  await wait(between(0, 20))
  await pool.query('update public.card set text = $1', [text + own])
}

export const editors: Drill = {
  name: 'editors',
  what: 'fifty correct one note at once until each is in; losers are handed what stands and keep their own words',
  control: 'the same without naming a version: updates are lost',
  async run({ loops }) {
    const place = await install('editors', { database: 'beside' })
    try {
      return { drill: await oneNote(place, Math.ceil(loops / 2)), control: await withoutVersion(place) }
    } finally {
      await place.close()
    }
  },
}
