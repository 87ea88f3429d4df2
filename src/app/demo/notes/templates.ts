// A made note is an opening, often a middle, and now and then an end. {N} is the name, {h} han/hun, {m} ham/hende,
// {s} hans/hendes. "h:" marks a health note, "n:" a night note, "#theme" its theme.
export type Templates = { opening: string[]; middle: string[]; end: string[] }

const lines = (s: string): string[] => s.trim().split('\n')

const home: Templates = {
  opening: lines(`
n:Sovet uden afbrydelser, set til kl. 1 og 4. #soevn
n:Vågen omkring kl. 3. Fik et glas vand og faldt i søvn igen. #soevn
n:Urolig søvn, gik på gangen to gange. Fulgt tilbage til værelset. #soevn
n:Lyset tændt til langt ud på natten. Hørte musik med høretelefoner. #soevn
n:Rolig nat. Døren på klem efter eget ønske. #soevn
Spiste morgenmad sammen med de andre. #kost
Ville have morgenmaden på værelset og spiste det hele. #kost
Stod selv op, da vækkeuret ringede. #egenomsorg
Blev mindet om bad og gik i gang med det samme. #egenomsorg
Sagde nej til bad i dag. Vi aftalte i morgen efter kaffe. #egenomsorg
Lagde selv vasketøj sammen og bar det på værelset. #praktisk
Hjalp med aftensmaden og skrællede kartofler til alle. #praktisk
Gjorde rent på værelset sammen med mig, støvsugeren var {s} opgave. #praktisk
Var med i gåklubben rundt om søen. #helbred
Gik selv til købmanden og kom hjem som aftalt. #samfundsliv
Havde besøg af familie om eftermiddagen. #relationer
Talte i telefon med en pårørende i et kvarter. #relationer
Blev urolig, da planen blev ændret med kort varsel. #foelelser
Græd lidt efter frokost og kunne ikke sige hvorfor. #foelelser
Spillede kort i fællesstuen hele aftenen. #relationer
h:Fik medicin til tiden uden bemærkninger. #helbred
h:Klagede over hovedpine. Temperatur normal. #helbred
h:Lidt rød på underarmen efter ny creme. Cremen stoppet. #helbred
h:Har hostet siden i går. Ingen feber. #helbred
Valgte selv tøj til dagen og var tilfreds med valget. #egenomsorg
Sad længe i haven og kiggede på fuglene.
h:Vejet efter plan, uændret. #kost
h:Neglen på storetåen er groet ned. Tid hos fodterapeut bestilt. #helbred
Til tandlæge med ledsager. Ingen huller, skal børste bedre bagtil. #helbred
Snublede på måtten i entréen, men faldt ikke. Måtten er fjernet. #mobilitet
Øvede trappen med fysioterapeutens øvelser, to gange op og ned. #mobilitet
Stod ved vinduet og ventede på posten. Der var kort fra en fætter. #relationer
Bagte pandekager med to andre. #praktisk
Ville ikke med på tur alligevel. Blev hjemme og hørte radio.
Så en film færdig og fortalte om slutningen.
Ville gerne bestemme aftenens mad og fik ja. #kost`),
  middle: lines(`
{N} var i godt humør.
{H} ville helst være i fred, og det fik {h} lov til.
Jeg satte mig ved siden af, og efter lidt tid begyndte {h} at fortælle.
Vi brugte tavlen til at vise, hvad der skulle ske bagefter.
Pausen hjalp; {h} kom selv tilbage efter et kvarter.
{H} tog imod hjælp til det sidste stykke.
En anden borger kom til, og de fik en god snak.
Jeg gav to valgmuligheder, og {h} valgte uden tøven.
Det gik langsommere end i går, men {h} gjorde det selv.
{H} spurgte flere gange, hvem der kommer på vagt i aften.
Vi gik en kort tur, og uroen lagde sig.
{H} fortalte, at {h} glæder sig til weekenden.
Jeg trak mig og kom tilbage efter ti minutter.
{H} grinede, da det lykkedes.
Vi talte om, hvad der plejer at virke, og {h} prøvede det.
{H} sagde selv stop, da det blev for meget.`),
  end: lines(`
Samme aftale i morgen.
Skrevet på {s} tavle.
Givet videre til aftenholdet.
Kontaktpersonen følger op.
Vi holder øje med det de næste dage.
Ingen yderligere.
{H} vil gerne gøre det igen.
I seng kl. 22.
Pårørende har fået besked efter aftale.
Det virkede bedre end sidste uge.
Husk det ved næste tur.
Godt at prøve igen på en dag med ro.
Vi tager det op på husmødet.
{H} sagde tak.
Spurgte bagefter, om det var godt nok. Det var det.
Rullegardinet på værelset skal stadig laves.`),
}

const support: Templates = {
  opening: lines(`
Besøg i hjemmet som aftalt. {N} åbnede selv.
Kom en halv time senere efter sms fra {N}.
Ikke hjemme. Ringede, og {h} tog den fra bussen.
Gik en tur i stedet for at sidde indenfor. #helbred
Åbnede post sammen. Et brev fra kommunen og tre reklamer. #praktisk
Lagde budget for resten af måneden. #samfundsliv
Handlede ind efter liste. {H} holdt sig til den. #praktisk
Ryddede køkkenet sammen. #bolig
Med til lægen. {H} fik spurgt om det, {h} ville. #helbred
Med til møde på jobcentret. #samfundsliv
Talte om søvn. {H} sover fire-fem timer. #soevn
Talte om ensomhed i weekenden. #relationer
Bestilte tid hos tandlæge. {H} ringede selv. #helbred
Vaskekælder sammen. {H} havde sorteret på forhånd. #praktisk
Lavede mad til to dage og frøs ned. #kost
Telefonsamtale i stedet for besøg efter {s} ønske.
{H} havde en svær dag og ville kun tale i døren. #foelelser
Fulgtes til træning og tilbage. #helbred
Hjalp med MitID og Digital Post. #samfundsliv
Ryddede op i medicinskabet; gammelt afleveres på apoteket. #helbred
Talte om kontakten til familien. #relationer
{H} viste mig, hvad {h} havde nået siden sidst. #bolig`),
  middle: lines(`
{H} kunne det meste selv, når jeg bare sad ved siden af.
Vi tog én ting ad gangen.
Det var svært at komme i gang, men lettere bagefter.
{H} var træt, og vi stoppede efter en halv time.
Der var ro på, og vi nåede det hele.
{H} fortalte åbent om, hvad der har været svært.
Jeg spurgte, hvad der ville hjælpe. Svaret var: at du kommer.
Vi skrev en kort liste, som hænger på køleskabet.
{H} satte selv grænsen, og det var godt.
Uroen faldt, da vi havde fået åbnet vinduet og lavet kaffe.
{H} har ikke været ude siden mit sidste besøg.
{H} har været ude hver dag siden sidst.
Jeg ringede op, og {h} overtog samtalen.
Vi talte om, hvad {h} gør, når jeg ikke er her.
{H} havde forberedt to spørgsmål.
Køleskabet var tomt, så vi begyndte der.
{H} ville gerne prøve alene næste gang.
Vi øvede sætningen to gange, før {h} ringede.
Humøret er bedre end i sidste uge.
Vi fandt papiret, det lå i den blå mappe.`),
  end: lines(`
Ny aftale om tre dage.
Næste gang tager vi resten af posten.
{H} sender en sms, hvis det bliver svært.
Aftalt at ringe i overmorgen.
{H} ringer selv og siger til.
Jeg tager det med til teamet.
Rådgiver er orienteret efter aftale.
{H} var stolt.
Vi ses samme tid næste uge.
Husk at spørge til træningen.
Ingen ændringer i planen.
Der mangler stadig en underskrift.
Vi prøver med et kortere besøg næste gang.
{H} sagde, at det var en god dag.
Opgaven er {s} indtil næste gang.
Mål: selv åbne det næste brev.
Kaffen var god.
Afsluttet efter 50 minutter.
Jeg gav besked til kollegaen, der har næste besøg.
Vi aftalte et lille skridt og ikke to.`),
}

const day: Templates = {
  opening: lines(`
Mødte til tiden og gik direkte til sin plads.
Kom en time for sent, bussen var forsinket.
Meldt syg af hjemmet.
Arbejdede med pakkeopgaven hele formiddagen. #samfundsliv
Var på ny opgave i dag og lærte den på en halv time. #samfundsliv
Malede i to timer. #relationer
Var med ude i det grønne hold. #helbred
Med i køkkenet, snittede grønt til frokost. #praktisk
Ville ikke i gang efter pausen. #foelelser
Fik besøg af en kollega fra et andet hold og viste rundt. #relationer
Blev færdig med det, {h} begyndte på i sidste uge.
Trængte til en pause kl. 10 og sagde det selv. #kommunikation
Larmen fra maskinerne gav uro. Høreværn på. #foelelser
Spiste frokost sammen med holdet. #kost
Spiste alene ved vinduet efter eget ønske. #kost
Øvede at aflæse tegningen og skulle kun spørge én gang. #samfundsliv
Sang med til morgensamling. #relationer
Var med til bevægelse i salen. #helbred
Faldt over en taske i gangen. Slog knæet let, gik videre. #mobilitet
Gik selv til bussen for første gang. #mobilitet
Brugte sit tegnkort til at bestille kaffe. #kommunikation
Fik nyt arbejdstøj og ville have det på med det samme.`),
  middle: lines(`
{N} hjalp en anden i gang.
{H} arbejder roligt, når rækkefølgen ligger fremme.
Vi delte opgaven i to, og så gik det.
{H} spurgte om hjælp i stedet for at gå.
Der var god stemning ved bordet.
{H} ville gerne have musik til, og det fik {h}.
Efter ti minutters pause var {h} klar igen.
Jeg viste det én gang, resten kunne {h} selv.
{H} holdt ud til den aftalte tid.
{H} var træt efter en dårlig nat.
{H} fortalte om en tur derhjemme.
Kvaliteten er fin, der var kun to om igen.
{H} valgte selv farverne.
En medarbejder fra hjemmet ringede og spurgte til dagen.
{H} blev ked af en bemærkning, men fik sagt det.
Det var nyt for {m}, og {h} tog det pænt.
Vi skrev det op på {s} ugetavle.
{H} tog selv ansvar for oprydningen.
{H} drak to glas vand, husk det i varmen.
Arbejdsstillingen er rettet, bordet er hævet.`),
  end: lines(`
Fortsætter i morgen.
Hjemmet har fået besked.
Det er hængt op på væggen.
{H} gik glad hjem.
Kørslen kom til tiden.
Vi prøver samme plads i morgen.
Husk høreværn.
Ny opgave fra næste uge, efter eget ønske.
Kontaktpersonen er orienteret.
God dag.
{H} vil gerne vise det frem.
Der mangler skruer i kasse fire.
Aftalt kortere dag i overmorgen.
Ingen bemærkninger.
Taget et billede efter aftale.
Taler om det på teammødet.
{H} sagde selv, at det gik godt.
Pausen kl. 10 virker.`),
}

const treatment: Templates = {
  opening: lines(`
Samtale som aftalt. #rusmidler
Udeblev. Sms sendt, {h} svarede inden en time. #rusmidler
Kom uden aftale i åben rådgivning. #rusmidler
Telefonsamtale på 20 minutter. #rusmidler
Gruppeforløb, {N} talte i anden runde. #rusmidler
Har holdt pause i ni dage. #rusmidler
Tilbagefald i weekenden, fortalte det selv. #rusmidler
Ingen trang i denne uge, siger {h}. #rusmidler
h:Samtale med sygeplejerske om bivirkninger. #helbred
h:Blodtryk målt efter eget ønske, normalt. #helbred
h:Udlevering af medicin, set indtaget. #helbred
Talte om søvn og uro i kroppen. #soevn
Talte om økonomi og en gammel gæld. #samfundsliv
Havde sin søster med til samtalen. #relationer
Talte om arbejde; {h} er på halv tid. #samfundsliv
Status sammen: tre ting er blevet bedre, én er svær. #rusmidler
Kort samtale, {h} skulle nå bussen. #rusmidler
Talte om stærke situationer og hvad {h} kan gøre. #rusmidler
Første samtale efter visitation. #rusmidler
Kom med tandpine. Hjulpet med tid hos tandlæge. #helbred`),
  middle: lines(`
{H} var ærlig om mængden.
Vi skrev en plan for de næste tre aftener.
Trangen kommer efter kl. 20, når huset er stille.
{H} har slettet to numre i telefonen.
{H} vil hellere ned ad gangen end stoppe helt.
Vi talte om, hvad der holdt sidst.
Skammen fyldte mest.
{H} har fortalt det til sin chef.
{H} har det bedre fysisk, men er tom om aftenen.
Jeg spurgte til tanker om ikke at ville leve: nej.
{H} kunne selv nævne tre tidlige tegn.
Vi øvede at sige nej højt.
{H} var træt og svarede kort.
{H} har spist regelmæssigt i en uge.
{H} fortalte om sin datter og grinede.
Vi regnede ud, hvad {h} har sparet.
{H} vil prøve gruppen igen.
Familien har lagt mærke til forskellen.
{H} bad om at få det skrevet ned.
Vi var enige om, at det ikke er forfra.`),
  end: lines(`
Ny tid om en uge.
Ny tid om to uger.
Jeg ringer i overmorgen.
Åben rådgivning er stadig en mulighed.
{H} skriver dagbog til næste gang.
Behandlingsplanen er uændret.
Planen rettes til sammen næste gang.
Samtykke til at tale med lægen er givet.
Lægen orienteres efter aftale.
{H} gik lettere, end {h} kom.
Næste gang begynder vi med det svære.
Urinprøve efter eget ønske næste gang.
Afsluttes om en måned, hvis det holder.
Bostøtten inviteres med.
Mål: to aftener uden.
{H} tog en folder med til sin bror.
Sms dagen før, ellers glemmer {h} det.
Aftalt at {h} kan ringe fredag før kl. 12.
Ingen ændring i medicin.
Vi holder fast.`),
}

const shelter: Templates = {
  opening: lines(`
n:Kom ind kl. 1, rolig, gik direkte i seng. #soevn
n:Sov til kl. 6. Set til to gange. #soevn
n:Sad i vagten en time og drak te. #soevn
Spiste varm mad i kantinen. #kost
Bad om rent tøj og fik det. #egenomsorg
Talte om boligansøgning. #bolig
Var i byen hele dagen. #samfundsliv
h:Ville gerne se sygeplejersken om sin fod. #helbred
Påvirket ved hjemkomst, men rolig. #rusmidler
Deltog i husmødet. #relationer
Ringede til kommunen sammen med mig. #samfundsliv
Blev irriteret over larm på gangen. #foelelser
Har fået tid hos tandlæge for udsatte. #helbred
Gav en hånd med i køkkenet. #praktisk`),
  middle: lines(`
{H} ville ikke tale om det, og det er i orden.
Vi satte os udenfor, og så gik det.
{H} fortalte lidt om, hvor {h} kommer fra.
{H} spurgte, hvor længe {h} kan blive.
Tonen var god.
Jeg skrev det ned sammen med {m}.
{H} gik en tur og kom roligere tilbage.
{H} har ikke drukket i dag, siger {h}.`),
  end: lines(`
Følger op i morgen formiddag.
Ny samtale om to dage.
Natholdet ved besked.
Nøglen er udleveret.
{H} sagde tak.
Ingen aftaler i dag.
Kontaktpersonen tager den.
Skab 7 er tømt efter aftale.`),
}

const crisis: Templates = {
  opening: lines(`
n:Vågen kl. 2, lyttede efter biler. Vi tjekkede døren sammen. #soevn
n:Sov igennem for første gang. #soevn
Samtale om de næste skridt. #foelelser
Spiste sammen med de andre i dag. #kost
Holdt sig på værelset til frokost. #foelelser
Møde med rådgiver i huset. #samfundsliv
Talte om bolig efter opholdet. #bolig
Var ude at gå med en medarbejder i tyve minutter. #helbred
h:Hovedpine og ondt i nakken. Tid hos læge. #helbred
Talte om telefon og apps; deling af placering slået fra. #samfundsliv
Lavede mad til hele huset. #kost
Talte om børnene og skolen. #relationer`),
  middle: lines(`
{H} græd og lo i samme samtale.
Vi tog det i {s} tempo.
{H} bestemte selv, hvad der blev skrevet.
{H} var træt, men klar.
Jeg lyttede mest.
{H} satte ord på vreden.
Vi gennemgik sikkerhedsplanen.
{H} tog selv telefonen og ringede.`),
  end: lines(`
Ny samtale i morgen.
Sikkerhedsplanen er uændret.
Aftenholdet sætter sig hos {m} kl. 20.
Advokaten ringer tilbage.
{H} bad om at få det læst op.
Intet oplyst ud af huset.
Vi prøver en længere tur i næste uge.
{H} sov efter frokost.`),
}

const young: Templates = {
  opening: lines(`
n:I seng kl. 23, telefon afleveret efter lidt diskussion. #soevn
n:Vågen til kl. 1, sov derefter. #soevn
Kom op til tiden og nåede bussen. #samfundsliv
Ville ikke i skole. Kørt til anden time. #samfundsliv
Lektier ved spisebordet i en halv time. #samfundsliv
Til fodboldtræning og hjem igen. #helbred
Smækkede med døren efter et opkald hjemmefra. #foelelser
Lavede aftensmad til seks. #praktisk
Samtale om weekendbesøg hjemme. #relationer
Kom en time for sent hjem, ringede selv først. #samfundsliv
Spillede computer med en anden af de unge. #relationer
h:Ondt i halsen, ingen feber. #helbred
Var til tandlæge, ingen huller. #helbred
Talte om fremtid og praktik. #samfundsliv
Blev vred over en regel og fik sagt det uden at råbe. #foelelser
Ryddede værelse efter påmindelse. #praktisk`),
  middle: lines(`
{N} ville helst tale i bilen, så det gjorde vi.
Jeg ventede udenfor døren i ti minutter.
{H} kom selv og sagde undskyld.
Vi lavede en aftale, som {h} selv skrev.
{H} grinede ad sig selv.
Det fyldte meget, men {h} holdt fast i planen.
{H} bad om at være i fred og fik det.
Vi spillede kort imens, så er det nemmere at snakke.
{H} var stolt, men ville ikke vise det.
Reglen blev forklaret en gang til.`),
  end: lines(`
Mor er orienteret efter aftale.
Skolen har fået besked.
Samme aftale i morgen.
Kontaktpersonen følger op.
Vi tager det på ungemødet.
Rådgiver ringer i morgen.
God aften.
I seng til tiden.
{H} må selv fortælle det hjemme.
Det gik bedre end sidst.`),
}

const respite: Templates = {
  opening: lines(`
n:Faldt i søvn kl. 20.30 med natlys og bamse. #soevn
n:Vågen kl. 4, tisset, sov igen efter en godnatsang. #soevn
Kom glad ind ad døren og fandt trampolinen. #foelelser
Svært at sige farvel til mor. Rolig efter ti minutter. #foelelser
Spiste pasta og agurk. #kost
Ville ikke spise aftensmad, men spiste to bananer. #kost
I svømmehal med to andre børn. #helbred
Brugte sin tavle til at bede om vand. #kommunikation
Byggede med klodser i en time. #relationer
Løb fra legepladsen mod vejen, fanget inden lågen. #mobilitet
h:Medicin givet efter skema, i syltetøj. #helbred
h:Kort fraværsanfald ved aftensmaden, 8 sekunder. #helbred
Bagte boller og rullede selv. #praktisk
Blev forskrækket over støvsugeren. #foelelser
Sang hele vejen i bussen. #kommunikation`),
  middle: lines(`
{N} holdt i hånd hele vejen.
Billedkortene hjalp.
{H} pegede selv på det, {h} ville.
Vi gik ind i det stille rum, og så gik det over.
{H} ville gøre det igen og igen.
{H} legede ved siden af et andet barn.
Det var lettere, da vi var to voksne.
{H} var træt efter en lang dag.
{H} grinede højt.`),
  end: lines(`
Forældre har fået besked.
Skrevet i kontaktbogen.
Husk ekstra tøj næste gang.
Lågen er nu låst.
Afhentet af far kl. 16.
Sov godt.
Natlyset skal med hjem.
Samme værelse næste gang.`),
}

/** What follows a health observation: never small talk. */
export const healthEnds = lines(`
Ingen ændring siden i går.
Skrevet i skemaet.
Følges i morgen.
Givet videre til næste hold.
{H} har ellers ikke klaget.
Egen læge ringes op, hvis det fortsætter.
{H} fik forklaret hvorfor og var indforstået.
Sundhedsansvarlig er orienteret.`)

export const templatesFor: Record<string, Templates> = {
  aastedet: home,
  mosebo: home,
  lyngholt: home,
  kaerhuset: home,
  bnord: support,
  bsyd: support,
  bakken: day,
  solsikken: day,
  rus: treatment,
  ankeret: shelter,
  laerken: crisis,
  broen: young,
  krogen: respite,
}
