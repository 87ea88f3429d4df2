import { journal } from '#features/journal/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { call, readAgain, sendInOrder, sentenceOf } from '#kernel/web/index.ts'
import { erase, look } from './device.ts'
import { keptNotes, type Waiting } from './opened.ts'
import { sealTo } from './seal.ts'
import { HERE, tablet } from './store.ts'

const LOCK = 'roed-traad noedpakke'

/**
 * Puts one person's waiting notes into the journal, oldest first, each under the id it was written with: however often it
 * is sent, it enters once. What is refused stays with its sentence, and is tried again the next time. Other tabs wait their turn.
 * @returns how many went in, and whether some still wait for the server
 */
export async function sendBack(authorId: Id): Promise<{ sent: number; waits: boolean }> {
  let count = 0
  await tablet.notes.change((row) => (row.authorId === authorId ? { ...row, state: 'waiting' } : row))
  const work = () =>
    sendInOrder<Waiting>({
      next: async () => (await keptNotes(authorId)).find(({ state }) => state === 'waiting'),
      send,
      sent: async ({ place }) => {
        await tablet.notes.delete(place!)
        count++
      },
      park,
    })
  const outcome = await (navigator.locks ? navigator.locks.request(LOCK, work) : work())
  await afterwards()
  return { sent: count, waits: outcome === 'waits' }
}

const send = ({ id, at, words: { unitId, citizenId, kind, text, important, belongsTo = [] } }: Waiting) =>
  call(
    journal.write,
    {
      ...{ id, draftId: null, unitId, citizenId, kind, happenedAt: at, text, important, theme: null },
      belongsTo: [...belongsTo],
    },
    { key: id, retries: 0 },
  )

async function park({ place, words }: Waiting, problem: unknown): Promise<void> {
  const row = await tablet.pairing.get(HERE)
  if (!row) return
  const sealed = await sealTo(row.publicKey, { ...words, why: sentenceOf(problem) })
  await tablet.notes.change((note) => (note.place === place ? { ...note, state: 'refused', sealed } : note))
}

/** Takes a refused note out for good, after its words were read or copied. */
export async function discard({ place }: Waiting): Promise<void> {
  await tablet.notes.delete(place!)
  await afterwards()
}

async function afterwards(): Promise<void> {
  if ((await tablet.pairing.get(HERE))?.ended) await erase()
  await Promise.all([look(), readAgain(['journal', 'overview'])])
}
