import { expect, test } from 'vitest'
import { makeKeys, openKey, openWith, sealTo } from './seal.ts'

test('what is closed with the public key opens with the code only, and not when it was changed', async () => {
  const { publicKey, locked } = await makeKeys('482913')
  const sealed = await sealTo(publicKey, { text: 'Jens faldt ved sengen' })
  expect(locked.iterations).toBeGreaterThanOrEqual(600_000)
  expect(await openKey(locked, '482914')).toBeUndefined()
  const key = (await openKey(locked, '482913'))!
  expect(key.extractable).toBe(false)
  expect(await openWith(key, sealed)).toEqual({ text: 'Jens faldt ved sengen' })
  expect(Buffer.from(sealed.bytes).toString('latin1')).not.toContain('Jens')
  new Uint8Array(sealed.bytes)[3]! ^= 1
  await expect(openWith(key, sealed)).rejects.toThrow()
  const other = await makeKeys('482913')
  await expect(openWith((await openKey(other.locked, '482913'))!, await sealTo(publicKey, 1))).rejects.toThrow()
}, 20_000)
