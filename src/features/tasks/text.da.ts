const times = (count: number) => (count === 1 ? 'én gang' : `${count} gange`)

export const da = {
  title: 'Opgaver',
  nothing: 'Du har ingen opgaver.',
  due: 'senest',
  overdue: 'skulle være gjort',
  reminded: (count: number) => `påmindet ${times(count)}`,
  rest: (count: number) => `${count} mere`,
  seeAll: 'Alle opgaver',
  mine: 'Mine',
  ofUnit: 'Enhedens',
  closed: 'Lukkede',
  nothingAtUnit: 'Der er ingen åbne opgaver på enheden.',
  nothingClosed: 'Ingen opgaver er lukket endnu.',
  finish: 'Luk opgaven',
  outcome: 'Hvad blev det til?',
  outcomeMissing: 'Vælg, hvad det blev til.',
  note: 'Bemærkning',
  save: 'Gem',
  cancel: 'Fortryd',
  saved: 'Opgaven er lukket.',
  closedBy: (name: string | null) => (name ? `lukket af ${name}` : 'lukket'),
}
