import { signin } from '#features/signin/contract.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

/** Ten signs of the alphabet that such codes are made of, another for each. */
const codeOf = (id: string) =>
  [...id.replaceAll('-', '').slice(-10)].map((sign) => 'ABCDEFGHJKLMNPQR'[Number.parseInt(sign, 16)]).join('')

export const probe: Probe = {
  scopes: {
    own: 'signin.mySecurity signin.removeFactor signin.endSession signin.endOtherSessions signin.setPin',
    top: 'signin.policy signin.decidePolicy signin.providers signin.saveProvider',
    unit: 'signin.devicesOfUnit signin.pairDevice signin.endDevice signin.linkIdentity signin.resetFactors',
  },
  inUnit: async ({ world, unit, leader }) => {
    const [device, provider] = [newId(), newId()]
    await ask(leader, signin.pairDevice, { id: device, unitId: unit.id, name: 'Vagtstuen', code: codeOf(device) })
    await world.owner.query(
      `insert into signin.provider (tenant_id, id, kind, label, setup, changed_by, changed_at) values ($1, $2, 'oidc', 'Kommunens login', '{}', $3, $4)`,
      [world.tenant.id, provider, world.administrator.id, world.clock.now()],
    )
    return { device, provider }
  },
  idOf: { 'signin.endDevice': 'device' },
  fields: { providerId: 'provider' },
  values: { 'signin.pairDevice.code': 'ABCDEFGH23', pin: '837465', 'signin.saveProvider.cvr': '11223344' },
}
