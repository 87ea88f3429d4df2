import { Disclosure, Lines, Mark, MomentText, Section, Stack, Table } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Issue, newsletter, type Outgoing } from '../contract.ts'
import { CountButton } from './CountDialog.tsx'
import { text } from './text.ts'

const tones = { waiting: 'attention', sent: 'ok', refused: 'violet' } as const

/** What went out and what waits, and how many have read it, by unit. */
export function OutboxSection({ issue }: { issue: Issue }) {
  if (issue.sentAt === null) return null
  return (
    <Stack gap={5}>
      {issue.permitted.includes('keep') && <Outbox issueId={issue.id} />}
      <Coverage issue={issue} />
    </Stack>
  )
}

function Outbox({ issueId }: { issueId: string }) {
  const mails = useRead(newsletter.outbox, { id: issueId }, { everyMs: 30_000 })
  const rows = mails.data ?? []
  if (rows.length === 0) return null
  const open = rows.filter(({ state }) => state !== 'sent')
  const sent = rows.filter(({ state }) => state === 'sent')
  return (
    <Section title={text.outbox} note={rows.length}>
      <Stack gap={3}>
        {open.length > 0 && <Mails rows={open} />}
        {sent.length > 0 && (
          <Disclosure title={`${text.mailStates.sent} (${sent.length})`}>
            <Mails rows={sent} />
          </Disclosure>
        )}
      </Stack>
    </Section>
  )
}

const Mails = ({ rows }: { rows: readonly Outgoing[] }) => (
  <Lines label={text.outbox}>
    {rows.map((mail) => (
      <li key={mail.id}>
        <Stack gap={1}>
          <span>{mail.address}</span>
          <small>
            <Mark tone={tones[mail.state]}>{text.mailStates[mail.state]}</Mark>
            {mail.lastError !== null && ` · ${mail.lastError}`}
            {mail.attempts > 0 && mail.state !== 'sent' && ` · ${text.attempts(mail.attempts)}`}
            {mail.nextAt !== null && (
              <>
                {' '}
                · {text.nextTry} <MomentText at={mail.nextAt} />
              </>
            )}
          </small>
        </Stack>
      </li>
    ))}
  </Lines>
)

function Coverage({ issue }: { issue: Issue }) {
  if (issue.coverage.length === 0) return null
  return (
    <Section title={text.coverage}>
      <Stack gap={2}>
        <Disclosure title={text.coverageNote}>
          <Table
            caption={text.coverage}
            rows={issue.coverage}
            rowKey={({ unitId }) => unitId}
            columns={[
              { head: text.unit, cell: ({ unitName }) => unitName },
              {
                head: text.share,
                cell: ({ share }) => (share === null ? <small>{text.small}</small> : text.percent(share)),
                isNumber: true,
              },
              ...(issue.permitted.includes('keep')
                ? [
                    {
                      head: text.countHead,
                      cell: (row: Issue['coverage'][number]) => <CountButton issueId={issue.id} row={row} />,
                    },
                  ]
                : []),
            ]}
          />
        </Disclosure>
      </Stack>
    </Section>
  )
}
