import { Mark, Row, Section, Stack, TextLink, useNow } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { relay } from '../contract.ts'
import { isStalled } from './step-of.ts'
import { text } from './text.ts'

/** On the coordinator's first page: whether anything has stalled. Nothing for everybody else. */
export function StartPanel() {
  const places = useRead(relay.places, {}, { staleMs: 60_000 })
  return places.data?.length ? <Start /> : null
}

function Start() {
  const messages = useRead(relay.messages, {}, { staleMs: 30_000 })
  const now = useNow().toISOString()
  const rows = messages.data ?? []
  const stalled = rows.filter((message) => isStalled(message, now)).length
  const atYou = rows.filter(({ state }) => state === 'with-coordinator').length
  if (rows.length === 0) return null
  return (
    <Section title={text.startTitle} actions={<TextLink href="/kommunikation">{text.startSee}</TextLink>}>
      <Stack gap={2}>
        <Row gap={3}>
          <Mark tone={stalled > 0 ? 'attention' : 'ok'}>{stalled > 0 ? text.stalled(stalled) : text.noneStalled}</Mark>
          {atYou > 0 && <span>{text.startAtYou(atYou)}</span>}
        </Row>
      </Stack>
    </Section>
  )
}
