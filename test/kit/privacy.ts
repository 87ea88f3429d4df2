import { unzipSync } from 'fflate'
import { privacyJobs } from '#app/server/privacy-jobs.ts'
import { privacy } from '#features/privacy/contract.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { GivenCitizen } from './citizens.ts'
import { ask, newId, type Person, type World } from './world.ts'

/** Runs a job of the privacy feature, as the house would shortly after it was begun. */
export async function runsJob(world: World, name: string, data: Record<string, string>): Promise<void> {
  const job = privacyJobs(world.house).find((each) => each.name === name)
  if (!job) throw new Error(`There is no job ${name}`)
  await job.run({ ...data, tenant: world.tenant.id })
}

const aRequest = (world: World, citizen: GivenCitizen) => ({
  id: newId(),
  citizenId: citizen.id,
  kind: 'gdpr-access' as const,
  requester: 'citizen' as InputOf<typeof privacy.ask>['requester'],
  requesterNote: null as string | null,
  fromOn: '2026-01-01',
  toOn: '2026-12-31',
  receivedOn: world.clock.today(),
})

/** Records a request, and lets the house look the texts through. */
export async function asksToSee(
  by: Person,
  citizen: GivenCitizen,
  more: Partial<ReturnType<typeof aRequest>> = {},
): Promise<Id> {
  const { id } = await ask(by, privacy.ask, { ...aRequest(by.world, citizen), ...more })
  await runsJob(by.world, 'privacy-look', { request: id })
  return id
}

export type Opened = { id: Id; files: Record<string, Uint8Array>; text(name: string): string; json: Copy }
type Copy = { about: Record<string, string>; sections: { name: string; rows: Record<string, unknown>[] }[] }

/** Makes a package and opens it as whoever got it would. */
export async function makesPackage(
  by: Person,
  requestId: Id,
  more: { withNames?: boolean; language?: 'da' | 'en'; tellWhere?: string } = {},
): Promise<Opened> {
  const id = newId()
  await ask(by, privacy.make, {
    ...{ id, requestId, language: more.language ?? 'da', withNames: more.withNames ?? false },
    tellWhere: more.tellWhere ?? null,
  })
  await runsJob(by.world, 'privacy-make', { package: id })
  return opened(by.world, id)
}

export async function opened(world: World, id: Id): Promise<Opened> {
  const { rows } = await world.owner.query<{ content: Buffer }>(
    'select content from privacy.package_part where package_id = $1 order by number',
    [id],
  )
  const files = unzipSync(Buffer.concat(rows.map(({ content }) => content)))
  const text = (name: string) => new TextDecoder().decode(files[name])
  return { id, files, text, json: JSON.parse(text('indsigt.json')) as Copy }
}

export const rowsOf = (copy: Opened, name: string) =>
  copy.json.sections.find((section) => section.name === name)?.rows ?? []
