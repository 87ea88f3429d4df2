import type { Opened } from '#app/server/open-house.ts'
import { isWhole, seedDemo } from './seed.ts'

/** The demo, into an empty database. A filling that was broken off is not served as if it were whole. */
export async function fillOnce(house: Opened): Promise<void> {
  if (house.tenants.all.length === 0) return seedDemo(house)
  if (house.tenants.all.every(isWhole)) return
  await house.close()
  throw new Error(
    'The demo was broken off while it was being filled in. Empty it with bin/db reset --yes, and start again.',
  )
}
