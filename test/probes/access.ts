import type { Probe } from '#kit/probe.ts'
import { waysIn } from '#kit/ways-in.ts'

export const probe: Probe = {
  tellsWho: 'access.seek',
  scopes: {
    own: 'access.now',
    anywhere: 'access.seek access.emergencies access.policy access.decidePolicy',
    unit: 'access.duties access.findTemps access.letIn access.endDuty access.newCode access.delegate access.endDelegation access.delegations',
    known: 'access.review',
    never: 'access.open access.end',
  },
  inUnit: async ({ world, leader, unit, citizen }) => ({ ...(await waysIn(world, leader, unit, citizen)) }),
  idOf: {
    'access.end': 'emergency',
    'access.endDuty': 'duty',
    'access.newCode': 'duty',
    'access.endDelegation': 'delegation',
  },
  fields: { emergencyId: 'emergency', 'access.letIn.employeeId': '', 'access.delegate.employeeId': 'employee' },
  values: { phoneEnd: '1234', code: '123456', 'access.seek.words': 'Zacharias Zoffmann', emergencyMinutes: 30 },
}
