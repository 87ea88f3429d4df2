import type { Day } from '#kernel/lang/day.ts'

/** What a tender set is made of. */
export const annexKeys = [
  'set',
  'requirements',
  'answers',
  'model',
  'trial',
  'conditions',
  'plan',
  'duties',
  'tests',
  'glossary',
  'questions',
  'corrections',
  'machine',
] as const
export type AnnexKey = (typeof annexKeys)[number]
export const formats = ['docx', 'xlsx', 'pdf', 'json', 'zip'] as const
export type Format = (typeof formats)[number]

/**
 * An annex as a template: where its contents come from, in which forms it goes out, and the text a written one begins with.
 * Dated, as the other forms of the house: a change is a new row.
 */
export type AnnexTemplate = {
  readonly key: AnnexKey
  readonly validFrom: Day
  readonly validTo: Day | null
  /** `version`: the requirements as published. `model`: the locked model. `written`: a text of the tender. `log`: what happened since. `all`: every annex. */
  readonly from: 'version' | 'model' | 'written' | 'log' | 'all'
  readonly formats: readonly Format[]
  /** Its number in the set; null for what is not part of it. */
  readonly number: number | null
  readonly title: { readonly da: string; readonly en: string }
  /** What a written annex begins as. */
  readonly body?: string
  readonly source: string
}

const SL07 = 'Requirements template SL-07, Søren Lauesen, itu.dk'
const K02 = 'Standardkontrakt K02, bilagsstruktur; skal ses efter mod den kontrakt, der bruges'
const OWN = 'eget udkast'

export const annexTemplates: readonly AnnexTemplate[] = [
  {
    ...{ key: 'set', validFrom: '2026-01-01', validTo: null, from: 'all', formats: ['zip'], number: null, source: OWN },
    title: { da: 'Hele udbudsmaterialet', en: 'The whole tender set' },
  },
  {
    ...{
      key: 'conditions',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'written',
      formats: ['docx', 'pdf'],
      number: 1,
      source: OWN,
    },
    title: { da: 'Udbudsbetingelser', en: 'Conditions of tender' },
    body: `Kommunen køber et it-system, der skal støtte de opgaver, som står i bilag 2. Kravene er skrevet som opgaver: hvad der sætter opgaven i gang, hvornår den er løst, og de trin den består af. Løsningseksempler viser kun én mulig løsning og er aldrig et krav.

Tilbud afleveres i kommunens udbudssystem inden fristen. Besvarelsesarket (bilag 3) udfyldes og vedlægges som regneark. Svar kun i de åbne felter, og ret ikke i kravenes tekst: et ark, hvor kravene er ændret, kan ikke læses ind.

Spørgsmål stilles i udbudssystemet. De gøres anonyme og besvares til alle på én gang.

Mindstekrav er opfyldt eller ikke opfyldt. De øvrige krav vurderes efter bilag 4, som ikke ændres efter fristen.`,
  },
  {
    ...{
      key: 'requirements',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'version',
      formats: ['docx', 'xlsx', 'pdf'],
      number: 2,
      source: SL07,
    },
    title: { da: 'Krav', en: 'Requirements' },
  },
  {
    ...{
      key: 'answers',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'version',
      formats: ['xlsx'],
      number: 3,
      source: SL07,
    },
    title: { da: 'Besvarelsesark med priser', en: 'Answer sheet with prices' },
  },
  {
    ...{
      key: 'model',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'model',
      formats: ['docx', 'pdf'],
      number: 4,
      source: 'udbudsloven §§ 160 og 165; Konkurrence- og Forbrugerstyrelsen',
    },
    title: { da: 'Evalueringsmodel', en: 'Evaluation model' },
  },
  {
    ...{
      key: 'trial',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'written',
      formats: ['docx', 'pdf'],
      number: 5,
      source: SL07,
    },
    title: { da: 'Drejebog for brugerprøve', en: 'Script of the user trial' },
    body: `Prøven holdes hos kommunen med kommunens medarbejdere. Alle tilbud prøves med de samme opgaver, samme tid og samme hjælp: ingen.

Deltagerne vælges af kommunen, så de ligner dem, der skal bruge systemet. Tilbudsgiver sætter systemet op på forhånd med opdigtede borgere.

Der tælles, hvor mange deltagere der løser alle opgaver inden for tiden. Antallet giver point efter tabellen i bilag 4.`,
  },
  {
    ...{
      key: 'plan',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'written',
      formats: ['docx', 'pdf'],
      number: 6,
      source: K02,
    },
    title: { da: 'Tidsplan', en: 'Time schedule' },
    body: 'Tilbudsgiver beskriver sin plan fra kontrakt til drift: afklaring pr. enhed, opsætning, oplæring i enhedens egen opsætning, idriftsættelse i hold og fire ugers tæt opfølgning efter hvert hold.',
  },
  {
    ...{
      key: 'duties',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'written',
      formats: ['docx', 'pdf'],
      number: 7,
      source: K02,
    },
    title: { da: 'Kundens deltagelse', en: 'The customer’s duties' },
    body: `Kommunen stiller med en projektkoordinator, en implementeringskontakt og mindst én superbruger pr. enhed. Kommunen træffer beslutninger inden for ti arbejdsdage.

Tilbudsgiver skriver, hvilke timer kommunen skal regne med, fordelt på roller og faser.`,
  },
  {
    ...{
      key: 'tests',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'written',
      formats: ['docx', 'pdf'],
      number: 8,
      source: K02,
    },
    title: { da: 'Prøver', en: 'Tests' },
    body: 'Hvert krav prøves på den måde, der står ved kravet: forevisning, brugerprøve, dokument eller test. En prøve er bestået, når opgaven kan løses fra start til slut, også når det er svært.',
  },
  {
    ...{
      key: 'glossary',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'written',
      formats: ['docx', 'pdf'],
      number: 9,
      source: OWN,
    },
    title: { da: 'Ordliste', en: 'Glossary' },
    body: `Borger: den, der får støtte.

Enhed: et hus, et værksted, et bostøtteteam eller en rådgivning.

Overlevering: det, en vagt giver videre til den næste.

Opsætning: noget, leverandøren eller kommunen kan stille på uden udvikling.

Tilretning: noget, der skal udvikles.

Anden arbejdsgang: opgaven kan løses, men anderledes end i dag.`,
  },
  {
    ...{
      key: 'questions',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'log',
      formats: ['docx', 'xlsx', 'pdf'],
      number: 10,
      source: OWN,
    },
    title: { da: 'Spørgsmål og svar', en: 'Questions and answers' },
  },
  {
    ...{
      key: 'corrections',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'log',
      formats: ['docx', 'pdf'],
      number: 11,
      source: OWN,
    },
    title: { da: 'Rettelsesblade', en: 'Correction sheets' },
  },
  {
    ...{
      key: 'machine',
      validFrom: '2026-01-01',
      validTo: null,
      from: 'all',
      formats: ['json'],
      number: null,
      source: OWN,
    },
    title: { da: 'Maskinlæsbart udbud', en: 'The tender for machines' },
  },
]

/** Templates that hold on a day, in the order of the set. */
export const annexesOn = (day: Day): readonly AnnexTemplate[] =>
  annexTemplates
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))

export const annexOn = (key: AnnexKey, day: Day): AnnexTemplate | undefined =>
  annexesOn(day).find((template) => template.key === key)
