import { benefits } from '#features/benefits/contract.ts'
import { requirements } from '#features/requirements/contract.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { aSpec } from '#kit/requirements.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: { anywhere: 'benefits.places benefits.list benefits.unmeasured' },
  inUnit: async ({ world, unit }) => {
    const [gain, measure, page] = [newId(), newId(), newId()]
    const spec = await aSpec(world, unit)
    await ask(spec.signe, requirements.addBenefit, {
      id: gain,
      specId: spec.id,
      title: 'Ro',
      owner: 'leder',
      dueOn: null,
    })
    const counted = {
      what: 'Minutter',
      countedIn: 'min',
      direction: 'down' as const,
      baseline: null,
      baselineOn: null,
      target: 1,
    }
    const how = { owner: 'leder', smallestSample: 1, aboutMoney: false, unitId: unit.id, nextOn: null }
    const method = { methodId: newId(), method: 'ur', methodSinceOn: world.clock.today() }
    await ask(spec.signe, benefits.addMeasure, { id: measure, benefitId: gain, ...counted, ...how, ...method })
    const karen = await anEmployee(world, 'Karen', 'steering', unit)
    await ask(karen, benefits.keepPage, { id: page, placeId: unit.id })
    return { gain, measure, page }
  },
  idOf: {
    'benefits.changeMeasure': 'measure',
    'benefits.changeMethod': 'measure',
    'benefits.page': 'page',
    'benefits.paper': 'page',
  },
  fields: { 'benefits.addMeasure.benefitId': 'gain', measureId: 'measure', methodId: '' },
}
