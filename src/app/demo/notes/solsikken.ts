import type { DemoNote } from '../shape.ts'
import { parseNotes } from './parse.ts'

export const solsikkenNotes: DemoNote[] = parseNotes(
  'solsikken',
  `
-13 09:30 p228 mette-j d | Støbte 14 bloklys. Ville have dem alle blå. Målte selv vægen.
-13 10:00 p228 bjarke-t d | Savede sider til to fuglekasser. Høreværn og briller på uden at blive mindet om det.
-13 13:00 p233 niels-j-h d | Fejede terrassen og gangen. Sagde, at nu kan man se gulvet.
-12 10:20 p228 karla-e h#helbred | Kiggede væk i 12 sekunder ved maleriet. Kom tilbage af sig selv. Noteret i skemaet.
-12 11:00 p233 lan-n d#kommunikation | Fortalte om sodavand på tavlen og lo. Malede rødt hele formiddagen.
-12 14:00 p236 nadia-w d#praktisk | Bagte boller til kantinen. Ville gerne være i det lille køkken, fordi der er stille.
-11 09:40 p228 birthe-l d#kost | Drak te, men ville ikke have formiddagsbrød. Sad ved vinduet. Ringede til Åstedet, der ser det samme.
-11 10:30 p231 ahmad-r d | Fortalte alle om togturen. Tegnede billetautomaten.
-11 13:15 p233 niels-j-h d | Kom ikke. Søster ringede kl. 10: ondt i knæet.
-10 10:00 p228 karla-e d#kommunikation | Skrev en hel sætning med øjnene: "jeg vil køre race". Vi lavede en bane med kegler.
-10 13:00 p228 bjarke-t d | Spurgte fire gange, hvornår hans kæreste kommer hjem fra turen. Skrev klokken på hans hånd, det var hans idé.
-9 09:20 p228 mette-j d&kaerester | Fortalte om rutsjebaner, selv om hun ikke turde. Gav sin kæreste en lille bamse. De sad ti minutter for sig selv i sofaen.
-9 09:20 p228 bjarke-t d&kaerester | Fik en lille bamse af sin kæreste. De sad ti minutter for sig selv i sofaen. Derefter i værkstedet, bamsen sad på høvlebænken.
-9 10:10 p233 dennis-k d | Med i værkstedet. Snakkede om kampen, mens han lakerede. Arbejder godt, når man snakker tilbage.
-9 14:00 p228 lars-a d | Bussen kom 9 minutter for sent. Han ringede selv til trafikselskabet.
-8 10:00 p233 dennis-k d#foelelser | Stille i dag. Fortalte, at han er blevet skubbet derhjemme. Lyttede. Han ved, at Åstedet har talt med ham om det. Ville ikke i værkstedet, sad hos mig og vaskede pensler.
-8 11:30 p228 karla-e h!#helbred~p226,p233 | Anfald på 40 sekunder, længere end normalt. Hoved støttet, tid taget. Klar efter tre minutter, træt. Forældre ringet op. De ringer til neurologen.
-7 09:45 p236 nadia-w d | Ny opskrift: rugboller. Skrev den selv med store bogstaver.
-7 10:30 p228 bjarke-t d | Fuglekasse nr. 30. Skar sig ikke. Vil have et skilt med sit navn.
-6 09:00 p228 mette-j d | Fri på sin fødselsdag. Vi sang i telefonen kl. 9. Kæresten tog hjem til hende efter frokost med bussen, faren fulgte ham.
-6 13:00 p233 niels-j-h d#mobilitet | Tilbage igen. Halter. Fejede siddende på en skammel, det var hans egen opfindelse.
-5 10:00 p231 aviaja-p d | Syede perler i to timer. Sagde farverne på grønlandsk til dem, der ville lære dem.
-5 11:15 p228 karla-e c | Neurologen har sat medicinen lidt op. Forældrene har sendt nyt skema. Lagt i mappen og gennemgået med frokostholdet.
-5 13:30 p228 birthe-l d#kost | Holdt sig til kinden. Spiste lun suppe, lidt. Meldt til Åstedet, der har tid hos tandlæge.
-4 10:15 p228 mette-j d#foelelser | Kom, selv om der er sorg i hendes hus. Støbte ét hvidt lys og ville have det med hjem. Græd lidt, tørrede næsen og gik i gang igen.
-4 10:40 p236 nadia-w d#foelelser | Urolig og ville ikke bage. Vi gik tur til åen.
-4 11:00 p231 ahmad-r d#foelelser | Sagde ved morgensamlingen, at en var død. Vi tændte lys. Han læste en linje, han havde skrevet selv.
-3 09:30 p228 bjarke-t d#relationer | Vil lave en fuglekasse til graven. Vi ringede til hans kærestes bosted, og det må han gerne.
-3 10:00 p233 niels-j-h d | Knæet er bedre. Dansede med kosten.
-3 13:40 p228 karla-e d | Vandt banen i 48 sekunder. Ingen anfald i dag.
-2 09:30 p228 mette-j d | Støbte 17 hvide lys, et til hver i huset, siger hun. Regnede selv efter.
-2 11:00 p228 lan-n d#kommunikation | Viste billeder fra mindekaffen. Skrev "stille" og "kage".
-2 13:00 p229 - u | Brandøvelse i går gik på 4 min. 10. To borgere blev bange for sirenen; næste gang siger vi det dagen før.
-1 10:00 p228 bjarke-t d | Malede fuglekassen blå. Den skal hænges op i næste uge.
-1 10:30 p228 karla-e h | Ingen anfald i tre dage. Lidt træt af den nye dosis, sov tyve minutter efter frokost.
-1 13:15 p233 niels-j-h d | Fortalte om dengang, han fejede hele torvet. Jeg tror på det.
-1 14:00 p228 birthe-l d#kost | Spiste to boller og bad om en til. Nynnede.
0 08:40 p228 bjarke-t d | Kom som den første. Ville vide, om hans kæreste kommer. Det gør hun.
0 09:20 p228 mette-j d#foelelser | Talte om begravelsen ved morgensamlingen. Træt. Ville gerne hjem til kaffe kl. 14, aftalt med Åstedet.
0 10:10 p228 karla-e d#kommunikation | Bad selv om pause på computeren. Det er første gang.
0 11:30 p233 niels-j-h d | Fejede inden regnen.
`,
)
