import { legalHelp } from './legal-help.ts'
import type { Effect, Option, Question, QuestionSetContent } from './question-set.ts'

const set = (key: string, value: Effect['value']): Effect => ({ op: 'set', key, value })
const append = (key: string, value: string): Effect => ({ op: 'append', key, value })
const option = (value: string, label: string, ...effects: Effect[]): Option => ({ value, label, effects })

type Bare = Pick<Question, 'key' | 'section' | 'text' | 'kind'> & Partial<Question>
const question = (bare: Bare): Question => ({
  help: '',
  showIf: null,
  answeredBy: 'unit',
  topic: null,
  legal: bare.topic ? legalHelp[bare.topic] : null,
  options: [],
  effects: [],
  requirements: [],
  ...bare,
})

const yesNo = (key: string): Option[] => [option('ja', 'Ja', set(key, true)), option('nej', 'Nej', set(key, false))]

const questions: Question[] = [
  question({
    key: 'S01',
    section: 'Om jer',
    text: 'Hvad kalder I de mennesker, I støtter?',
    help: 'Ordet står på jeres skærme. Kommunen tæller stadig samlet.',
    kind: 'single',
    options: [
      option('borger', 'borger', set('terminology.citizen', 'citizen')),
      option('beboer', 'beboer', set('terminology.citizen', 'resident')),
      option('ung', 'ung', set('terminology.citizen', 'young-person')),
      option('bruger', 'bruger', set('terminology.citizen', 'user')),
    ],
  }),
  question({
    key: 'S02',
    section: 'Om jer',
    text: 'Hvordan er jeres døgn delt op?',
    help: 'Min vagt og overleveringen følger vagterne.',
    kind: 'single',
    options: [
      option(
        'tre-vagter',
        'Dag, aften og vågen nat',
        set('shift.model', 'three-shifts'),
        set('shift.times', ['07:00-15:00', '15:00-23:00', '23:00-07:00']),
        set('handover.enabled', true),
      ),
      option(
        'sovende-nat',
        'Dag, aften og sovende nat',
        set('shift.model', 'sleeping-night'),
        set('shift.times', ['07:00-15:00', '15:00-22:30', '22:30-07:00']),
        set('handover.enabled', true),
      ),
      option(
        'hverdage',
        'Hverdage',
        set('shift.model', 'weekdays'),
        set('shift.times', ['08:00-16:00']),
        set('handover.enabled', false),
      ),
    ],
  }),
  question({
    key: 'S03',
    section: 'Hverdagen',
    text: 'Hvordan skal overleveringen vises?',
    kind: 'single',
    showIf: { key: 'S02', is: false, value: 'hverdage' },
    options: [
      option('handling', 'Efter hvad der kræver handling', set('handover.order', 'action'), set('handover.ack', true)),
      option('person', 'Person for person', set('handover.order', 'citizen'), set('handover.ack', true)),
      option('ingen', 'Vi holder ikke overlevering', set('handover.order', null), set('handover.ack', false)),
    ],
  }),
  question({
    key: 'S04',
    section: 'Hverdagen',
    text: 'Hvilke slags notater skriver I?',
    help: 'Så få som muligt.',
    kind: 'multi',
    options: [
      option('dagbog', 'Dagbog', append('journal.types', 'diary')),
      option('besoeg', 'Besøgsnotat', append('journal.types', 'visit')),
      option('samtale', 'Samtale', append('journal.types', 'conversation')),
      option('sundhed', 'Sundhed', append('journal.types', 'health')),
      option('samarbejde', 'Samarbejde med andre', append('journal.types', 'cooperation')),
    ],
  }),
  question({
    key: 'S05',
    section: 'Mål',
    text: 'Hvordan arbejder I med mål?',
    kind: 'single',
    options: [
      option('vum', 'Indsatsmål fra myndighed og egne delmål', set('goals.model', 'vum'), set('modules.goals', true)),
      option('egne', 'Kun egne mål', set('goals.model', 'own'), set('modules.goals', true)),
      option('ingen', 'Vi arbejder ikke med mål', set('goals.model', null), set('modules.goals', false)),
    ],
  }),
  question({
    key: 'S06',
    section: 'Mål',
    text: 'Hvor ofte skal et delmål mindst følges op?',
    kind: 'single',
    showIf: { key: 'S05', is: false, value: 'ingen' },
    options: [
      option('7', 'Hver uge', set('goals.followUpDays', 7)),
      option('14', 'Hver 14. dag', set('goals.followUpDays', 14)),
      option('30', 'Hver måned', set('goals.followUpDays', 30)),
    ],
  }),
  question({
    key: 'S07',
    section: 'Sundhed og hændelser',
    text: 'Giver eller opbevarer I medicin?',
    kind: 'single',
    topic: 'medicine',
    options: [
      option('fuld', 'Ja, vi dispenserer og giver', set('modules.medicine', true), set('medicine.mode', 'dispensing'), {
        op: 'ready',
        key: 'R-MED',
        value: 'Medicinliste afstemt med FMK for alle',
      }),
      option(
        'uddel',
        'Ja, vi udleverer færdigpakket',
        set('modules.medicine', true),
        set('medicine.mode', 'handing-out'),
      ),
      option('nej', 'Nej', set('modules.medicine', false)),
    ],
  }),
  question({
    key: 'S08',
    section: 'Sundhed og hændelser',
    text: 'Kan magtanvendelse forekomme hos jer?',
    help: 'Er I i tvivl, så spørg leder og jurist, før I svarer.',
    kind: 'single',
    answeredBy: 'leader',
    topic: 'force',
    options: [
      option('voksen', 'Ja, voksne', set('modules.force', 'adult')),
      option('barn', 'Ja, børn og unge', set('modules.force', 'child')),
      option('nej', 'Nej', set('modules.force', null)),
    ],
  }),
  question({
    key: 'S09',
    section: 'Adgang og udstyr',
    text: 'Hvem skal som udgangspunkt kunne se hvem?',
    help: 'Vi vælger det snævreste, der kan arbejdes med.',
    kind: 'single',
    answeredBy: 'leader',
    topic: 'access',
    options: [
      option('enhed', 'Alle i enheden ser enhedens personer', set('access.scope', 'unit')),
      option('team', 'Kun eget team', set('access.scope', 'team')),
      option('egne', 'Kun egne, kolleger med begrundelse', set('access.scope', 'own')),
    ],
  }),
  question({
    key: 'S10',
    section: 'Adgang og udstyr',
    text: 'Har I steder uden dækning?',
    kind: 'bool',
    options: yesNo('offline.required'),
  }),
  question({
    key: 'S11',
    section: 'Overgang',
    text: 'Hvor skal nødpakken ligge?',
    kind: 'single',
    options: [
      option('vagtrum', 'Aflåst i vagtrummet', set('continuity.pack', 'duty-room')),
      option('leder', 'Hos lederen', set('continuity.pack', 'leader')),
      option('digital', 'Kun på en krypteret tablet', set('continuity.pack', 'digital')),
    ],
  }),
  question({
    key: 'S12',
    section: 'Det, vi ikke spurgte om',
    text: 'Er der en arbejdsgang hos jer, som ingen af spørgsmålene ramte?',
    help: 'Projektkoordinatoren tager den op.',
    kind: 'text',
    effects: [{ op: 'gap', key: 'S12' }],
  }),
]

const roundTheClock = {
  S01: 'beboer',
  S02: 'tre-vagter',
  S03: 'handling',
  S04: ['dagbog', 'sundhed', 'samarbejde'],
  S05: 'vum',
  S06: '14',
  S09: 'enhed',
  S10: 'nej',
  S11: 'vagtrum',
}
const byDay = { S01: 'borger', S02: 'hverdage', S05: 'vum', S06: '30', S07: 'nej', S09: 'enhed', S11: 'leder' }

const content: QuestionSetContent = {
  questions,
  defaults: { 'modules.goals': true, 'goals.followUpDays': 30, 'access.scope': 'unit', 'continuity.pack': 'leader' },
  templates: {
    residential: roundTheClock,
    hostel: roundTheClock,
    crisis: roundTheClock,
    youth: { ...roundTheClock, S01: 'ung', S02: 'sovende-nat' },
    'home-support': { ...byDay, S04: ['besoeg', 'samarbejde'], S10: 'ja' },
    day: { ...byDay, S04: ['dagbog', 'samarbejde'], S10: 'nej' },
    misuse: { ...byDay, S01: 'bruger', S04: ['samtale', 'samarbejde'], S10: 'nej' },
  },
}

/** The product's own small set, for a municipality that has none: enough to set a unit up, and a place to begin from. */
export const standardQuestions = {
  title: 'Grundspørgsmål',
  note: 'Tolv spørgsmål, der er nok til at sætte en enhed op.',
  content,
}
