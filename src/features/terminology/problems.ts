import type { Sentences } from '#kernel/lang/problem.ts'

export const terminologyProblems = {
  'terminology.other-content': {
    da: 'Udgaven {version} er allerede indlæst med andre koder. En udgave ændres ikke: indlæs den nye under sit eget udgavenummer.',
    en: 'Version {version} has been loaded already with other codes. A version does not change: load the new one under its own version.',
  },
  'terminology.code-twice': {
    da: 'Koden på plads {at} står to gange i filen.',
    en: 'The code at place {at} stands twice in the file.',
  },
  'terminology.unknown-heading': {
    da: 'Koden på plads {at} står under en overskrift, der ikke er i filen.',
    en: 'The code at place {at} stands under a heading that is not in the file.',
  },
} as const satisfies Sentences
