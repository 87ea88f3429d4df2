export const da = {
  title: 'Statusrapport',
  states: { draft: 'udkast', submitted: 'hos lederen', approved: 'godkendt', sent: 'sendt', dropped: 'kasseret' },
  hows: {
    read: 'har læst den',
    'read-aloud': 'har fået den læst op',
    declined: 'ville ikke læse den',
    'not-possible': 'kunne ikke læse den',
  },
  agreements: { yes: 'enig', partly: 'delvist enig', no: 'ikke enig' },
  sendings: { 'digital-post': 'Digital Post', message: 'besked i fagsystem', 'by-hand': 'afleveret', letter: 'brev' },
  kinds: { note: 'Notat', evaluation: 'Vurdering', goal: 'Delmål', answer: 'Skema', worker: 'Egen vurdering' },
}
export type Text = typeof da
