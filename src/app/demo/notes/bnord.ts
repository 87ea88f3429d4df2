import type { DemoNote } from '../shape.ts'
import { parseNotes } from './parse.ts'

export const bnordNotes: DemoNote[] = parseNotes(
  'bnord',
  `
-13 10:00 p168 hanne-s v#praktisk | Åbnede selv døren. Vi tog fem breve fra posen. To var reklamer, et fra boligforeningen om vandmåler, som hun ringede på, mens jeg sad der. Resten tager vi næste gang.
-13 13:30 p168 tarek-h v | Ringede ti minutter før som aftalt. Linsesuppe på komfuret. Han har sovet 3-4 timer om natten i en uge. Vil gerne tale med lægen om søvn.
-13 11:00 p176 bent-o v | Ringede fra vejen, hunden blev bundet. Kaffe i køkkenet. Fem øl i går mod otte i sidste måned, siger han selv.
-12 14:00 p172 mikkel-a v#soevn | Lukket ned. Lå i sengen kl. 14, men lod mig komme ind. Vi åbnede et vindue og lavede havregryn. Ikke andet i dag, det var aftalen.
-12 09:30 p172 signe-h v | Gik sammen fra kollegiet til HF. Vendte om én gang ved cykelskuret. Vi talte til hundrede, og så gik hun ind.
-12 15:00 p176 ivalu-n t#relationer | Talte om det næste samvær. Hun er bange for at græde foran børnene. Aftalt, at vi forbereder en ting, de kan lave sammen.
-12 10:15 p168 lone-b v#bolig | Begyndte med køkkenbordet. En halv time, så te. Tre poser til genbrug. Hun bestemte selv, hvad der røg ud.
-11 10:00 p168 rene-l v! | Første besøg i den nye lejlighed. Nøglen hænger i snor om halsen. Mangler gardiner og en pære. Vi købte begge dele. "Det er første gang, jeg selv låser."
-11 12:00 p168 tarek-h c | Ringede sammen til egen læge. Tid om fire dage. Han ønsker mig med og en tolk på telefonen.
-11 13:45 p172 mikkel-a v | Sms kl. 11: "ikke i dag". Skrev tilbage, at jeg går forbi kl. 14 og banker én gang. Han åbnede, og vi talte to minutter i døren.
-10 10:00 p168 hanne-s v#samfundsliv | Brev om tilbagebetaling af boligstøtte. Hun blev bleg. Vi læste det to gange sammen. Fristen er om tre uger. Lagt øverst i posen, hun ville have det ud af syne.
-10 09:00 p172 signe-h v | Gik selv til hjørnet, hvor jeg ventede. Fulgtes det sidste stykke.
-10 11:30 p176 bent-o v#helbred | Blåt mærke på armen efter fald i laden, siger han. Ikke drukket, siger han også. Kan bruge armen. Ville ikke til læge. Aftalt at ringe i overmorgen.
-9 14:00 p176 ivalu-n v | Købte ind til pandekager til samværet. Skrev opskriften på grønlandsk og dansk til børnene.
-9 10:30 p168 lone-b v#bolig | Ville ikke i gang i dag. Den ene kat er syg. Vi ringede til dyrlægen i stedet, og hun gik selv derhen.
-9 13:00 p172 mikkel-a v | Gik ud med skrald sammen kl. 13. Ti minutter i solen. Han vil gerne have besøg senere på dagen.
-8 10:00 p168 rene-l v#samfundsliv | Tilmeldte Betalingsservice til husleje og el. Han trykkede selv. Første natur: at tjekke låsen tre gange. Det er bedre end før.
-8 15:30 p168 tarek-h v | Mareridt efter et brag fra vejarbejdet. Bad mig blive lidt længere. Vi gik rundt om blokken to gange.
-8 18:00 p176 ivalu-n t+30 | Ringede efter samværet. De lavede pandekager og ingen græd, "kun mig bagefter". Næste gang vil hun vise dem billeder fra Aasiaat.
-8 11:00 p176 bent-o v | Ringede som aftalt. Armen er gul nu. Griner ad den.
-7 10:00 p168 tarek-h c!#soevn~p164,p172 | Med hos lægen. Søvn og mareridt: ny medicin til natten, lille dosis, kontrol om to uger. Henvisning til traumeklinik sendes, ventetid fem måneder. Tolken var god. Tarek sagde tak til ham to gange.
-7 13:00 p172 signe-h v | To dage uden HF. Ondt i maven. Vi skrev til studievejlederen sammen, og hun fik lov at komme til tredje time.
-7 14:15 p168 hanne-s v | Sønnen havde været der og taget tre breve med hjem. Hun var lettet og flov. Vi talte om, at det er i orden at få hjælp.
-6 10:30 p168 lone-b v#bolig | Gangen er fri, man kan gå uden at træde over noget. Hun tog selv et billede før og efter.
-6 14:30 p172 mikkel-a v#soevn | Sov fra 4 til 13. Vi lavede en aftale om at flytte døgnet en halv time ad gangen. Han valgte selv tiden.
-6 11:00 p176 ivalu-n c | Møde i familieafdelingen. Hun fik sagt det, hun havde skrevet ned. Samvær udvides med en time fra næste måned.
-5 09:00 p172 signe-h v | Gik selv hele vejen. Jeg stod ved lågen og vinkede.
-5 10:00 p168 rene-l v | Ensom om aftenen. Savner lyden af andre. Vi fandt fællesspisning i beboerhuset, og han skrev sig på.
-5 13:30 p168 tarek-h v#soevn | Sov seks timer i nat. Tør i munden af medicinen, ellers godt. Lavede kaffe med kardemomme.
-5 15:00 p176 bent-o v!#rusmidler~p164 | Lugtede af spiritus kl. 15, usikker på benene. Var ked af det: hunden er påkørt og død. Sad hos ham en time. Aftalt, at jeg ringer i aften kl. 19 og kommer i morgen.
-5 19:05 p176 bent-o v | Ringede. Han havde spist og var på vej i seng. Naboen var kommet over med en kop kaffe.
-4 10:00 p176 bent-o v | Ædru og træt. Begravede hunden bag laden. Ikke flere øl i huset, ville ikke købe nye i dag. Vil gerne tale med Rusrådgivningen igen.
-4 11:00 p168 hanne-s v#samfundsliv | Ringede sammen til Udbetaling Danmark. Aftale om afdrag, 200 kr. om måneden. Hun sov godt i nat, for første gang siden brevet.
-4 13:00 p172 mikkel-a v | Var oppe kl. 12.30. Viste mig musik, han har lavet. Ti numre.
-3 10:15 p168 lone-b v | Katten er rask. Vi tog vindueskarmen. Hun fandt et brev fra sin far, og så holdt vi op for i dag.
-3 14:00 p176 ivalu-n v | Tandlæge bestilt, hun har haft ondt i et halvt år. Vil gerne, at jeg går med.
-3 09:40 p172 signe-h v | Havde fremlagt i klassen, med papir foran ansigtet, men hun gjorde det.
-3 17:30 p168 rene-l v | Med til fællesspisning. Sad ved døren de første ti minutter. Vaskede op med de andre bagefter.
-2 10:00 p168 tarek-h c | Jobkonsulent på besøg. Tarek vil gerne prøve to timer om ugen i et køkken. Uden opråb og med fast plads, sagde han. Det blev skrevet ned.
-2 13:00 p176 bent-o c#rusmidler | Første samtale i Rusrådgivningen. Jeg kørte, han gik ind alene.
-2 14:30 p172 mikkel-a v | Lukket dør og intet svar på sms. Gik forbi to gange. Ser på det i morgen tidlig.
-1 09:00 p172 mikkel-a v!#foelelser | Åbnede kl. 9.10. Har ligget vågen i to nætter. Siger, at tankerne er mørke, men at han ikke har planer om at gøre skade på sig selv. Vi ringede til hans læge, akuttid i morgen kl. 11. Han gav lov til, at jeg ringer til hans mor, og hun bliver hos ham i nat.
-1 10:30 p168 hanne-s v | Posen er halvt tom. Næste gang tager hun selv det første brev, inden jeg kommer.
-1 13:00 p168 lone-b v#bolig | Havde ryddet stolen ved vinduet, så jeg kunne sidde. "Den er din."
-1 14:30 p176 ivalu-n c | Hos tandlæge: en rodbehandling påbegyndt. Holdt mig i hånden. Ny tid om to uger.
-1 15:15 p168 - u | Bilen med nøglehul i bagklappen er på værksted til i overmorgen. Book den hvide. Birgit
-1 16:00 p168 rene-l v | Har sovet med lyset slukket.
0 08:15 p172 mikkel-a t#foelelser | Ringede. Moren er der stadig. Han har sovet fire timer og spist. Vi mødes ved lægehuset kl. 10.50.
0 08:40 p168 tarek-h v | Sms: "Kom i dag kl. 13 i stedet, jeg laver dolma". Flyttet.
0 09:00 p172 signe-h v | Gik selv. Sendte et billede af klasselokalet.
0 10:15 p168 hanne-s v#praktisk | Havde åbnet det første brev selv. Det var en indbydelse til syklub. Hun tager derhen, hvis jeg minder hende om det.
0 11:20 p172 mikkel-a c!#foelelser | Hos lægen sammen med mor. Henvist til akut vurdering i psykiatrien i dag kl. 14. Mor kører. Jeg ringer kl. 16 og hører.
0 13:10 p168 tarek-h v | Dolma. Køkkenet ringede: han kan starte i næste uge. Han sad stille længe og sagde så "godt".
`,
)
