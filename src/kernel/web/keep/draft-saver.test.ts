import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Saving } from '#kernel/ui/SaveState.tsx'
import { Offline, Told } from '../told.ts'
import { DraftSaver } from './draft-saver.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T22:50:00Z') }))
afterEach(() => void vi.useRealTimers())

const now = () => new Date().toISOString()

/** A device and a server that can be taken away; remembers what reached them, and when. */
function desk({ device = true, serverMs = 20 } = {}) {
  const world = { device, server: (): Error | undefined => undefined, serverMs }
  const kept: [string, number][] = []
  const saved: [string, number][] = []
  const states: Saving[] = []
  const saver = new DraftSaver('', 0, {
    keep: async (text: string) => {
      if (!world.device) return undefined
      kept.push([text, Date.now()])
      return now()
    },
    save: async (text: string) => {
      await new Promise((go) => setTimeout(go, world.serverMs))
      const fault = world.server()
      if (fault) throw fault
      saved.push([text, Date.now()])
      return now()
    },
    show: (state) => void states.push(state),
    nowhere: () => 'intetsteds',
  })
  return { world, kept, saved, states, saver, last: () => states.at(-1)?.kind }
}

const typing = async (saver: DraftSaver<string>, ms: number) => {
  for (let at = 0; at < ms; at += 100) {
    saver.change(`tegn ${at}`)
    await vi.advanceTimersByTimeAsync(100)
  }
}

describe('a draft', () => {
  test('stands on the device within 300 ms and on the server within two seconds, and says so', async () => {
    const { saver, kept, saved, states } = desk()
    const began = Date.now()
    saver.change('Faldt ved sengen')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(kept.map(([text, at]) => [text, at - began <= 300])).toEqual([['Faldt ved sengen', true]])
    expect(saved.map(([text, at]) => [text, at - began <= 2_000])).toEqual([['Faldt ved sengen', true]])
    expect(states.map(({ kind }) => kind)).toEqual(['typing', 'onDevice', 'saved'])
  })

  test('goes on being saved while one types without a pause', async () => {
    const { saver, kept, saved } = desk()
    await typing(saver, 10_000)
    const gaps = (all: [string, number][]) => all.slice(1).map(([, at], index) => at - all[index]![1])
    expect(Math.max(...gaps(kept))).toBeLessThanOrEqual(400)
    expect(Math.max(...gaps(saved))).toBeLessThanOrEqual(2_000)
  })

  test('never has two saves on their way, and ends with the last words', async () => {
    const { saver, saved, world } = desk({ serverMs: 4_000 })
    await typing(saver, 6_000)
    await saver.change('sidste ord')
    await vi.advanceTimersByTimeAsync(12_000)
    expect(saved.at(-1)![0]).toBe('sidste ord')
    expect(saved.length).toBeLessThanOrEqual(18_000 / world.serverMs)
  })

  test('without network it stays on the device, says so, and is saved when the network is back', async () => {
    const { saver, saved, world, last } = desk()
    world.server = () => new Offline()
    saver.change('uden net')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(last()).toBe('queued')
    world.server = () => undefined
    await vi.advanceTimersByTimeAsync(5_100)
    expect(saved.map(([text]) => text)).toEqual(['uden net'])
    expect(last()).toBe('saved')
  })

  test('with neither device nor server it says plainly that it is not saved', async () => {
    const { saver, world, states } = desk({ device: false })
    world.server = () => new Offline()
    saver.change('ingen steder')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(states.at(-1)).toMatchObject({ kind: 'failed', why: 'intetsteds' })
  })

  test('a refusal is said with its sentence and not tried again by itself', async () => {
    const { saver, world, states } = desk()
    let tries = 0
    world.server = () => {
      tries += 1
      return new Told({ kind: 'refused', code: 'journal.no', da: 'Nej.', en: 'No.' })
    }
    saver.change('afvist')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(tries).toBe(1)
    expect(states.at(-1)).toMatchObject({ kind: 'failed', why: 'Nej.' })
  })

  test('when the page goes away everything goes at once, even while a save is on its way', async () => {
    const { saver, saved } = desk({ serverMs: 500 })
    saver.change('først')
    await vi.advanceTimersByTimeAsync(1_600)
    saver.change('og så')
    void saver.flush(true)
    await vi.advanceTimersByTimeAsync(600)
    expect(saved.map(([text]) => text)).toContain('og så')
  })

  test('after it was sent nothing is saved behind it', async () => {
    const { saver, saved, kept } = desk({ serverMs: 500 })
    saver.change('sendt')
    const stopped = saver.stop()
    await vi.advanceTimersByTimeAsync(5_000)
    await stopped
    expect(saved).toEqual([])
    expect(kept).toEqual([])
  })
})
