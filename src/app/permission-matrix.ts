import { roles } from '#features/org/roles.ts'
import { useCases } from './use-cases.ts'

const roleNames = {
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

/** Which role may call which use case: read off the use cases, signed by the municipality. */
export function permissionMatrix(): string {
  const head = ['Handling', 'Rettighed', ...roles.map((role) => roleNames[role]), 'Alle ansatte', 'Uden login'].join(
    ';',
  )
  const rows = useCases.map(({ contract, gate }) => {
    const may = (who: string) => (gate.right.roles.includes(who) ? 'ja' : '')
    return [contract.name, gate.right.name, ...roles.map(may), may('anyone'), may('everyone')].join(';')
  })
  return `${[head, ...rows].join('\n')}\n`
}
