import { type Content, nameOfNumber } from '#features/requirements/content.ts'
import { SuspectMark, ThreadButtons } from '#features/thread/web/index.ts'
import { Button, Mark, Row, Section, Stack, Terms, TextArea, TextField } from '#kernel/ui/index.ts'
import type { Bid } from '../contract.ts'
import { plainPoints } from '../danish.ts'
import { Level } from './Level.tsx'
import { RequirementRows } from './RequirementRows.tsx'
import { RowFindings } from './RowFindings.tsx'
import styles from './Scoring.module.css'
import { text } from './text.ts'
import { byRule, keyOf, type Scorings } from './use-scoring.ts'

/** One requirement with its steps, and under it the bids beside each other: answer, points and reason in the same place. */
export function OneRequirement({ scoring }: { scoring: Scorings }) {
  const { current, at, rows, go, known } = scoring
  if (!current) return null
  return (
    <Section
      title={`${nameOfNumber(current.number)} ${current.title}`}
      note={text.rowOf(at + 1, rows.length)}
      actions={
        <Row gap={1}>
          <Button kind="plain" isDisabled={at === 0} onPress={() => go(at - 1)}>
            {text.previous}
          </Button>
          <Button kind="plain" isDisabled={at === rows.length - 1} onPress={() => go(at + 1)}>
            {text.nextRow}
          </Button>
        </Row>
      }
    >
      <Stack gap={4}>
        <RequirementRows scoring={scoring} content={current} />
        <div className={styles.bids}>
          {known.bids.map((bid) => (
            <OneBid key={`${bid.id} ${current.id}`} scoring={scoring} bid={bid} content={current} />
          ))}
        </div>
        <p className={styles.keys}>{text.keys}</p>
      </Stack>
    </Section>
  )
}

type BidProps = { scoring: Scorings; bid: Bid; content: Content }

function OneBid(props: BidProps) {
  const { scoring, bid, content } = props
  const answer = scoring.known.answers.find(
    ({ bidId, requirementId }) => bidId === bid.id && requirementId === content.id,
  )
  return (
    <section className={styles.bid} aria-label={`${bid.letter} ${bid.vendor}`}>
      <h4 className={styles.vendor}>
        {bid.letter} · {bid.vendor}
      </h4>
      {answer && (
        <>
          <Row gap={2}>
            <Level level={answer.level} />
            <SuspectMark count={answer.suspects} />
          </Row>
          <p>{answer.text}</p>
          <Terms
            items={[
              // Hours of a row stand with the row.
              { term: text.hoursField, value: answer.rows.some(({ hours }) => hours !== null) ? null : answer.hours },
              { term: text.reservation, value: answer.reservation },
              { term: text.evidence, value: answer.evidence },
            ]}
          />
        </>
      )}
      <Points {...props} />
      {scoring.mode === 'own' && <RowFindings {...props} />}
      {scoring.mode !== 'own' && answer && <ThreadButtons kind="tender.answer" id={answer.id} />}
    </section>
  )
}

function Points(props: BidProps) {
  const { scoring, bid, content } = props
  if (content.level === 'minimum') return <p className={styles.keys}>{text.minimumOnly}</p>
  if (scoring.known.model.trial?.requirementId === content.id)
    return <p className={styles.keys}>{text.fromTrial(bid.trialSolved)}</p>
  if (!scoring.isScored(content)) return null
  if (scoring.mode === 'read') return <Told {...props} />
  return (
    <>
      {scoring.mode === 'panel' && <Others {...props} />}
      <Fields {...props} />
    </>
  )
}

function Fields({ scoring, bid, content }: BidProps) {
  const { mode, cellOf, type, leave, keeping, known } = scoring
  const cell = cellOf(bid.id, content.id)
  const writesPoints = mode === 'own' || known.model.consensus.rule === 'agreed'
  const done = () => leave(bid.id, content.id)
  return (
    <Stack gap={2}>
      {writesPoints && (
        <div className={styles.points}>
          <TextField
            label={text.pointsOf(bid.letter)}
            value={cell.points}
            onChange={(points) => type(bid.id, content.id, { points })}
            onBlur={done}
            inputMode="decimal"
            maxLength={5}
          />
          <span>/ {known.model.scale}</span>
        </div>
      )}
      <TextArea
        label={mode === 'own' ? text.reasonOf(bid.letter) : text.settleReason}
        value={cell.reason}
        onChange={(reason) => type(bid.id, content.id, { reason })}
        onBlur={done}
        lines={2}
        help={mode === 'own' ? text.reasonHelp : undefined}
        fault={keeping.whyNot(content, cell)}
      />
      {keeping.isSaved(keyOf(bid.id, content.id)) && <Mark tone="ok">{text.saved}</Mark>}
    </Stack>
  )
}

/** What each gave, when all have handed in; and what the model's own rule makes of it. */
function Others({ scoring: { known }, bid, content }: BidProps) {
  const given = known.scores.filter(({ bidId, requirementId }) => bidId === bid.id && requirementId === content.id)
  return (
    <Stack gap={1}>
      <p>
        <strong>{given.map(({ points }) => plainPoints(points)).join(' · ')}</strong>{' '}
        {text.byRule(byRule(known, bid.id, content.id) ?? '')}
      </p>
      {[...new Set(given.map(({ reason }) => reason))].map((reason) => (
        <p key={reason} className={styles.keys}>
          {reason}
        </p>
      ))}
    </Stack>
  )
}

function Told({ scoring: { known }, bid, content }: BidProps) {
  const found = known.consensus.find((one) => one.bidId === bid.id && one.requirementId === content.id)
  if (!found) return null
  return (
    <p>
      <strong className={styles.figure}>{plainPoints(found.points)}</strong> {found.reason}
    </p>
  )
}
