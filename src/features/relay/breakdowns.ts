/** What may be said at night without the coordinator: fixed words, so that nobody has to find them at three o'clock. */
export const breakdownKinds = ['down', 'slow', 'wrong', 'back'] as const
export type BreakdownKind = (typeof breakdownKinds)[number]

export const breakdowns: Record<BreakdownKind, { readonly title: string; readonly body: string }> = {
  down: {
    title: 'Systemet er nede: brug nødpakken',
    body: 'Leverandøren har meldt, at systemet er nede. Brug nødpakken, og skriv på papir. I får besked her, når det virker igen.',
  },
  slow: {
    title: 'Systemet er langsomt i nat',
    body: 'Leverandøren har meldt, at systemet svarer langsomt. Gem ofte. Åbn nødpakken, hvis I må vente mere end et par minutter.',
  },
  wrong: {
    title: 'Systemet kan vise forkerte oplysninger',
    body: 'Leverandøren har meldt en fejl i det, der vises. Kontrollér medicin og aftaler i nødpakken, før I handler.',
  },
  back: {
    title: 'Systemet virker igen',
    body: 'Leverandøren har meldt, at systemet virker igen. Skriv det ind, I har på papir.',
  },
}
