import { useMemo } from 'react'
import { nameOfNumber } from '#features/requirements/content.ts'
import { requirements } from '#features/requirements/contract.ts'
import { language } from '#kernel/lang/text.ts'
import { Columns, Empty, Lines, Notice, Section, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { evaluate } from '../evaluate.ts'
import { lowPrices } from '../low-price.ts'
import type { EvaluationInput } from '../model.ts'
import { inPlainWords } from '../plain-words.ts'
import { sensitivity } from '../sensitivity.ts'
import { AwardSection } from './AwardSection.tsx'
import { FlipLines } from './FlipLines.tsx'
import { Stretches } from './Stretches.tsx'
import { TenderPage } from './TenderPage.tsx'
import { Totals } from './Totals.tsx'
import { text } from './text.ts'
import { useFresh } from './use-fresh.ts'

export const ResultPage = ({ tenderId }: { tenderId: string }) => (
  <TenderPage tenderId={tenderId} side="result">
    {(whole) => (
      <Columns right={<AwardSection whole={whole} />}>
        {whole.bids === null ? <Empty>{text.notHere}</Empty> : <Fetched whole={whole} />}
      </Columns>
    )}
  </TenderPage>
)

function Fetched({ whole }: { whole: TenderWhole }) {
  const result = useFresh(useRead(tender.result, { tenderId: whole.id }, { live: ['tender', whole.placeId] }))
  return (
    <Show of={result}>
      {({ input, lacking }) =>
        input && input.bids.length > 0 ? (
          <Worked whole={whole} input={input} />
        ) : (
          <Empty>{text.resultWaits(lacking)}</Empty>
        )
      }
    </Show>
  )
}

/** Worked out here by the same pure function as on the server: what is seen is what is awarded. */
function Worked({ whole, input }: { whole: TenderWhole; input: EvaluationInput }) {
  const version = useRead(requirements.baseline, { id: whole.baselineId! }, { staleMs: 600_000 })
  const worked = useMemo(() => ({ out: evaluate(input), found: sensitivity(input)! }), [input])
  const { out, found } = worked
  const numbers = new Map(version.data?.contents.map(({ id, number }) => [id, number]))
  const bidOf = (id: string) => input.bids.find((bid) => bid.id === id)!
  const names = {
    bid: (id: string) => bidOf(id).name,
    subcriterion: (key: string) => input.model.subcriteria.find((one) => one.key === key)!.name,
    requirement: (id: string) => nameOfNumber(numbers.get(id) ?? 0),
  }
  const { priceWeight, priceFormula } = input.model
  const spreadPercent = priceFormula.kind === 'linear' ? priceFormula.spreadPercent : null
  return (
    <Stack gap={6}>
      {lowPrices(input.bids).map(({ id, belowPercent }) => (
        <Notice key={id} tone="attention">
          {text.lowPrice(names.bid(id), belowPercent)}
        </Notice>
      ))}
      <Totals input={input} out={out} found={found} />
      <Section title={text.hangs}>
        <Stack gap={5}>
          <p>{text.hangsNote}</p>
          {found.priceWeights.length > 0 && <FlipLines input={input} out={out} found={found} />}
          {found.spreads.length > 0 && <Stretches input={input} along={found.spreads} at={spreadPercent!} />}
          <Lines label={text.hangs}>
            {inPlainWords(found, names, { priceWeight, spreadPercent }, language()).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </Lines>
        </Stack>
      </Section>
    </Stack>
  )
}
