import type { Role } from '#features/org/roles.ts'

/**
 * What a municipality can begin from: parts, steps of each unit and columns of the board, as Danish words that become its own.
 * @source own choice, after what handbooks of Danish municipal roll-outs name as local tasks (KOMBIT) and training before use
 */
type StandardRole = {
  readonly code: string
  readonly name: string
  readonly orgRole: Role | null
  readonly perUnit: boolean
}

export const standardRoles: readonly StandardRole[] = [
  { code: 'koordinator', name: 'projektkoordinator', orgRole: 'coordinator', perUnit: false },
  { code: 'styregruppe', name: 'styregruppe', orgRole: 'steering', perUnit: false },
  { code: 'leder', name: 'leder', orgRole: 'unit-leader', perUnit: true },
  { code: 'kontaktperson', name: 'implementeringskontakt', orgRole: 'unit-contact', perUnit: true },
  { code: 'superbruger', name: 'superbruger', orgRole: 'super-user', perUnit: true },
  { code: 'it', name: 'it', orgRole: null, perUnit: false },
  { code: 'leverandør', name: 'leverandør', orgRole: null, perUnit: false },
]

type StandardTemplate = {
  readonly code: string
  readonly title: string
  readonly why: string
  readonly offsetDays: number
  readonly role: string
  readonly needs: readonly string[]
}

const step = (
  code: string,
  offsetDays: number,
  role: string,
  title: string,
  needs: string,
  why: string,
): StandardTemplate => ({
  ...{ code, title, why, offsetDays, role },
  needs: needs.split(' ').filter(Boolean),
})

export const standardTemplates: readonly StandardTemplate[] = [
  step('UT01', -75, 'leder', 'Udpeg implementeringskontakt og afløser', '', 'Så ved alle, hvem beskeder går til.'),
  step('UT02', -70, 'kontaktperson', 'Bekræft enhedsprofil', 'UT01', 'Spørgsmål, kurser og ord følger af den.'),
  step(
    'UT03',
    -56,
    'kontaktperson',
    'Informationsmøde på enheden',
    'UT01',
    'Alle hører det samme, før noget ændrer sig.',
  ),
  step('UT04', -49, 'kontaktperson', 'Udfyld afklaringsskema', 'UT02', 'Svarene bliver jeres opsætning.'),
  step('UT05', -42, 'koordinator', 'Afklaringsmøde', 'UT04', 'Det, skemaet ikke kan svare på.'),
  step('UT09', -40, 'leder', 'Udpeg superbrugere', 'UT01', 'De hjælper kollegerne i den første uge.'),
  step('UT06', -35, 'koordinator', 'Behandl gab fra afklaring', 'UT05', 'Det, systemet ikke kan, skal være besluttet.'),
  step('UT07', -33, 'leder', 'Godkend afklaring', 'UT05 UT06', 'Lederen siger god for opsætningen.'),
  step('UT08', -28, 'koordinator', 'Gennemse og anvend opsætning', 'UT07', 'Kurser holdes i jeres egen opsætning.'),
  step('UT10', -21, 'superbruger', 'Superbrugerkursus', 'UT08 UT09', ''),
  step('UT11', -18, 'superbruger', 'Prøv seks nøgleopgaver i øvemiljø', 'UT08', 'Det viser, om opsætningen holder.'),
  step('UT12', -14, 'it', 'Udstyr og login på plads', 'UT08', ''),
  step('UT13', -12, 'kontaktperson', 'Godkend prøvekonvertering', 'UT08', 'Jeres data skal være med over.'),
  step('UT15', -5, 'kontaktperson', 'Afprøv nødpakke', 'UT08', 'Så kan I arbejde, hvis nettet er nede.'),
  step('UT14', -3, 'leder', 'Opstartskurser gennemført', 'UT10 UT11', ''),
  step('UT16', -2, 'styregruppe', 'Go/no-go', 'UT10 UT11 UT12 UT13 UT14 UT15', ''),
  step('UT17', 5, 'leverandør', 'Støtte på stedet, uge 1', 'UT16', ''),
  step('UT18', 28, 'koordinator', 'Afslut tæt opfølgning, overdrag til drift', 'UT17', ''),
  step('UT19', 60, 'leder', 'Første gevinstmåling', 'UT18', ''),
]

type StandardStage = {
  readonly code: string
  readonly name: string
  readonly afterGoLive: boolean
  readonly needs: readonly string[]
}
const stage = (code: string, name: string, needs: string, afterGoLive = false): StandardStage => ({
  ...{ code, name, afterGoLive },
  needs: needs.split(' '),
})

/** What a unit must have done to stand in each column. */
export const standardStages: readonly StandardStage[] = [
  stage('udpeget', 'udpeget', 'UT01'),
  stage('profil', 'profil', 'UT02'),
  stage('afklaring', 'afklaring', 'UT04'),
  stage('afklaret', 'afklaret', 'UT07'),
  stage('konfigureret', 'konfigureret', 'UT08'),
  stage('oplaering', 'oplæring', 'UT10'),
  stage('klar', 'klar', 'UT16'),
  stage('live', 'live', 'UT16', true),
  stage('drift', 'drift', 'UT18', true),
]
