import { MomentText, Section, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { newsletter } from '../contract.ts'
import { text } from './text.ts'

/** On the unit's page: the latest that was sent. Nothing before there is one. */
export function LatestIssue() {
  const issues = useRead(newsletter.issues, {}, { staleMs: 60_000 })
  const latest = issues.data?.find(({ sentAt }) => sentAt !== null)
  if (!latest?.sentAt) return null
  return (
    <Section title={text.latest}>
      <p>
        <TextLink href={`/nyhedsbrev/${latest.id}`}>{latest.title}</TextLink> · <MomentText at={latest.sentAt} />
      </p>
    </Section>
  )
}
