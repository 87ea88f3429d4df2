import { useState } from 'react'
import { language } from '#kernel/lang/text.ts'
import { Button, Disclosure, Lines, Mark, Notice, Section, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import type { RetentionDecision } from '../contract.ts'
import { type DecidedClass, decidedClasses } from '../deletion.ts'
import { retentionOn } from '../retention.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { text } from './text.ts'

/** How long each class is kept: what the law is known to say, its doubt, and what the municipality decided. */
export function Periods({ decisions }: { decisions: readonly RetentionDecision[] }) {
  const [deciding, setDeciding] = useState<DecidedClass>()
  return (
    <Section title={text.periods}>
      <Stack gap={3}>
        <p>{text.periodsLead}</p>
        <Lines label={text.periods}>
          {decidedClasses.map((kind) => (
            <li key={kind}>
              <Period kind={kind} decision={inForce(decisions, kind)} onDecide={() => setDeciding(kind)} />
            </li>
          ))}
        </Lines>
      </Stack>
      {deciding && <DecideDialog kind={deciding} onClose={() => setDeciding(undefined)} />}
    </Section>
  )
}

/** Decisions come latest first, so of two for the same day the first is the one that holds. */
function inForce(decisions: readonly RetentionDecision[], kind: DecidedClass): RetentionDecision | undefined {
  const of = decisions.filter((one) => one.class === kind)
  return of.toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : a.fromOn > b.fromOn ? -1 : 0))[0]
}

type PeriodProps = { kind: DecidedClass; decision: RetentionDecision | undefined; onDecide: () => void }

function Period({ kind, decision, onDecide }: PeriodProps) {
  const today = useToday()
  const rule = retentionOn(kind, today)
  return (
    <Stack gap={2}>
      <strong>{text.classes[kind]}</strong>
      <span>{text.classWhat[kind]}</span>
      <Decided decision={decision} />
      {rule && (
        <Disclosure title={text.law}>
          <Stack gap={2}>
            <p>{rule.source[language()]}</p>
            {rule.doubt && (
              <Notice tone="attention" title={text.notSettled}>
                <p>{rule.doubt[language()]}</p>
              </Notice>
            )}
          </Stack>
        </Disclosure>
      )}
      <div>
        <Button onPress={onDecide} aria-label={text.decideOf(text.classes[kind])}>
          {text.decide}
        </Button>
      </div>
    </Stack>
  )
}

function Decided({ decision }: { decision: RetentionDecision | undefined }) {
  const today = useToday()
  if (!decision) return <Mark tone="attention">{text.undecided}</Mark>
  const { days, archive, reference, decidedByName, decidedAt, fromOn } = decision
  return (
    <Stack gap={1}>
      <Mark tone={days === null || archive === 'preserve' ? 'neutral' : 'ok'}>
        {[days === null ? text.withoutEnd : text.days(days), archive && text.archives[archive]]
          .filter(Boolean)
          .join(' · ')}
      </Mark>
      <small>
        {text.decidedBy(decidedByName, shortDayWords(decidedAt.slice(0, 10), today), shortDayWords(fromOn, today))}{' '}
        {reference}
      </small>
    </Stack>
  )
}
