import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Columns, Notice, Page, Row, Section, Show, Stack, Terms } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Session, training } from '../contract.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { EnrolDialog } from './EnrolDialog.tsx'
import { ExerciseList } from './ExerciseList.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import { Participants } from './Participants.tsx'
import { SessionDialog } from './SessionDialog.tsx'
import { isClosed, SessionMarks } from './SessionsPage.tsx'
import { text } from './text.ts'
import { useWhen } from './when.ts'

type Open = 'change' | 'cancel' | 'open' | 'enrol'

/** One session: who comes, who came, and what is practised. */
export function SessionPage({ sessionId }: { sessionId: Id }) {
  const sessions = useRead(training.sessions, { unitId: null })
  const session = sessions.data?.find(({ id }) => id === sessionId)
  const when = useWhen()
  return (
    <Page title={session ? session.courseTitle : text.title} lead={session && when(session)}>
      <Show of={sessions} isEmpty={() => !session}>
        {() => session && <Whole session={session} />}
      </Show>
    </Page>
  )
}

function Whole({ session }: { session: Session }) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const may = (act: string) => session.permitted.includes(act) && session.cancelledBecause === null
  return (
    <Columns right={<Facts session={session} />}>
      <Stack gap={5}>
        <Row gap={2}>
          <SessionMarks session={session} />
        </Row>
        {isClosed(session) && (
          <ClosedNotice session={session} onOpen={may('plan') ? () => setOpen('open') : undefined} />
        )}
        <Row gap={2}>
          {may('enrol') && (
            <Button kind="primary" onPress={() => setOpen('enrol')}>
              {text.enrol}
            </Button>
          )}
          {may('plan') && <Button onPress={() => setOpen('change')}>{text.changeSession}</Button>}
          {may('plan') && <Button onPress={() => setOpen('cancel')}>{text.cancel}</Button>}
        </Row>
        {session.permitted.includes('mark') && <Participants session={session} />}
        <ExerciseList courseId={session.courseId} session={session} />
        {open === 'change' && <SessionDialog courses={[]} session={session} onClose={close} />}
        {open === 'cancel' && <CancelDialog session={session} onClose={close} />}
        {open === 'open' && <OpenDialog session={session} onClose={close} />}
        {open === 'enrol' && <EnrolDialog session={session} onClose={close} />}
      </Stack>
    </Columns>
  )
}

function ClosedNotice({ session, onOpen }: { session: Session; onOpen: (() => void) | undefined }) {
  const waitsFor = session.units.filter(({ isApplied }) => !isApplied).map(({ name }) => name)
  return (
    <Notice tone="attention" actions={onOpen && <Button onPress={onOpen}>{text.openIt}</Button>}>
      <p>{text.closedFor(waitsFor.join(', '))}.</p>
    </Notice>
  )
}

const Facts = ({ session }: { session: Session }) => (
  <Section title={text.nouns.session}>
    <Terms
      items={[
        { term: text.number, value: session.courseCode },
        { term: text.where, value: session.place },
        { term: text.trainer, value: session.trainer || text.noTrainer },
        { term: text.units, value: session.units.map(({ name }) => name).join(', ') },
        { term: text.code, value: session.doorCode && <strong>{session.doorCode}</strong> },
      ]}
    />
    {session.doorCode && <p>{text.codeNote}</p>}
  </Section>
)
