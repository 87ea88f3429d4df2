import { expect, test } from 'vitest'
import { keepsOnDevice, seal, unlock, unseal } from './vault.ts'

const person = {
  id: '01a20ad7-1897-7416-909c-578b3557ee6e',
  name: 'Mette',
  profession: null,
  tenantName: 'Egebæk',
  demo: true,
  sessionEndsAt: '2026-11-23T23:00:00Z',
}

test('a device without a database keeps nothing, and says so', async () => {
  await unlock(person, btoa('k'.repeat(32)))
  expect(keepsOnDevice()).toBe(false)
  await expect(seal('ord')).rejects.toThrow('locked')
  expect(await unseal({ iv: new Uint8Array(12), bytes: new ArrayBuffer(16) })).toBeUndefined()
})
