import type { Role } from './roles.ts'

const roles: Record<Role, string> = {
  'unit-leader': 'leder',
  'support-worker': 'pædagogisk medarbejder',
  'night-worker': 'nattevagt',
  'temp-worker': 'vikar',
  'health-worker': 'sundhedsfaglig medarbejder',
  specialist: 'specialist',
  office: 'administrativ medarbejder',
  administrator: 'administrator',
  coordinator: 'projektkoordinator',
  'privacy-officer': 'databeskyttelsesrådgiver',
  'unit-contact': 'implementeringskontakt',
  'super-user': 'superbruger',
  steering: 'styregruppe',
  buyer: 'indkøber',
  evaluator: 'evaluator',
}

export const da = {
  roles,
  unit: 'Enhed',
  chooseUnit: 'Vælg enhed',
  noUnit: 'Du er ikke knyttet til en enhed i dag. Din leder kan give dig en rolle.',
  units: 'Dine enheder',
  administration: 'Administration',
  staffAndRoles: 'Medarbejdere og roller',
  colleagues: 'Kolleger',
  noColleagues: 'Her er ingen medarbejdere i dag.',
  me: 'dig',
  roundTheClock: 'døgnbemandet',
  shifts: (starts: string) => `vagtskifte ${starts}`,
}
