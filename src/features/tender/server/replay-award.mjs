// Genberegner en tildeling ud fra eksportfilen. Kræver kun Node.js 20 eller nyere, og intet andet program:
//   node genberegn.mjs evaluering.json
//
// Works an award out again from the export file. It shares no line with the program that made the award: written from the
// published model alone, so that agreement between the two means something. Numbers are exact: pairs of whole numbers.
import fs from 'node:fs'

const q = (over, under = 1n) => ({ over, under })
const add = (a, b) => q(a.over * b.under + b.over * a.under, a.under * b.under)
const mul = (a, b) => q(a.over * b.over, a.under * b.under)
const neg = (a) => q(-a.over, a.under)
const inv = (a) => (a.over < 0n ? q(-a.under, -a.over) : q(a.under, a.over))
const sign = (a) => (a.over > 0n ? 1 : a.over < 0n ? -1 : 0)
const compare = (a, b) => sign(add(a, neg(b)))
const whole = (number) => q(BigInt(number))
const written = (number) => q(BigInt(Math.round(number * 1000)), 1000n)

/** To so many decimals; `even` says where a half goes. */
function round(value, decimals, even) {
  const power = 10n ** BigInt(decimals)
  const negative = value.over < 0n
  const over = (negative ? -value.over : value.over) * power
  let units = over / value.under
  const left = 2n * (over - units * value.under)
  if (left > value.under || (left === value.under && (!even || units % 2n === 1n))) units += 1n
  return q(negative ? -units : units, power)
}

function show(value, decimals) {
  const { over } = round(value, decimals, false)
  const digits = String(over < 0n ? -over : over).padStart(decimals + 1, '0')
  const split = digits.length - decimals
  return (over < 0n ? '-' : '') + digits.slice(0, split) + (decimals > 0 ? `.${digits.slice(split)}` : '')
}

function panelPoints(consensus, score) {
  if (consensus.rule === 'agreed') return score.agreed === null ? null : written(score.agreed)
  const given = score.byEvaluator.filter((points) => points !== null).sort((a, b) => a - b)
  if (given.length === 0) return null
  const low = given[Math.ceil(given.length / 2) - 1]
  const high = given[Math.floor(given.length / 2)]
  const middle = mul(add(written(low), written(high)), q(1n, 2n))
  const mean = mul(given.map(written).reduce(add, whole(0)), q(1n, BigInt(given.length)))
  const value = consensus.rule === 'median' ? middle : mean
  return consensus.rounding === 'none' ? value : round(value, 0, consensus.rounding === 'half-even')
}

function pointsTable({ model, bids, scores }) {
  const table = new Map()
  for (const score of scores) {
    const points = panelPoints(model.consensus, score)
    if (points !== null) table.set(`${score.bidId}/${score.requirementId}`, points)
  }
  for (const bid of model.trial ? bids : []) {
    if (bid.trialSolved === null) continue
    const reached = model.trial.points.filter((step) => step.solved <= bid.trialSolved)
    reached.sort((a, b) => a.solved - b.solved)
    table.set(
      `${bid.id}/${model.trial.requirementId}`,
      written(reached.length ? reached[reached.length - 1].points : 0),
    )
  }
  return table
}

/** @param data the `input` of the export file @returns subscores, price points, totals and order, decimals as text */
export function replay({ model, bids, scores }) {
  const table = pointsTable({ model, bids, scores })
  const cheapest = bids.map((bid) => bid.priceOere).sort((a, b) => a - b)[0]
  const decimals = Math.max(4, model.decimals)
  const worked = bids.map((bid) => {
    const subscores = model.subcriteria.map(({ key }) => {
      let sum = whole(0)
      let weights = 0
      for (const row of model.rows) {
        if (row.subcriterion !== key) continue
        weights += row.weight
        sum = add(sum, mul(whole(row.weight), table.get(`${bid.id}/${row.requirementId}`) ?? whole(0)))
      }
      return weights === 0 ? whole(0) : mul(sum, inv(whole(weights)))
    })
    const allWeights = model.subcriteria.reduce((sum, one) => sum + one.weight, 0)
    const weighed = model.subcriteria.map((one, i) => mul(whole(one.weight), subscores[i])).reduce(add, whole(0))
    const quality = allWeights === 0 ? whole(0) : mul(weighed, inv(whole(allWeights)))
    const pricePoints = model.method === 'points' ? priced(model, bid.priceOere, cheapest) : null
    const total =
      model.method === 'points'
        ? add(
            mul(q(BigInt(model.priceWeight), 100n), pricePoints),
            mul(q(BigInt(100 - model.priceWeight), 100n), quality),
          )
        : add(whole(bid.priceOere), charges(model, bid.priceOere, subscores))
    return { bid, subscores, quality, pricePoints, total, compared: round(total, model.decimals, false) }
  })
  const inOrder = [...worked].sort((a, b) => better(model, a, b) || (a.bid.id < b.bid.id ? -1 : 1))
  const first = inOrder.filter((one) => better(model, inOrder[0], one) === 0)
  return {
    bids: worked.map(({ bid, subscores, quality, pricePoints, total }) => ({
      id: bid.id,
      letter: bid.letter,
      subscores: Object.fromEntries(model.subcriteria.map(({ key }, i) => [key, show(subscores[i], decimals)])),
      quality: show(quality, decimals),
      pricePoints: pricePoints && show(pricePoints, decimals),
      total: show(total, model.method === 'price' ? 0 : decimals),
    })),
    ranking: inOrder.map(({ bid }) => bid.id),
    tied: first.length > 1 ? first.map(({ bid }) => bid.id) : [],
  }
}

function priced({ priceFormula, scale }, price, cheapest) {
  if (priceFormula.kind === 'relative') return mul(whole(scale), q(BigInt(cheapest), BigInt(price)))
  const room = mul(whole(cheapest), q(BigInt(priceFormula.spreadPercent), 100n))
  const left = add(add(whole(cheapest), room), neg(whole(price)))
  return sign(left) < 0 ? whole(0) : mul(whole(scale), mul(left, inv(room)))
}

function charges({ subcriteria, scale }, price, subscores) {
  return subcriteria
    .map(({ charge }, i) => {
      if (!charge) return whole(0)
      const most = 'oere' in charge ? whole(charge.oere) : mul(whole(price), q(BigInt(charge.percent), 100n))
      return mul(most, mul(add(whole(scale), neg(subscores[i])), q(1n, BigInt(scale))))
    })
    .reduce(add, whole(0))
}

/** Below zero when `a` comes first. */
function better({ method, tie }, a, b) {
  const byTotal = method === 'points' ? compare(b.compared, a.compared) : compare(a.compared, b.compared)
  const byPrice = a.bid.priceOere - b.bid.priceOere
  const byQuality = compare(b.quality, a.quality)
  return byTotal || (tie === 'lowest-price' ? byPrice || byQuality : byQuality || byPrice)
}

/** One way to write a value, whatever order a database keeps its fields in. */
const canonical = (value) =>
  JSON.stringify(value, (_, one) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

function main(file) {
  const { input, award } = JSON.parse(fs.readFileSync(file, 'utf8'))
  const again = replay(input)
  const nameOf = new Map(input.bids.map(({ id, letter, name }) => [id, `${letter} ${name}`]))
  for (const [place, id] of again.ranking.entries())
    console.log(`${place + 1}. ${nameOf.get(id)}: ${again.bids.find((bid) => bid.id === id).total}`)
  const isSame = canonical(again) === canonical(award)
  console.log(isSame ? 'Samme resultat som tildelingen.' : 'IKKE samme resultat som tildelingen.')
  process.exitCode = isSame ? 0 : 1
}

if (process.argv[1]?.endsWith('.mjs')) main(process.argv[2] ?? 'evaluering.json')
