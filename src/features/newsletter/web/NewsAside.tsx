import { Button, Lines, Row, Section, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type News, newsletter } from '../contract.ts'
import { text } from './text.ts'
import { type Form, usedIn } from './writing.ts'

/** What happened in the month and does not stand in the draft. */
export function NewsAside({ issueId, form, onTake }: { issueId: string; form: Form; onTake: (event: News) => void }) {
  const news = useRead(newsletter.news, { id: issueId })
  const used = usedIn(form)
  const unused = { ...news, data: news.data?.filter(({ kind, id }) => !used.has(`${kind} ${id}`)) }
  return (
    <Section title={text.unused} note={unused.data?.length}>
      <Show of={unused} empty={<p>{text.unusedNone}</p>}>
        {(rows) => (
          <Lines label={text.unused}>
            {rows.map((event) => (
              <li key={`${event.kind} ${event.id}`}>
                <Stack gap={1}>
                  <span>{[event.label, event.title].filter(Boolean).join(' ')}</span>
                  <Row gap={3} apart>
                    <small>{text.slots[event.slot]}</small>
                    <Button kind="plain" aria-label={`${text.take}: ${event.title}`} onPress={() => onTake(event)}>
                      {text.take}
                    </Button>
                  </Row>
                </Stack>
              </li>
            ))}
          </Lines>
        )}
      </Show>
    </Section>
  )
}
