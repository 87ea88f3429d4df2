import { clarification } from '#features/clarification/contract.ts'
import { standardQuestions } from '#features/clarification/standard-questions.ts'
import { answers } from '#kit/clarification.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

const named = (record: string, acts: string) =>
  Object.fromEntries(acts.split(' ').map((act) => [`clarification.${act}`, record]))

export const probe: Probe = {
  scopes: {
    anywhere: 'clarification.contacts clarification.sets clarification.matrix clarification.gaps',
  },
  inUnit: async ({ world, unit }) => {
    const karla = await anEmployee(world, 'Karla', 'coordinator', unit)
    const emma = await anEmployee(world, 'Emma', 'unit-contact', unit)
    const [contact, leave, round, gap, otherGap, paper] = [newId(), newId(), newId(), newId(), newId(), newId()]
    const today = world.clock.today()
    await ask(karla, clarification.publishStandard, { id: newId(), placeId: unit.id })
    const person = { unitId: unit.id, employeeId: emma.id }
    await ask(karla, clarification.nameContact, { id: contact, ...person, deputyId: null, fromOn: today })
    await ask(emma, clarification.addLeave, { id: leave, ...person, fromOn: today, toOn: today })
    await ask(emma, clarification.begin, { id: round, unitId: unit.id, template: 'residential' })
    await answers(emma, unit, 'S01', 'borger')
    for (const id of [gap, otherGap])
      await ask(emma, clarification.addGap, { id, unitId: unit.id, key: null, text: 'Fælles tavle' })
    await ask(emma, clarification.makeFile, { id: paper, unitId: unit.id, kind: 'config' })
    return {
      unitContact: contact,
      contactLeave: leave,
      clarificationRound: round,
      clarificationGap: gap,
      otherGap,
      paper,
    }
  },
  idOf: {
    ...named('unitContact', 'changeDeputy endContact'),
    ...named('contactLeave', 'endLeave'),
    ...named('clarificationRound', 'takeSuggestions submit meet sendBack approve vouch propose'),
    ...named('clarificationGap', 'moveGap mergeGap splitGap'),
    ...named('paper', 'file'),
  },
  fields: {
    'clarification.nameContact.employeeId': 'employee',
    'clarification.addLeave.employeeId': 'employee',
    'clarification.mergeGap.intoId': 'otherGap',
    'clarification.publish.placeId': 'unit',
    'clarification.publishStandard.placeId': 'unit',
  },
  values: {
    'clarification.publish.content': standardQuestions.content,
    'clarification.answer.key': 'S01',
    'clarification.answerHistory.key': 'S01',
  },
}
