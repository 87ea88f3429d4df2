import type { DemoNote } from '../shape.ts'
import { parseNotes } from './parse.ts'

export const aastedetSecondWeek: DemoNote[] = parseNotes(
  'aastedet',
  `
-6 02:40 p006 kaj-m h#helbred | Urolig i kroppen, ville op. Sad på sengekanten med ham i en halv time. Fik lindrende medicin efter planen kl. 3.05. Sov fra 3.30.
-6 06:10 p006 jonas-v d#soevn | Sov fra kl. 0.30. Blæseren virker.
-6 08:00 p038 camilla-h h!#helbred~p001,p012,p016 | Psykiateren ringede. Camilla sagde selv: "Jeg kan ikke holde min kop". Dosis sættes ned til det halve fra i aften. Ring igen om en uge eller før ved feber, stivhed eller forværring. Skema rettet, kontrolleret af to.
-6 09:20 p036 mette-j d | Fødselsdag! Flag på bordet, rundstykker og sang på sengen. Hun fik en ny radio og et billede af sin kæreste i ramme.
-6 10:30 p044 kirsten-f d+20 | Har strikket hele formiddagen i stuen og lukket døren til værelset, da der kom gæster. Ville ikke have kage.
= trukket -6 12:05 p044 | Skrevet på den forkerte: det var hendes søster. Bliver skrevet igen på den rigtige.
-6 10:30 p012 kirstine-f d+100 | Har strikket hele formiddagen i stuen og lukket døren til værelset, da der kom gæster. Ville ikke have kage. (Set af vikaren, skrevet om af mig, fordi det først stod hos hendes søster.)
-6 12:20 p005 jens-b d#mobilitet | Gik til frokost med rollatoren, da en anden borger kaldte den "en fin cykel". Ville derefter gerne have kurven på.
-6 14:30 p036 mette-j d#relationer | Kæresten kom til lagkage. De sad i haven og lyttede til den nye radio. Mor og far var her fra kl. 15. Mette-Marie holdt tale: "Tak fordi I kom, og tak for mig".
-6 15:10 p014 birthe-l c#kost | Søster Ruth på besøg. Havde jordbærgrød med. Birthe spiste seks skefulde for hende. Ruth fortalte, at tænder også var problemet for tre år siden.
-6 17:20 p010 henrik-t d#relationer | Første aften med fast nyhedstid. Sad alene i sofaen kl. 18.30 og slukkede selv kl. 19. Sagde "værsgo" til en anden borger, da han gik.
-6 19:30 p018 nadia-w d | Bagte lagkagebunde til i dag og fik ros af alle. Ville gerne skrive opskriften ned.
-6 20:15 p003 kirstine-f d | Faldet til ro efter en dag med mange gæster. Maskerne tæller hun selv.
-6 22:20 p347 kaj-m h#helbred | Overtaget fra aftenholdet. Sover. Vejrtrækning med pauser på op til 10 sekunder. Mundpleje og vending kl. 22.15.
-5 03:00 p347 kaj-m h#helbred | Vågen et øjeblik. Spurgte om det blæste. Jeg sagde ja, fra vest. Det var godt, sagde han.
-5 06:50 p347 - u | Kaj skal ikke være alene fra nu af. Listen over, hvem der sidder hos ham, hænger på kontoret.
-5 07:55 p016 kaj-m h!#helbred~p001,p002,p019,p027,p028 | Drikker ikke mere, tager ikke medicin i munden. Lindrende medicin gives efter plan. Læge orienteret, kommer i eftermiddag. Niece Else er på vej fra Thyborøn.
-5 09:10 p005 jens-b d#mobilitet | Spurgte, om Kaj var ved at dø. Jeg sagde ja. Vi gik en tur i haven med rollatoren og satte os på bænken. Han ville vide, hvem der så får den store stol.
= rettet -5 11:30 | Spurgte til en anden borger, som er meget syg. Jeg svarede ærligt. Vi gik en tur i haven med rollatoren og satte os på bænken. Jens var stille og ville gerne gå turen igen i morgen. | En anden borger var nævnt med navn.
-5 10:40 p002 birthe-l h!#kost~p001,p014 | Afbud hos tandlægen: tid i morgen kl. 13. Aftalt med tandlægen, at hun kan få noget beroligende inden. Søster Ruth tager med.
-5 11:20 p022 jonas-v d | Spiste frokost i køkkenet med to andre. Spurgte, hvad man gør, når man vil have besøg. Skrev det op til husmødet.
-5 13:00 p024 elif-y d#praktisk | Lavede mad efter sin liste: pasta med tomat. Skar sig lidt i fingeren, plaster på. Dag 1 af 3, siger hun.
-5 14:45 p028 kaj-m c | Else sidder hos ham. Hun har havet med på telefonen, lyden af bølger. Hans ansigt blev glat.
-5 16:20 p008 lars-a d#foelelser | Uro på gangen, mange fremmede i huset. Han vandrede. Vi tegnede linje 42 med alle stop, det tog en time, og så var det bedre.
-5 18:35 p010 dennis-k d#relationer | Spurgte, før han satte fodbold på. En anden borger sagde ja. Første gang de har siddet i samme rum siden episoden.
-5 20:00 p009 soeren-oe h | Ingen anfald siden i forgårs nat. Al medicin givet til tiden. Gik en kort tur med Bølle.
-5 21:50 p033 poul-erik-b d | Ville gerne spille for en anden borger, der ligger syg. Spillede udenfor døren i fem minutter. Græd lidt og var glad for, at han gjorde det.
-4 00:15 p347 jens-b d | Vågen. Kunne høre, at der var folk på gangen. Rollator til køkkenet, et glas mælk, i seng igen.
-4 02:00 p347 kaj-m h | Rolig. Lange pauser i vejrtrækningen. Else og jeg sidder her. Vinduet står på klem.
-4 04:50 p347 kaj-m h!+20~p001,p002,p016,p019,p027,p028 | Kaj sov stille ind kl. 4.50. Else holdt ham i hånden. Bølgerne på telefonen kørte endnu. Lægevagten er ringet op og kommer. Leder Peter er ringet op kl. 5.05.
-4 06:00 p347 kaj-m h | Lægevagten har været her kl. 5.40. Vinduet er åbnet. Else bliver, til vi gør ham i stand sammen kl. 8. Den blå skjorte, har hun valgt.
-4 07:30 p001 - u!~p002,p003,p005,p008,p010,p012,p014,p016,p019,p022,p024,p028 | Kaj døde i nat kl. 4.50, fredeligt og med sin niece hos sig. Vi fortæller det til alle samlet kl. 9 i spisestuen, og til dem, der hellere vil høre det alene, på værelset inden. Lys på bordet. I må gerne vise, at I er kede af det. Tak for måden, I har passet ham på. Peter
-4 08:30 p028 kaj-m d | Gjort i stand sammen med Else. Den blå skjorte, avisen fra i dag lagt ved. To borgere kom ind og sagde farvel. Bedemanden henter ham kl. 14. Vi stod alle i gangen, da han kørte.
-4 09:20 p019 grethe-d d#foelelser | Tog nyheden om en medbeboers død roligt. "Så er det vel snart mig." Vi talte om det. Hun vil gerne have katte med på sit kort, når den tid kommer.
-4 09:30 p028 bodil-aa d#foelelser | Græd, da hun hørte om dødsfaldet. Valgte sangen, vi sang ved bordet: "Altid frejdig". Antibiotika afsluttet i morges.
-4 09:40 p008 lars-a d#foelelser | Fik det fortalt alene på sit værelse. Spurgte, hvilken bus man tager til kirken. Vi slog den op.
-4 11:00 p022 jonas-v d | Kendte ham kun en uge. Blev på værelset, ville ikke sidde med. Hjalp dog med at bære stole.
-4 13:00 p014 birthe-l h!#egenomsorg~p001,p002 | Hos tandlægen sammen med søster Ruth. Kindtand nederst til venstre var betændt og er trukket ud. Gik godt med beroligende. Må spise blødt i aften, tygger på højre side. Skylles med saltvand i tre dage.
-4 15:30 p010 henrik-t d#relationer | Kom selv og sagde, at huset var for tungt i dag. Gik tur alene en time og kom hjem som aftalt.
-4 18:10 p014 birthe-l d#kost | Spiste en hel skål risengrød! Pegede på skålen for at få mere.
-4 20:40 p038 camilla-h h | Ryster mindre idag. Drak selv kaffe af sin egen kop.
-4 23:30 p006 poul-erik-b d#foelelser | Ikke i seng. Sad i den store stol i gangen. Han fik lov at sidde der med et tæppe, til han selv ville ind kl. 0.30.
-3 03:30 p006 malik-k d#soevn | Oppe, det blæser igen. Te i køkkenet. Snakkede om at sejle. Sov fra 4.15.
-3 06:30 p006 birthe-l d#soevn | Sovet hele natten for første gang i to uger.
-3 07:40 p002 birthe-l h#kost | Vejet: 54,0 kg. Faldet er standset. Proteindrik fortsætter. Skylning af munden gik fint, da jeg sang imens.
-3 09:15 p005 jens-b d#mobilitet | Gik selv til postkassen og tilbage med rollator. 140 skridt, har han talt. Hviler efter halvvejs.
-3 10:20 p003 malik-k d | Fisketur ved møllesøen. To skaller, sat ud igen. Sagde, at det var den bedste dag i år.
-3 11:45 p018 aviaja-p d#foelelser | Stille siden dødsfaldet i huset. Tændte et lys i vinduet og sagde et ord, jeg ikke kendte. Hun forklarede, at det betyder ro.
-3 13:00 p021 ahmad-r c | Mor på besøg med bolani til hele huset. Tolk på telefonen ved snakken om togturen alene. Hun er nervøs. Ahmad viste hende billetten på sin telefon.
-3 14:10 p009 soeren-oe h!+15#helbred~p001,p002 | Kort anfald i haven kl. 14.10. Blev fjern, smaskede, famlede med jakken i cirka 50 sekunder. Faldt ikke. Klar efter fem minutter. Epilepsiklinikken er ringet op: blodprøve for medicin i overmorgen. Mor er orienteret.
-3 15:00 p019 poul-erik-b h#helbred | Blodsukker 4,1 før mad, lidt bleg. Juice og en halv skive. 6,2 efter tyve minutter. Havde sprunget frokosten over.
-3 17:30 p012 kirsten-f d | Hjalp med at dække bord til mindekaffen. Ville sidde ved siden af sin søster.
-3 19:00 p028 - u | Mindekaffe for Kaj. 17 borgere deltog. Else kom. Der blev sunget tre sange og fortalt om dengang, han ville melde hele huset til havnefest. Begravelse i overmorgen kl. 11; dem, der vil med, står på listen i spisestuen.
-3 21:15 p027 kirstine-f d | Spurgte, hvem der flytter ind på værelse 2. Jeg ved det ikke, sagde jeg. Hun vil helst have en, der ikke snøvler.
-2 02:15 p020 jens-b d#mobilitet | Oppe kl. 2.15 med rollator, bremsen glemt. Mindede ham om den. Ikke usikker.
-2 05:30 p020 - u | Røgalarm i Engen bippede kl. 4 (batteri). Skiftet. Tre borgere vågnede, alle sover igen.
-2 07:50 p010 henrik-t d#relationer&tv-3 | Sur stemning ved morgenmaden om, hvem der tog den sidste ost. Henrik rejste sig, men gik selv ud, før det blev til noget. Kom tilbage og spiste.
-2 07:50 p010 dennis-k d#relationer&tv-3 | En anden borger blev vred over osten ved morgenmaden. Dennis sagde undskyld og gav sin ene skive. Han var stille bagefter, men ikke bange.
-2 09:10 p036 mette-j c | Afsted til Solsikken. Har kæresten med på billede. Dagtilbuddet melder, at hun gerne må tage lys med hjem til huset.
-2 10:00 p002 jens-b c#mobilitet | Lægen ringede med svar på blodprøver: lav blodprocent og lavt D-vitamin. Jerntabletter og D-vitamin fra i morgen. Ny kontrol om fire uger. Skema rettet.
-2 11:00 p022 jonas-v c | Mor Tina ringede for anden gang i dag. Aftalt med Jonas, at hun ringer kl. 17.30, og at han selv tager den.
-2 12:30 p014 birthe-l d#kost | Spiste hele portionen: kartoffelmos og fisk. Dækkede selv bord. Nynnede.
-2 14:20 p026 lan-n d#kommunikation | Talte med sin bror på video. Brugte tavlen til at fortælle om turen og mindekaffen. Han græd, hun klappede på skærmen.
-2 16:00 p024 elif-y d#praktisk | Vaskede tøj selv, lys og mørk. En sok blev lyserød. Dag 3 af 3.
-2 17:45 p015 lars-oe d | Lugede den lange række. Hørte fuglene, siger han, det er høreapparatet.
-2 18:30 p008 jens-b d#mobilitet+90 | Faldt næsten ved trappen til haven. Greb selv gelænderet.
= rettet -1 08:20 | Snublede ved trinnet til haven kl. 18.30 uden rollator. Greb selv gelænderet og faldt ikke. Trinnet er mærket med gul tape, og rampen skal bruges. | Manglede hvad vi gjorde bagefter.
-2 20:10 p038 camilla-h d#soevn | Vågen hele dagen og med til kortspil. Vandt. Sover nu, ikke før kl. 20, det er nyt.
-2 22:35 p347 - u | Natten: trinnet ved haven er mærket. Lommelygten i Åen mangler.
-1 01:10 p347 grethe-d d | Klokken kl. 1. Ville vide, om det var jul. Det er det ikke. Godt nok, sagde hun.
-1 05:40 p347 jens-b d#mobilitet | På toilettet kl. 1.30 og 5.30 med rollator, bremset rigtigt. Ingen svimmelhed.
-1 07:45 p016 poul-erik-b h | Blodsukker 7,0. Husker ham på frokosten i dag.
-1 08:20 p009 soeren-oe h#helbred | Blodprøve taget. Tog det pænt, hvis han måtte tale om Bølle imens.
-1 09:30 p005 flemming-aa d | En høne lægger uden skal. Vi har købt skaller til foderet. Han noterer i sin hønsebog.
-1 11:00 p028 bodil-aa d#foelelser | Med til begravelsen. Sang for. Holdt præsten i hånden længe.
-1 11:00 p019 poul-erik-b d#foelelser | Med til begravelsen. Spillede "Jeg ser de bøgelyse øer" på mundharmonika ved graven. Træt bagefter, sov til kl. 16.
-1 11:00 p008 lars-a d#samfundsliv | Med til begravelsen. Havde skrevet busplanen ned for alle. Vi nåede det med fire minutter i overskud.
-1 13:40 p022 jonas-v d | Gik alene til købmanden og ringede, da han var fremme. Ud og hjem på 35 minutter. Gik ikke over Ringvejen.
-1 14:00 p002 birthe-l h#kost | Tandkødet er fint. Har spist alle seks måltider i går. Vi fortsætter kostplanen en uge og vejer igen.
-1 15:20 p033 ib-s d | Tre cigaretter i dag i stedet for syv. Det er hans egen idé, han vil købe en ny radio for pengene.
-1 16:30 p021 nadia-w d#foelelser | Uro efter larm fra græsslåmaskinen. Gik selv ind og tog høreværnet på. Det er ny kunnen.
-1 17:35 p022 jonas-v c | Talte selv med sin mor i ti minutter. Sagde: "Her er okay".
-1 18:30 p010 henrik-t d#relationer | Nyheder til fast tid. Inviterede en anden borger til at sidde med, hvis han var stille. Det var han.
-1 19:15 p002 jens-b h!#mobilitet | Virker svimmel i aften, BT 98/60 stående. Har glemt at drikke i varmen, to glas vand givet. Natholdet: følg ham på toilettet i nat, også selv om han siger nej. Jeg ringer til lægen i morgen tidlig.
-1 20:40 p038 camilla-h t | Talte om medicinen. Hun har skrevet tre spørgsmål ned til psykiateren og vil have sin bisidder med.
-1 21:30 p024 elif-y d | Mødte op på kontoret med sin liste fyldt ud. Vi tager den med til hendes rådgiver.
-1 22:40 p347 malik-k d#soevn | I seng kl. 22.15. Vindstille.
0 00:20 p347 kirsten-f d#soevn | Vågen, havde drømt. Fik vand og sov igen kl. 0.45.
0 01:50 p347 jens-b d#mobilitet | Fulgt på toilettet kl. 1.50. Gik langsomt, rollatoren med. Sagde "du behøver ikke", og jeg gik med alligevel.
0 03:20 p347 soeren-oe d#soevn | Tilset kl. 1, 2 og 3. Sover tungt. Ingen anfald.
0 04:40 p347 birthe-l d#soevn | Oppe kl. 4.40 og bad om brød. Fik en halv skive med smør i køkkenet. Spiste op.
0 05:30 p347 - u | Rolig nat i alle tre grupper. Jonas sov fra kl. 23. Lommelygten lå i vaskerummet.
0 06:30 p013 lars-oe d | Høreapparat lagt til tørring, batteri skiftet.
0 06:50 p013 nadia-w d | Stod op for at bede kl. 5, i seng igen. Bad om ro på gangen, det fik hun.
0 07:40 p347 jens-b d!#mobilitet | Faldt ved sengen, ingen skade. Ville selv hente rollatoren, som stod for langt væk. Læge ringet op, ringer tilbage i formiddag. Set efter for mærker: ingen nye. Rollatoren står nu inden for rækkevidde, bremset.
0 07:55 p016 poul-erik-b h | Blodsukker 6,4. Morgenmedicin givet.
0 08:20 p002 jens-b h#mobilitet | BT 104/62 liggende, 92/56 stående. Ikke ramt hovedet, klar i hovedet. Drukket to glas vand. Afventer lægens opkald.
0 08:45 p022 jonas-v d | Satte sig selv ved morgenbordet. Første gang.
0 09:15 p005 jens-b d | Spiste morgenmad med de andre. Ville helst ikke tale om faldet. Gik med rollatoren ud til hønsene bagefter.
0 09:40 p002 jens-b c!#mobilitet | Lægen ringede: blodtrykspillen stoppes helt fra i dag. Måles stående morgen og aften i en uge. Ring ved nyt fald. Søster Inger har fået besked.
0 10:00 p014 birthe-l d#kost | Formiddagsmåltid: proteindrik og en hel bolle. Satte sig selv ved vinduet.
0 11:10 p036 mette-j c | Solsikken ringer: hun har talt om dødsfaldet i dag og vil gerne hjem til kaffe kl. 14 i stedet for 15. Vi henter.
0 12:40 p010 henrik-t d | Øvede at spørge "må jeg?" ved frokosten. Grinede af sig selv, men gjorde det.
0 14:30 p008 lars-a d | Varslet om, at der kommer en vikar i aften. Vil vide hvornår hun går igen. Skrevet på tavlen.
`,
)
