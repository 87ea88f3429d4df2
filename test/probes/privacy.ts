import { privacy } from '#features/privacy/contract.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  // Finds also those who left long ago: what is kept about them can be asked for.
  tellsWho: 'privacy.citizens',
  scopes: {
    anywhere: 'privacy.requests privacy.citizens',
    top: 'privacy.deletion privacy.decideRetention privacy.previewDeletion privacy.preservations',
    // What is to be deleted names no unit, and the preview is one at a time; who may is tried in the feature's own scenarios.
    loose: 'privacy.confirmDeletion privacy.dropDeletion',
    known:
      'privacy.ask privacy.request privacy.lookAgain privacy.places privacy.decide privacy.decidePlace privacy.make privacy.close privacy.preserve privacy.endPreservation',
    // There is none before a job has made one.
    never: 'privacy.package',
  },
  inUnit: async ({ world, leader, citizen }) => {
    const request = newId()
    await ask(leader, privacy.ask, {
      ...{ id: request, citizenId: citizen.id, kind: 'gdpr-access', requester: 'citizen', requesterNote: null },
      ...{ fromOn: '2026-01-01', toOn: '2026-12-31', receivedOn: world.clock.today() },
    })
    const preservation = newId()
    await ask(world.administrator, privacy.preserve, {
      id: preservation,
      citizenId: citizen.id,
      reason: 'Sag i retten',
    })
    return { request, preservation }
  },
  idOf: {
    'privacy.endPreservation': 'preservation',
    ...Object.fromEntries(
      'request lookAgain places decide decidePlace close'.split(' ').map((name) => [`privacy.${name}`, 'request']),
    ),
  },
  fields: { requestId: 'request' },
  values: {
    'privacy.citizens.words': 'Zacharias',
    'privacy.decideRetention.archive': 'preserve',
    'privacy.decideRetention.days': 3650,
  },
}
