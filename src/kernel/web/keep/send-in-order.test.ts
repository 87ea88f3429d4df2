import { describe, expect, test } from 'vitest'
import { Offline, Told } from '../told.ts'
import { sendInOrder } from './send-in-order.ts'

type Item = { id: string; parked?: boolean }

/** A device with a line of writes, and a server that answers as told; remembers what it was given. */
function outboxOf(ids: string[], answer: (id: string, time: number) => unknown) {
  const items: Item[] = ids.map((id) => ({ id }))
  const tried: string[] = []
  const steps = {
    next: async () => items.find(({ parked }) => !parked),
    send: async ({ id }: Item) => {
      tried.push(id)
      const said = answer(id, tried.filter((one) => one === id).length)
      if (said instanceof Error) throw said
      return said
    },
    sent: async ({ id }: Item) =>
      void items.splice(
        items.findIndex((one) => one.id === id),
        1,
      ),
    park: async (item: Item) => {
      item.parked = true
    },
  }
  return { items, tried, run: () => sendInOrder<Item>(steps) }
}

const refused = () => new Told({ kind: 'refused', code: 'journal.withdrawn', da: 'Nej.', en: 'No.' })
const busy = () => new Told({ kind: 'busy', code: 'kernel.busy', da: 'Travlt.', en: 'Busy.' })
const signedOut = () => new Told({ kind: 'signed-out', code: 'kernel.signed-out', da: 'Ude.', en: 'Out.' })

describe('the outbox', () => {
  test('sends everything once, oldest first', async () => {
    const box = outboxOf(['a', 'b', 'c'], () => 'ok')
    expect(await box.run()).toBe('empty')
    expect(box.tried).toEqual(['a', 'b', 'c'])
    expect(box.items).toEqual([])
  })

  test.each([
    ['the network is away', () => new Offline()],
    ['the server is busy', busy],
    ['the session has ended', signedOut],
  ])('waits, and lets nothing overtake, when %s', async (_, problem) => {
    const box = outboxOf(['a', 'b', 'c'], (id, time) => (id === 'b' && time === 1 ? problem() : 'ok'))
    expect(await box.run()).toBe('waits')
    expect(box.items.map(({ id }) => id)).toEqual(['b', 'c'])
    expect(await box.run()).toBe('empty')
    expect(box.tried).toEqual(['a', 'b', 'b', 'c'])
  })

  test('sets a refused write aside in sight and goes on', async () => {
    const box = outboxOf(['a', 'b', 'c'], (id) => (id === 'a' ? refused() : 'ok'))
    expect(await box.run()).toBe('empty')
    expect(box.tried).toEqual(['a', 'b', 'c'])
    expect(box.items).toEqual([{ id: 'a', parked: true }])
  })

  test('takes along what was written while it was sending', async () => {
    const box = outboxOf(['a'], (id) => {
      if (id === 'a') box.items.push({ id: 'late' })
      return 'ok'
    })
    await box.run()
    expect(box.tried).toEqual(['a', 'late'])
  })
})
