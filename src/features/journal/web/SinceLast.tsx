import type { MyUnit } from '#features/org/contract.ts'
import { Empty, LinkButton, momentWords, Row, Section, Show, Stack, useNow } from '#kernel/ui/index.ts'
import type { Reading } from '#kernel/web/index.ts'
import type { Handover } from '../contract.ts'
import { HandoverThread } from './HandoverThread.tsx'
import { importantUnread, latest } from './handover-groups.ts'
import type { People } from './people.ts'
import { TakeOver } from './TakeOver.tsx'
import { text } from './text.ts'
import { newOnes } from './use-handover.ts'

/** As many as one reads on a start page; the handover holds them all. */
const MOST = 12

type SinceLastProps = { unit: MyUnit; people: People; reading: Reading<Handover> }

/** What happened while I was away, as on the handover, on the start page. */
export function SinceLast({ unit, people, reading }: SinceLastProps) {
  const now = useNow()
  const { data } = reading
  const since = data?.since ? ` (${momentWords(data.since, now)})` : ''
  return (
    <Section
      title={`${text.sinceLast}${since}`}
      note={data && counts(data)}
      actions={unit.handover && <LinkButton href="/overlevering">{text.toHandover}</LinkButton>}
    >
      <Show of={reading} lines={8} isEmpty={({ notes }) => notes.length === 0} empty={<Empty>{text.nothingNew}</Empty>}>
        {(handover) => (
          <Stack gap={4}>
            <HandoverThread groups={latest(handover.notes, MOST)} people={people} reading={reading} isShort />
            {handover.notes.length > MOST && <p>{text.moreInHandover(handover.notes.length - MOST + handover.more)}</p>}
          </Stack>
        )}
      </Show>
      {data && (
        <Row gap={3}>
          <TakeOver
            handover={data}
            unread={importantUnread(data.notes).length}
            kind="quiet"
            isShift={unit.handover && unit.takesOver}
          />
        </Row>
      )}
    </Section>
  )
}

function counts({ notes, more }: Handover): string {
  const important = importantUnread(notes).length
  return [text.newOnes(newOnes(notes) + more), important > 0 && text.importantOnes(important)]
    .filter(Boolean)
    .join(', ')
}
