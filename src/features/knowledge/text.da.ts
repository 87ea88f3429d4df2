import type { PageKind, PageState } from './rules.ts'

const sizes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('da-DK')} kB`

export const da = {
  title: 'Vidensbog',
  lead: 'Spørg, hvorfor noget er, som det er. Siderne laves af det, der allerede står i systemet; nogen skal stå inde for dem.',
  tabsLabel: 'Sider om viden',
  tabs: { book: 'Vidensbog', handover: 'Overdragelse', packages: 'Give videre' },
  search: 'Spørg',
  searchHint: 'hvorfor …',
  ofUnit: 'Enhed',
  allUnits: 'alle',
  none: 'Ingen sider endnu. De kommer af beslutninger, opsætninger og kurser.',
  notFound: 'Det står der intet om. Prøv et andet ord, eller spørg en superbruger.',
  kinds: {
    setting: 'Opsætning',
    decision: 'Beslutning',
    case: 'Løst sag',
    course: 'Kursus',
    contact: 'Kontakt',
  } satisfies Record<PageKind, string>,
  states: { unread: 'ulæst', changed: 'ændret siden', confirmed: 'nogen står inde for den' } satisfies Record<
    PageState,
    string
  >,
  since: 'Siden',
  why: 'Hvorfor',
  standsBy: (name: string) => `${name} står inde for det`,
  standBy: 'Stå inde for siden',
  standAgain: 'Læs den igen, og stå inde for den',
  sentence: 'Skriv det med dine egne ord',
  sentenceHelp: 'Én sætning, en ny kollega kan forstå.',
  handoverTitle: 'Overdragelse',
  handoverLead: 'Projektkoordinatoren kan slippe projektet, når intet er uden ejer.',
  begin: 'Begynd overdragelse',
  to: 'Hvem ejer systemet fra nu af',
  fromTo: (from: string, to: string) => `Fra ${from} til ${to}`,
  begun: 'Begyndt',
  doneAt: 'Færdig',
  left: (count: number) => (count === 1 ? '1 ting uden ejer' : `${count} ting uden ejer`),
  leftNone: 'Alt har en ejer. Du kan roligt gå videre.',
  owned: (count: number) => `Har en ejer (${count})`,
  giveOwner: 'Giv en ejer',
  owner: 'Ny ejer',
  ownerHelp: 'Et navn eller en post: systemejer, leder Åstedet.',
  finish: 'Afslut overdragelsen',
  handoverNone: 'Der er ingen overdragelse i gang.',
  loose: {
    'risk-of-coordinator': 'Risiko, koordinatoren ejer',
    'benefit-of-coordinator': 'Gevinst, koordinatoren ejer',
  },
  packagesTitle: 'Give videre',
  packagesLead:
    'Det, I har lært, uden navne: krav, beslutninger, kurser og gevinster. Den næste kommune begynder der, hvor I endte.',
  make: 'Lav pakke',
  spec: 'Kravsæt',
  noSpec: 'uden krav',
  made: (requirements: number, decisions: number) =>
    `Pakken er lavet: ${requirements} krav og ${decisions} beslutninger. Læs den igennem, før I sender den.`,
  leftOut:
    'Navne på kommune, enheder, medarbejdere og leverandører tages ud, enheder bliver til deres slags, og antal under fem skjules. Læs den alligevel igennem: et særkende kan genkendes uden navn.',
  fetch: 'Hent',
  directions: { out: 'lavet her', in: 'fra en anden kommune' },
  size: sizes,
  take: 'Tag imod pakke',
  file: 'Filen fra den anden kommune',
  setTitle: 'Hvad skal jeres kravsæt hedde',
  taken: (requirements: number, courses: number, lessons: number) =>
    `${requirements} krav ligger som udkast, ${courses} kurser og ${lessons} erfaringer er med.`,
  packagesNone: 'Ingen pakker endnu.',
  lessons: 'Erfaringer fra andre',
  lessonSorts: { decision: 'De besluttede', setting: 'De valgte', benefit: 'De målte' },
}
