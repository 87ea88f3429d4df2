/** Words of which it is known how often they occur; no other sentence holds them. For searching and measuring. */
export type Known = { readonly word: string; readonly sentences: readonly string[] }

const known = (word: string, ...sentences: string[]): Known => ({ word, sentences })

/** Each in about one note of 80. */
export const common: readonly Known[] = [
  known(
    'uro',
    'Der var uro {hvor} i {min} minutter.',
    'Uro i kroppen hele vagten, mest {hvor}.',
    '{H} sagde selv, at der er uro indeni {hvorfor}.',
    'Kom i uro {hvorfor}, men fandt ro {hvor}.',
  ),
  known(
    'tandlæge',
    'Skal til tandlæge {snart}.',
    'Har været til tandlæge, og det gik fint.',
    '{H} er bange for tandlæge og vil have mig med.',
  ),
  known('svømmehal', 'Vil gerne i svømmehal {snart}.', 'Talte om turen til svømmehal {tid}.'),
  known('madplan', 'Skrev ønsker til ugens madplan.', 'Vi lavede madplan sammen {hvor}.'),
  known('husmøde', 'Tages op på næste husmøde.', '{H} sagde sin mening på dagens husmøde.'),
  known('cykeltur', 'Var på cykeltur {tur} {vejr}.', 'En cykeltur er aftalt {snart}.'),
  known('vaskeri', 'Hentede tøj i byens vaskeri.', 'Vi aftalte vaskeri {snart}.'),
  known('sygemelding', 'Sygemelding til værkstedet er givet.', 'Talte om sygemelding {snart}.'),
  known('medicinskab', 'Nøglen til medicinskab er talt op.', 'Stod ved sit medicinskab {gange} og ville være sikker.'),
  known('telefonopkald', 'Fik et telefonopkald fra {hvem} {tid}.', 'Efter et telefonopkald var {h} {grad} {stemning}.'),
]
export const COMMON_SHARE = 0.0125

const FIRST =
  'bane kirke skov havne vinter sommer brand vand sten glas hoved bade spise kælder loft kontor cykel'.split(' ')
const LAST =
  'døren trappen pladsen tasken lampen stolen nøglen stien skiltet bænken kassen vinduet tæppet spejlet hylden krogen skabet stigen'.split(
    ' ',
  )
const FRAMES = [
  'Ville hen til {rare}.',
  'Spurgte til {rare} {gange}.',
  '{H} var optaget af {rare}.',
  'Vi fandt {ting} ved {rare}.',
  'Det var noget med {rare}, sagde {h}.',
]

/** Each in about one note of 3,000. */
export const rare: readonly string[] = FIRST.flatMap((first) => LAST.map((last) => first + last))
export const RARE_SHARE = rare.length / 3_000
export const rareSentences: readonly string[] = FRAMES

export const commonWords: readonly string[] = common.map(({ word }) => word)
export const rareWords: readonly string[] = rare
