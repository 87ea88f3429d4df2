import type { Sentence } from '#kernel/lang/problem.ts'
import type { FhirFault } from './check.ts'

type Word = readonly [da: string, en: string]

/** What the kinds of resource are, to somebody who knows the work and not the standard. */
const resources: Readonly<Record<string, Word>> = {
  Account: ['Betalerkontoen', 'The account'],
  Bundle: ['Forsendelsen', 'The bundle'],
  CarePlan: ['Planen eller ydelsen', 'The plan or intervention'],
  CareTeam: ['Udføreren', 'The performer'],
  ClinicalImpression: ['Udredningen', 'The information gathering'],
  Condition: ['Målgruppen eller tilstanden', 'The target group or condition'],
  Consent: ['Samtykket', 'The consent'],
  DocumentReference: ['Bilaget', 'The attachment'],
  Encounter: ['Opfølgningsmødet', 'The follow-up meeting'],
  Goal: ['Målet', 'The goal'],
  MessageHeader: ['Beskedens hoved', 'The message header'],
  Observation: ['Vurderingen', 'The assessment'],
  Organization: ['Organisationen', 'The organisation'],
  Patient: ['Borgeren', 'The citizen'],
  Practitioner: ['Medarbejderen', 'The employee'],
  RelatedPerson: ['Den pårørende eller værgen', 'The relative or guardian'],
  ServiceRequest: ['Henvendelsen', 'The request'],
}

const fields: Readonly<Record<string, Word>> = {
  'period.start': ['startdato', 'start date'],
  'period.end': ['slutdato', 'end date'],
  addresses: ['målgruppe eller undertema', 'target group or sub-theme'],
  activity: ['ydelse eller støttebehov', 'intervention or need of support'],
  author: ['myndighed', 'authority'],
  category: ['kategori', 'category'],
  clinicalStatus: ['status', 'status'],
  code: ['kode', 'code'],
  contact: ['kontaktperson', 'contact'],
  created: ['dato', 'date'],
  description: ['beskrivelse', 'description'],
  destination: ['modtager', 'receiver'],
  effectiveDateTime: ['dato', 'date'],
  entry: ['indhold', 'content'],
  eventCoding: ['beskedtype', 'kind of message'],
  focus: ['hvad beskeden handler om', 'what it is about'],
  goal: ['mål', 'goal'],
  identifier: ['identifikation', 'identification'],
  intent: ['formål med planen', 'intent'],
  lifecycleStatus: ['målets status', 'state of the goal'],
  name: ['navn', 'name'],
  recordedDate: ['dato', 'date'],
  severity: ['funktionsevneniveau', 'level of functioning'],
  source: ['afsender', 'sender'],
  status: ['status', 'status'],
  subject: ['borger', 'citizen'],
  target: ['ønsket niveau og måltype', 'level and direction wanted'],
  telecom: ['telefon', 'phone'],
  timestamp: ['tidspunkt', 'time'],
  type: ['type', 'type'],
  value: ['værdi', 'value'],
}

const rules: Readonly<Record<string, Word>> = {
  cpr: [
    'Et CPR-nummer er ti cifre og begynder med en fødselsdag.',
    'A CPR number is ten digits and begins with a birthday.',
  ],
  'per-1': ['Slutdatoen ligger før startdatoen.', 'The end lies before the start.'],
  'bdl-7': ['Den samme post står to gange.', 'The same entry stands twice.'],
  'bdl-12': ['En besked skal begynde med sit hoved (MessageHeader).', 'A message must begin with its header.'],
  'ext-1': ['En udvidelse skal have netop én værdi.', 'An extension must have exactly one value.'],
  'org-1': [
    'En organisation skal have navn eller identifikation.',
    'An organisation must have a name or identification.',
  ],
  'gol-1': ['Et ønsket niveau skal sige, hvad det måler.', 'A target must say what it measures.'],
  'ppc-1': ['Et samtykke skal sige, hvad det bygger på.', 'A consent must say what it rests on.'],
  'kl-reporting-ffb-care-plan-1': [
    'En bevilget plan, der ikke er afsluttet, skal have en dato for opfølgning.',
    'A granted plan that is not completed needs a follow-up date.',
  ],
  'kl-reporting-ffb-care-plan-2': [
    'En plan kan kun have én primær målgruppe.',
    'A plan can have one primary target group only.',
  ],
  'kl-reporting-ffb-care-plan-4': [
    'En bevilget plan, der ikke er afsluttet, skal have et støttebehov.',
    'A granted plan that is not completed needs a need of support.',
  ],
  'kl-reporting-ffb-care-plan-5': [
    'En bevilget plan, der ikke er afsluttet, skal have en målgruppe.',
    'A granted plan that is not completed needs a target group.',
  ],
  'kl-reporting-ffb-condition-1': [
    'Undertemaer under aktivitet og deltagelse skal have et funktionsevneniveau, og kun de.',
    'Sub-themes under activity and participation must have a level of functioning, and only they.',
  ],
  'kl-reporting-ffb-follow-up-1': [
    'Resultatet af en opfølgning er enten endeligt eller en fejl, der trækkes tilbage.',
    'The result of a follow-up is either final or withdrawn as an error.',
  ],
  'kl-reporting-ffb-intervention-goal-1': [
    'Et indsatsmål må kun pege på undertemaer under aktivitet og deltagelse.',
    'A goal may only point at sub-themes under activity and participation.',
  ],
  'kl-reporting-ffb-intervention-goal-2': [
    'Et indsatsmål skal pege på netop ét undertema som det primære.',
    'A goal must point at exactly one primary sub-theme.',
  ],
}

const nameOfPlace = (place: string, at: 0 | 1): string => {
  const plain = place.replace(/\[\d+\]/g, '')
  const known = fields[plain] ?? fields[plain.split('.').at(-1)!]
  return known ? `${known[at]} (${place})` : place
}

type Telling = (what: string, where: string, about: string, at: 0 | 1) => string
const say =
  (
    da: (what: string, where: string, about: string) => string,
    en: (what: string, where: string, about: string) => string,
  ): Telling =>
  (what, where, about, at) =>
    (at === 0 ? da : en)(what, where, about)

const kinds: Readonly<Record<FhirFault['kind'], Telling>> = {
  missing: say(
    (r, w) => `${r} mangler ${w}.`,
    (r, w) => `${r} lacks ${w}.`,
  ),
  'too-many': say(
    (r, w, a) => `${r} har for mange: ${w}, højst ${a}.`,
    (r, w, a) => `${r} has too many: ${w}, at most ${a}.`,
  ),
  'not-allowed': say(
    (r, w) => `${r} må ikke have ${w}.`,
    (r, w) => `${r} may not have ${w}.`,
  ),
  'unknown-name': say(
    (r, w, a) => `${r} har et felt, der ikke findes: ${[w, a].filter(Boolean).join('.')}.`,
    (r, w, a) => `${r} has a field that does not exist: ${[w, a].filter(Boolean).join('.')}.`,
  ),
  'wrong-type': say(
    (r, w, a) => `${r}: ${w} er af en forkert slags; det skal være ${a}.`,
    (r, w, a) => `${r}: ${w} is of a wrong kind; it must be ${a}.`,
  ),
  'wrong-form': say(
    (r, w, a) => `${r}: ${w} har ikke den rigtige form (${a}), eller dagen findes ikke.`,
    (r, w, a) => `${r}: ${w} does not have the right form (${a}), or there is no such day.`,
  ),
  empty: say(
    (r, w) => `${r}: ${w || 'indholdet'} er tomt.`,
    (r, w) => `${r}: ${w || 'the content'} is empty.`,
  ),
  'wrong-value': say(
    (r, w, a) => `${r}: ${w} skal være ${a}.`,
    (r, w, a) => `${r}: ${w} must be ${a}.`,
  ),
  'code-not-in-list': say(
    (r, w, a) => `${r}: koden i ${w} står ikke i kodelisten ${a}.`,
    (r, w, a) => `${r}: the code in ${w} is not in the code list ${a}.`,
  ),
  'part-missing': say(
    (r, w, a) => `${r} mangler ${a} i ${w}.`,
    (r, w, a) => `${r} lacks ${a} in ${w}.`,
  ),
  'part-too-many': say(
    (r, w, a) => `${r} har for mange ${a} i ${w}.`,
    (r, w, a) => `${r} has too many ${a} in ${w}.`,
  ),
  rule: say(
    (r, w, a) => `${r}${w ? `, ${w}` : ''}: ${rules[a]?.[0] ?? `standardens regel ${a} er ikke overholdt.`}`,
    (r, w, a) => `${r}${w ? `, ${w}` : ''}: ${rules[a]?.[1] ?? `the standard’s rule ${a} is not kept.`}`,
  ),
  'not-in-bundle': say(
    (r, w) => `${r}: det, som ${w} peger på, er ikke med i forsendelsen.`,
    (r, w) => `${r}: what ${w} points at is not in the bundle.`,
  ),
  'wrong-target': say(
    (r, w, a) => `${r}: ${w} peger på noget, der ikke passer dér (${a}).`,
    (r, w, a) => `${r}: ${w} points at something that does not fit there (${a}).`,
  ),
  'wrong-entry': say(
    (r, w, a) => `${r}: ${w} er en ${a}, som ikke må være der i den form.`,
    (r, w, a) => `${r}: ${w} is a ${a} that may not be there in that form.`,
  ),
  'unknown-profile': say(
    (r) => `${r} siger, at den følger en profil, der ikke findes i standarden.`,
    (r) => `${r} says that it meets a profile the standard does not have.`,
  ),
  'unknown-resource': say(
    (r) => `${r}: den slags indhold kan ikke læses her.`,
    (r) => `${r}: content of that kind cannot be read here.`,
  ),
}

/** A fault as somebody would say it. Nothing out of the message itself: it may be about a person. */
export function sentenceOf({ kind, resourceType, place, about }: FhirFault): Sentence {
  const told = (at: 0 | 1) => {
    const word = resources[resourceType]?.[at]
    return kinds[kind](word ? `${word} (${resourceType})` : resourceType, nameOfPlace(place, at), about, at)
  }
  return { da: told(0), en: told(1) }
}
