import { citizens } from '#features/citizens/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: {
    anywhere: 'citizens.mine citizens.find citizens.portraits',
    unit: 'citizens.atUnit citizens.ofUnit citizens.register citizens.bars',
    known: 'citizens.withdrawConsent',
    citizen: `citizens.card citizens.change citizens.setNumber citizens.setPhoto citizens.reveal citizens.addContact citizens.endContact
      citizens.reviewWarning citizens.bar citizens.endBar citizens.consentsOf`,
    today: 'citizens.warn citizens.assignContactPerson citizens.recordConsent',
  },
  aboutCitizen: async ({ world, unit, leader, citizen }) => {
    const about = { citizenId: citizen.id }
    const [contact, warning, bar, consent] = [newId(), newId(), newId(), newId()]
    const words = `hemmeligt${citizen.id.slice(-6)}`
    const relative = { kind: 'relative', name: words, relation: null, phone: null, note: words } as const
    await ask(leader, citizens.addContact, { id: contact, ...about, ...relative })
    const reviewOn = addDays(world.clock.today(), 90)
    await ask(leader, citizens.warn, { id: warning, ...about, unitId: unit.id, kind: 'fall', text: words, reviewOn })
    const cousin = await anEmployee(world, 'Fætter', 'support-worker', unit)
    const since = { fromOn: world.clock.today(), toOn: null }
    await ask(leader, citizens.bar, { id: bar, ...about, employeeId: cousin.id, reason: words, ...since })
    const given = { what: 'other', toUnitId: null, toWhom: words, basis: 'consent', lawReference: null, note: words }
    await ask(leader, citizens.recordConsent, { id: consent, ...about, unitId: unit.id, ...given, ...since })
    return { contact, warning, bar, consent }
  },
  idOf: {
    'citizens.change': 'citizen',
    'citizens.setNumber': 'citizen',
    'citizens.setPhoto': 'citizen',
    'citizens.endContact': 'contact',
    'citizens.reviewWarning': 'warning',
    'citizens.endBar': 'bar',
    'citizens.withdrawConsent': 'consent',
  },
  fields: { citizenId: 'citizen', citizenIds: 'citizen' },
  values: {
    'citizens.register.number': null,
    'citizens.setNumber.number': null,
    'citizens.setPhoto.photo': null,
    'citizens.find.words': 'Zacharias',
  },
}
