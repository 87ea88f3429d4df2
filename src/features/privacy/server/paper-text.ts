import type { Language, Same } from '#kernel/lang/text.ts'

const da = {
  file: 'Indsigt',
  title: (name: string) => `Det, vi har skrevet om ${name}`,
  period: (from: string, to: string) => `Fra ${from} til ${to}`,
  until: (to: string) => `Fra begyndelsen til ${to}`,
  part: (number: number) => `del ${number}`,
  important: 'vigtigt',
  foot: (tenant: string, at: string) => `${tenant} · lavet ${at}`,
  intro: (tenant: string) =>
    `Her er alt, hvad ${tenant} har skrevet i Rød Tråd i perioden. Det er en kopi; det, der er skrevet, er ikke ændret.`,
  citizen: 'Borger',
  bornOn: 'Født',
  right: 'Ret',
  received: 'Anmodning modtaget',
  due: 'Svarfrist',
  madeAt: 'Lavet',
  doubt: 'Uafklaret',
  rights: {
    'gdpr-access': 'Indsigt i egne oplysninger',
    'file-access': 'Aktindsigt',
    'health-record-access': 'Aktindsigt i journal',
  },
  inside: 'Indhold',
  section: 'Afsnit',
  rows: 'Antal',
  hidden: (mask: string) =>
    `Hvor der står ${mask}, er noget om en anden person udeladt. Resten af teksten står, som den blev skrevet. Opslag er vist uden medarbejdernes navne.`,
  hiddenWithNames: (mask: string) =>
    `Hvor der står ${mask}, er noget om en anden person udeladt. Resten af teksten står, som den blev skrevet.`,
  whereLeftOut: (mark: string) =>
    `Adresse, telefon, bolig og enhedernes navne er udeladt, fordi de er beskyttet; der står ${mark} i stedet. Det kan også være skrevet med andre ord i en tekst. Har du brug for dem, så bed om en kopi, hvor de er med.`,
  wrong:
    'Er der noget, der ikke passer, så sig det til os; du kan bede om at få det rettet. Er du utilfreds med svaret, kan du klage til Datatilsynet. Spørg din kontaktperson, hvis du vil have hjælp til at læse det.',
  nothing: 'Der er ikke skrevet noget om dig i den periode.',
  readmeName: 'Læs mig først.txt',
  readme: (pdf: string) =>
    [
      'Pakken indeholder det samme på to måder.',
      '',
      `${pdf}: til at læse. Filen kan læses op af en skærmlæser.`,
      'indsigt.json: alt som data, til et andet program. indsigt.schema.json siger, hvad hvert felt betyder.',
      'csv: det samme som tabeller, en fil for hvert afsnit (UTF-8, semikolon). En celle, der ville være en formel, begynder med en apostrof; indsigt.json har den nøjagtige tekst.',
      'filer: foto og vedhæftede filer.',
      '',
      'Pakken rummer følsomme oplysninger. Gem den et sikkert sted, og slet den, når du ikke skal bruge den mere.',
    ].join('\r\n'),
}

const en: Same<typeof da> = {
  file: 'Record',
  title: (name) => `What we have written about ${name}`,
  period: (from, to) => `From ${from} to ${to}`,
  until: (to) => `From the beginning to ${to}`,
  part: (number) => `part ${number}`,
  important: 'important',
  foot: (tenant, at) => `${tenant} · made ${at}`,
  intro: (tenant) =>
    `This is everything that ${tenant} has written in Rød Tråd in the period. It is a copy; what was written is unchanged.`,
  citizen: 'Citizen',
  bornOn: 'Born',
  right: 'Right',
  received: 'Request received',
  due: 'Answer due',
  madeAt: 'Made',
  doubt: 'Not settled',
  rights: {
    'gdpr-access': 'Access to one’s own data',
    'file-access': 'Access to files',
    'health-record-access': 'Access to the health record',
  },
  inside: 'Contents',
  section: 'Section',
  rows: 'Number',
  hidden: (mask) =>
    `Where ${mask} stands, something about another person was left out. The rest of the text stands as it was written. Look-ups are shown without the names of employees.`,
  hiddenWithNames: (mask) =>
    `Where ${mask} stands, something about another person was left out. The rest of the text stands as it was written.`,
  whereLeftOut: (mark) =>
    `Address, phone, room and the units’ names are left out because they are protected; ${mark} stands instead. A text may say it in other words. If you need them, ask for a copy that has them.`,
  wrong:
    'If something is not right, tell us; you can ask for it to be corrected. If you are not satisfied with the answer, you can complain to Datatilsynet. Ask your contact person if you want help to read it.',
  nothing: 'Nothing was written about you in that period.',
  readmeName: 'Read me first.txt',
  readme: (pdf) =>
    [
      'The package holds the same in two forms.',
      '',
      `${pdf}: to read. A screen reader can read it aloud.`,
      'indsigt.json: everything as data, for another program. indsigt.schema.json says what each field means.',
      'csv: the same as tables, one file for each section (UTF-8, semicolons). A cell that would be a formula begins with an apostrophe; indsigt.json has the exact text.',
      'filer: photo and attached files.',
      '',
      'The package holds sensitive information. Keep it in a safe place, and delete it when you no longer need it.',
    ].join('\r\n'),
}

export const paperText: Record<Language, Same<typeof da>> = { da, en }
