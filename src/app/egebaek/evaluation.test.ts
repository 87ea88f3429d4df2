import { expect } from 'vitest'
import { consensusOf, evaluate, lacking } from '#features/tender/evaluate.ts'
import { asDecimal } from '#features/tender/fraction.ts'
import { flipsOf, sensitivity } from '#features/tender/sensitivity.ts'
import { newId } from '#kernel/lang/id.ts'
import { readEgebaek, withEgebaek } from '#kit/egebaek.ts'
import { evaluationOf } from './evaluation.ts'
import { TenderInFile } from './tender-file.ts'

function theCase() {
  const file = TenderInFile.parse(readEgebaek())
  const known = new Map<string, string>()
  const idOf = (name: string) => {
    if (!known.has(name)) known.set(name, newId())
    return known.get(name)!
  }
  const input = evaluationOf(file, { requirement: idOf, bid: idOf })
  const letterOf = new Map(input.bids.map(({ id, letter }) => [id, letter as 'A' | 'B' | 'C']))
  const letters = (ranking: readonly string[]) => ranking.map((id) => letterOf.get(id))
  return { file, input, idOf, letters, expected: file.evaluation.expected }
}

withEgebaek('points, prices, totals and order come out as the file has them', () => {
  const { file, input, idOf, letters, expected } = theCase()
  const out = evaluate(input)
  let compared = 0
  for (const bid of out.bids) {
    const letter = letters([bid.id])[0]!
    for (const [key, value] of Object.entries(expected.subscores[letter])) {
      expect(Number(asDecimal(bid.subscores.get(key)!, 4))).toBe(value)
      compared++
    }
    expect(Number(asDecimal(bid.pricePoints!, 4))).toBe(expected.pricePoints[letter])
    expect(Number(asDecimal(bid.total, 4))).toBe(expected.totals[letter])
    compared += 2
    for (const [label, byLetter] of Object.entries(file.evaluation.consensus)) {
      expect(Number(asDecimal(bid.points.get(idOf(label))!, 1))).toBe(byLetter[letter])
      compared++
    }
  }
  expect(letters(out.ranking)).toEqual(expected.ranking)
  expect(lacking(input)).toEqual([])
  process.stdout.write(`  ${compared + 1} results of the evaluation as the file has them\n`)
})

withEgebaek('what the award hangs on comes out as the file has it', () => {
  const { input, letters, expected } = theCase()
  const wanted = expected.sensitivity
  const found = sensitivity(input)!
  expect(flipsOf(found.priceWeights).map(({ at, to }) => [at, ...letters([to])])).toEqual([
    [wanted.priceWeightWhereWinnerChanges, 'C'],
  ])
  expect(flipsOf(found.spreads).map(({ at, to }) => [at, ...letters([to])])).toEqual([
    [wanted.spreadPercentFromWhichBWins, 'B'],
  ])
  const rankingAt = (percent: number) => found.spreads.find(({ from, to }) => from <= percent && percent <= to)!.ranking
  for (const { spread, ranking } of wanted.spread) expect(letters(rankingAt(Math.round(spread * 100)))).toEqual(ranking)
  const said = (totals: ReadonlyMap<string, { over: bigint; under: bigint }>) =>
    Object.fromEntries([...totals].map(([id, total]) => [letters([id])[0]!, Number(asDecimal(total, 3))]))
  for (const { withoutBid, ranking, totals } of wanted.irrelevantAlternative) {
    const without = found.withoutBid.find(({ id }) => letters([id])[0] === withoutBid)!
    expect([letters(without.ranking), said(without.totals)]).toEqual([ranking, totals])
  }
  for (const { withoutEvaluator, ranking, totals } of wanted.leaveOneEvaluatorOut) {
    const without = found.withoutEvaluator[withoutEvaluator - 1]!
    expect([letters(without.ranking), said(without.totals)]).toEqual([ranking, totals])
  }
  expect(found.subcriteria.map(({ key, delta, ranking }) => ({ sub: key, delta, ranking: letters(ranking) }))).toEqual(
    wanted.subcriterionPlusMinus10,
  )
  expect(letters(found.onePoint!.ranking)[0]).toBe('B')
  const count =
    2 +
    wanted.spread.length +
    wanted.irrelevantAlternative.length +
    wanted.leaveOneEvaluatorOut.length +
    wanted.subcriterionPlusMinus10.length
  process.stdout.write(`  ${count} results of the sensitivity as the file has them\n`)
})

withEgebaek('the panel’s points are the median of five, halves to the even', () => {
  const { input } = theCase()
  const scored = { byEvaluator: [8, 9, 8, 9], agreed: null }
  expect(asDecimal(consensusOf(input.model, scored)!, 0)).toBe('8')
})
