import type { Sentences } from '#kernel/lang/problem.ts'

export const profilesProblems = {
  'profiles.twice': {
    da: 'Det samme felt står to gange i forslaget.',
    en: 'The same setting stands twice in the proposal.',
  },
  'profiles.no-such-value': {
    da: 'Feltet kan ikke have den værdi. Vælg en af dem, der står på listen.',
    en: 'The setting cannot have that value. Choose one of those listed.',
  },
  'profiles.applied-already': {
    da: 'Forslaget er allerede taget i brug fra {fromOn}.',
    en: 'The proposal was already applied from {fromOn}.',
  },
  'profiles.applies-backwards': {
    da: 'En opsætning kan ikke gælde bagud. Vælg i dag eller en dag, der kommer.',
    en: 'A set-up cannot hold backwards. Choose today or a day to come.',
  },
  'profiles.another-applied': {
    da: 'Opsætningen er ændret, siden du så på den. Se ændringerne igen, før du tager dem i brug.',
    en: 'The set-up has changed since you looked. Look at the changes again before you apply them.',
  },
  'profiles.out-of-order': {
    da: 'En anden ændring gælder fra {fromOn}. Vælg den dag eller en senere.',
    en: 'Another change holds from {fromOn}. Choose that day or a later one.',
  },
  'profiles.changes-nothing': {
    da: 'Enheden er allerede sat sådan op.',
    en: 'The unit is already set up like that.',
  },
  'profiles.source-too-weak': {
    da: 'Enhedens eget svar eller en beslutning står fast. Kun et nyt svar eller en ny beslutning kan ændre det.',
    en: 'The unit’s own answer or a decision stands. Only a new answer or a new decision can change it.',
  },
  'profiles.not-the-template': {
    da: 'Værdien er en anden end den, skabelonen har. Skriv, hvilket svar eller hvilken beslutning den kommer fra.',
    en: 'The value is another than the template has. Write which answer or which decision it comes from.',
  },
  'profiles.needs-a-reason': {
    da: 'Skriv, hvilket svar eller hvilken beslutning ændringen kommer fra.',
    en: 'Write which answer or which decision the change comes from.',
  },
  'profiles.no-such-setting': {
    da: 'Skabelonen nævner et felt, som opsætningen ikke har: {key}.',
    en: 'The template names a setting that there is not: {key}.',
  },
  'profiles.template-says-so': {
    da: 'Det siger skabelonen allerede.',
    en: 'The template says so already.',
  },
  'profiles.no-such-offer': {
    da: 'Der er ingen ny skabelon at tage stilling til.',
    en: 'There is no new template to answer.',
  },
  'profiles.undone-already': { da: 'Ændringen er allerede fortrudt.', en: 'The change was already undone.' },
  'profiles.not-the-latest': {
    da: 'Der er kommet en ny ændring efter den. Fortryd den nyeste først.',
    en: 'A newer change has come after it. Undo the newest first.',
  },
  'profiles.is-leant-on': {
    da: 'Der er allerede arbejdet efter ændringen ({count} steder). Foreslå en ny ændring i stedet.',
    en: 'Work has been done by the change already ({count} places). Propose a new change instead.',
  },
} satisfies Sentences
