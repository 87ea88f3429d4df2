import { roles } from '#features/org/roles.ts'
import { type Right, rightsOfHouse, type Sensitivity } from '#kernel/server/permission.ts'
import { useCases } from './use-cases.ts'

export const roleNames = {
  'unit-leader': 'Leder',
  'support-worker': 'Medarbejder',
  'night-worker': 'Nattevagt',
  'temp-worker': 'Vikar',
  'health-worker': 'Sundhedsfaglig',
  specialist: 'Specialist',
  office: 'Administrativ',
  administrator: 'Administrator',
  coordinator: 'Projektkoordinator',
  'privacy-officer': 'Databeskyttelsesrådgiver',
  'unit-contact': 'Implementeringskontakt',
  'super-user': 'Superbruger',
  steering: 'Styregruppe',
  buyer: 'Indkøber',
  evaluator: 'Evaluator',
} as const satisfies Record<(typeof roles)[number], string>

const sensitivityNames = {
  ordinary: 'almindelig',
  health: 'helbred',
  money: 'penge',
  force: 'magtanvendelse',
  'staff-confidential': 'personalesag',
} as const satisfies Record<Sensitivity, string>

const head = ['Handling', 'Rettighed', 'Følsomhed', 'I nødadgang', ...roles.map((role) => roleNames[role])]

function row(act: string, right: Right): string {
  const may = (who: string) => (right.roles.includes(who) ? 'ja' : '')
  const inPerson = right.inPerson ? 'ja' : ''
  const sensitivity = sensitivityNames[right.sensitivity]
  return [act, right.name, sensitivity, inPerson, ...roles.map(may), may('anyone'), may('everyone')].join(';')
}

/**
 * Which role may call which use case: read off the use cases, signed by the municipality. After them the rights that open
 * nothing by themselves and are asked on top of another.
 */
export function permissionMatrix(): string {
  const gates = new Set(useCases.map(({ gate }) => gate.right.name))
  const onTop = [...rightsOfHouse().values()].filter(({ name }) => !gates.has(name))
  const rows = [
    ...useCases.map(({ contract, gate }) => row(contract.name, gate.right)),
    ...onTop.map((right) => row(`oveni: ${right.name}`, right)).sort(),
  ]
  return `${[[...head, 'Alle ansatte', 'Uden login'].join(';'), ...rows].join('\n')}\n`
}
