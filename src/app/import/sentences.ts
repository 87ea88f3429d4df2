import type { Sentences } from '#kernel/lang/problem.ts'

/** What is said of a file, a line or a cell. Each says what to do about it. */
export const importSentences = {
  'import.no-files': {
    da: 'Mappen har ingen af filerne {names}.',
    en: 'The folder holds none of the files {names}.',
  },
  'import.empty-file': {
    da: 'Filen er tom. Slet den, eller hent den igen.',
    en: 'The file is empty. Delete it, or export it again.',
  },
  'import.no-heading': {
    da: 'Første linje skal være kolonnernes navne. Her står: {found}',
    en: 'The first line must be the names of the columns. Found: {found}',
  },
  'import.column-missing': {
    da: 'Kolonnen {title} mangler. Filen har: {found}',
    en: 'The column {title} is missing. The file has: {found}',
  },
  'import.column-twice': {
    da: 'Kolonnen {title} står der to gange. Behold den ene.',
    en: 'The column {title} stands there twice. Keep one.',
  },
  'import.width': {
    da: 'Linjen har {cells} felter, og overskriften har {width}. Står der et skilletegn eller linjeskift i en tekst, så sæt anførselstegn om teksten.',
    en: 'The line has {cells} cells and the heading {width}. Put quotation marks around a text that holds a delimiter or a line break.',
  },
  'import.quote-open': {
    da: 'Et anførselstegn begynder på denne linje og slutter aldrig. Resten af filen kan ikke læses.',
    en: 'A quotation mark opens on this line and never closes. The rest of the file cannot be read.',
  },
  'import.twice-encoded': {
    da: 'Bogstaverne er kodet to gange (ø står som Ã¸). Hent filen igen, og gem den som UTF-8 én gang.',
    en: 'The letters are encoded twice (ø stands as Ã¸). Export the file again and save it as UTF-8 once.',
  },
  'import.letter-lost': {
    da: 'Et bogstav er gået tabt på vejen (�). Hent filen igen fra det gamle system.',
    en: 'A letter was lost on the way (�). Export the file again from the old system.',
  },
  'import.day-two-digits': {
    da: '{value} kan læses på flere måder. Skriv året med fire cifre, som 2026-02-01 eller 01-02-2026 (dag-måned-år).',
    en: '{value} can be read in several ways. Write the year with four digits, as 2026-02-01 or 01-02-2026 (day-month-year).',
  },
  'import.day-serial': {
    da: '{value} er Excels eget tal for en dag. Vælg datoformat for kolonnen, og gem igen.',
    en: '{value} is Excel’s own number for a day. Format the column as a date and save again.',
  },
  'import.day-month-first': {
    da: '{value} ligner en amerikansk dato med måneden først. Skriv dag-måned-år eller år-måned-dag.',
    en: '{value} looks like an American date, month first. Write day-month-year or year-month-day.',
  },
  'import.day-unknown': { da: 'Dagen {value} findes ikke.', en: 'There is no day {value}.' },
  'import.day-shape': {
    da: '“{value}” er ikke en dato. Skriv 2026-02-01 eller 01-02-2026. Er kolonnerne byttet om?',
    en: '“{value}” is not a date. Write 2026-02-01 or 01-02-2026. Are the columns swapped?',
  },
  'import.time-shape': {
    da: '“{value}” er ikke et klokkeslæt. Skriv 14:05 eller 14.05.',
    en: '“{value}” is not a time. Write 14:05 or 14.05.',
  },
  'import.time-missing': { da: 'Klokkeslættet mangler. Skriv 14:05.', en: 'The time is missing. Write 14:05.' },
  'import.swapped-number': {
    da: 'Her står et CPR-nummer. Er kolonnerne byttet om?',
    en: 'A CPR number stands here. Are the columns swapped?',
  },
  'import.swapped-day': {
    da: 'Her står en dato. Er kolonnerne byttet om?',
    en: 'A date stands here. Are the columns swapped?',
  },
  'import.swapped-name': {
    da: 'Her står ord, hvor der skulle stå et CPR-nummer. Er kolonnerne byttet om?',
    en: 'Words stand where a CPR number should. Are the columns swapped?',
  },
  'import.number-zero-lost': {
    da: 'CPR-nummeret har kun ni cifre: regnearket har nok fjernet et 0 forrest. Gør kolonnen til tekst, og skriv alle ti.',
    en: 'The CPR number has only nine digits: the spreadsheet probably dropped a leading 0. Format the column as text and write all ten.',
  },
  'import.number-as-id': {
    da: 'Et CPR-nummer kan ikke bruges som id: det ville stå i lister og log. Brug det gamle systems eget id.',
    en: 'A CPR number cannot be used as id: it would stand in lists and logs. Use the old system’s own id.',
  },
  'import.number-twice': {
    da: 'Det samme CPR-nummer står på linje {first}.',
    en: 'The same CPR number stands on line {first}.',
  },
  'import.born-another-day': {
    da: 'Fødselsdagen er en anden end den i CPR-nummeret.',
    en: 'The day of birth is another than the one in the CPR number.',
  },
  'import.born-in-the-future': {
    da: 'Fødselsdagen ligger i fremtiden.',
    en: 'The day of birth is in the future.',
  },
  'import.yes-or-no': { da: 'Skriv ja eller nej, ikke “{value}”.', en: 'Write ja or nej, not “{value}”.' },
  'import.not-on-list': {
    da: '“{value}” kendes ikke. Skriv en af: {list}.',
    en: '“{value}” is not known. Write one of: {list}.',
  },
  'import.ground-unknown': {
    da: 'Lovgrundlaget “{value}” kendes ikke. Skriv som SEL § 107; flere skilles med |.',
    en: 'The legal ground “{value}” is not known. Write as SEL § 107; several are separated by |.',
  },
  'import.doubled': {
    da: 'Det samme id står på linje {first}. Slet den ene linje.',
    en: 'The same id stands on line {first}. Delete one of the lines.',
  },
  'import.unit-unknown': {
    da: 'Enheden “{value}” findes ikke i enheder.csv, og ikke blandt dem, du har adgang til.',
    en: 'The unit “{value}” is not in enheder.csv, nor among those you have access to.',
  },
  'import.employee-unknown': {
    da: 'Medarbejderen “{value}” findes hverken i medarbejdere.csv eller i systemet.',
    en: 'The employee “{value}” is neither in medarbejdere.csv nor in the system.',
  },
  'import.citizen-unknown': {
    da: 'Borgeren “{value}” findes ikke i borgere.csv, og ikke blandt dem, du har adgang til.',
    en: 'The citizen “{value}” is not in borgere.csv, nor among those you have access to.',
  },
  'import.several-by-that-name': {
    da: 'Flere hedder “{value}”. Skriv id i stedet for navn.',
    en: 'Several are called “{value}”. Write the id instead of the name.',
  },
  'import.municipality-exists': {
    da: 'Kommunen findes allerede. Slet linjen, og lad Overordnet stå tom hos dem, der hører direkte under den.',
    en: 'The municipality exists already. Delete the line, and leave Overordnet empty for those directly under it.',
  },
  'import.units-in-circle': {
    da: 'Enheden hører under sig selv, direkte eller gennem andre.',
    en: 'The unit belongs under itself, directly or through others.',
  },
  'import.user-name-shape': {
    da: '“{value}” kan ikke være brugernavn: 2-100 tegn af a-z, 0-9, punktum, bindestreg, _ og @.',
    en: '“{value}” cannot be a user name: 2-100 characters of a-z, 0-9, dot, hyphen, _ and @.',
  },
  'import.roles-and-units': {
    da: '{roles} roller og {units} enheder passer ikke sammen. Skriv en rolle til hver enhed, eller én rolle til dem alle.',
    en: '{roles} roles and {units} units do not fit. Write a role for each unit, or one role for all of them.',
  },
  'import.ends-before-it-starts': {
    da: 'Slutdagen ligger før startdagen ({first}).',
    en: 'The last day is before the first ({first}).',
  },
  'import.reason-without-end': {
    da: 'Der står en årsag, men ingen slutdato.',
    en: 'There is a reason, but no last day.',
  },
  'import.before-birth': {
    da: 'Opholdet begynder før borgerens fødsel. Er dag og måned byttet om?',
    en: 'The stay begins before the citizen was born. Are day and month swapped?',
  },
  'import.overlaps': {
    da: 'Opholdet overlapper det af samme slags på linje {line}.',
    en: 'The stay overlaps the one of the same kind on line {line}.',
  },
  'import.overlaps-stored': {
    da: 'Opholdet overlapper et af samme slags, der allerede findes i systemet.',
    en: 'The stay overlaps one of the same kind that is in the system already.',
  },
  'import.before-stored': {
    da: 'Opholdet ligger før et af samme slags, der allerede findes i systemet. Tidligere ophold skal indlæses først.',
    en: 'The stay lies before one of the same kind that is in the system already. Earlier stays must be imported first.',
  },
  'import.lives-on': {
    da: 'Et andet af borgerens ophold slutter {died} med årsagen død. Dette skal slutte senest den dag.',
    en: 'Another of the citizen’s stays ends on {died} because of death. This one must end by that day.',
  },
  'import.not-employed-yet': {
    da: 'Notatet er skrevet, før forfatteren blev ansat ({from}).',
    en: 'The note was written before its author was employed ({from}).',
  },
  'import.not-employed-any-more': {
    da: 'Notatet er skrevet, efter at forfatteren fratrådte ({to}).',
    en: 'The note was written after its author left ({to}).',
  },
  'import.written-before': {
    da: 'Notatet er skrevet, før det skete. Er de to datoer byttet om?',
    en: 'The note was written before it happened. Are the two dates swapped?',
  },
  'import.note-without-stay': {
    da: 'Borgeren har intet ophold i enheden, hverken i ophold.csv eller i systemet.',
    en: 'The citizen has no stay at the unit, neither in ophold.csv nor in the system.',
  },
} satisfies Sentences
