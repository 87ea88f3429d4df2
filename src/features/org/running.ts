/** How those a unit supports are called on its screens, in the forms that sentences need. */
export type CitizenForms = {
  /** en borger */
  readonly one: string
  /** borgeren */
  readonly the: string
  /** borgere */
  readonly many: string
  /** borgerne */
  readonly all: string
}

export const citizenWords = {
  citizen: {
    da: { one: 'borger', the: 'borgeren', many: 'borgere', all: 'borgerne' },
    en: { one: 'citizen', the: 'the citizen', many: 'citizens', all: 'the citizens' },
  },
  resident: {
    da: { one: 'beboer', the: 'beboeren', many: 'beboere', all: 'beboerne' },
    en: { one: 'resident', the: 'the resident', many: 'residents', all: 'the residents' },
  },
  'young-person': {
    da: { one: 'ung', the: 'den unge', many: 'unge', all: 'de unge' },
    en: { one: 'young person', the: 'the young person', many: 'young people', all: 'the young people' },
  },
  user: {
    da: { one: 'bruger', the: 'brugeren', many: 'brugere', all: 'brugerne' },
    en: { one: 'user', the: 'the user', many: 'users', all: 'the users' },
  },
  'workshop-worker': {
    da: {
      one: 'værkstedsmedarbejder',
      the: 'værkstedsmedarbejderen',
      many: 'værkstedsmedarbejdere',
      all: 'værkstedsmedarbejderne',
    },
    en: { one: 'workshop worker', the: 'the workshop worker', many: 'workshop workers', all: 'the workshop workers' },
  },
  guest: {
    da: { one: 'gæst', the: 'gæsten', many: 'gæster', all: 'gæsterne' },
    en: { one: 'guest', the: 'the guest', many: 'guests', all: 'the guests' },
  },
} as const satisfies Record<string, { readonly da: CitizenForms; readonly en: CitizenForms }>
export type CitizenWord = keyof typeof citizenWords
export const citizenWordKeys = Object.keys(citizenWords) as [CitizenWord, ...CitizenWord[]]

export const handoverOrders = ['action', 'citizen'] as const
export type HandoverOrder = (typeof handoverOrders)[number]

export const packPlaces = ['duty-room', 'leader', 'digital'] as const
export type PackPlace = (typeof packPlaces)[number]
