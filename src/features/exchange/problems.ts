import type { Sentences } from '#kernel/lang/problem.ts'

export const exchangeProblems = {
  'exchange.too-large': { da: 'Filen er for stor: højst {mb} MB.', en: 'The file is too large: at most {mb} MB.' },
  'exchange.no-file': { da: 'Filen findes ikke, eller er ikke en fil.', en: 'There is no such file.' },
  'exchange.no-code-system': {
    da: 'Filen er ikke en kodeliste (CodeSystem) med adresse, udgave og koder.',
    en: 'The file is no code list (CodeSystem) with address, version and codes.',
  },
  'exchange.too-deep': {
    da: 'Indholdet er lagt for mange lag ned i hinanden: højst {most}. Sådan ser en besked ikke ud.',
    en: 'The content is nested too deeply: at most {most}. No message looks like that.',
  },
  'exchange.too-many': {
    da: 'Filen har for mange værdier: højst {most}.',
    en: 'The file has too many values: at most {most}.',
  },
  'exchange.not-utf8': { da: 'Filen er ikke tekst i UTF-8.', en: 'The file is not text in UTF-8.' },
  'exchange.not-json': {
    da: 'Filen er ikke JSON: det går galt i linje {line}.',
    en: 'The file is not JSON: it goes wrong in line {line}.',
  },
  'exchange.cut-off': {
    da: 'Filen holder op midt i det hele. Bed om at få den sendt igen.',
    en: 'The file ends in the middle. Ask to have it sent again.',
  },
  'exchange.empty': { da: 'Filen er tom.', en: 'The file is empty.' },
  'exchange.forbidden-name': {
    da: 'Filen har et feltnavn i linje {line}, som ikke må bruges.',
    en: 'The file has a field name in line {line} that may not be used.',
  },
  'exchange.name-twice': {
    da: 'Det samme felt står to gange i linje {line}. Så er det ikke til at vide, hvad der gælder.',
    en: 'The same field stands twice in line {line}. So nobody knows which one counts.',
  },
  'exchange.unstorable': {
    da: 'Filen har et tegn i linje {line}, som ikke kan gemmes.',
    en: 'The file has a sign in line {line} that cannot be stored.',
  },
  'exchange.not-fhir': {
    da: 'Filen er JSON, men ikke en FHIR-besked: den siger ikke, hvad den er (resourceType).',
    en: 'The file is JSON but no FHIR message: it does not say what it is (resourceType).',
  },
  'exchange.faulty': {
    da: 'Beskeden følger ikke den nationale standard: {count} fejl.',
    en: 'The message does not follow the national standard: {count} faults.',
  },
  'exchange.fault': {
    da: '{resource}: {kind} i {place} {about}',
    en: '{resource}: {kind} in {place} {about}',
  },
  'exchange.no-plan': {
    da: 'Bestillingen peger ikke på en plan og en borger, der er med i beskeden.',
    en: 'The order points at no plan and citizen that lie in the message.',
  },
  'exchange.too-long': {
    da: 'En tekst i bestillingen er for lang til at blive gemt: {place}.',
    en: 'A text in the order is too long to be stored: {place}.',
  },
  'exchange.id-twice': {
    da: 'To poster i beskeden har samme id. Så er det ikke til at vide, hvad der hører sammen.',
    en: 'Two entries of the message have the same id. So nobody knows what belongs together.',
  },
  'exchange.unknown-unit': {
    da: 'Der er ingen enhed her med det navn eller id. Se efter stavningen, eller opret enheden først.',
    en: 'There is no unit here with that name or id. Look at the spelling, or create the unit first.',
  },
  'exchange.other-citizen': {
    da: 'Bestillingen findes i forvejen for en anden borger. Den ændres ikke: bed myndigheden se efter.',
    en: 'The order exists already for another citizen. It is not changed: ask the authority to look.',
  },
  'exchange.attachment': {
    da: 'Bilag {number} kan ikke tages ind: det er ikke den slags fil, det siger, eller en slags, der ikke tages imod.',
    en: 'Attachment {number} cannot be taken in: it is not the kind of file it says, or of a kind that is not taken in.',
  },
  'exchange.unknown-code': { da: 'Koden er ikke et undertema i FFB.', en: 'The code is no sub-theme of FFB.' },
  'exchange.level': {
    da: 'Undertemaer under aktivitet og deltagelse skal have et funktionsevneniveau, og kun de.',
    en: 'Sub-themes under activity and participation must have a level of functioning, and only they.',
  },
  'exchange.loose-link': {
    da: 'Det, der peges på, findes ikke i borgerens sag. Skriv det ind først.',
    en: 'What it points at is not in the citizen’s case. Enter that first.',
  },
  'exchange.report-needs-number': {
    da: 'Der kan kun indberettes om en borger med CPR-nummer.',
    en: 'Only a citizen with a CPR number can be reported on.',
  },
  'exchange.nothing-new': { da: 'Der er intet nyt at indberette.', en: 'There is nothing new to report.' },
  'exchange.nothing-to-report': {
    da: 'Der er ikke skrevet noget ind, som kan indberettes, og ingen bestilling at indberette ud fra.',
    en: 'Nothing has been entered that can be reported, and there is no order to report from.',
  },
  'exchange.no-order': { da: 'Borgeren har ingen bestilling.', en: 'The citizen has no order.' },
  'exchange.no-phone': {
    da: 'En bestilling kan kun sendes videre med et telefonnummer til borgeren. Skriv det på stamkortet.',
    en: 'An order can only be passed on with a phone number for the citizen. Write it on the card.',
  },
  'exchange.hidden-needs-reason': {
    da: 'Borgeren har beskyttet adresse eller skjult ophold. Skriv, hvorfor det alligevel skal tages ud; begrundelsen står i loggen.',
    en: 'The citizen has a protected address or a hidden stay. Write why it is to be taken out all the same; the reason stands in the log.',
  },
  'exchange.no-caseworker': {
    da: 'En bestilling kan kun sendes videre med en sagsbehandler og et telefonnummer. Skriv sagsbehandleren som kontakt på kortet.',
    en: 'An order can only be passed on with a caseworker and a phone number. Write the caseworker as a contact on the card.',
  },
  'exchange.same-again': {
    da: 'Den er modtaget før. Intet er ændret.',
    en: 'It was received before. Nothing was changed.',
  },
  'exchange.same-order': {
    da: 'Bestillingen siger det samme, som den gør i forvejen. Intet er ændret.',
    en: 'The order says what it says already. Nothing was changed.',
  },
  'exchange.change-waits': {
    da: 'Bestillingen findes i forvejen og siger nu noget andet ({count} forskelle). Ændringen venter, til nogen har set den.',
    en: 'The order exists already and now says something else ({count} differences). The change waits until somebody has seen it.',
  },
  'exchange.receiver-unknown': {
    da: 'Modtageren i beskeden er ikke en enhed her. Bestillingen ligger hos kommunen, til nogen lægger den hos en enhed.',
    en: 'The receiver in the message is no unit here. The order lies at the municipality until somebody places it.',
  },
  'exchange.no-number': {
    da: 'Beskeden har intet CPR-nummer. Borgeren er oprettet uden nummer: se efter, om borgeren findes i forvejen.',
    en: 'The message has no CPR number. The citizen was registered without one: see whether the citizen is here already.',
  },
  'exchange.new-citizen': {
    da: 'Borgeren fandtes ikke og er oprettet.',
    en: 'The citizen was not here and has been registered.',
  },
  'exchange.another-order': {
    da: 'Borgeren har også en anden bestilling, der gælder.',
    en: 'The citizen has another order in force as well.',
  },
} as const satisfies Sentences
