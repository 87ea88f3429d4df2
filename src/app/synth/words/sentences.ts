import type { Setting } from '../units.ts'

/** A subject of the day: how a note begins, and how it goes on. `when`: n night, m morning, d day, e evening. */
export type Topic = {
  readonly theme: string
  readonly kind: 'diary' | 'health'
  readonly when: string
  readonly openings: readonly string[]
  readonly details: readonly string[]
}

const lines = (text: string): string[] => text.trim().split('\n')
const topic = (
  theme: string,
  when: string,
  openings: string,
  details: string,
  kind: Topic['kind'] = 'diary',
): Topic => ({
  theme,
  when,
  kind,
  openings: lines(openings),
  details: lines(details),
})

const sleep = topic(
  'soevn',
  'nm',
  `Sovet hele natten, set til kl. {natkl} og {natkl}.
Vågen kl. {natkl}. Fik {drik} og faldt i søvn igen efter {min} minutter.
Urolig søvn, oppe {gange}. Fulgt tilbage til værelset {hjaelp}.
Lå vågen til kl. {natkl} {hvorfor}.
Sov, da jeg kom, og sov, da jeg gik.
Kaldte {gange} i løbet af natten. Ville vide, hvad klokken var.
Sad {hvor} kl. {natkl} og kunne ikke sove.
Stod op kl. {natkl} og troede, det var morgen.
Rolig nat. Døren på klem efter eget ønske.
Har sovet {few} timer, resten af natten {hvor}.`,
  `Lyset var tændt det meste af natten.
Dynen var sparket af, lagt på igen kl. {natkl}.
{H} drømte og talte i søvne.
Vi snakkede {min} minutter om {sag}, så gik det bedre.
Snorkede højt, ingen pauser i vejrtrækningen.
Sengetøjet skiftet kl. {natkl}.
{H} bad om at få vinduet åbnet.`,
)
const food = topic(
  'kost',
  'mde',
  `Spiste {mad} sammen med de andre og bad om en portion til.
Ville ikke have {mad}, men spiste {few} stykker brød.
Spiste kun halvdelen af {maaltid}. {H} var {grad} {stemning}.
Drak {few} glas {drik} til {maaltid}.
Lavede {mad} {hjaelp}.
Sprang {maaltid} over {hvorfor}.
Spiste {maaltid} {hvor} efter eget ønske.
Skar grøntsager til {mad} {hjaelp}.
Hostede under {maaltid}. Sad op i {min} minutter bagefter.
Smagte {mad} for første gang og kunne lide det.`,
  `{H} skubbede tallerkenen væk efter {min} minutter.
Tog selv af bordet bagefter.
Vi talte om, hvad {h} gerne vil have at spise {snart}.
Har drukket for lidt i dag, tilbudt {drik} hver time.
{N} roste maden og sagde det til køkkenet.
Bad om at sidde for bordenden.
Maden blev skåret i mindre stykker.`,
)
const care = topic(
  'egenomsorg',
  'me',
  `Gik i bad {hjaelp}.
Sagde nej til bad, vi prøver igen {snart}.
Stod selv op, da vækkeuret ringede.
Fandt selv tøj frem og tog det på {hjaelp}.
Børstede tænder {hjaelp}.
Blev barberet {hvor} og ville se sig i spejlet bagefter.
Ville sove længe og kom op kl. {kl}.
Neglene klippet. Det tog {min} minutter.
Havde vand i øjnene af shampoo og ville ikke mere.
Valgte den blå trøje og var tilfreds med valget.`,
  `{H} klarede overkroppen selv.
Vi lagde tøjet i den rækkefølge, det skal på.
Brugte {min} minutter på badeværelset.
Håret vasket, fin hårbund.
{H} ville helst have en kvinde til at hjælpe.
Musik på badeværelset hjalp.
Glemte deodorant, mindet om det.`,
)
const chores = topic(
  'praktisk',
  'de',
  `Hjalp med {pligt} {hjaelp}.
Tog selv initiativ til {pligt}.
Ville ikke være med til {pligt} {hvorfor}.
Vi gjorde rent på værelset sammen, {pligt} var {s} opgave.
Handlede ind til {mad} og betalte selv.
Ryddede op {hvor}, det tog {min} minutter.
Glemte {pligt}. Vi skrev det på tavlen.
Ledte efter {ting} i {min} minutter.
Lagde {few} maskiner tøj sammen.
Bar {pligt} ud {vejr}.`,
  `{H} fulgte listen punkt for punkt.
Det gik hurtigere end {tid}.
Jeg viste det én gang, så kunne {h} selv.
Der mangler stadig {pligt}.
{H} ville gøre det færdigt, selv om det var blevet sent.
Tog pause {gange} og gik i gang igen.
Spurgte, hvem der plejer at gøre det.`,
)
const people = topic(
  'relationer',
  'de',
  `Havde besøg af {hvem} i {min} minutter.
Talte i telefon med {hvem} kl. {kl}.
Ville ringe til {hvem}, men fik ikke svar.
{Gaere} sammen med {person}.
Kom op at skændes med {person} om {pligt}.
Sad {hvor} og {gaere} med {person}.
Fik brev fra {hvem} og læste det højt.
Savner {hvem} og sagde det {gange}.
Inviterede {person} på {drik} {hvor}.
Trak sig, da {person} satte sig ved siden af.`,
  `De grinede meget.
{H} fortalte om {sag}.
Jeg blev i nærheden de første {min} minutter.
De blev enige om at ses {snart}.
{N} sagde undskyld bagefter.
Samtalen handlede mest om {sag}.
{H} var {grad} {stemning} bagefter.`,
)
const feelings = topic(
  'foelelser',
  'mde',
  `Var {grad} {stemning} fra morgenstunden.
Blev {stemning} {hvorfor}.
Græd {hvor} og kunne ikke sige hvorfor.
Råbte ad {person} {hvorfor}. Gik selv fra efter {min} minutter.
Var {stemning} hele vagten og ville være for sig selv.
Bankede i bordet {gange} {hvorfor}.
Kom til mig {hvor} og sagde, at {h} var {stemning}.
Grinede meget i dag. Var {stemning} efter {maaltid}.
Slog ud efter {person}, ramte ikke. Stod mellem dem, til det var ovre.
Vandrede frem og tilbage {hvor} i {min} minutter.`,
  `Jeg satte mig ved siden af og sagde ikke noget.
Vi gik {tur}, og så lettede det.
{H} kunne sætte ord på det bagefter: det var {sag}.
Gav to valg, og {h} valgte at gå ud {hvor}.
Det varede {min} minutter.
Musik i høretelefonerne hjalp.
Vi brugte skalaen, {h} pegede på {few}.
{H} bad selv om at få ro.`,
)
const health = topic(
  'helbred',
  'nmde',
  `Klager over {krop}. {maalt}.
{Krop} er {tegn}. {maalt}. Set på sammen med kollega.
Fik medicin til tiden uden bemærkninger.
Ville ikke tage medicinen kl. {kl}, tog den efter {min} minutter.
{maalt}. Ingen klager.
Faldt {hvor} kl. {kl}. Kan støtte på benet. {maalt}.
Har hostet siden {tid}. {maalt}.
Kastede op {gange}. Tilbudt {drik} i små slurke.
Sårpleje på {krop}: {tegn} i kanten, ellers pænt.
Anfald kl. {kl}, varede under et minut. Sov {min} minutter bagefter.
Smøres på {krop} efter plan. Huden er {tegn}.
Har ikke haft afføring i {few} dage. Movikol givet efter ordination.`,
  `Holder øje med {krop} i aften.
Ringet til {myndighed}, de ringer tilbage {snart}.
Smertestillende givet kl. {kl} efter ordination, hjalp inden for {min} minutter.
Måles igen {snart}.
{maalt} en time senere.
Står på {myndighed}s liste {snart}.
Værdierne er skrevet i skemaet.`,
  'health',
)
const moving = topic(
  'mobilitet',
  'de',
  `Gik {tur} {vejr}.
Øvede trappen {gange}.
Brugte rollatoren hele vejen {tur}.
Gik {few} runder {hvor} {hjaelp}.
Ville ikke med {tur} {hvorfor}.
Fysioterapi: øvelser for {krop} i {min} minutter.
Kom selv op af stolen {gange}.
Tog bussen {tur} {hjaelp}.`,
  `{H} holdt pause {gange} undervejs.
{Krop} drillede på hjemvejen.
Gik længere end {tid}.
Skoene trykker, der skal købes nye.
{N} satte selv farten.
Kørestolen blev brugt det sidste stykke.`,
)
const society = topic(
  'samfundsliv',
  'de',
  `Købte {ting} og betalte selv med kort.
Vi gennemgik {sag} {hvor}.
Post fra {myndighed} læst sammen.
Skrev til {myndighed} om {sag} {hjaelp}.
Til koncert med {person}, hjemme kl. {kl}.
Stemte til brugerrådet og fik {few} stemmer selv.
Fik udbetalt lommepenge og skrev under.
På biblioteket efter {few} film.`,
  `Der er frist for {sag} {snart}.
{H} forstod det meste og stillede {few} spørgsmål.
Vi aftalte at se på det {snart}.
Kvitteringerne ligger i mappen.
{N} vil selv ringe til {myndighed}.
Kopi ligger i mappen.`,
)
const speech = topic(
  'kommunikation',
  'de',
  `Brugte tavlen til at vise, at {h} ville {tur}.
Pegede på billedkortene {gange}.
Talte i hele sætninger om {sag}.
Svarede kun ja og nej {hvorfor}.
Sendte selv en besked til {hvem}.
Sagde fra over for {person} med rolig stemme.
Gentog spørgsmålet om {sag} {gange}.`,
  `Jeg ventede længere på svar, og det hjalp.
Tegn til tale brugt ved {maaltid}.
{H} fandt selv det rigtige kort.
Korte sætninger virker bedst.
{N} viste med hånden, at det var nok.`,
)
const workshop = topic(
  'praktisk',
  'd',
  `Arbejdede på {kreativ} hele formiddagen.
Blev færdig med {kreativ} og viste det til {person}.
Mødte kl. {kl} {vejr} og gik straks i gang.
Kom ikke i dag. Bostedet oplyser, at {h} er {stemning}.
Pakkede {few} kasser {hjaelp}.
Byttede plads med {person} og arbejdede bedre.
Var med i værkstedet i {min} minutter, derefter {hvor}.
Begyndte på {kreativ} {hjaelp}.`,
  `Holdt pause med {drik} kl. {kl}.
Koncentrerede sig i {min} minutter ad gangen.
{H} hjalp {person} med saven.
Vil lave {kreativ} {snart}.
Hentet af bussen kl. {kl}.
Madpakken blev spist {hvor}.`,
)
const visit = topic(
  'bolig',
  'd',
  `Hjemmebesøg kl. {kl}. {H} lukkede op og var {stemning}.
Besøg aflyst af {N} {hvorfor}. Ny tid {snart}.
Ringede på {gange}, ingen åbnede. Sms sendt.
Vi gik {tur} og talte om {sag}.
Gennemgik posten: {few} breve, et fra {myndighed}.
Hjalp med {pligt}, lejligheden er {grad} rodet.
Fulgte {m} til {myndighed} kl. {kl}.
Sad {hvor} og lagde budget {hjaelp}.`,
  `Køleskabet var tomt, vi handlede ind til {mad}.
{H} har ikke sovet siden {tid}.
Opvasken fra {tid} er taget.
Nabo har klaget, vi talte om det.
{N} sagde, at det hjælper at have en fast dag.
Aftalen om {sag} står ved magt.`,
)
const misuse = topic(
  'rusmidler',
  'd',
  `Samtale i {min} minutter om trang. {H} har holdt aftalen siden {tid}.
Kom {grad} påvirket. Samtalen udsat til {snart}.
Fortalte, at {h} har taget {stof} {tid}.
Udleveret medicin, indtaget under opsyn kl. {kl}.
Udeblev. Sms sendt kl. {kl}.
Urinprøve afleveret uden bemærkninger.
Vi tegnede ugen op og fandt de svære timer.`,
  `Trangen er værst {hvorfor}.
{H} har sagt det til {hvem}.
Vi øvede at sige nej til {person}.
Tilbudt abstinensbehandling, tænker over det til {snart}.
{N} var {grad} {stemning} ved afslutningen.
Naloxon udleveret, brugen gennemgået.`,
)
const shelter = topic(
  'bolig',
  'de',
  `Kom hjem kl. {kl}, {grad} påvirket af {stof}. Gik selv i seng.
Indskrevet kl. {kl}. Har sovet udenfor {few} nætter.
Ude fra kl. {kl}, ikke set siden.
Betalte for ophold og {mad}.
Søgte bolig på computeren {hjaelp}.
Fik {drik} og en snak {hvor}.
Kom i klammeri med {person} om {ting}.`,
  `Værelset er set igennem efter aftale.
Vil gerne tale med {myndighed} {snart}.
{H} har fået låst {ting} inde på kontoret.
Hunden er med og har det godt.
{N} bad om at blive vækket kl. {kl}.
Tilbudt bad og rent tøj.`,
)
const crisis = topic(
  'foelelser',
  'de',
  `Samtale i {min} minutter om {sag}. {H} var {grad} {stemning}.
Tryghedsalarmen prøvet {hvor}, virker.
Fik sms fra tidligere partner kl. {kl}. Gemt som dokumentation.
Fulgt til {myndighed} med taxa ad bagvejen.
Sov {few} timer. Vågnede ved lyde {hvor}.
Barnet {gaere} {hvor}, mor sad ved siden af.
Advokat ringede om {sag}.`,
  `Adressen er ikke oplyst til nogen.
{H} vil gerne have vinduet mod gaden dækket.
Vi gennemgik sikkerhedsplanen.
Børnesamtale aftalt {snart}.
{N} ringede til {hvem} fra skjult nummer.
Gik kun ud i gården i dag.`,
)
const children = topic(
  'foelelser',
  'mde',
  `Kom glad ind ad døren og fandt {barn}.
Svært at sige farvel til mor, rolig efter {min} minutter.
Brugte {barn} i {min} minutter uden pause.
Løb fra {barn} mod vejen, fanget inden lågen.
Sov middagslur i {min} minutter.
Lektier {hjaelp}, matematik er svært.
Gemte sig bag {barn}, da {person} kom.
Skulle hjælpes med sko og jakke {gange}.`,
  `{N} pegede selv på det, {h} ville.
Forældrene har fået besked kl. {kl}.
Det stille rum hjalp.
{H} delte {barn} med et andet barn.
Far henter {snart}.
Det var lettere, da vi var to voksne.`,
)

const everyday = [sleep, food, care, chores, people, feelings, health, moving, society, speech]
export const topicsOf: Readonly<Record<Setting, readonly Topic[]>> = {
  home: everyday,
  day: [workshop, workshop, workshop, food, people, feelings, moving, speech, health],
  support: [visit, visit, visit, society, feelings, chores, health, people],
  treatment: [misuse, misuse, misuse, society, feelings, health],
  shelter: [shelter, shelter, sleep, food, people, health, misuse, feelings],
  crisis: [crisis, crisis, sleep, food, people, health, feelings],
  youth: [children, sleep, food, care, chores, people, feelings, society],
  respite: [children, children, sleep, food, care, health, speech],
}

export const reactions = lines(`
{N} var {grad} {stemning}.
{H} ville helst være i fred, og det fik {h} lov til.
Jeg satte mig ved siden af, og efter {min} minutter begyndte {h} at fortælle.
Vi brugte tavlen til at vise, hvad der skulle ske bagefter.
Pausen hjalp; {h} kom selv tilbage efter {min} minutter.
{H} tog imod hjælp til det sidste stykke.
{Person} kom til, og de fik en god snak.
Jeg gav to muligheder, og {h} valgte uden tøven.
Det gik langsommere end {tid}, men {h} gjorde det selv.
{H} spurgte {gange}, hvem der kommer på vagt.
{H} fortalte, at {h} glæder sig til {sag}.
Jeg trak mig og kom tilbage efter {min} minutter.
{H} grinede, da det lykkedes.
Vi talte om, hvad der plejer at virke, og {h} prøvede det.
{H} sagde selv stop, da det blev for meget.
{H} {gaere} {hvor} bagefter.
{N} havde {ting} med og ville vise den frem.
Det er {few}. gang i denne uge.
Kollega afløste mig efter {min} minutter.
{H} så væk, da jeg spurgte til {sag}.`)

export const ends = lines(`
Samme aftale {snart}.
Skrevet på {s} tavle.
Givet videre til næste hold.
Kontaktpersonen følger op {snart}.
Vi holder øje med det de næste dage.
Ingen yderligere.
{H} vil gerne gøre det igen {snart}.
Pårørende har fået besked efter aftale.
Det virkede bedre end {tid}.
Husk {ting} næste gang.
Tages op med {myndighed} {snart}.
{H} sagde tak.
Hører fra {myndighed} {snart}.
Prøv igen en dag med mere tid.`)

/** `{maal}` is the citizen's goal in one long word, `{at}` what follows "at". */
export const goalSentences = lines(`
Mål {maal}: {h} klarede at {at} {hjaelp}.
Vi arbejdede med {maal} i {min} minutter.
{Maal} gik godt i dag, {h} kunne {at} {hjaelp}.
Ikke klar til {maal} {hvorfor}.
Delmål: at {at}. Nået {gange} denne uge.
{H} sagde selv, at {maal} er det vigtigste lige nu.
Mindede om aftalen: at {at}. {H} var {stemning}.
{Maal} er sprunget over, tages op {snart}.`)

export const compoundSentences = lines(`
Se {lang}.
Skrevet ind i {lang}.
{Lang} er opdateret {snart}.
Aftalt på {lang}.
Mangler stadig {lang}.`)

export const cooperation = lines(`
Møde med {myndighed} kl. {kld} om {sag}.
{Myndighed} ringede om {sag}. De vender tilbage {snart}.
Mail fra {myndighed}: {sag} behandles {snart}.
Samtykke til at tale med {myndighed} om {sag} er givet mundtligt.
Ringede til {myndighed} {gange} uden at komme igennem.
Netværksmøde med {hvem} og {myndighed}: {sag} gennemgået.`)

export const unitNotes = lines(`
Travl vagt. {Person} hjalp med {maaltidd}.
Vikar mødte kl. {kld}, fik en kort gennemgang {hvor}.
Strømmen var væk i {min} minutter {hvor}. Alle er set.
Brandøvelse kl. {kld}, ude på {few} minutter.
Bilen er ude {tur}, nøglen hænger {hvor}.
Pedellen har lavet {pligt} {hvor}.
Rolig vagt. Alle hjemme kl. {kld}.
Der mangler {drik} og {mad} til {snart}.
Syge i dag: {few}. Der er ringet efter vikar.
Nøgle mangler {hvor}, set sidst kl. {kld}.`)

export const corrected = lines(`
Skrev forkert klokkeslæt
Manglede en oplysning
Forkert navn på den, der var med
Slåfejl
Uddybet efter samtale med kollega`)
export const addenda = lines(`
Rettet: det var kl. {kld}.
Tilføjet: {person} var også med.
Tilføjet: {myndighed} er orienteret.
Rettet: det var {hvor}.
Tilføjet: {h} var {stemning} resten af vagten.`)
export const withdrawnBecause = lines(`
Skrevet på forkert borger
Dobbelt notat
Skrevet i den forkerte enhed`)
export const unfinished = lines(`
{H} kom hen til mig {hvor} og
Husk at skrive om {sag}
Besøg af {hvem}, {h} var
Kl. {kld}:
Vi talte om {sag}. {H} mener, at`)
