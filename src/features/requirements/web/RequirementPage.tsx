import { ThreadButtons } from '#features/thread/web/index.ts'
import { Columns, LinkButton, Mark, MomentText, Notice, Page, Row, Show, Stack, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { nameOfNumber } from '../content.ts'
import { requirements } from '../contract.ts'
import { groupWords } from './group-words.ts'
import { HeardRequirement } from './HeardRequirement.tsx'
import { text } from './text.ts'

/** One requirement, for whoever followed the thread to it. */
export function RequirementPage({ requirementId }: { requirementId: string }) {
  const one = useRead(requirements.one, { id: requirementId })
  return (
    <Page
      title={one.data ? `${nameOfNumber(one.data.number)} ${one.data.title}` : text.title}
      lead={one.data && <TextLink href={`/krav/${one.data.specId}`}>{one.data.specTitle}</TextLink>}
      actions={
        one.data && (
          <LinkButton href={`/krav/${one.data.specId}?omraade=${one.data.areaId}`}>{text.editInTable}</LinkButton>
        )
      }
    >
      <Columns>
        <Show of={one} lines={8}>
          {(known) => (
            <Stack gap={5}>
              <Row gap={3}>
                <Mark>{text.states[known.state]}</Mark>
                <span>
                  {text.levels[known.level]} · {text.weightOf(known.weight)} · {groupWords(known.offerGroups)}
                </span>
              </Row>
              {known.droppedBecause && <Notice tone="neutral">{known.droppedBecause}</Notice>}
              <ThreadButtons kind="requirements.requirement" id={known.id} suspects={known.suspects} />
              <HeardRequirement item={{ content: known, ...unanswered }} />
              <p>
                {text.changedBy(known.changedByName)} · <MomentText at={known.changedAt} />
              </p>
            </Stack>
          )}
        </Show>
      </Columns>
    </Page>
  )
}

const unanswered = { id: '', answer: null, text: null, answeredAt: null, answeredByName: null, reply: null } as const
