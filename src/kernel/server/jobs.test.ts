import { expect, test } from 'vitest'
import { useWorld, wait } from '#kit/world.ts'
import { Jobs } from './jobs.ts'
import { makeLog } from './log.ts'

const here = useWorld()

test('a job that nobody had taken when the server stopped is done by the next server, once', async () => {
  const done: unknown[] = []
  const before = new Jobs(here.world.house.url, makeLog('silent'))
  await before.start([])
  await before.enqueue('ryd-op', { number: 7 })
  await before.stop()
  const after = new Jobs(here.world.house.url, makeLog('silent'))
  await after.start([{ name: 'ryd-op', run: async (data) => void done.push(data) }])
  for (let i = 0; i < 50 && done.length === 0; i++) await wait(200)
  await after.stop()
  expect(done).toEqual([{ number: 7 }])
})
