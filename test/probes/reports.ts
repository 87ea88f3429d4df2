import { reports } from '#features/reports/contract.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

const acts = 'save submit giveBack approve drop send'.split(' ')

export const probe: Probe = {
  // Copies are made when a report is sent; this one is not.
  scopes: { today: 'reports.begin', own: 'reports.dropEditing', loose: 'reports.copy reports.pdf reports.docx' },
  aboutCitizen: async ({ world, unit, citizen }) => {
    const report = newId()
    const worker = await anEmployee(world, 'Rikke', 'support-worker', unit)
    await ask(worker, reports.begin, {
      ...{ id: report, citizenId: citizen.id, unitId: unit.id, fromOn: '2026-01-01', toOn: world.clock.today() },
      ...{ toName: `hemmeligt${citizen.id.slice(-6)}`, followUpOn: null },
    })
    return { report }
  },
  idOf: Object.fromEntries(acts.map((act) => [`reports.${act}`, 'report'])),
  fields: { reportId: 'report' },
}
