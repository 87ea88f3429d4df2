import { announce, Button, FaultText, Lines, momentWords, Row, Section, Stack, useNow } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type OwnSession, signin } from '../contract.ts'
import { words } from './pages-text.ts'

/** One by one, or all but this at once. */
export function OwnSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const others = sessions.filter(({ isThis }) => !isThis).length
  const { run, isBusy, problemText } = useWrite(signin.endOtherSessions, { onDone: () => announce(words.ended) })
  const all = others > 1 && (
    <Button isBusy={isBusy} onPress={() => void run({})}>
      {words.endOthers}
    </Button>
  )
  return (
    <Section title={words.sessions} note={sessions.length} actions={all}>
      {problemText && <FaultText>{problemText}</FaultText>}
      <Lines>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionLine session={session} />
          </li>
        ))}
      </Lines>
    </Section>
  )
}

function SessionLine({ session: { id, isThis, browser, deviceName, how, startedAt } }: { session: OwnSession }) {
  const now = useNow()
  const { run, isBusy } = useWrite(signin.endSession, { onDone: () => announce(words.ended) })
  const way = words.how[how as keyof typeof words.how] ?? how
  return (
    <Row apart>
      <Stack gap={1}>
        <strong>{isThis ? words.here : (deviceName ?? (browser || words.unknownBrowser))}</strong>
        <span>
          {[isThis && (deviceName ?? browser), way, words.since(momentWords(startedAt, now))]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Stack>
      {!isThis && (
        <Button isBusy={isBusy} onPress={() => void run({ id })}>
          {words.endSession}
        </Button>
      )}
    </Row>
  )
}
