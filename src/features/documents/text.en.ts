import type { Text } from './text.da.ts'

export const en: Text = {
  title: 'The unit’s documents',
  none: 'There are no documents yet.',
  add: 'Add a document',
  addHelp: 'Guides, house rules and other things that are about no citizen. PDF, Word, Excel, pictures and text.',
  file: 'Document',
  choose: 'Choose a file',
  chooseFirst: 'Choose a file first.',
  get: (name) => `Get ${name}`,
  line: (kb, who) => `${kb} kB · ${who}`,
  end: 'Take away',
  endOf: (name) => `Take away: ${name}`,
  endTitle: 'Take the document away',
  endHelp: 'It leaves the list. That it was here, and who took it away, still stands.',
  why: 'Why?',
  saved: 'Saved',
}
