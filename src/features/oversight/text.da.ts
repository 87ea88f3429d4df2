const times = (count: number) => (count === 1 ? 'én gang' : `${count} gange`)

export const da = {
  whoLooked: 'Hvem har set',
  whoLookedLead: 'Alle, der har set eller ændret noget om borgeren på dine enheder, og alle, der blev afvist.',
  whoLookedLink: 'Se, hvem der har set',
  nobodyLooked: 'Ingen har set noget i den periode.',
  period: 'Periode',
  periods: { week: '7 dage', month: '30 dage', year: 'Et år' },
  somebody: 'En medarbejder',
  noUnit: 'uden for enheden',
  denied: (count: number) => `blev afvist ${times(count)}`,
  forPrint: 'til print',
  forExport: 'til eksport',
  more: 'Der er flere. Vælg en kortere periode for at se dem alle.',
}
