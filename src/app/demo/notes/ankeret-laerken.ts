import type { DemoNote } from '../shape.ts'
import { parseNotes } from './parse.ts'

export const ankeretNotes: DemoNote[] = parseNotes(
  'ankeret',
  `
-13 01:20 p259 johnny-p d | Kom kl. 1.20 med hunden, våd til skindet. Tørt tøj, suppe, hunden fik vand. Sagde tak for, at begge måtte komme ind.
-13 10:00 p254 preben-r h#helbred | Sår på venstre skinneben skiftet. 3x4 cm, væsker lidt. Vil ikke til læge, "det er bare et ben".
-12 11:30 p250 ewa-n c | Møde med jobcenter, polsk tolk. Hun kan få sygesikringskort, når hun har en adresse. Vi søger om c/o her.
-11 14:00 p253 johnny-p t#bolig | Talte om skæve boliger. Han vil kun se på noget, hvor hunden må være.
-10 08:30 p254 preben-r h!#helbred~p247,p256 | Såret lugter og er rødt i kanten, 38,1. Han gik med til at se gadesygeplejersken kl. 11. Antibiotika i syv dage, vi giver den morgen og aften.
-9 22:40 p259 johnny-p d | Skænderi ved døren om hunden. Han trak sig selv, gik en runde om bygningen og kom ind igen.
-8 09:15 p250 ewa-n d | Gjorde rent i fælleskøkkenet uden at være bedt om det. Fik at vide, at hun ikke skal. "Jeg vil".
-7 12:00 p254 preben-r t#bolig | Skrev på boligansøgning. Kan ikke huske sit sidste skibs navn, men alle havnene.
-6 09:00 p256 preben-r h#helbred | Mindre rødme, ingen feber. Ny forbinding. Han holdt selv gazen.
-5 16:00 p253 johnny-p d | Solgte 18 blade. Købte foder før tobak.
-4 23:30 p347 - u | Fuldt hus. To afvist, begge henvist til nødovernatning og ringet op.
-3 02:50 p259 vest-manden d! | Ukendt mand fulgt hertil af taxa. Siger ikke navn, grøn vest. Fik værelse 9. Vågnede brat, da jeg kom med tæppe, men blev ikke vred. Sov fra kl. 4 med støvlerne på.
-3 10:00 p250 vest-manden t | Drak tre kopper kaffe. "Kald mig Vesten." Vil ikke have kommunen ringet op. Fik at vide, at han kan blive, og at vi skriver det, vi ved, og ikke mere.
-2 01:30 p259 vest-manden d#soevn | Gik frem og tilbage til kl. 3. Sad lidt i vagten. Snakkede om motorer.
-2 11:00 p250 ewa-n c | CV lavet på dansk og polsk. Prøvevagt på vaskeri i overmorgen.
-2 13:00 p254 preben-r h#helbred | Lægetid i morgen. Han spurgte selv, om jeg ville gå med.
-1 00:40 p259 vest-manden d | Tog støvlerne af, før han lagde sig.
-1 10:30 p254 preben-r h | Hos læge: såret heler. Hjertet skal undersøges, henvisning sendt. Han sagde ja.
-1 15:00 p253 johnny-p d | Hunden halter. Dyrlæge for hjemløses dyr kommer i overmorgen.
-1 21:00 p250 vest-manden d | Hjalp med at reparere cykelpumpen. Sagde sit fornavn til mig og bad mig lade være med at skrive det.
0 00:30 p259 - u | 14 sover her. Varmen i den vestlige gang er væk, tæpper lagt frem.
0 02:10 p259 johnny-p d | Hunden klynkede. Fik lov at ligge i vagten, hvor gulvet er varmt.
0 04:20 p259 vest-manden d#soevn | Sover. Døren på klem, det har han selv sat den på.
0 06:45 p259 preben-r d | Oppe, drak kaffe i vagten. Ingen feber, føler sig bedre.
0 09:00 p250 ewa-n d | Gik til prøvevagt kl. 8 i udlånt jakke. Ringede fra døren, at hun var kommet ind.
`,
)

export const laerkenNotes: DemoNote[] = parseNotes(
  'laerken',
  `
-13 14:30 p269 fatima-l d! | Kom med to piger og én taske, kørt af politiet. Rundvisning, te, værelse 2. Pigerne sov i samme seng. Telefon slukket og lagt i pose efter hendes ønske.
-12 10:00 p276 fatima-l t | Talte med pigerne i legerummet. Den ældste spurgte, om man må råbe her. Nej, sagde jeg. "Godt."
-11 11:00 p268 sara-beskyttet t | Samtale om sikkerhed. Nyt nummer virker. Gammelt telefonabonnement er spærret. Hun er bange for, at deling af billeder viser stedet; vi slog det fra sammen.
-10 13:00 p270 sara-beskyttet d | Noa byggede en seng til elefanten af klodser. Ville have døren lukket, mens han sov, og så åben igen.
-9 16:20 p267 sara-beskyttet c!~p268,p269,p270,p271 | Ukendt mand ringede til huset og spurgte efter en kvinde med et barn på fem. Intet bekræftet, nummeret er skjult. Politiet er orienteret, sagsnummer ligger hos mig. Alle svarer: "Vi kan ikke oplyse noget om nogen." Jan
-9 19:00 p268 sara-beskyttet t#foelelser | Fik at vide, at nogen havde ringet. Rystede først, spiste så aftensmad. Sover i nat med kontoret ved siden af.
-8 10:00 p271 ditte-v c#bolig | Boligvisning med kommunen i en anden by. Datteren så på skolen på telefonen. De vil gerne.
-7 12:00 p276 fatima-l d | Pigerne begyndte på den lille skole. Mor stod i vinduet, til de var inde.
-6 20:30 p278 fatima-l d#soevn | Sov ved siden af pigerne kl. 20. Bad om at blive vækket, hvis nogen kommer til døren.
-5 23:10 p347 anja-k d! | Ankom kl. 23.10 med rygsæk. Siger kun sit fornavn. Blåt mærke ved kindben, vil ikke ses af læge. Rum 4, lås vist.
-4 11:00 p268 anja-k t | Sad med kaffe i en time. Ville vide, hvad vi skriver. Læste det op for hende.
-3 13:00 p271 ditte-v t#foelelser | Fortalte, at eksmanden har skrevet. Hun svarede ikke. Første gang.
-3 15:00 p270 sara-beskyttet d | Noa sang i legerummet. Elefanten er med.
-2 10:00 p269 fatima-l c | Møde med advokat og tolk. Ansøgning om forældremyndighed sendt.
-2 21:00 p268 anja-k h#helbred | Lod mig se på kinden. Gul nu. Tog imod paracetamol.
-1 09:30 p268 sara-beskyttet c | Bistandsadvokat ringede. Retsmøde uden for huset i næste uge, kørsel aftales med politi. Elefanten skal med.
-1 14:00 p271 ditte-v c!#bolig~p267 | Lejlighed tilbudt pr. den første. Fem papirer mangler. Vi gik dem igennem, og hun græd og grinede på én gang.
0 01:40 p272 anja-k d#soevn | Vågen, gik frem og tilbage. Sad i køkkenet med mig, strikkede. Sov kl. 3.
0 06:20 p272 sara-beskyttet d | Noa vågnede og spurgte, om låsen virker. Vi prøvede den sammen.
0 09:10 p276 fatima-l d | Den yngste tegnede et hus med en sol. "Det er her."
`,
)
