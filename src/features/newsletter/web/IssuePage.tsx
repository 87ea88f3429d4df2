import { useEffect, useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  announce,
  Button,
  Columns,
  FaultText,
  Knot,
  LinkButton,
  Mark,
  Page,
  Show,
  Stack,
  Thread,
} from '#kernel/ui/index.ts'
import { call, saveOctets, sentenceOf, useRead, useWrite } from '#kernel/web/index.ts'
import { monthAndYear } from '../assemble.ts'
import { type Issue, newsletter, type Section } from '../contract.ts'
import { nameOfIssue } from '../rules.ts'
import { Editions } from './Editions.tsx'
import { OutboxSection } from './OutboxSection.tsx'
import { SendDialog } from './SendDialog.tsx'
import { text } from './text.ts'

/** One issue as it is read: the unit's own paragraph first. */
export function IssuePage({ issueId }: { issueId: string }) {
  const issue = useRead(newsletter.issue, { id: issueId })
  const isOut = issue.data?.sentAt != null
  useOpened(issueId, isOut)
  const known = issue.data
  return (
    <Page
      title={known?.title || text.title}
      lead={known && `${nameOfIssue(known.number)} · ${monthAndYear(known.monthOn)} · ${known.placeName}`}
      actions={known && <Acts issue={known} />}
    >
      <Show of={issue} lines={8}>
        {(whole) => (
          <Columns right={<Aside issue={whole} />}>
            <Stack gap={5}>
              {whole.state !== 'sent' && whole.state !== 'archived' && <Mark>{text.states[whole.state]}</Mark>}
              <Letter issue={whole} />
              <Editions issue={whole} />
            </Stack>
          </Columns>
        )}
      </Show>
    </Page>
  )
}

/** Once it has been read here, it counts in the unit's share; who, nobody can tell. */
function useOpened(id: string, isOut: boolean): void {
  useEffect(() => {
    if (isOut) void call(newsletter.open, { id }, { key: newId() }).catch(() => undefined)
  }, [id, isOut])
}

const Letter = ({ issue }: { issue: Issue }) => (
  <Thread label={text.title}>
    {issue.editions
      .filter(({ approvedAt }) => approvedAt !== null)
      .map(({ unitId, unitName, text: words }) => (
        <Knot key={unitId} kind="important" word="" title={text.local(unitName)}>
          <Lines words={words} />
        </Knot>
      ))}
    {issue.sections.map((section) => (
      <SectionKnot key={section.id} section={section} />
    ))}
  </Thread>
)

const Lines = ({ words }: { words: string }) =>
  words
    .split(/\n+/)
    .filter(Boolean)
    .map((line) => <p key={line}>{line}</p>)

const SectionKnot = ({ section }: { section: Section }) => (
  <Knot kind="ordinary" title={section.heading}>
    <Stack gap={2}>
      <Lines words={section.text} />
      {section.sources.length > 0 && (
        <small>
          {text.sources}: {section.sources.map(({ label, title }) => label ?? title).join(', ')}
        </small>
      )}
    </Stack>
  </Knot>
)

function Acts({ issue }: { issue: Issue }) {
  const [isSending, setSending] = useState(false)
  const approve = useWrite(newsletter.approve, { onDone: () => announce(text.approved) })
  const { id, version, state, permitted } = issue
  const isWritten = state === 'draft' || state === 'edited'
  const isOut = issue.sentAt !== null
  return (
    <>
      {permitted.includes('approve') && isWritten && (
        <Button isBusy={approve.isBusy} onPress={() => void approve.run({ id, version })}>
          {text.approve}
        </Button>
      )}
      {permitted.includes('keep') && state === 'approved' && (
        <Button kind="primary" onPress={() => setSending(true)}>
          {text.send}
        </Button>
      )}
      {permitted.includes('keep') && !isOut && <LinkButton href={`/nyhedsbrev/${id}/skriv`}>{text.write}</LinkButton>}
      {issue.sections.length > 0 && <PaperButton issue={issue} />}
      {approve.problemText !== undefined && <FaultText>{approve.problemText}</FaultText>}
      {isSending && <SendDialog issue={issue} onClose={() => setSending(false)} />}
    </>
  )
}

function PaperButton({ issue }: { issue: Issue }) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const fetchIt = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const [unit] = issue.editions
      const made = { id: issue.id, paperId: newId(), unitId: unit?.unitId ?? null }
      const { id } = await call(newsletter.makePaper, made, { key: made.paperId })
      await saveOctets(newsletter.paper, { id })
    } catch (why) {
      setProblem(why)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button kind="plain" isBusy={isBusy} onPress={() => void fetchIt()}>
        {text.paper}
      </Button>
      {problem !== undefined && <FaultText>{sentenceOf(problem)}</FaultText>}
    </>
  )
}

const Aside = ({ issue }: { issue: Issue }) => (issue.permitted.length > 0 ? <OutboxSection issue={issue} /> : null)
