import type { Sentences } from '#kernel/lang/problem.ts'

export const requirementsProblems = {
  'requirements.dropped': {
    da: 'Kravet er udgået og kan ikke rettes. Skriv et nyt krav.',
    en: 'The requirement was dropped and cannot be changed. Write a new one.',
  },
  'requirements.taken-up': {
    da: 'Kravet er taget op og rettes nu af projektkoordinatoren. Skriv din bemærkning i høringen.',
    en: 'The requirement was taken up and is now changed by the project coordinator. Say what you think in the hearing.',
  },
  'requirements.anothers-proposal': {
    da: 'Forslaget er en kollegas. Skriv dit eget forslag.',
    en: 'The proposal is a colleague’s. Write one of your own.',
  },
  'requirements.not-proposed': {
    da: 'Kravet er ikke et forslag længere.',
    en: 'The requirement is no longer a proposal.',
  },
  'requirements.drop-needs-decision': {
    da: 'Leverandørerne har set kravet. Knyt først den beslutning til kravet, der siger, at det udgår.',
    en: 'Bidders have seen the requirement. First link the decision that drops it.',
  },
  'requirements.too-many-minimum': {
    da: 'Der er {count} mindstekrav, og højst {most} kan stå uden begrundelse. Skriv begrundelsen, eller gør nogle af dem til krav, der vurderes.',
    en: 'There are {count} minimum requirements, and at most {most} can stand without a reason. Write the reason, or let some of them be evaluated.',
  },
  'requirements.number-taken': {
    da: 'Nummeret er brugt til et andet krav.',
    en: 'The number is another requirement’s.',
  },
  'requirements.label-taken': {
    da: 'Der er allerede en udgave {label}.',
    en: 'There is a version {label} already.',
  },
  'requirements.label-not-later': {
    da: 'Udgave {label} ville komme før {later}, som er lavet. Vælg et højere nummer.',
    en: 'Version {label} would come before {later}, which is made. Choose a higher number.',
  },
  'requirements.nothing-to-make': {
    da: 'Der er ingen krav at lave en udgave af.',
    en: 'There are no requirements to make a version of.',
  },
  'requirements.nothing-changed': {
    da: 'Intet er ændret siden den udgave, der skal rettes.',
    en: 'Nothing has changed since the version to be corrected.',
  },
  'requirements.corrects-latest': {
    da: 'Et rettelsesblad retter den senest udsendte udgave.',
    en: 'A correction sheet corrects the version published last.',
  },
  'requirements.must-correct': {
    da: 'Der er udsendt en udgave. En ny udgave er et rettelsesblad til den.',
    en: 'A version is published. A new one is a correction of it.',
  },
  'requirements.only-heard': {
    da: 'Udgaven er lavet til høring. Lav en udgave til godkendelse.',
    en: 'The version was made for a hearing. Make one to be approved.',
  },
  'requirements.judged': {
    da: 'Styregruppen har allerede taget stilling til udgaven.',
    en: 'The steering group has already judged the version.',
  },
  'requirements.return-says-why': {
    da: 'Skriv, hvorfor udgaven sendes tilbage.',
    en: 'Write why the version is sent back.',
  },
  'requirements.published': { da: 'Udgaven er allerede sendt ud.', en: 'The version is already published.' },
  'requirements.overtaken': {
    da: 'En senere udgave er sendt ud. Brug den.',
    en: 'A later version is published. Use that one.',
  },
  'requirements.not-approved': {
    da: 'Styregruppen har ikke godkendt udgaven endnu.',
    en: 'The steering group has not approved the version yet.',
  },
  'requirements.not-published': {
    da: 'Udgaven er ikke sendt ud endnu.',
    en: 'The version is not published yet.',
  },
  'requirements.contracted': {
    da: 'Udgaven er allerede en del af kontrakten.',
    en: 'The version is already part of the contract.',
  },
  'requirements.hearing-open': {
    da: 'Der er en høring i gang. Luk den, før du åbner en ny.',
    en: 'A hearing is open. Close it before you open another.',
  },
  'requirements.closes-in-past': {
    da: 'Høringen skal slutte i dag eller senere.',
    en: 'The hearing must end today or later.',
  },
  'requirements.hearing-closed': {
    da: 'Høringen sluttede {closesOn}. Sig det til projektkoordinatoren.',
    en: 'The hearing ended {closesOn}. Tell the project coordinator.',
  },
  'requirements.not-asked': {
    da: 'Enheden bliver ikke spurgt om det krav.',
    en: 'The unit is not asked about that requirement.',
  },
  'requirements.say-what': {
    da: 'Skriv, hvad der er galt, eller hvad du vil sige.',
    en: 'Write what is wrong, or what you want to say.',
  },
  'requirements.replied': { da: 'Svaret er allerede skrevet.', en: 'The reply is already written.' },
  'requirements.agreed': {
    da: 'Enheden er enig; der er intet at svare på.',
    en: 'The unit agrees; there is nothing to reply to.',
  },
  'requirements.no-of-other-kind': {
    da: '{no} passer ikke til rækkens slags: trin er 1, 2, varianter 1a, 2b og problemer p1, p2.',
    en: '{no} does not fit the kind of row: steps are 1, 2, variants 1a, 2b and problems p1, p2.',
  },
  'requirements.no-taken': { da: 'En anden række har nummer {no}.', en: 'Another row has number {no}.' },
  'requirements.no-letters-left': {
    da: 'Trinnet har ikke plads til flere varianter.',
    en: 'The step has no room for more variants.',
  },
  'requirements.too-many-lines': {
    da: 'Et krav kan have højst {most} rækker. Del det i to.',
    en: 'A requirement can have at most {most} rows. Split it.',
  },
  'requirements.too-many': { da: 'Der kan være højst {most} krav.', en: 'There can be at most {most} requirements.' },
  'requirements.other-lines': {
    da: 'Rækkerne er ændret imens. Hent kravet igen, og flyt så.',
    en: 'The rows changed meanwhile. Fetch the requirement again, then move.',
  },
  'requirements.numbers-stand': {
    da: 'Leverandørerne har set rækkernes numre, så de kan ikke ændres.',
    en: 'Bidders have seen the numbers of the rows, so they cannot change.',
  },
  'requirements.sheet-no-title': {
    da: 'Der er ingen kolonne, der hedder »Krav« eller »Titel«. Skriv overskrifterne i arkets første linje.',
    en: 'No column is called »Krav« or »Title«. Write the headings in the first line of the sheet.',
  },
  'requirements.sheet-column-twice': {
    da: 'Kolonnen »{title}« står der to gange. Omdøb eller slet den ene.',
    en: 'The column »{title}« stands there twice. Rename or delete one of them.',
  },
  'requirements.sheet-empty': {
    da: 'Der står ingen krav under overskrifterne.',
    en: 'There are no requirements under the headings.',
  },
  'requirements.sheet-too-many': {
    da: 'Der er flere krav, end et sæt kan rumme: højst {most}. Del filen.',
    en: 'There are more requirements than a set can hold: at most {most}. Divide the file.',
  },
  'requirements.sheet-title-missing': {
    da: 'Linjen hører ikke til noget krav: der står ingen titel, og nummeret er ikke det samme som kravet ovenfor.',
    en: 'The line belongs to no requirement: it has no title, and its number is not that of the one above.',
  },
  'requirements.sheet-too-long': {
    da: 'Teksten er for lang, højst {most} tegn. Del den i flere rækker.',
    en: 'The text is too long, at most {most} letters. Divide it into more rows.',
  },
  'requirements.sheet-not-on-list': {
    da: '»{value}« kendes ikke her. Skriv en af: {list}.',
    en: '»{value}« is not known here. Write one of: {list}.',
  },
  'requirements.sheet-number': {
    da: '»{value}« er ikke et helt tal fra {from} til {to}.',
    en: '»{value}« is not a whole number from {from} to {to}.',
  },
  'requirements.sheet-number-twice': {
    da: 'Nummer {number} er også brugt i linje {first}.',
    en: 'Number {number} is also used in line {first}.',
  },
  'requirements.sheet-number-other': {
    da: 'Nummer {number} er allerede et andet krav i sættet. Giv kravet et andet nummer, eller lad feltet stå tomt.',
    en: 'Number {number} is another requirement of the set already. Give it another number, or leave the cell empty.',
  },
  'requirements.sheet-empty-row': {
    da: 'Rækken har et nummer og ingen tekst.',
    en: 'The row has a number and no text.',
  },
  'requirements.sheet-row-number': {
    da: '»{value}« er ikke et rækkenummer. Skriv 1, 2, 2a eller p1, eller lad feltet stå tomt.',
    en: '»{value}« is no row number. Write 1, 2, 2a or p1, or leave the cell empty.',
  },
  'requirements.sheet-row-kind': {
    da: 'Rækkenummer {value} passer ikke til rækkens type: trin er 1, 2, 3, varianter 2a, problemer p1.',
    en: 'Row number {value} does not fit the row’s type: steps are 1, 2, 3, variants 2a, problems p1.',
  },
  'requirements.sheet-row-twice': {
    da: 'Rækkenummer {value} står der to gange i samme krav.',
    en: 'Row number {value} stands twice in one requirement.',
  },
  'requirements.sheet-too-many-rows': {
    da: 'Kravet har flere rækker, end der er plads til: højst {most}.',
    en: 'The requirement has more rows than there is room for: at most {most}.',
  },
  'requirements.sheet-macros': {
    da: 'Filen har makroer. Gem den som en almindelig projektmappe (.xlsx), og vælg den igen.',
    en: 'The file has macros. Save it as an ordinary workbook (.xlsx) and choose it again.',
  },
  'requirements.sheet-too-big': {
    da: 'Filen er for stor, når den pakkes ud. Gem kun arket med kravene.',
    en: 'The file is too large when unpacked. Save only the sheet with the requirements.',
  },
  'requirements.sheet-unreadable': {
    da: 'Filen kan ikke læses som regneark. Gem den som .xlsx eller .csv, og vælg den igen.',
    en: 'The file cannot be read as a spreadsheet. Save it as .xlsx or .csv and choose it again.',
  },
} satisfies Sentences
