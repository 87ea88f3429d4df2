/** Given names by who carries them, mixed as they are in a Danish town. */
const words = (s: string): string[] => s.trim().split(/\s+/)

export const womenOld = words(
  'Inger Kirsten Lis Tove Ruth Jytte Grethe Aase Gerda Edith Ragnhild Solvejg Bodil Else Karen-Margrethe Asta Rigmor Vibeke Birgitte Annelise Ulla Lissi Connie Dagny Fatma Zainab',
)
export const menOld = words(
  'Jørgen Svend-Erik Kjeld Aage Verner Knud Ejner Holger Arne Preben Børge Villy Gunnar Egon Carl-Otto Bjarne Frede Niels-Peter Steen Ole Palle Erling Hardy Tage Hassan Mehmet',
)
export const womenMid = words(
  'Charlotte Heidi Pernille Lotte Dorthe Maibritt Trine Louise Anne-Sofie Malene Sanne Tanja Britt Lykke Rosa Fatma Zainab Oksana Mariola Thuy Priya Amira Ivalo Pipaluk Paarma Yasmin Jasna Shirin Gülsüm Maria-Elena Bolette',
)
export const menMid = words(
  'Claus Michael Brian Kenneth Thomas Anders Rasmus Jesper Torben Martin Allan Kim Johnni Søren-Emil Tommy Hassan Mehmet Abdi Goran Piotr Minh Ali Minik Nuka Aqqaluk Farid Emir Ravi Yusuf Bjørn Asger',
)
export const womenYoung = words(
  'Frida Sofia Clara Ida Maja Alberte Naja Luna Ella Asta Zahra Aisha Leyla Nivi Inuk Thea Victoria Agnes Emma-Sofie Josefine Mille Karla Smilla Ayan Sumaya Olena Vigdis Liva',
)
export const menYoung = words(
  'Oliver Noah Emil Magnus Lukas Elias Villads Storm Viggo Malthe Mohamed Omar Adam Ibrahim Malik Inunnguaq Bertram Silas Felix Kasper Jonathan Yahya Danyal Maksym Toke Åge Theo Valdemar',
)
export const families = words(
  'Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Skovgaard Bæk Østergård Ærøe Nørskov Aaen Højgaard Kjærsgaard Toft-Nielsen Bruun-Madsen Rosenkilde Lyngbye Damsgaard Vestermark Bjerregaard Winther Fisker Gejl Uhrskov Dalsgård-Lund Pallesen Kragh Villadsen Hedemand Schøn Ravnsborg Thygesen Åkjær Brix-Jessen Holdgaard',
)
export const familiesGreenland = words('Kleist Lynge Olsvig Heilmann Petrussen Kreutzmann Geisler Mathiassen')

/** Roots elsewhere: given names with the family names they are found with. */
const roots: { given: Set<string>; families: string[]; look: 'pale' | 'warm' | 'north' }[] = [
  {
    given: new Set(words('Ivalo Pipaluk Paarma Minik Nuka Aqqaluk Nivi Inuk Inunnguaq')),
    families: familiesGreenland,
    look: 'north',
  },
  {
    given: new Set(words('Oksana Mariola Jasna Goran Piotr Olena Maksym')),
    families: words('Nowak Kovačević Petrović Shevchenko Bondarenko'),
    look: 'pale',
  },
  { given: new Set(words('Thuy Minh')), families: words('Tran Pham Nguyen'), look: 'north' },
  { given: new Set(words('Ravi Priya')), families: words('Singh Sharma Kumar'), look: 'north' },
  { given: new Set(words('Abdi Ayan Sumaya Zainab')), families: words('Farah Osman Abdullahi Warsame'), look: 'warm' },
  {
    given: new Set(
      words(
        'Fatma Amira Yasmin Shirin Gülsüm Hassan Mehmet Ali Farid Emir Yusuf Zahra Aisha Leyla Mohamed Omar Ibrahim Yahya Danyal',
      ),
    ),
    families: words('Yılmaz Haddad Rahman Hosseini Mohammadi Demir Ahmed Al-Masri Hussein Benali'),
    look: 'warm',
  },
]

export function familyNamesFor(given: string): string[] {
  return roots.find((r) => r.given.has(given))?.families ?? families
}

/** Which drawn faces could be theirs; a scarf only in the warm group. */
export function lookFor(family: string): 'pale' | 'warm' | 'north' {
  return roots.find((r) => r.families.includes(family))?.look ?? 'pale'
}

export const streets = words(
  'Møllegade Skolevænget Kirkestræde Stationsvej Engparken Rosenvej Bakkevej Vestergade Østergade Nørregade Åparken Birkelunden Gærdet Kærvej Smedebakken Præstevangen Teglværksvej Havnegade Lærkevej Elmealle',
)

/** Relatives share roots with the family name they carry. */
export function givenFor(pronoun: 'han' | 'hun', family: string): string[] {
  return (pronoun === 'han' ? menMid : womenMid).filter((g) => familyNamesFor(g).includes(family))
}
