import type { Card } from '#features/citizens/contract.ts'
import { Lines, LinkButton, Row, Section, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { assessments } from '../contract.ts'
import { BandWords } from './BandWords.tsx'
import { seriesOf } from './by-form.ts'
import { text } from './text.ts'

/** Kept short: the rest is one step away. */
const MOST = 4

/** On the card: what the latest forms say, and what is to be done about it. */
export function LatestForms({ card }: { card: Card }) {
  const today = useToday()
  const found = useRead(assessments.ofCitizen, { citizenId: card.id })
  if (!found.data) return null
  const series = seriesOf(found.data).filter(({ latest }) => !latest.struck)
  return (
    <Section title={text.title}>
      <Stack gap={3}>
        {series.length === 0 && <p>{text.none}</p>}
        <Lines label={text.title}>
          {series.slice(0, MOST).map(({ key, latest }) => (
            <li key={key}>
              <Stack gap={1}>
                <span>{text.line(latest.formTitle, shortDayWords(latest.answeredOn, today))}</span>
                <BandWords form={latest.form} score={latest.score} />
              </Stack>
            </li>
          ))}
        </Lines>
        <Row>
          <LinkButton href={`/borger/${card.id}/skemaer`}>{text.seeAll}</LinkButton>
        </Row>
      </Stack>
    </Section>
  )
}
