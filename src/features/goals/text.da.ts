export const da = {
  plan: 'Plan og mål',
  goal: 'Delmål',
  states: {
    proposed: 'foreslået',
    active: 'i gang',
    'on-hold': 'på pause',
    completed: 'afsluttet',
    dropped: 'opgivet',
  },
  attainments: { attained: 'nået', partly: 'delvist nået', not: 'ikke nået' },
  views: { worker: 'Medarbejder', citizen: 'Borger', relative: 'Pårørende' },
  movements: {
    away: 'længere væk',
    none: 'ingen ændring',
    little: 'lidt tættere på',
    much: 'meget tættere på',
    there: 'nået',
  },
  rhythms: {
    once: 'én gang',
    daily: 'hver dag',
    weekly: 'hver uge',
    fortnightly: 'hver anden uge',
    monthly: 'hver måned',
    'when-needed': 'ved behov',
  },
  results: {
    continue: 'Indsatsen fortsætter',
    end: 'Indsatsen slutter',
    'end-and-reassess': 'Indsatsen slutter, og der udredes på ny',
  },
  madeWiths: {
    citizen: 'Lavet sammen med borgeren',
    partly: 'Borgeren har delvist været med',
    without: 'Borgeren har ikke været med',
  },
  levels: ['intet nedsat', 'let nedsat', 'moderat nedsat', 'svært nedsat', 'fuldstændig nedsat'],
  acts: {
    propose: 'foreslået',
    change: 'ændret',
    approve: 'godkendt',
    hold: 'sat på pause',
    resume: 'genoptaget',
    complete: 'afsluttet',
    drop: 'opgivet',
  },
}
export type Text = typeof da
