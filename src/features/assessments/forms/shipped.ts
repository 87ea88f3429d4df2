import type { Field, Form } from '../contract.ts'

const yesNo = (key: string, label: string, more: Partial<Field> = {}): Field => ({
  key,
  kind: 'yes-no',
  label,
  ...more,
})
const long = (key: string, label: string, more: Partial<Field> = {}): Field => ({
  key,
  kind: 'long-text',
  label,
  ...more,
})

const levels = [
  { key: 'l0', label: '0 · intet nedsat', points: 0 },
  { key: 'l1', label: '1 · let nedsat', points: 1 },
  { key: 'l2', label: '2 · moderat nedsat', points: 2 },
  { key: 'l3', label: '3 · svært nedsat', points: 3 },
  { key: 'l4', label: '4 · fuldstændig nedsat', points: 4 },
  { key: 'none', label: 'ikke vurderet' },
]

const themes = [
  ['relationer', 'Relationer'],
  ['kommunikation', 'Kommunikation'],
  ['mobilitet', 'Mobilitet'],
  ['egenomsorg', 'Egenomsorg'],
  ['samfundsliv', 'Samfundsliv'],
  ['praktiske', 'Praktiske opgaver'],
] as const

/** The themes of activity and participation, which alone carry a level; judged with aids, without the support given. */
const functioning: Form = {
  key: 'funktionsevne',
  version: 1,
  title: 'Funktionsevne efter tema',
  purpose:
    'Enhedens egen vurdering, med hjælpemidler og medicin, men uden den støtte, der gives. Myndigheden sætter niveauerne.',
  isHealth: false,
  fields: themes.flatMap(([key, label]): Field[] => [
    { key, kind: 'choice', label, choices: levels, required: true },
    long(`${key}-tekst`, `${label}: hvad ser vi?`, { showIf: { field: key, op: 'is-not', value: 'none' } }),
  ]),
  bands: [],
}

const intake: Form = {
  key: 'indflytning',
  version: 1,
  title: 'Indflytningssamtale',
  purpose: 'Det første, vi taler om. Borgerens ord først.',
  isHealth: false,
  fields: [
    long('vigtigt', 'Hvad er vigtigt for dig, når du bor her?', { required: true }),
    long('god-dag', 'Hvordan er en god dag?'),
    long('svaer-dag', 'Hvordan kan vi se, at du har det svært?'),
    long('hjaelper', 'Hvad hjælper så?'),
    long('vaner', 'Vaner ved mad, søvn og bad'),
    yesNo('tolk', 'Har du brug for tolk eller andre måder at tale på?'),
    {
      key: 'sprog',
      kind: 'text',
      label: 'Hvilket sprog, eller hvordan?',
      showIf: { field: 'tolk', op: 'is', value: true },
    },
    yesNo('paaroerende', 'Må vi tale med dine pårørende?'),
    long('hvem', 'Hvem, og om hvad?', { showIf: { field: 'paaroerende', op: 'is', value: true } }),
    { key: 'talt-den', kind: 'date', label: 'Talt sammen den', required: true },
    { key: 'underskrift', kind: 'signature', label: 'Talt igennem med', required: true },
  ],
  bands: [],
}

const signs = [
  ['forvirret', 'Virker forvirret eller opkørt på en anden måde end ellers'],
  ['irritabel', 'Bliver let irriteret'],
  ['hoejroestet', 'Råber eller larmer'],
  ['truer', 'Truer med ord'],
  ['truer-krop', 'Truer med kroppen eller går tæt på'],
  ['ting', 'Slår på eller kaster med ting'],
] as const

/** Our own plain list: no validated instrument, and it says so. */
const violence: Form = {
  key: 'voldsrisiko',
  version: 1,
  title: 'Tegn på uro og vold, denne vagt',
  purpose:
    'Enhedens egen tjekliste til at tale om tegn fra vagt til vagt. Den er ikke et valideret redskab og erstatter ikke en faglig vurdering.',
  isHealth: false,
  fields: [
    ...signs.map(([key, label]) => yesNo(key, label)),
    { key: 'sum', kind: 'sum', label: 'Tegn i alt', of: signs.map(([key]) => key) },
    long('gjort', 'Hvad gør vi?', { showIf: { field: 'sum', op: 'at-least', value: 1 } }),
  ],
  score: 'sum',
  bands: [
    { key: 'ingen', from: 0, to: 0, title: 'Ingen tegn', tone: 'ok', action: 'Fortsæt som aftalt.' },
    {
      key: 'nogle',
      from: 1,
      to: 2,
      title: 'Nogle tegn',
      tone: 'attention',
      action: 'Følg trafiklysplanen, og sig det til den næste vagt.',
    },
    {
      key: 'mange',
      from: 3,
      to: 6,
      title: 'Mange tegn',
      tone: 'violet',
      action: 'Sig det til den vagtansvarlige nu. Vær flere, og giv plads.',
    },
  ],
}

const coping: Form = {
  key: 'mestring',
  version: 1,
  title: 'Mestringsskema',
  purpose: 'Borgerens egne advarselstegn, og hvad der hjælper. Udfyldes sammen.',
  isHealth: false,
  fields: [
    {
      key: 'tegn',
      kind: 'table',
      label: 'Mine tegn, og hvad der hjælper',
      required: true,
      columns: [
        { key: 'tegn', label: 'Når jeg …' },
        { key: 'selv', label: 'kan jeg selv …' },
        { key: 'andre', label: 'og I kan …' },
      ],
    },
    long('ikke', 'Det hjælper ikke, at I …'),
    long('efter', 'Bagefter vil jeg gerne …'),
    { key: 'underskrift', kind: 'signature', label: 'Lavet sammen med', required: true },
  ],
  bands: [],
}

const lights = [
  ['groen', 'Grøn: jeg har det godt'],
  ['gul', 'Gul: det er ved at blive svært'],
  ['roed', 'Rød: det er for meget'],
] as const

const trafficLight: Form = {
  key: 'trafiklys',
  version: 1,
  title: 'Trafiklysplan',
  purpose: 'Tegn på grøn, gul og rød, og hvad vi har aftalt at gøre.',
  isHealth: false,
  fields: lights.flatMap(([key, label]): Field[] => [
    long(`${key}-tegn`, `${label}. Det ser man ved …`, { required: true }),
    long(`${key}-goer`, `${label.split(':')[0]}: det gør vi`, { required: true }),
  ]),
  bands: [],
}

const sleep: Form = {
  key: 'soevn',
  version: 1,
  title: 'Søvn',
  purpose: 'En nats søvn.',
  isHealth: true,
  fields: [
    { key: 'timer', kind: 'number', label: 'Timer i alt', unit: 'timer', min: 0, max: 24, required: true },
    { key: 'vaagen', kind: 'tally', label: 'Vågnede', unit: 'gange', min: 0, max: 60 },
    { key: 'kvalitet', kind: 'scale', label: 'Hvor godt? 0 slet ikke, 10 rigtig godt', min: 0, max: 10 },
    long('hvad', 'Hvad forstyrrede?', { showIf: { field: 'vaagen', op: 'at-least', value: 1 } }),
  ],
  score: 'timer',
  bands: [],
}

const weight: Form = {
  key: 'vaegt',
  version: 1,
  title: 'Vægt',
  purpose: 'Vægt i kilo, helst samme tid på dagen.',
  isHealth: true,
  fields: [
    { key: 'kilo', kind: 'number', label: 'Vægt', unit: 'kg', min: 20, max: 400, required: true },
    { key: 'bemaerkning', kind: 'text', label: 'Bemærkning' },
  ],
  score: 'kilo',
  bands: [],
}

const pain: Form = {
  key: 'smerte',
  version: 1,
  title: 'Smerte',
  purpose: 'Borgerens eget tal fra 0 til 10. Kan det ikke siges, så skriv, hvad du ser.',
  isHealth: true,
  fields: [
    yesNo('kan-sige', 'Kan borgeren selv sige et tal?', { required: true }),
    {
      key: 'tal',
      kind: 'scale',
      label: 'Smerte nu, 0 til 10',
      min: 0,
      max: 10,
      required: true,
      showIf: { field: 'kan-sige', op: 'is', value: true },
    },
    long('ser', 'Hvad ser du?', { required: true, showIf: { field: 'kan-sige', op: 'is', value: false } }),
    { key: 'hvor', kind: 'text', label: 'Hvor gør det ondt?' },
    long('gjort', 'Hvad er gjort?'),
  ],
  score: 'tal',
  bands: [
    { key: 'ingen', from: 0, to: 0, title: 'Ingen smerte', tone: 'ok', action: '' },
    { key: 'let', from: 1, to: 3, title: 'Let', tone: 'info', action: 'Spørg igen senere i vagten.' },
    {
      key: 'moderat',
      from: 4,
      to: 6,
      title: 'Moderat',
      tone: 'attention',
      action: 'Sig det til sygeplejersken eller den medicinansvarlige.',
    },
    { key: 'staerk', from: 7, to: 10, title: 'Stærk', tone: 'violet', action: 'Ring til den sundhedsansvarlige nu.' },
  ],
}

const seizure: Form = {
  key: 'anfald',
  version: 1,
  title: 'Anfald',
  purpose: 'Hvert anfald for sig.',
  isHealth: true,
  fields: [
    { key: 'minutter', kind: 'number', label: 'Varighed', unit: 'minutter', min: 0, max: 600, required: true },
    long('foer', 'Hvad skete lige før?'),
    {
      key: 'hvordan',
      kind: 'multi-choice',
      label: 'Hvordan så det ud?',
      required: true,
      choices: [
        { key: 'kramper', label: 'kramper' },
        { key: 'fravaer', label: 'fraværende' },
        { key: 'faldt', label: 'faldt' },
        { key: 'blaa', label: 'blå om læberne' },
        { key: 'andet', label: 'andet' },
      ],
    },
    { key: 'andet-hvad', kind: 'text', label: 'Andet: hvad?', showIf: { field: 'hvordan', op: 'is', value: 'andet' } },
    yesNo('skade', 'Kom borgeren til skade?'),
    long('skade-hvad', 'Hvordan?', { required: true, showIf: { field: 'skade', op: 'is', value: true } }),
    yesNo('medicin', 'Blev der givet medicin ved anfald?'),
    long('efter', 'Hvordan var borgeren bagefter?'),
  ],
  score: 'minutter',
  bands: [
    { key: 'kort', from: 0, to: 4, title: 'Under fem minutter', tone: 'info', action: 'Skriv det i dagbogen.' },
    {
      key: 'langt',
      from: 5,
      to: 600,
      title: 'Fem minutter eller mere',
      tone: 'violet',
      action: 'Følg borgerens egen plan for anfald. Er der ingen, så ring 112.',
    },
  ],
}

/** Forms that come with the product. A change is a new version beside the old one; the old one stays here. */
export const shippedForms: readonly Form[] = [
  functioning,
  intake,
  violence,
  coping,
  trafficLight,
  sleep,
  weight,
  pain,
  seizure,
]

export const shippedForm = (key: string, version: number): Form | undefined =>
  shippedForms.find((form) => form.key === key && form.version === version)
