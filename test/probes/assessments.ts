import { assessments } from '#features/assessments/contract.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  // A form is a new one, and needs more than a generator hits upon.
  scopes: { anywhere: 'assessments.makeForm', today: 'assessments.save' },
  aboutCitizen: async ({ world, unit, leader, citizen }) => {
    const assessment = newId()
    await ask(leader, assessments.save, {
      ...{
        id: assessment,
        version: null,
        citizenId: citizen.id,
        unitId: unit.id,
        formKey: 'voldsrisiko',
        formVersion: 1,
      },
      ...{ given: { irritabel: true, truer: true, ting: true }, answeredOn: world.clock.today(), sign: true },
    })
    return { assessment }
  },
  idOf: { 'assessments.strike': 'assessment' },
  values: {
    'assessments.save.version': null,
    'assessments.save.formKey': 'voldsrisiko',
    'assessments.save.given': { irritabel: true },
    'assessments.use.formKey': 'voldsrisiko',
  },
}
