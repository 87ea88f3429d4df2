import type { Movement, View } from '#features/goals/contract.ts'

export type DemoGoal = {
  key: string
  citizen: string
  unit: string
  /** Who worded it, and is responsible. */
  by: string
  leader: string
  wish?: string
  title: string
  concrete: string
  method: string
  signs: string
  levels: readonly [start: number, wanted: number]
  /** Notes of the two weeks that belong to it. */
  about: RegExp
  activities: readonly (readonly [text: string, rhythm: 'daily' | 'weekly' | 'when-needed', who: string])[]
  /** Day, whose view, how it goes, level, words. */
  evaluations: readonly (readonly [day: number, view: View, movement: Movement, level: number | null, text: string])[]
  isWaiting?: boolean
  order?: { purpose: string; goal: string; themeCode: string; followUpInDays: number }
}

/** A few goals with their notes, so that a plan can be looked at. Everything here is invented. */
export const demoGoals: readonly DemoGoal[] = [
  {
    key: 'tog',
    citizen: 'ahmad-r',
    unit: 'aastedet',
    by: 'p022',
    leader: 'p001',
    wish: 'Jeg vil gerne kunne tage toget alene og besøge min mor.',
    title: 'Tage toget alene',
    concrete: 'Ahmad tager toget til Nørre Egebæk og hjem igen uden følge.',
    method: 'Vi øver turen to gange om ugen. Medarbejderen sætter sig længere og længere væk.',
    signs: 'Køber billet selv, skifter spor uden at spørge, ringer når han er fremme.',
    levels: [3, 1],
    about: /\btog(?:et|tur|turen)\b/i,
    activities: [
      ['Øve togturen', 'weekly', 'Ahmad og Ida'],
      ['Øve billetautomaten på tegning', 'when-needed', 'den, der har dag'],
    ],
    evaluations: [
      [-9, 'worker', 'little', 3, 'Køber selv billet. Bliver i tvivl ved sporskiftet.'],
      [-2, 'worker', 'much', 2, 'Har kørt turen med en medarbejder i den anden ende af vognen.'],
      [-2, 'citizen', 'much', null, 'Jeg kan næsten. Jeg vil helst, at du sidder i toget, men ikke ved siden af mig.'],
    ],
    order: {
      purpose: 'At Ahmad bliver mere selvhjulpen og kan holde kontakten med sin familie.',
      goal: 'Ahmad færdes på egen hånd med offentlig transport på kendte ruter.',
      themeCode: 'eff3385d-01fa-4c9c-9850-52e179243f21',
      followUpInDays: 40,
    },
  },
  {
    key: 'nat',
    citizen: 'jens-b',
    unit: 'aastedet',
    by: 'p005',
    leader: 'p001',
    wish: 'Jeg vil selv gå på toilettet om natten.',
    title: 'Sikkert rundt om natten',
    concrete: 'Jens går selv på toilettet om natten uden at falde.',
    method: 'Lys i gangen, rollator ved sengen, nattevagten lytter og går med, når han er usikker.',
    signs: 'Ingen fald i fire uger. Jens siger selv til, når han er svimmel.',
    levels: [3, 2],
    about: /toilet|fald|rollator|gelænder|benene/i,
    activities: [['Rollator og lys tjekkes ved sengetid', 'daily', 'aftenvagten']],
    evaluations: [
      [-10, 'worker', 'away', 4, 'Faldt ved sengen. Blodtrykket falder, når han rejser sig.'],
      [-3, 'worker', 'little', 3, 'Lyset hjælper. Bruger rollatoren de fleste nætter.'],
      [-3, 'relative', 'little', null, 'Han lyder mere tryg, når vi taler i telefon.'],
    ],
  },
  {
    key: 'mad',
    citizen: 'birthe-l',
    unit: 'aastedet',
    by: 'p014',
    leader: 'p001',
    wish: 'Jeg vil sidde ved vinduet, når jeg spiser.',
    title: 'Spise i ro',
    concrete: 'Birthe spiser tre små måltider om dagen ved vinduet.',
    method: 'Små portioner, ro ved bordet, ingen spørgsmål under måltidet.',
    signs: 'Spiser mindst halvdelen af portionen. Vægten falder ikke.',
    levels: [3, 2],
    about: /spis|suppe|brød|yoghurt|\bmad\b/i,
    activities: [['Måltid ved vinduet', 'daily', 'Birthe og den, der har køkkenet']],
    evaluations: [
      [-8, 'worker', 'away', 3, 'Spiser meget lidt og går tidligt fra bordet.'],
      [-2, 'worker', 'little', 3, 'Spiser mere, når der er stille. Yoghurt og suppe går bedst.'],
      [-2, 'citizen', 'none', null, 'Jeg er ikke sulten.'],
    ],
    order: {
      purpose: 'At Birthe bevarer sit helbred og sin glæde ved måltider.',
      goal: 'Birthe spiser tilstrækkeligt uden at blive skyndet på.',
      themeCode: '464a2ab6-a7df-4b3a-b74d-7873f4cfe668',
      followUpInDays: 12,
    },
  },
  {
    key: 'bus',
    citizen: 'lars-a',
    unit: 'aastedet',
    by: 'p008',
    leader: 'p001',
    title: 'Klare, at planen bliver lavet om',
    concrete: 'Lars kan høre dagen før, at noget bliver anderledes, og alligevel sove.',
    method: 'Ændringen tegnes ind på tavlen sammen med ham kl. 16.',
    signs: 'Sover før kl. 23, også når planen er ændret.',
    levels: [3, 2],
    about: /(?!)/,
    activities: [],
    evaluations: [],
    isWaiting: true,
  },
]
