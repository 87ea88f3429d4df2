import { newsletter } from '#features/newsletter/contract.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

const named = (record: string, acts: string) =>
  Object.fromEntries(acts.split(' ').map((act) => [`newsletter.${act}`, record]))

export const probe: Probe = {
  scopes: { own: 'newsletter.places' },
  inUnit: async ({ world, unit, leader }) => {
    const karla = await anEmployee(world, 'Karla', 'coordinator', unit)
    const [letter, recipient, letterPaper] = [newId(), newId(), newId()]
    await ask(karla, newsletter.begin, { id: letter, placeId: unit.id, monthOn: '2026-02-01', title: 'Stille måned' })
    await ask(karla, newsletter.draft, { id: letter, version: 1 })
    await ask(leader, newsletter.writeLocal, { id: letter, unitId: unit.id, version: 0, text: 'Vi er klar.' })
    await ask(karla, newsletter.approve, { id: letter, version: 2 })
    await ask(karla, newsletter.addRecipient, {
      id: recipient,
      placeId: unit.id,
      unitId: unit.id,
      address: `hus-${recipient}@example.dk`,
    })
    await ask(karla, newsletter.send, { id: letter, version: 3 })
    await ask(karla, newsletter.makePaper, { id: letter, paperId: letterPaper, unitId: null })
    return { letter, recipient, letterPaper }
  },
  idOf: {
    ...named('letter', 'issue news draft edit approve send writeLocal approveLocal outbox open countReaders makePaper'),
    ...named('recipient', 'endRecipient'),
    ...named('letterPaper', 'paper'),
  },
  fields: { 'newsletter.makePaper.paperId': '', 'newsletter.makePaper.unitId': 'unit' },
  values: {
    'newsletter.edit.sections': [],
    'newsletter.begin.monthOn': '2026-03-01',
    'newsletter.addRecipient.address': 'en@example.dk',
  },
}
