export const da = {
  title: 'Enhedens dokumenter',
  none: 'Der ligger ingen dokumenter endnu.',
  add: 'Læg et dokument ind',
  addHelp: 'Vejledninger, husregler og andet, der ikke handler om en borger. PDF, Word, Excel, billeder og tekst.',
  file: 'Dokument',
  choose: 'Vælg fil',
  chooseFirst: 'Vælg en fil først.',
  get: (name: string) => `Hent ${name}`,
  line: (kb: number, who: string) => `${kb} kB · ${who}`,
  end: 'Tag væk',
  endOf: (name: string) => `Tag væk: ${name}`,
  endTitle: 'Tag dokumentet væk',
  endHelp: 'Det forsvinder fra listen. At det har ligget her, og hvem der tog det væk, står stadig.',
  why: 'Hvorfor?',
  saved: 'Gemt',
}
export type Text = typeof da
