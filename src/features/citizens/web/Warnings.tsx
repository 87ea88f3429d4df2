import { useState } from 'react'
import { dayOf } from '#kernel/lang/day.ts'
import { Button, Lines, Mark, Row, Section, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import type { Card, Warning } from '../contract.ts'
import { ReviewDialog } from './ReviewDialog.tsx'
import { text } from './text.ts'
import { WarnDialog } from './WarnDialog.tsx'

/** What must be known, who wrote it, and when somebody looks at it again. */
export function Warnings({ card }: { card: Card }) {
  const [isOpen, setOpen] = useState(false)
  const [reviewed, review] = useState<Warning>()
  const mayWarn = card.permitted.includes('warn')
  return (
    <Section
      title={text.warnings}
      actions={mayWarn && !card.diedOn && <Button onPress={() => setOpen(true)}>{text.warn}</Button>}
    >
      {card.warnings.length === 0 && <p>{text.noWarnings}</p>}
      <Lines label={text.warnings}>
        {card.warnings.map((warning) => (
          <li key={warning.id}>
            <WarningLine warning={warning} onReview={mayWarn ? () => review(warning) : undefined} />
          </li>
        ))}
      </Lines>
      {isOpen && <WarnDialog card={card} onClose={() => setOpen(false)} />}
      {reviewed && <ReviewDialog warning={reviewed} onClose={() => review(undefined)} />}
    </Section>
  )
}

type LineProps = { warning: Warning; onReview: (() => void) | undefined }

function WarningLine({ warning, onReview }: LineProps) {
  const today = useToday()
  const { kind, text: words, authorName, writtenAt, reviewOn } = warning
  const day = shortDayWords(reviewOn, today)
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <strong>{words}</strong>
        <span>
          {[
            kind !== 'other' && text.warningKinds[kind],
            text.writtenBy(authorName, shortDayWords(dayOf(writtenAt), today)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {reviewOn < today ? <Mark tone="attention">{text.reviewOverdue(day)}</Mark> : <span>{text.reviewOn(day)}</span>}
      </Stack>
      {onReview && (
        <Button kind="plain" aria-label={text.reviewOf(words)} onPress={onReview}>
          {text.review}
        </Button>
      )}
    </Row>
  )
}
