import type { Role } from './roles.ts'

const roles: Record<Role, string> = {
  'unit-leader': 'leder',
  'support-worker': 'pædagogisk medarbejder',
  'night-worker': 'nattevagt',
  'temp-worker': 'vikar',
  'health-worker': 'sundhedsfaglig medarbejder',
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
  signIn: 'Log ind',
  userName: 'Brugernavn',
  password: 'Adgangskode',
  fillBoth: 'Skriv både brugernavn og adgangskode.',
  demoLead: 'Alle borgere og medarbejdere her er opdigtede. Vælg, hvem du vil være.',
  demoPeople: 'Medarbejdere',
  withPassword: 'Log ind med adgangskode',
  goOnAs: (name: string) => `Fortsæt som ${name}`,
  somebodyElse: 'Logger en anden ind, lukkes siden her. Det, der er skrevet, gemmes til den, der skrev det.',
  unit: 'Enhed',
  chooseUnit: 'Vælg enhed',
  noUnit: 'Du er ikke knyttet til en enhed i dag. Din leder kan give dig en rolle.',
  units: 'Dine enheder',
  colleagues: 'Kolleger',
  noColleagues: 'Her er ingen medarbejdere i dag.',
  me: 'dig',
  roundTheClock: 'døgnbemandet',
  shifts: (starts: string) => `vagtskifte ${starts}`,
}
