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
