import type { Sentences } from '#kernel/lang/problem.ts'

export const planProblems = {
  'plan.there-is-one': {
    da: 'Her er allerede en plan. Ret den i stedet.',
    en: 'There is a plan here already. Change that one instead.',
  },
  'plan.unknown-part': {
    da: 'Planen nævner noget, den ikke selv har med.',
    en: 'The plan mentions something that is not in it.',
  },
  'plan.circle': {
    da: 'Opgaverne venter på hinanden i ring. Tag den ene væk fra det, der skal være gjort først.',
    en: 'The tasks wait for each other in a circle. Take one of them out of what must be done first.',
  },
  'plan.code-taken': { da: 'Kortnavnet er brugt.', en: 'The short name is taken.' },
  'plan.unit-planned': {
    da: 'En af enhederne er allerede med i en bølge.',
    en: 'One of the units is in a wave already.',
  },
  'plan.wave-is-live': {
    da: 'Bølgen gik i drift {goLiveOn}. Den kan ikke flyttes.',
    en: 'The wave went live on {goLiveOn}. It cannot be moved.',
  },
  'plan.go-live-past': {
    da: 'Dagen er allerede gået. Vælg en dag, der kommer.',
    en: 'That day has passed. Choose one to come.',
  },
  'plan.go-live-holiday': {
    da: 'Det er en weekend eller en helligdag. Vælg en dag, hvor der er støtte på stedet.',
    en: 'That is a weekend or a public holiday. Choose a day with support on the spot.',
  },
  'plan.unit-is-live': {
    da: 'Enheden er allerede i drift og bliver i sin bølge.',
    en: 'The unit is live already and stays in its wave.',
  },
  'plan.already-so': { da: 'Sådan står opgaven allerede.', en: 'That is how the task stands already.' },
  'plan.says-no-why': {
    da: 'Skriv, hvorfor opgaven ikke skal laves.',
    en: 'Write why the task is not to be done.',
  },
  'plan.needs-first': {
    da: 'Noget andet skal være gjort først ({count}). Opgaven viser hvad.',
    en: 'Something else must be done first ({count}). The task shows what.',
  },
  'plan.done-later': { da: 'Dagen er ikke kommet endnu.', en: 'That day has not come yet.' },
  'plan.due-before-start': {
    da: 'Opgaven kan ikke være færdig, før den begynder.',
    en: 'The task cannot be done before it begins.',
  },
  'plan.away-backwards': {
    da: 'Den sidste dag ligger før den første.',
    en: 'The last day is before the first.',
  },
  'plan.own-deputy': { da: 'Man kan ikke afløse sig selv.', en: 'One cannot stand in for oneself.' },
  'plan.ends-before-it-begins': {
    da: 'Det slutter, før det begynder.',
    en: 'It ends before it begins.',
  },
} satisfies Sentences
