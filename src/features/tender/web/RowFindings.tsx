import type { Content, ContentLine } from '#features/requirements/content.ts'
import { Disclosure, FaultText, RadioRow, Stack, TextField } from '#kernel/ui/index.ts'
import type { Bid } from '../contract.ts'
import { verdicts } from '../rules.ts'
import { text } from './text.ts'
import { keyOf, type Scorings } from './use-scoring.ts'

type Props = { scoring: Scorings; bid: Bid; content: Content }

/** Row by row: does the bid do it? It gives no points, and is what gaps are followed up by afterwards. */
export function RowFindings({ scoring, bid, content }: Props) {
  const { finding } = scoring
  if (content.lines.length === 0) return null
  const given = content.lines.filter(({ id }) => finding.of(bid.id, id)).length
  return (
    <Disclosure title={text.findingsOf(bid.letter, given, content.lines.length)}>
      <Stack gap={4}>
        {content.lines.map((line) => (
          <RowFinding key={line.id} scoring={scoring} bid={bid} content={content} line={line} />
        ))}
        {finding.problemText && <FaultText>{finding.problemText}</FaultText>}
      </Stack>
    </Disclosure>
  )
}

function RowFinding({ scoring: { finding }, bid, content, line }: Props & { line: ContentLine }) {
  const standing = finding.of(bid.id, line.id)
  const about = { bidId: bid.id, requirementId: content.id, lineId: line.id }
  return (
    <Stack gap={2}>
      <RadioRow
        label={`${line.no} ${line.text}`}
        choices={verdicts.map((id) => ({ id, label: text.verdicts[id] }))}
        value={standing?.verdict ?? null}
        onChange={(verdict) => finding.change({ ...about, verdict, note: standing?.note ?? '' })}
      />
      {standing && standing.verdict !== 'fits' && (
        <TextField
          key={keyOf(bid.id, line.id)}
          label={text.whatLacks}
          value={standing.note}
          onChange={(note) => finding.type({ ...about, verdict: standing.verdict, note })}
          onBlur={() => finding.leave(bid.id, line.id)}
          maxLength={1000}
        />
      )}
    </Stack>
  )
}
