import type { Content, ContentLine } from '#features/requirements/content.ts'
import { SuspectMark } from '#features/thread/web/index.ts'
import { Stack, Table } from '#kernel/ui/index.ts'
import type { Bid, Finding } from '../contract.ts'
import { verdicts } from '../rules.ts'
import { Level } from './Level.tsx'
import styles from './Scoring.module.css'
import { text } from './text.ts'
import type { Scorings } from './use-scoring.ts'

type Props = { scoring: Scorings; content: Content }

/** The rows of a requirement, and beside each what every bid answers to it. */
export function RequirementRows({ scoring, content }: Props) {
  const { bids } = scoring.known
  return (
    <Stack gap={2}>
      {content.lines.length > 0 && (
        <Table
          caption={text.steps}
          rows={content.lines}
          columns={[
            { head: text.row, cell: (line) => <RowWords line={line} /> },
            ...bids.map((bid) => ({
              head: `${bid.letter} · ${bid.vendor}`,
              cell: (line: ContentLine) => <RowAnswer scoring={scoring} content={content} bid={bid} line={line} />,
            })),
          ]}
        />
      )}
      {content.difficult && <p className={styles.difficult}>{text.difficultWhen(content.difficult)}</p>}
    </Stack>
  )
}

const RowWords = ({ line: { no, kind, text: said } }: { line: ContentLine }) => (
  <span className={styles.row}>
    <span className={styles.no}>{no}</span>
    <span>{kind === 'problem' ? text.problemToday(said) : said}</span>
  </span>
)

function RowAnswer({ scoring, content, bid, line }: Props & { bid: Bid; line: ContentLine }) {
  const { answers, findings } = scoring.known
  const row = answers
    .find((one) => one.bidId === bid.id && one.requirementId === content.id)
    ?.rows.find(({ lineId }) => lineId === line.id)
  if (!row) return null
  const found = findings.filter(({ bidId, lineId }) => bidId === bid.id && lineId === line.id)
  return (
    <Stack gap={1}>
      <span>
        <Level level={row.level} /> {!row.isOwn && <span className={styles.keys}>{text.follows}</span>}
        {row.isOwn && <SuspectMark count={row.suspects} />}
      </span>
      {row.text && <span>{row.text}</span>}
      {row.hours !== null && <span>{text.hours(row.hours)}</span>}
      {row.reservation && <span>{`${text.reservation}: ${row.reservation}`}</span>}
      {scoring.mode !== 'own' && found.length > 0 && <Found found={found} />}
    </Stack>
  )
}

/** What the panel found, counted; and in words what is lacking. No names. */
function Found({ found }: { found: readonly Finding[] }) {
  const count = (verdict: Finding['verdict']) => found.filter((one) => one.verdict === verdict).length
  const told = verdicts.filter((verdict) => count(verdict) > 0).map((one) => `${text.verdicts[one]} ${count(one)}`)
  return (
    <span className={styles.keys}>
      {[told.join(' · '), ...new Set(found.map(({ note }) => note).filter(Boolean))].join('. ')}
    </span>
  )
}
