import { doctor, home, person, phone, replacementCpr, serialFor, warn } from '../person.ts'
import type { DemoCitizen } from '../shape.ts'

type Who = {
  key: string
  given: string
  family: string
  preferred?: string
  born: string
  pronoun: 'han' | 'hun'
  room: number
  portrait?: number
  from: number
  cp: string[]
  about: string
  contacts?: DemoCitizen['contacts']
  warnings?: DemoCitizen['warnings']
  solsikken?: number
}

function relative(name: string, relation: string, n: number, note?: string): DemoCitizen['contacts'][number] {
  return { kind: 'relative', name, relation, phone: phone(n), ...(note ? { note } : {}) }
}

function guardian(name: string, n: number, note = 'værge efter § 5, økonomi'): DemoCitizen['contacts'][number] {
  return { kind: 'guardian', name, relation: 'værge', phone: phone(n), note }
}

// biome-ignore format: one person a block reads better than one field a line
const residents: Who[] = [
  { key: 'jens-b', given: 'Jens', family: 'Brandt', preferred: 'Jens B.', born: '1961-05-07', pronoun: 'han', room: 4, portrait: 1, from: -4310, cp: ['p002', 'p005'],
    about: 'Jeg har kørt med mælk for mejeriet i tolv år. Jeg vil helst selv, og I må gerne vente, til jeg er færdig. Kaffen skal være sort.',
    contacts: [relative('Inger Brandt', 'søster', 11, 'Ringes op ved fald. Må få besked om helbred.'), guardian('Advokat Holger Lund', 12)],
    warnings: [warn('fall', 'p002', -12, 20, 'Faldrisiko: usikker på benene, især om natten og ved sengen. Rollator inden for rækkevidde, lys i gangen.')] },
  { key: 'birthe-l', given: 'Birthe', family: 'Lorentzen', preferred: 'Birthe L.', born: '1958-11-21', pronoun: 'hun', room: 7, portrait: 0, from: -6200, cp: ['p014', 'p002'], solsikken: -3100,
    about: 'Jeg kan godt lide dansktop og at dække bord. Jeg vil sidde ved vinduet. Man skal ikke tale til mig, mens jeg spiser.',
    contacts: [relative('Ruth Lorentzen', 'søster', 13, 'Kommer hver anden søndag.')],
    warnings: [warn('other', 'p002', -8, 6, 'Spiser for lidt. Kostplan gælder: små måltider. Fejlsynker ikke.')] },
  { key: 'kaj-m', given: 'Kaj', family: 'Mikkelsen', born: '1949-02-02', pronoun: 'han', room: 2, portrait: 3, from: -7450, cp: ['p016', 'p028'],
    about: 'Jeg er fra Thyborøn, og jeg savner havet. Læs gerne avisen højt for mig om morgenen.',
    contacts: [relative('Else Mikkelsen', 'niece', 14, 'Vil ringes op dag og nat.')],
    warnings: [warn('other', 'p016', -40, 5, 'Hjertesvigt, lindrende forløb. Ønsker ikke indlæggelse. Aftale med egen læge ligger i sundhedsmappen.')] },
  { key: 'kirsten-f', given: 'Kirsten', family: 'Friis', born: '1970-08-15', pronoun: 'hun', room: 10, portrait: 4, from: -3900, cp: ['p012'], solsikken: -2800,
    about: 'Jeg er den ældste af os to, med elleve minutter. Jeg kan godt lide at gå til svømning.',
    contacts: [relative('Gudrun Friis', 'mor', 15)], warnings: [warn('allergy', 'p016', -900, 30, 'Tåler ikke penicillin (udslæt).')] },
  { key: 'kirstine-f', given: 'Kirstine', family: 'Friis', born: '1970-08-15', pronoun: 'hun', room: 11, portrait: 6, from: -3900, cp: ['p012'],
    about: 'Jeg er ikke Kirsten. Jeg strikker og ser håndbold, og jeg vil have døren lukket.',
    contacts: [relative('Gudrun Friis', 'mor', 15)] },
  { key: 'lars-a', given: 'Lars', family: 'Aagaard', preferred: 'Lars A.', born: '1982-01-30', pronoun: 'han', room: 14, portrait: 9, from: -2600, cp: ['p008'], solsikken: -2200,
    about: 'Jeg samler på busruter. Spørg mig om linje 42. Jeg skal vide det dagen før, hvis noget bliver anderledes.',
    contacts: [relative('Hanne og Knud Aagaard', 'forældre', 16)] },
  { key: 'lars-oe', given: 'Lars', family: 'Østergaard', preferred: 'Lars Ø.', born: '1966-10-10', pronoun: 'han', room: 15, portrait: 11, from: -5100, cp: ['p015'],
    about: 'Jeg hører dårligt på højre øre. Jeg vil gerne hjælpe i haven, bare ikke når det regner.',
    contacts: [relative('Karl Østergaard', 'bror', 17)] },
  { key: 'ahmad-r', given: 'Ahmad', family: 'Rahimi', born: '1996-03-21', pronoun: 'han', room: 17, portrait: 13, from: -1500, cp: ['p022', 'p021'], solsikken: -1300,
    about: 'Jeg spiser ikke svinekød. Min mor laver bolani til hele huset. Jeg vil gerne lære at tage toget alene.',
    contacts: [relative('Fereshta Rahimi', 'mor', 18, 'Taler dari og lidt dansk, tolk ved vigtige samtaler.'), guardian('Mirwais Rahimi', 19)] },
  { key: 'aviaja-p', given: 'Aviâja', family: 'Petersen', born: '1988-06-21', pronoun: 'hun', room: 18, portrait: 14, from: -1900, cp: ['p018'], solsikken: -1700,
    about: 'Jeg er født i Sisimiut. Når jeg er stille, er jeg ikke sur. Jeg tæller på grønlandsk.',
    contacts: [relative('Naja Petersen', 'søster', 20, 'Bor i Nuuk. Ringer søndag kl. 16.')] },
  { key: 'elif-y', given: 'Elif', family: 'Yıldız', born: '1994-12-05', pronoun: 'hun', room: 19, portrait: 16, from: -1200, cp: ['p024'], solsikken: -1100,
    about: 'Jeg elsker negle og musik. Jeg vil bo i min egen lejlighed en dag.',
    contacts: [relative('Aylin Yıldız', 'storesøster', 21)] },
  { key: 'bodil-aa', given: 'Bodil', family: 'Ågesen', born: '1955-04-17', pronoun: 'hun', room: 5, portrait: 2, from: -8000, cp: ['p028'],
    about: 'Jeg har boet her længst. Jeg bestemmer, hvad vi skal synge.',
    contacts: [guardian('Bente Ågesen', 22)], warnings: [warn('infection', 'p016', -7, 3, 'Urinvejsinfektion, i behandling. Skal drikke rigeligt.')] },
  { key: 'soeren-oe', given: 'Søren', family: 'Ørsted', born: '1975-09-09', pronoun: 'han', room: 8, portrait: 8, from: -3300, cp: ['p009', 'p003'],
    about: 'Jeg har epilepsi, men jeg er ikke min epilepsi. Jeg går gerne tur med hunden Bølle fra nummer 12.',
    contacts: [relative('Jytte Ørsted', 'mor', 23, 'Ønsker besked samme dag ved anfald.')],
    warnings: [warn('epilepsy', 'p009', -420, 14, 'Epilepsi: tag tid på anfald. Over 5 minutter: akutmedicin efter instruks og 112. Må ikke bade alene.')] },
  { key: 'henrik-t', given: 'Henrik', family: 'Thorup-Nielsen', born: '1968-07-01', pronoun: 'han', room: 20, portrait: 10, from: -2950, cp: ['p010'],
    about: 'Jeg vil have ro, når jeg ser nyheder. Jeg kan godt dele fjernsynet, hvis man spørger først.',
    contacts: [relative('Anni Thorup', 'mor', 24)],
    warnings: [warn('violence', 'p001', -9, 12, 'Kan skubbe, når der bliver larm om ham. Tal lavt, giv plads, tilbyd eget værelse. Se strategi i pædagogisk plan.')] },
  { key: 'dennis-k', given: 'Dennis', family: 'Krogh', born: '1985-05-25', pronoun: 'han', room: 21, portrait: 12, from: -2100, cp: ['p010', 'p036'], solsikken: -1800,
    about: 'Jeg holder med AaB. Jeg snakker meget, siger de andre. Jeg mener det ikke ondt.',
    contacts: [relative('Lone Krogh', 'mor', 25)] },
  { key: 'mette-j', given: 'Mette-Marie', family: 'Juul', preferred: 'Mette-Marie', born: '1990-02-28', pronoun: 'hun', room: 22, portrait: 15, from: -2300, cp: ['p036'], solsikken: -2250,
    about: 'Jeg arbejder på Solsikken, jeg laver lys. Jeg har en kæreste, han hedder Bjarke, men han bor ikke her.',
    contacts: [relative('Susanne Juul', 'mor', 26), relative('Erling Juul', 'far', 27)] },
  { key: 'poul-erik-b', given: 'Poul-Erik', family: 'Bach', born: '1952-12-24', pronoun: 'han', room: 3, portrait: 5, from: -6600, cp: ['p028', 'p019'],
    about: 'Jeg har fødselsdag juleaften, så jeg holder den om sommeren. Jeg spiller mundharmonika.',
    warnings: [warn('other', 'p016', -300, 9, 'Diabetes 2: blodsukker måles morgen. Ved værdi under 4: juice og rugbrød.')] },
  { key: 'lan-n', given: 'Thi Lan', family: 'Nguyen', preferred: 'Lan', born: '1979-01-19', pronoun: 'hun', room: 12, portrait: 18, from: -2700, cp: ['p024', 'p026'], solsikken: -2500,
    about: 'Jeg taler med hænderne og med min tavle. Vent på mig, så svarer jeg.',
    contacts: [relative('Minh Nguyen', 'bror', 28)] },
  { key: 'jonas-v', given: 'Jonas', family: 'Vestergaard', born: '2001-10-02', pronoun: 'han', room: 23, portrait: 17, from: -9, cp: ['p022'],
    about: 'Jeg er lige flyttet hjemmefra. Jeg har min computer med. Jeg ved ikke endnu, hvad jeg synes.',
    contacts: [relative('Tina Vestergaard', 'mor', 29, 'Ringer helst mellem 17 og 18.'), { kind: 'caseworker', name: 'Myndighed, Egebæk Kommune', relation: 'sagsbehandler', phone: phone(30) }],
    warnings: [warn('alone-time', 'p022', -8, 6, 'Må være alene ude i op til en time med telefon. Går ikke over Ringvejen alene endnu.')] },
  { key: 'grethe-d', given: 'Grethe', family: 'Damgaard', born: '1947-03-03', pronoun: 'hun', room: 1, portrait: 20, from: -7900, cp: ['p019'],
    about: 'Jeg vil vækkes sent. Jeg har haft tre katte, og de lå alle sammen på puden.',
    contacts: [relative('Villy Damgaard', 'nevø', 31)], warnings: [warn('allergy', 'p016', -1400, 60, 'Allergi: nødder og mandler.')] },
  { key: 'ib-s', given: 'Ib', family: 'Skov', born: '1953-06-06', pronoun: 'han', room: 6, portrait: 7, from: -5800, cp: ['p015', 'p033'],
    about: 'Jeg ryger udenfor, det ved jeg godt. Jeg har styr på vejret.',
    contacts: [guardian('Egon Skov', 32, 'værge, tidligere umyndiggjort; fuldmagt til bank')] },
  { key: 'camilla-h', given: 'Camilla', family: 'Holt-Rasmussen', born: '1992-09-14', pronoun: 'hun', room: 24, portrait: 19, from: -1000, cp: ['p038', 'p012'],
    about: 'Jeg bliver træt af medicinen. Jeg vil gerne vide, hvorfor jeg får den.',
    contacts: [relative('Pia Holt-Rasmussen', 'mor', 33), { kind: 'lay-assistant', name: 'Vibeke Storm', relation: 'bisidder', phone: phone(34) }],
    warnings: [warn('other', 'p038', -6, 8, 'Ny medicin siden forrige uge: hold øje med rysten, træthed og mundtørhed. Skriv det ned.')] },
  { key: 'nadia-w', given: 'Nadia', family: 'Warsame', born: '1998-04-04', pronoun: 'hun', room: 16, portrait: 21, from: -800, cp: ['p018', 'p021'], solsikken: -700,
    about: 'Jeg beder, når jeg har lyst. Jeg kan godt lide at bage. Ingen må røre mit tørklæde.',
    contacts: [relative('Hodan Warsame', 'mor', 35)] },
  { key: 'flemming-aa', given: 'Flemming', family: 'Ågård', born: '1964-08-08', pronoun: 'han', room: 9, portrait: 22, from: -4700, cp: ['p005'],
    about: 'Jeg arbejder ikke mere. Jeg passer hønsene. Der er fem.',
    contacts: [relative('Connie Ågård', 'ekskone og ven', 36)] },
  { key: 'malik-k', given: 'Malik', family: 'Kristiansen', born: '1983-11-11', pronoun: 'han', room: 13, portrait: 23, from: -1600, cp: ['p003'],
    about: 'Jeg vil helst fiske. Jeg sover dårligt, når det blæser.',
    contacts: [relative('Amalie Kristiansen', 'mor', 37, 'Bor i Maniitsoq.')] },
]

function resident(w: Who, i: number): DemoCitizen {
  const stays = [home('aastedet', 'SEL-108', w.from)]
  if (w.solsikken) stays.push(home('solsikken', 'SEL-104', w.solsikken, 'day'))
  if (w.key === 'kaj-m') stays[0] = { ...home('aastedet', 'SEL-108', w.from), toDay: -4, reason: 'died' }
  return person(w.key, w.given, w.family, {
    ...(w.preferred ? { preferred: w.preferred } : {}),
    cpr: replacementCpr(w.born, serialFor(w.pronoun, 20 + i)),
    bornOn: w.born,
    portrait: w.portrait,
    pronoun: w.pronoun,
    address: `Åstien 3, værelse ${w.room}, 9990 Egebæk`,
    room: String(w.room),
    about: w.about,
    contacts: [...(w.contacts ?? []), doctor(i)],
    warnings: w.warnings ?? [],
    contactPersons: w.cp,
    stays,
  })
}

export const aastedetPeople: DemoCitizen[] = residents.map(resident)
