import type { ResetBy, Weight } from './rules.ts'

type StandardItem = {
  readonly code: string
  readonly title: string
  readonly mode: 'auto' | 'manual'
  readonly weight: Weight
  readonly measure: string | null
  readonly settingKey: null
  readonly resetBy: ResetBy
  readonly expiresDays: number | null
  readonly owner: string
}

/** Evidence of what somebody saw is old after so many days. @source own choice */
export const EVIDENCE_DAYS = 14

const auto = (
  code: string,
  title: string,
  owner: string,
  measure: string | null,
  resetBy: ResetBy = 'nothing',
): StandardItem => ({
  ...{ code, title, mode: 'auto', weight: 'blocking', measure, settingKey: null, resetBy, expiresDays: null, owner },
})
const manual = (
  code: string,
  title: string,
  owner: string,
  weight: Weight,
  resetBy: ResetBy = 'nothing',
): StandardItem => ({
  ...{
    code,
    title,
    mode: 'manual',
    weight,
    measure: null,
    settingKey: null,
    resetBy,
    expiresDays: EVIDENCE_DAYS,
    owner,
  },
})

/** Sixteen checks a municipality can begin from, as Danish words that become its own. @source own choice: people, culture, organisation and surroundings, after Socialstyrelsen's framework for implementation (2019) */
export const standardItems: readonly StandardItem[] = [
  auto('R01', 'Enhedsprofil bekræftet', 'kontaktperson', 'profile task:UT02'),
  auto('R02', 'Afklaring godkendt af leder', 'leder', 'clarification task:UT07'),
  auto('R03', 'Opsætning anvendt og uden åbne forskelle', 'koordinator', 'set-up', 'set-up'),
  auto('R04', 'Åbne gab er besluttet', 'koordinator', 'gaps'),
  auto('R05', 'Superbrugere: mindst 1 pr. 12 og én pr. vagttype', 'leder', 'super-users'),
  auto('R06', 'Opstartskursus: mindst 90 % af faste, 60 % af vikarer', 'leder', 'training'),
  manual('R07', 'Nøgleopgaver bestået af 3 medarbejdere i egen opsætning', 'superbruger', 'blocking', 'screens'),
  auto('R08', 'Login virker for alle på vagtplan i uge 1', 'it', 'signed-in'),
  manual('R09', 'Udstyr optalt', 'it', 'acceptable'),
  manual('R10', 'Prøvekonvertering optalt og stikprøve godkendt', 'kontaktperson', 'blocking'),
  manual('R11', 'Nødpakke fundet af én, der ikke kendte den', 'kontaktperson', 'blocking'),
  { ...auto('R12', 'Kritiske beskeder kvitteret af 95 %', 'kontaktperson', 'receipts'), weight: 'acceptable' },
  manual('R13', 'Støtte på stedet er bemandet uge 1', 'leverandør', 'blocking'),
  manual('R14', 'Leder ved, hvad hun siger nej til', 'leder', 'acceptable'),
  auto('R15', 'Særlige prøver fra afklaring', 'koordinator', 'special'),
  manual('R16', 'Dato for indsamling af ringbog', 'kontaktperson', 'acceptable'),
]

type StandardGate = { readonly code: string; readonly title: string; readonly why: string; readonly perWave: boolean }

/**
 * What a municipality must have passed itself.
 * @source Databeskyttelsesforordningen artikel 28 (databehandleraftale) and 35 (konsekvensanalyse); the local MED agreement for larger changes and
 * for control measures; the last two are own choice. Which paper a MED agreement asks for differs from municipality to municipality.
 */
export const standardGates: readonly StandardGate[] = [
  {
    code: 'M1',
    title: 'Databehandleraftale underskrevet',
    why: 'Databeskyttelsesforordningen artikel 28',
    perWave: false,
  },
  { code: 'M2', title: 'Konsekvensanalyse gennemført', why: 'Databeskyttelsesforordningen artikel 35', perWave: false },
  { code: 'M3', title: 'MED har drøftet proces og måling', why: 'Kommunens egen MED-aftale', perWave: false },
  { code: 'M4', title: 'Det gamle system er kun til at læse i', why: 'Ellers skrives der to steder', perWave: true },
  {
    code: 'M5',
    title: 'Det gamle systems data er gjort op: flyttet, arkiveret eller slettet',
    why: 'Ingen borger må blive væk',
    perWave: true,
  },
]
