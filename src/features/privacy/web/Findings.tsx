import { lazy, Suspense, useState } from 'react'
import { Button, Disclosure, Lines, Mark, Notice, RadioRow, Row, Stack } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Finding, privacy, type Request } from '../contract.ts'
import { decisionAtFirst, MASK } from '../mask.ts'
import { labelOf } from './label-of.ts'
import { text } from './text.ts'

const Places = lazy(() => import('./PlacesDialog.tsx').then((m) => ({ default: m.PlacesDialog })))

/** Those who are masked unless somebody decides otherwise stand open; the rest are one key away. */
export function Findings({ request }: { request: Request }) {
  const quiet = request.findings.filter(({ kind }) => decisionAtFirst[kind] === 'mask')
  const loud = request.findings.filter(({ kind }) => decisionAtFirst[kind] === 'keep')
  const unseen = quiet.filter(({ isDecided }) => !isDecided).length
  return (
    <Stack gap={4}>
      <p>{text.othersLead(MASK)}</p>
      {quiet.length === 0 && <p>{text.nobody}</p>}
      {unseen > 0 && <Mark tone="attention">{text.unseen(unseen)}</Mark>}
      {quiet.length > 0 && <List request={request} findings={quiet} label={text.others} />}
      {loud.length > 0 && (
        <Disclosure title={`${text.loud} (${loud.length}) · ${text.loudNote}`}>
          <List request={request} findings={loud} label={text.loud} />
        </Disclosure>
      )}
    </Stack>
  )
}

const List = ({ request, findings, label }: { request: Request; findings: readonly Finding[]; label: string }) => (
  <Lines label={label}>
    {findings.map((finding) => (
      <li key={finding.key}>
        <One request={request} finding={finding} />
      </li>
    ))}
  </Lines>
)

function One({ request, finding }: { request: Request; finding: Finding }) {
  const [isOpen, setOpen] = useState(false)
  const sender = useWrite(privacy.decide)
  const { id } = request
  const label = labelOf(finding)
  const facts = [
    text.findingKinds[finding.kind],
    finding.kind !== 'file' && text.places(finding.places),
    finding.apart > 0 && text.apart(finding.apart),
  ]
  return (
    <Stack gap={2}>
      <Row apart gap={3}>
        <Stack gap={1}>
          <strong>{label}</strong>
          <small>{facts.filter(Boolean).join(' · ')}</small>
        </Stack>
        <Row gap={2}>
          {finding.kind !== 'file' && (
            <Button kind="plain" aria-label={text.seePlacesOf(label)} onPress={() => setOpen(true)}>
              {text.seePlaces}
            </Button>
          )}
          <RadioRow
            label={text.decision(label)}
            isLabelHidden
            choices={[
              { id: 'mask', label: text.mask },
              { id: 'keep', label: text.keep },
            ]}
            value={finding.decision}
            onChange={(decision) => void sender.run({ id, key: finding.key, decision })}
          />
        </Row>
      </Row>
      {sender.problemText && <Notice tone="attention">{sender.problemText}</Notice>}
      {isOpen && (
        <Suspense>
          <Places request={request} finding={finding} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Stack>
  )
}
