type Named = { readonly da: string; readonly en: string }

/** One thing that may be chosen. `theirs`: as question sets and files of a project write it. */
export type Option = Named & {
  readonly theirs: string
  /** False: the product does not do this yet, though it does the rest of the setting. */
  readonly runs?: false
}
type Options = Readonly<Record<string, Option>>

type Asked =
  | { readonly kind: 'flag' }
  | { readonly kind: 'number' }
  | { readonly kind: 'numbers' }
  /** Spans of the day, `07:00-15:00`, or of the week, `fre 15:00-søn 17:00`. */
  | { readonly kind: 'times' }
  | { readonly kind: 'one' | 'several'; readonly options: Options }

export const settingGroups = [
  'words',
  'day',
  'notes',
  'goals',
  'health',
  'safety',
  'access',
  'citizen',
  'start',
] as const
export type SettingGroup = (typeof settingGroups)[number]

export type SettingSpec = Named &
  Asked & {
    readonly group: SettingGroup
    /** What it changes in daily use, in plain words. */
    readonly does: Named
    /** The module that runs it, as storeys.ts names it or will. */
    readonly module: string
    /** False: the module is not in the product. The value is kept, shown as waiting, and never counted as in force. */
    readonly runs: boolean
  }

/**
 * Everything a unit may have set up, once. Keys are those that a project's question set and its files use.
 * Whether a key runs is said of this version of the product, not of what was promised.
 */
export const settings = {
  'terminology.citizen': {
    group: 'words',
    kind: 'one',
    da: 'Ord for dem, I støtter',
    en: 'Word for those you support',
    does: { da: 'Ordet står på jeres skærme.', en: 'The word stands on your screens.' },
    module: 'citizens',
    runs: true,
    options: {
      citizen: { da: 'borger', en: 'citizen', theirs: 'borger' },
      resident: { da: 'beboer', en: 'resident', theirs: 'beboer' },
      'young-person': { da: 'ung', en: 'young person', theirs: 'ung' },
      user: { da: 'bruger', en: 'user', theirs: 'bruger' },
      'workshop-worker': { da: 'værkstedsmedarbejder', en: 'workshop worker', theirs: 'værkstedsmedarbejder' },
      guest: { da: 'gæst', en: 'guest', theirs: 'gæst' },
    },
  },
  'shift.model': {
    group: 'day',
    kind: 'one',
    da: 'Døgnets vagter',
    en: 'Shifts of the day',
    does: { da: 'Min vagt og overleveringen følger vagterne.', en: 'My shift and the handover follow the shifts.' },
    module: 'org',
    runs: true,
    options: {
      'three-shifts': { da: 'dag, aften og vågen nat', en: 'day, evening and waking night', theirs: 'tre_vagter' },
      'sleeping-night': {
        da: 'dag, aften og sovende nat',
        en: 'day, evening and sleeping night',
        theirs: 'sovende_nat',
      },
      weekdays: { da: 'hverdage', en: 'weekdays', theirs: 'hverdag' },
      night: { da: 'kun nat på tværs af huse', en: 'nights only, across houses', theirs: 'nat' },
      weekend: { da: 'weekend- og ferieophold', en: 'weekend and holiday stays', theirs: 'weekend' },
    },
  },
  'shift.times': {
    group: 'day',
    kind: 'times',
    da: 'Vagternes tider',
    en: 'Times of the shifts',
    does: { da: 'Her begynder hver vagt.', en: 'Here each shift begins.' },
    module: 'org',
    runs: true,
  },
  teams: {
    group: 'day',
    kind: 'number',
    da: 'Teams eller huse med eget overblik',
    en: 'Teams or houses with their own overview',
    does: { da: 'Hvert team får sit eget overblik.', en: 'Each team has its own overview.' },
    module: 'teams',
    runs: false,
  },
  'handover.enabled': {
    group: 'day',
    kind: 'flag',
    da: 'Overlevering mellem vagter',
    en: 'Handover between shifts',
    does: { da: 'Overlevering står i menuen og på Min vagt.', en: 'Handover stands in the menu and on My shift.' },
    module: 'journal',
    runs: true,
  },
  'handover.order': {
    group: 'day',
    kind: 'one',
    da: 'Overleveringens rækkefølge',
    en: 'Order of the handover',
    does: { da: 'Sådan står notaterne, når en vagt tager over.', en: 'How the notes stand when a shift takes over.' },
    module: 'journal',
    runs: true,
    options: {
      action: { da: 'det, der kræver handling, først', en: 'what needs action first', theirs: 'handling' },
      citizen: { da: 'person for person', en: 'person by person', theirs: 'borger' },
    },
  },
  'handover.ack': {
    group: 'day',
    kind: 'flag',
    da: 'Man siger til, når man tager over',
    en: 'One says so when taking over',
    does: {
      da: 'Knappen Overtag vagten står under overleveringen.',
      en: 'The button Take over stands below the handover.',
    },
    module: 'journal',
    runs: true,
  },
  'journal.types': {
    group: 'notes',
    kind: 'several',
    da: 'Slags notater',
    en: 'Kinds of note',
    does: { da: 'Dem kan man vælge, når man skriver.', en: 'These can be chosen when writing.' },
    module: 'journal',
    runs: true,
    options: {
      diary: { da: 'dagbog', en: 'diary', theirs: 'dagbog' },
      visit: { da: 'besøgsnotat', en: 'visit', theirs: 'besoeg' },
      conversation: { da: 'samtale', en: 'conversation', theirs: 'samtale' },
      health: { da: 'sundhed', en: 'health', theirs: 'sundhed' },
      cooperation: { da: 'samarbejde med andre', en: 'cooperation with others', theirs: 'samarbejde' },
      child: { da: 'børnenotat', en: 'child’s note', theirs: 'boern', runs: false },
      anonymous: { da: 'anonym rådgivning', en: 'anonymous advice', theirs: 'anonym', runs: false },
    },
  },
  'journal.topics': {
    group: 'notes',
    kind: 'one',
    da: 'Temaer til notater',
    en: 'Topics of notes',
    does: { da: 'Alle enheder mærker notater med de samme temaer.', en: 'All units mark notes with the same topics.' },
    module: 'journal',
    // The journal has FFB's themes. The 18 topics a project agreed on are another list, which is not loaded.
    runs: false,
    options: { 'shared-18': { da: 'de 18 fælles', en: 'the 18 shared', theirs: 'fælles-18 (D-020)' } },
  },
  'journal.anonymousContacts': {
    group: 'notes',
    kind: 'flag',
    da: 'Rådgivning uden navn',
    en: 'Advice without a name',
    does: {
      da: 'Man kan skrive om en samtale uden at vide, hvem det er.',
      en: 'One can write of a talk without knowing who it is.',
    },
    module: 'anonymous-advice',
    runs: false,
  },
  'journal.childSeparate': {
    group: 'notes',
    kind: 'flag',
    da: 'Barnet har sin egen sag',
    en: 'The child has a record of its own',
    does: { da: 'Notater om barnet står for sig.', en: 'Notes about the child stand apart.' },
    module: 'children',
    runs: false,
  },
  'modules.goals': {
    group: 'goals',
    kind: 'flag',
    da: 'Mål',
    en: 'Goals',
    does: { da: 'Mål står på hver persons side.', en: 'Goals stand on each person’s page.' },
    module: 'goals',
    runs: true,
  },
  'goals.model': {
    group: 'goals',
    kind: 'one',
    da: 'Ramme for mål',
    en: 'Framework for goals',
    does: { da: 'Siger, hvor målene kommer fra.', en: 'Says where the goals come from.' },
    module: 'goals',
    runs: true,
    options: {
      vum: {
        da: 'indsatsmål fra myndighed og egne delmål',
        en: 'the authority’s goals and own part goals',
        theirs: 'vum',
      },
      own: { da: 'kun egne mål', en: 'own goals only', theirs: 'egne' },
      treatment: { da: 'behandlingsplan', en: 'treatment plan', theirs: 'behandling', runs: false },
    },
  },
  'goals.followUpDays': {
    group: 'goals',
    kind: 'number',
    da: 'Dage mellem opfølgning på et mål',
    en: 'Days between follow-ups of a goal',
    does: { da: 'Et nyt mål begynder med denne rytme.', en: 'A new goal begins with this rhythm.' },
    module: 'goals',
    runs: true,
  },
  'status.approver': {
    group: 'goals',
    kind: 'one',
    da: 'Godkender status til myndighed',
    en: 'Approves the status for the authority',
    does: { da: 'Status sendes først, når den er godkendt.', en: 'A status is sent only when it is approved.' },
    module: 'reports',
    runs: true,
    options: {
      leader: { da: 'leder', en: 'leader', theirs: 'leder' },
      coordinator: {
        da: 'faglig koordinator',
        en: 'professional coordinator',
        theirs: 'faglig_koordinator',
        runs: false,
      },
      'colleague-and-leader': {
        da: 'en kollega læser, leder sender',
        en: 'a colleague reads, the leader sends',
        theirs: 'kollega+leder',
        runs: false,
      },
    },
  },
  'modules.medicine': {
    group: 'health',
    kind: 'flag',
    da: 'Medicin',
    en: 'Medicine',
    does: { da: 'Medicin gives og kvitteres her.', en: 'Medicine is given and signed for here.' },
    module: 'medication',
    runs: false,
  },
  'medicine.mode': {
    group: 'health',
    kind: 'one',
    da: 'Sådan gives medicin',
    en: 'How medicine is given',
    does: { da: 'Bestemmer, hvad der skal kvitteres.', en: 'Decides what is signed for.' },
    module: 'medication',
    runs: false,
    options: {
      dispensing: { da: 'vi dispenserer og giver', en: 'we dispense and give', theirs: 'dispenserer' },
      'handing-out': { da: 'vi udleverer færdigpakket', en: 'we hand out what is packed', theirs: 'udleverer' },
      'brought-along': { da: 'kun medgivet medicin', en: 'only medicine brought along', theirs: 'medgivet' },
    },
  },
  'medicine.doubleCheck': {
    group: 'health',
    kind: 'flag',
    da: 'To kontrollerer dispensering',
    en: 'Two check the dispensing',
    does: { da: 'En anden ser efter, før medicinen er klar.', en: 'Another looks before the medicine is ready.' },
    module: 'medication',
    runs: false,
  },
  'medicine.fmk': {
    group: 'health',
    kind: 'one',
    da: 'Hvem ser Fælles Medicinkort',
    en: 'Who sees the shared medication record',
    does: { da: 'Kun de valgte kan slå op.', en: 'Only those chosen can look.' },
    module: 'medication',
    runs: false,
    options: {
      authorised: { da: 'kun autoriserede', en: 'the authorised only', theirs: 'autoriserede' },
      delegated: { da: 'autoriserede og delegerede', en: 'the authorised and the delegated', theirs: 'delegeret' },
    },
  },
  'health.charts': {
    group: 'health',
    kind: 'several',
    da: 'Målinger over tid',
    en: 'Measured over time',
    does: { da: 'De kan tegnes som kurver.', en: 'They can be drawn as curves.' },
    module: 'observations',
    runs: false,
    options: {
      weight: { da: 'vægt', en: 'weight', theirs: 'vaegt' },
      sleep: { da: 'søvn', en: 'sleep', theirs: 'soevn' },
      seizures: { da: 'anfald', en: 'seizures', theirs: 'anfald' },
      mood: { da: 'humør', en: 'mood', theirs: 'humoer' },
      'drug-tests': { da: 'rusmiddelprøver', en: 'drug tests', theirs: 'rusmiddel' },
    },
  },
  'modules.force': {
    group: 'safety',
    kind: 'one',
    da: 'Magtanvendelse',
    en: 'Use of force',
    does: { da: 'Magtanvendelse registreres og indberettes her.', en: 'Use of force is recorded and reported here.' },
    module: 'force',
    runs: false,
    options: {
      adult: { da: 'voksne', en: 'adults', theirs: 'voksen' },
      child: { da: 'børn og unge', en: 'children and young people', theirs: 'barn_ung' },
    },
  },
  'modules.staffIncidents': {
    group: 'safety',
    kind: 'flag',
    da: 'Vold og trusler mod medarbejdere',
    en: 'Violence and threats against staff',
    does: { da: 'De registreres her.', en: 'They are recorded here.' },
    module: 'incidents',
    runs: false,
  },
  'registration.kinds': {
    group: 'safety',
    kind: 'several',
    da: 'Det skal I gøre rede for',
    en: 'What you account for',
    does: { da: 'Tallene samles, mens I arbejder.', en: 'The numbers gather while you work.' },
    module: 'registrations',
    runs: false,
    options: {
      support: { da: 'besøg og tid', en: 'visits and time', theirs: 'ydelse' },
      attendance: { da: 'fremmøde', en: 'attendance', theirs: 'fremmoede' },
      occupancy: { da: 'belægning', en: 'occupancy', theirs: 'belaegning' },
      respite: { da: 'ophold', en: 'respite stays', theirs: 'ophold' },
      bonus: { da: 'arbejdsdusør', en: 'work bonus', theirs: 'dusoer' },
      registers: { da: 'nationale registre', en: 'national registers', theirs: 'register' },
      'night-calls': { da: 'tilkald om natten', en: 'calls at night', theirs: 'tilkald' },
    },
  },
  'visits.noShowLadder': {
    group: 'safety',
    kind: 'numbers',
    da: 'Udeblivelser, der skal følges op',
    en: 'Missed visits that are followed up',
    does: { da: 'Ved disse udeblivelser sker der noget.', en: 'At these missed visits something happens.' },
    module: 'visits',
    runs: false,
  },
  'tasks.competenceGate': {
    group: 'safety',
    kind: 'flag',
    da: 'Opgaver kan kræve en kompetence',
    en: 'Tasks may require a competence',
    does: { da: 'Kun de oplærte kan tage opgaven.', en: 'Only the trained can take the task.' },
    module: 'competences',
    runs: false,
  },
  'tasks.doubleSign': {
    group: 'safety',
    kind: 'flag',
    da: 'To kvitterer for samme opgave',
    en: 'Two sign for the same task',
    does: { da: 'Opgaven er færdig, når begge har kvitteret.', en: 'The task is done when both have signed.' },
    module: 'competences',
    runs: false,
  },
  'access.scope': {
    group: 'access',
    kind: 'one',
    da: 'Hvem ser hvem',
    en: 'Who sees whom',
    does: { da: 'Andre ser kun med en grund.', en: 'Others see only with a reason.' },
    module: 'access',
    runs: true,
    options: {
      unit: { da: 'alle i enheden ser enhedens personer', en: 'all in the unit see its people', theirs: 'enhed' },
      team: { da: 'kun eget team', en: 'own team only', theirs: 'team', runs: false },
      own: {
        da: 'kun egne, kolleger med begrundelse',
        en: 'own only, colleagues with a reason',
        theirs: 'egne',
        runs: false,
      },
      hidden: {
        da: 'særskilt kreds, skjult for alle andre',
        en: 'a circle of its own, hidden from others',
        theirs: 'skjult',
        runs: false,
      },
      'across-on-shift': {
        da: 'på tværs af huse i egen vagt',
        en: 'across houses on one’s shift',
        theirs: 'paa_tvaers_i_vagt',
        runs: false,
      },
    },
  },
  'privacy.hiddenStay': {
    group: 'access',
    kind: 'flag',
    da: 'Opholdet er skjult',
    en: 'The stay is hidden',
    does: { da: 'Opslag fra andre enheder viser intet.', en: 'Looking from other units shows nothing.' },
    module: 'hidden-stays',
    runs: false,
  },
  'access.writeWithoutRead': {
    group: 'access',
    kind: 'flag',
    da: 'Skrive uden at læse med',
    en: 'Writing without reading',
    does: {
      da: 'Man kan skrive et notat, man ikke selv kan slå op.',
      en: 'One can write a note that one cannot look up.',
    },
    module: 'access',
    runs: false,
  },
  devices: {
    group: 'access',
    kind: 'several',
    da: 'Det arbejder I på',
    en: 'What you work on',
    does: {
      da: 'Skærmene passer til alle tre; en storskærm har ingen visning endnu.',
      en: 'The screens fit all three; a wall screen has no view yet.',
    },
    module: 'signin',
    runs: true,
    options: {
      desktop: { da: 'kontor-pc', en: 'office computer', theirs: 'pc' },
      tablet: { da: 'fælles tablet', en: 'shared tablet', theirs: 'tablet' },
      phone: { da: 'tjenestetelefon', en: 'work phone', theirs: 'mobil' },
      'wall-screen': { da: 'storskærm', en: 'wall screen', theirs: 'tavle', runs: false },
    },
  },
  'offline.required': {
    group: 'access',
    kind: 'flag',
    da: 'Steder uden dækning',
    en: 'Places without coverage',
    does: {
      da: 'Notater gemmes på enheden, til nettet er der igen.',
      en: 'Notes are kept on the device until the net is back.',
    },
    module: 'journal',
    runs: true,
  },
  citizenView: {
    group: 'citizen',
    kind: 'one',
    da: 'Borgeren læser og skriver med',
    en: 'The citizen reads and writes too',
    does: { da: 'Borgeren har sin egen visning.', en: 'The citizen has a view of their own.' },
    module: 'citizen-view',
    runs: false,
    options: {
      now: { da: 'fra start', en: 'from the start', theirs: 'nu' },
      later: { da: 'når I er trygge ved det', en: 'when you are at ease with it', theirs: 'senere' },
    },
  },
  citizenWeekPictures: {
    group: 'citizen',
    kind: 'flag',
    da: 'Ugen i billeder',
    en: 'The week in pictures',
    does: { da: 'Borgeren ser sin uge med billeder.', en: 'The citizen sees their week in pictures.' },
    module: 'citizen-view',
    runs: false,
  },
  'migration.scope': {
    group: 'start',
    kind: 'several',
    da: 'Det flytter med fra i dag',
    en: 'What moves along from today',
    does: { da: 'Flyttes, før I begynder.', en: 'Moved before you begin.' },
    module: 'migration',
    runs: false,
    options: {
      agreements: { da: 'aktuelle aftaler', en: 'current agreements', theirs: 'aftaler' },
      goals: { da: 'aktuelle mål', en: 'current goals', theirs: 'maal' },
      medicine: { da: 'medicinlister', en: 'medicine lists', theirs: 'medicin' },
      network: { da: 'netværk og kontakter', en: 'network and contacts', theirs: 'netvaerk' },
    },
  },
  'training.slot': {
    group: 'start',
    kind: 'one',
    da: 'Tid til opstartskursus',
    en: 'Time for the start-up course',
    does: { da: 'Kurserne lægges, hvor I har tid.', en: 'Courses are put where you have time.' },
    module: 'training',
    runs: false,
    options: {
      'staff-meeting': { da: 'på personalemøder', en: 'at staff meetings', theirs: 'personalemoede' },
      'half-at-a-time': { da: 'halvdelen ad gangen', en: 'half at a time', theirs: 'skift' },
    },
  },
  'continuity.pack': {
    group: 'start',
    kind: 'one',
    da: 'Her ligger nødpakken',
    en: 'Where the emergency pack lies',
    does: { da: 'Stedet står på siden om nødpakken.', en: 'The place stands on the page about the pack.' },
    module: 'continuity',
    runs: true,
    options: {
      'duty-room': { da: 'aflåst i vagtrummet', en: 'locked in the duty room', theirs: 'vagtrum' },
      leader: { da: 'hos lederen', en: 'with the leader', theirs: 'leder' },
      digital: { da: 'kun på en krypteret tablet', en: 'only on an encrypted tablet', theirs: 'digital' },
    },
  },
} as const satisfies Readonly<Record<string, SettingSpec>>

export type SettingKey = keyof typeof settings
export const settingKeys = Object.keys(settings) as [SettingKey, ...SettingKey[]]
export const specOf = (key: SettingKey): SettingSpec => settings[key]
