import { flipsOf, type Sensitivity } from './sensitivity.ts'

type Names = {
  readonly bid: (id: string) => string
  readonly subcriterion: (key: string) => string
  readonly requirement: (id: string) => string
}
type Published = { readonly priceWeight: number; readonly spreadPercent: number | null }

const list = (names: readonly string[], and: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`

const words = {
  da: {
    and: 'og',
    price: (at: number, to: string, from: string, weight: number) =>
      at > weight
        ? `Hvis prisen havde vægtet ${at} % eller mere i stedet for ${weight} %, havde ${to} vundet.`
        : `Hvis prisen havde vægtet mindre end ${at} % i stedet for ${weight} %, havde ${from} vundet.`,
    noPrice: (winner: string) => `${winner} vinder, uanset hvor meget prisen vægter.`,
    spread: (at: number, to: string, from: string, spread: number) =>
      at > spread
        ? `Hvis prisens spænd havde været ${at} % eller mere i stedet for ${spread} %, havde ${to} vundet.`
        : `Hvis prisens spænd havde været under ${at} % i stedet for ${spread} %, havde ${from} vundet.`,
    noSpread: (winner: string) => `${winner} vinder ved ethvert spænd mellem 5 og 150 %.`,
    charge: (at: number, to: string, from: string) =>
      at > 100
        ? `Hvis manglende kvalitet havde kostet ${at} % af det, der er offentliggjort, havde ${to} vundet.`
        : `Hvis manglende kvalitet havde kostet mindre end ${at} % af det, der er offentliggjort, havde ${from} vundet.`,
    noCharge: (winner: string) =>
      `${winner} vinder, også hvis manglende kvalitet havde kostet tre gange så meget eller ingenting.`,
    subs: (winner: string) => `${winner} vinder stadig, når hvert delkriterium vægter 10 mere eller mindre.`,
    sub: (names: string) => `Vinderen skifter, når vægten af ${names} ændres med 10.`,
    evaluators: (winner: string) => `${winner} vinder stadig, når en hvilken som helst evaluator tages ud.`,
    evaluator: (seats: string) => `Vinderen skifter, når evaluator ${seats} tages ud.`,
    losers: (winner: string) => `${winner} vinder stadig, når et af de tabende tilbud tages ud.`,
    loser: (names: string) => `Vinderen skifter, når ${names} tages ud, selv om det ikke er vinderen.`,
    point: (requirement: string, winner: string) =>
      `Ét point fra vinderen til nummer to på det tungeste krav (${requirement}) flytter ikke udfaldet: ${winner} vinder.`,
    pointFlips: (requirement: string) =>
      `Ét point fra vinderen til nummer to på det tungeste krav (${requirement}) ville have ændret udfaldet.`,
  },
  en: {
    and: 'and',
    price: (at: number, to: string, from: string, weight: number) =>
      at > weight
        ? `Had price weighed ${at} % or more instead of ${weight} %, ${to} would have won.`
        : `Had price weighed less than ${at} % instead of ${weight} %, ${from} would have won.`,
    noPrice: (winner: string) => `${winner} wins whatever price weighs.`,
    spread: (at: number, to: string, from: string, spread: number) =>
      at > spread
        ? `Had the spread of prices been ${at} % or more instead of ${spread} %, ${to} would have won.`
        : `Had the spread of prices been below ${at} % instead of ${spread} %, ${from} would have won.`,
    noSpread: (winner: string) => `${winner} wins at every spread from 5 to 150 %.`,
    charge: (at: number, to: string, from: string) =>
      at > 100
        ? `Had lacking quality cost ${at} % of what was published, ${to} would have won.`
        : `Had lacking quality cost less than ${at} % of what was published, ${from} would have won.`,
    noCharge: (winner: string) => `${winner} wins also had lacking quality cost three times as much or nothing.`,
    subs: (winner: string) => `${winner} still wins when each subcriterion weighs 10 more or less.`,
    sub: (names: string) => `The winner changes when the weight of ${names} moves by 10.`,
    evaluators: (winner: string) => `${winner} still wins when any one evaluator is left out.`,
    evaluator: (seats: string) => `The winner changes when evaluator ${seats} is left out.`,
    losers: (winner: string) => `${winner} still wins when one of the losing bids is left out.`,
    loser: (names: string) => `The winner changes when ${names} is left out, although it is not the winner.`,
    point: (requirement: string, winner: string) =>
      `One point from the winner to the runner-up on the heaviest requirement (${requirement}) does not move the outcome: ${winner} wins.`,
    pointFlips: (requirement: string) =>
      `One point from the winner to the runner-up on the heaviest requirement (${requirement}) would have changed the outcome.`,
  },
} as const

type Said = (typeof words)['da'] | (typeof words)['en']
type Asking = { found: Sensitivity; names: Names; said: Said }

/** What turns it along a line, or that nothing does. */
function turnsAlong(
  { names }: Asking,
  along: Sensitivity['spreads'],
  tell: (at: number, to: string, from: string) => string,
  none: string,
): string[] {
  if (along.length === 0) return []
  const turns = flipsOf(along).map(({ at, from, to }) => tell(at, names.bid(to), names.bid(from)))
  return turns.length ? turns : [none]
}

function onSubcriteria({ found, names, said }: Asking, winner: string): string {
  const turning = found.subcriteria.filter(({ ranking }) => ranking[0] !== found.winner).map(({ key }) => key)
  return turning.length ? said.sub(list([...new Set(turning)].map(names.subcriterion), said.and)) : said.subs(winner)
}

/** Without one evaluator; without one of the losing bids. */
function onLeavingOut({ found, names, said }: Asking, winner: string): string[] {
  const turning = (among: Sensitivity['withoutBid']) =>
    among.filter(({ ranking }) => ranking[0] !== found.winner).map(({ id }) => id)
  const seats = turning(found.withoutEvaluator)
  const losers = turning(found.withoutBid.filter(({ id }) => id !== found.winner))
  const told: string[] = []
  if (found.withoutEvaluator.length)
    told.push(seats.length ? said.evaluator(list(seats, said.and)) : said.evaluators(winner))
  if (found.withoutBid.length > 2)
    told.push(losers.length ? said.loser(list(losers.map(names.bid), said.and)) : said.losers(winner))
  return told
}

function onOnePoint({ found, names, said }: Asking, winner: string): string[] {
  if (!found.onePoint) return []
  const requirement = names.requirement(found.onePoint.requirementId)
  return [found.onePoint.ranking[0] === found.winner ? said.point(requirement, winner) : said.pointFlips(requirement)]
}

/** What an award hangs on, in plain words: where it turns, and where it does not. A choice is good, not inevitable. */
export function inPlainWords(
  found: Sensitivity,
  names: Names,
  published: Published,
  language: 'da' | 'en' = 'da',
): string[] {
  const said = words[language]
  const asking = { found, names, said }
  const winner = names.bid(found.winner)
  const { priceWeight, spreadPercent } = published
  return [
    ...turnsAlong(
      asking,
      found.priceWeights,
      (at, to, from) => said.price(at, to, from, priceWeight),
      said.noPrice(winner),
    ),
    ...turnsAlong(
      asking,
      found.spreads,
      (at, to, from) => said.spread(at, to, from, spreadPercent!),
      said.noSpread(winner),
    ),
    ...turnsAlong(asking, found.charges, said.charge, said.noCharge(winner)),
    onSubcriteria(asking, winner),
    ...onLeavingOut(asking, winner),
    ...onOnePoint(asking, winner),
  ]
}
