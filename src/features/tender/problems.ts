import type { Sentences } from '#kernel/lang/problem.ts'

export const tenderProblems = {
  'tender.questions-after-bids': {
    da: 'Spørgsmål skal slutte før fristen for tilbud.',
    en: 'Questions must end before bids are due.',
  },
  'tender.notice-before-bids': {
    da: 'Underretningen kan ikke ligge før fristen for tilbud.',
    en: 'The notice cannot come before bids are due.',
  },
  'tender.published': {
    da: 'Udbuddet er sendt ud. Ret det med et rettelsesblad før fristen.',
    en: 'The tender is published. Correct it with a correction sheet before the deadline.',
  },
  'tender.not-published': { da: 'Udbuddet er ikke sendt ud endnu.', en: 'The tender is not published yet.' },
  'tender.deadline-passed': {
    da: 'Fristen er gået. Intet i udbuddet kan ændres nu.',
    en: 'The deadline has passed. Nothing of the tender can change now.',
  },
  'tender.deadline-only-later': {
    da: 'Fristen kan kun flyttes til senere.',
    en: 'The deadline can only move to later.',
  },
  'tender.nothing-corrected': { da: 'Rettelsesbladet retter intet.', en: 'The correction sheet corrects nothing.' },
  'tender.questions-closed': {
    da: 'Fristen for spørgsmål er gået. Et svar nu ville ikke nå alle i tide.',
    en: 'Questions are closed. An answer now would not reach all in time.',
  },
  'tender.answered': {
    da: 'Spørgsmålet er besvaret til alle. Skriv et nyt spørgsmål, hvis noget skal uddybes.',
    en: 'The question is answered to all. Write a new one if something must be added.',
  },
  'tender.tells-who': {
    da: 'Spørgsmålet ser ud til at fortælle, hvem der spørger: et firmanavn, et nummer eller »vores løsning«. Skriv det om, og bekræft.',
    en: 'The question seems to tell who asks: a company, a number or “our system”. Rewrite it, and confirm.',
  },
  'tender.say-anonymous': {
    da: 'Bekræft, at ingen kan se, hvem der spørger.',
    en: 'Confirm that nobody can tell who asks.',
  },
  'tender.not-due': {
    da: 'Fristen er ikke gået. Tilbud åbnes først efter fristen.',
    en: 'The deadline has not passed. Bids are opened after it.',
  },
  'tender.opened-already': { da: 'Tilbuddene er allerede åbnet.', en: 'The bids are opened already.' },
  'tender.not-opened': {
    da: 'Tilbuddene er ikke åbnet. Filen er ikke læst, og forsøget er noteret.',
    en: 'The bids are not opened. The file was not read, and the attempt is noted.',
  },
  'tender.award-told': {
    da: 'Tilbudsgiverne har fået besked. Point og tilbud står fast.',
    en: 'Bidders have been told. Points and bids stand.',
  },
  'tender.points-handed-in': {
    da: 'En evaluator har afleveret point. Der kan ikke lægges flere tilbud ind.',
    en: 'An evaluator has handed in points. No more bids can be loaded.',
  },
  'tender.points-beside-it': {
    da: 'En evaluator har afleveret point, mens tilbuddet lå der. Det kan ikke trækkes tilbage nu; tal med udbudsjuristen.',
    en: 'An evaluator has handed in points while the bid lay there. It cannot be withdrawn now; speak with the procurement lawyer.',
  },
  'tender.subcriterion-twice': {
    da: 'To delkriterier har samme kode.',
    en: 'Two subcriteria have the same key.',
  },
  'tender.weights': {
    da: 'Pris og delkriterier vægter {weight} %. De skal give 100 % tilsammen.',
    en: 'Price and subcriteria weigh {weight} %. Together they must be 100 %.',
  },
  'tender.charge-missing': {
    da: 'I en prismodel skal hvert delkriterium have et beløb eller en procent.',
    en: 'In a price model each subcriterion needs an amount or a per cent.',
  },
  'tender.rows': {
    da: 'Hvert krav skal tælle præcis ét sted og i et delkriterium, der findes.',
    en: 'Each requirement must count in exactly one place, in a subcriterion that exists.',
  },
  'tender.requirements-unweighed': {
    da: '{count} krav, der skal vurderes, er ikke med i modellen.',
    en: '{count} requirements to be evaluated are not in the model.',
  },
  'tender.subcriterion-empty': {
    da: 'Delkriteriet {key} har ingen krav.',
    en: 'The subcriterion {key} has no requirements.',
  },
  'tender.trial-row': {
    da: 'Brugerprøven giver point til et krav, der ikke er med i modellen.',
    en: 'The trial gives points to a requirement that is not in the model.',
  },
  'tender.over-scale': {
    da: 'Skalaen slutter ved {scale} point.',
    en: 'The scale ends at {scale} points.',
  },
  'tender.model-locked': {
    da: 'Modellen er låst. Lav en ny udgave, og send den ud med et rettelsesblad.',
    en: 'The model is locked. Make a new revision, and send it out with a correction sheet.',
  },
  'tender.model-untested': {
    da: 'Prøv modellen på opdigtede tilbud, før den låses.',
    en: 'Try the model on made-up bids before it is locked.',
  },
  'tender.model-not-locked': {
    da: 'Evalueringsmodellen skal låses, før udbuddet kan sendes ud.',
    en: 'The evaluation model must be locked before the tender can be published.',
  },
  'tender.no-model': { da: 'Der er ingen evalueringsmodel endnu.', en: 'There is no evaluation model yet.' },
  'tender.version-not-published': {
    da: 'Udgaven af kravene er ikke sendt ud. Få den godkendt, og send den ud først.',
    en: 'The version of the requirements is not published. Have it approved and publish it first.',
  },
  'tender.no-version': {
    da: 'Der er ingen udsendt udgave af kravene.',
    en: 'There is no published version of the requirements.',
  },
  'tender.no-data-protection-note': {
    da: 'Skriv, hvad databeskyttelsesrådgiveren har sagt.',
    en: 'Write what the data protection adviser said.',
  },
  'tender.empty-texts': {
    da: '{count} bilag er tomme.',
    en: '{count} annexes are empty.',
  },
  'tender.needs-left': {
    da: '{count} behov har hverken et krav eller en beslutning. Skriv kravet, træf beslutningen, eller sig på behovet, hvorfor det ikke kommer med.',
    en: '{count} needs have neither a requirement nor a decision. Write the requirement, make the decision, or say on the need why it is left out.',
  },
  'tender.panel-stands': {
    da: 'Gruppen kan ikke skiftes ud, når tilbuddene er åbnet. En evaluator, der er forhindret, kan fritages.',
    en: 'The panel cannot be replaced once bids are opened. An evaluator who cannot take part can be excused.',
  },
  'tender.not-an-evaluator': {
    da: 'En af dem har ikke rollen evaluator, indkøber eller projektkoordinator her.',
    en: 'One of them is not an evaluator, buyer or project coordinator here.',
  },
  'tender.say-which-interest': { da: 'Skriv, hvilken interesse det er.', en: 'Write which interest it is.' },
  'tender.declared': {
    da: 'Du har allerede skrevet under. Er noget ændret, så sig det til projektkoordinatoren.',
    en: 'You have declared already. If something changed, tell the project coordinator.',
  },
  'tender.declare-first': {
    da: 'Sig først, om du har egne interesser i udbuddet.',
    en: 'First say whether you have interests of your own in the tender.',
  },
  'tender.received-late': {
    da: 'Kvitteringen viser, at tilbuddet kom efter fristen.',
    en: 'The receipt shows that the bid came after the deadline.',
  },
  'tender.receipt-twice': {
    da: 'Et tilbud med den kvittering er allerede lagt ind.',
    en: 'A bid with that receipt is loaded already.',
  },
  'tender.not-a-spreadsheet': {
    da: 'Filen kan ikke læses som et regneark (.xlsx).',
    en: 'The file cannot be read as a spreadsheet (.xlsx).',
  },
  'tender.file-too-large': { da: 'Filen fylder for meget, når den pakkes ud.', en: 'The file unpacks to too much.' },
  'tender.file-faults': {
    da: 'Filen er ikke læst ind: der er {count} fejl. De står herunder, række for række.',
    en: 'The file was not loaded: there are {count} faults. They stand below, row by row.',
  },
  'tender.other-version': {
    da: 'Kontrolkoden passer ikke: arket hører til et andet udbud eller en anden udgave af kravene.',
    en: 'The check code does not fit: the sheet belongs to another tender or version.',
  },
  'tender.sheet-missing': {
    da: 'Fanen »{name}« mangler, eller dens overskrifter er ændret.',
    en: 'The sheet “{name}” is missing, or its heads were changed.',
  },
  'tender.finding-needs-note': {
    da: 'Skriv i få ord, hvad der mangler i rækken.',
    en: 'Say in a few words what the row lacks.',
  },
  'tender.row-of-other': {
    da: 'Rækken hører ikke til kravet.',
    en: 'The row does not belong to the requirement.',
  },
  'tender.row-missing': { da: '{name} mangler.', en: '{name} is missing.' },
  'tender.row-doubled': {
    da: 'Række {row}: {name} står her for anden gang.',
    en: 'Row {row}: {name} is here a second time.',
  },
  'tender.row-unknown': {
    da: 'Række {row}: {name} er ikke et af kravene.',
    en: 'Row {row}: {name} is none of the requirements.',
  },
  'tender.row-without-number': {
    da: 'Række {row} har intet kravnummer.',
    en: 'Row {row} has no requirement number.',
  },
  'tender.row-text-changed': {
    da: 'Række {row}: teksten i {name} er ikke den, der blev sendt ud.',
    en: 'Row {row}: the text of {name} is not what was published.',
  },
  'tender.row-level-unknown': {
    da: 'Række {row}: svaret på {name} er ikke et af dem på listen.',
    en: 'Row {row}: the answer to {name} is none of those on the list.',
  },
  'tender.row-not-a-number': {
    da: 'Række {row}: {name} har noget andet end et tal i timer eller pris.',
    en: 'Row {row}: {name} has something else than a number in hours or price.',
  },
  'tender.row-too-long': {
    da: 'Række {row}: en tekst ved {name} er længere end {most} tegn.',
    en: 'Row {row}: a text at {name} is longer than {most} signs.',
  },
  'tender.price-missing': { da: 'Beløbet mangler ved »{name}«.', en: 'The amount is missing at “{name}”.' },
  'tender.reason-missing': {
    da: 'Skriv en begrundelse på mindst tre ord. Point uden begrundelse tæller ikke.',
    en: 'Write a reason of at least three words. Points without a reason do not count.',
  },
  'tender.reason-names-no-row': {
    da: 'Sig, hvad begrundelsen hviler på: en række (»trin 2«, »p1«), opgaven som helhed eller svaret i tilbuddet.',
    en: 'Say what the reason rests on: a row (“step 2”, “p1”), the task as a whole, or the answer in the bid.',
  },
  'tender.given-twice': {
    da: 'Det samme tilbud og krav står der to gange. Intet er gemt.',
    en: 'The same bid and requirement stand there twice. Nothing is saved.',
  },
  'tender.not-in-model': {
    da: 'Kravet giver ikke point i den model, der er offentliggjort.',
    en: 'The requirement gives no points in the published model.',
  },
  'tender.points-from-trial': {
    da: 'Pointene kommer fra brugerprøven og gives ikke ved skøn.',
    en: 'The points come from the trial and are not a matter of opinion.',
  },
  'tender.no-trial': { da: 'Modellen har ingen brugerprøve.', en: 'The model has no trial.' },
  'tender.over-participants': {
    da: 'Der er kun {most} deltagere i prøven.',
    en: 'There are only {most} participants in the trial.',
  },
  'tender.handed-in': {
    da: 'Du har afleveret dine point. De står fast.',
    en: 'You have handed in your points. They stand.',
  },
  'tender.not-all-in': {
    da: 'Alle evaluatorer skal aflevere, før point kan samles.',
    en: 'All evaluators must hand in before points are gathered.',
  },
  'tender.points-missing': {
    da: 'Der mangler point og begrundelse {count} steder.',
    en: 'Points and reasons are missing in {count} places.',
  },
  'tender.points-to-agree': {
    da: 'Skriv det antal point, gruppen er enig om.',
    en: 'Write the points that the panel agrees on.',
  },
  'tender.points-by-rule': {
    da: 'Gruppens point regnes ud efter modellens regel og skrives ikke.',
    en: 'The panel’s points are worked out by the model’s rule, not written.',
  },
  'tender.award-drafted': {
    da: 'Der er et udkast til tildeling. Riv det i stykker først, hvis noget skal ændres.',
    en: 'There is a draft of the award. Tear it up first if something must change.',
  },
  'tender.tie': {
    da: '{count} tilbud står helt lige. Modellen kan ikke skelne dem; der må trækkes lod uden for systemet.',
    en: '{count} bids are exactly equal. The model cannot tell them apart; lots must be drawn outside the system.',
  },
  'tender.minimum-open': {
    da: 'Vinderen har ladet et mindstekrav stå åbent eller taget et forbehold. Skriv, hvad I har fundet ud af.',
    en: 'The winner left a minimum requirement open or made a reservation. Write what you found.',
  },
  'tender.no-draft': { da: 'Der er intet udkast til tildeling.', en: 'There is no draft of an award.' },
  'tender.approved': { da: 'Tildelingen er allerede godkendt.', en: 'The award is approved already.' },
  'tender.two-keys': {
    da: 'Den, der har skrevet udkastet, kan ikke også godkende det.',
    en: 'Whoever drafted it cannot approve it too.',
  },
  'tender.moved': {
    da: 'Noget er ændret, siden udkastet blev skrevet. Riv det i stykker, og skriv det igen.',
    en: 'Something changed since the draft was written. Tear it up, and write it again.',
  },
  'tender.not-approved': {
    da: 'Tildelingen skal godkendes af en anden, før tilbudsgiverne får besked.',
    en: 'Somebody else must approve the award before bidders are told.',
  },
  'tender.standstill-short': {
    da: 'Standstill er mindst {days} dage ved den udbudsform.',
    en: 'The standstill is at least {days} days in that form of tender.',
  },
  'tender.not-notified': {
    da: 'Tilbudsgiverne har ikke fået besked endnu.',
    en: 'Bidders have not been told yet.',
  },
  'tender.standstill': {
    da: 'Standstill varer til og med {endsOn}. Kontrakten må vente.',
    en: 'The standstill lasts through {endsOn}. The contract must wait.',
  },
  'tender.over': { da: 'Udbuddet er afsluttet.', en: 'The tender is over.' },
  'tender.settled-stays': {
    da: 'En tilretning, der er besluttet, bliver ikke til et forslag igen.',
    en: 'An adaptation that was decided does not become a proposal again.',
  },
  'tender.adaptation-needs-decision': {
    da: 'Knyt den beslutning, der siger det. Ingen tilretning uden en beslutning.',
    en: 'Link the decision that says so. No adaptation without a decision.',
  },
  'tender.not-decided': {
    da: 'Beslutningen er ikke taget endnu, eller den gælder ikke her.',
    en: 'The decision is not made yet, or is not of this place.',
  },
  'tender.adaptation-needs-benefit': {
    da: 'Kravet har ingen gevinst. Knyt den gevinst, tilretningen skal give, før den bestilles.',
    en: 'The requirement has no benefit. Link the benefit before it is ordered.',
  },
  'tender.leader-says-yes': {
    da: 'Enhedens leder siger selv ja til at arbejde anderledes. Spørg lederen; til der er svaret, er det ikke afgjort.',
    en: 'The unit’s leader says yes to working otherwise, and nobody else. Ask the leader; until then it is not settled.',
  },
  'tender.whose-leader': {
    da: 'Vælg den enhed, hvis leder skal sige ja.',
    en: 'Choose the unit whose leader is to say yes.',
  },
  'tender.way-in-words': {
    da: 'Skriv, hvordan enheden skal arbejde i stedet. Det er det, lederen siger ja til.',
    en: 'Write how the unit is to work instead. That is what the leader says yes to.',
  },
  'tender.nothing-asked': {
    da: 'Der venter ikke noget på lederens svar her.',
    en: 'Nothing waits for the leader’s answer here.',
  },
  'tender.no-says-why': {
    da: 'Skriv, hvorfor det ikke går, så der kan findes noget andet.',
    en: 'Write why it will not do, so that something else can be found.',
  },
  'tender.no-such-format': {
    da: 'Bilaget findes ikke i det format.',
    en: 'The annex does not come in that format.',
  },
  'tender.no-bids': { da: 'Der er ikke lagt noget tilbud ind.', en: 'No bid is loaded.' },
  'tender.no-letter': { da: 'Brevene er ikke lavet endnu.', en: 'The letters are not made yet.' },
} satisfies Sentences
