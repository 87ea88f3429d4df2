import { useState } from 'react'
import { UnplacedOrders } from '#features/orders/web/index.ts'
import { CodeLists } from '#features/terminology/web/index.ts'
import { Button, Empty, Mark, MomentText, Page, Section, Show, Stack, Table, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { exchange, type Outgoing, type Received } from '../contract.ts'
import { OrganisationDialog } from './OrganisationDialog.tsx'
import { noteWords, ReceiveDialog } from './ReceiveDialog.tsx'
import { text } from './text.ts'

/** For those who run it: what came in, and what is on its way out. */
export function ExchangePage() {
  const received = useRead(exchange.received, {})
  const outbox = useRead(exchange.outbox, {})
  const [open, setOpen] = useState<'receive' | 'organisation'>()
  const close = () => setOpen(undefined)
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        <>
          <Button kind="primary" onPress={() => setOpen('receive')}>
            {text.receive}
          </Button>
          <Button onPress={() => setOpen('organisation')}>{text.organisation}</Button>
        </>
      }
    >
      {open === 'receive' && <ReceiveDialog onClose={close} />}
      {open === 'organisation' && <OrganisationDialog onClose={close} />}
      <Stack gap={6}>
        <Section title={text.outbox}>
          <Show of={outbox} empty={<Empty>{text.nothingOut}</Empty>}>
            {(rows) => <Outbox rows={rows} />}
          </Show>
        </Section>
        <UnplacedOrders />
        <Section title={text.inbox}>
          <Show of={received} empty={<Empty>{text.nothingIn}</Empty>}>
            {(rows) => <Inbox rows={rows} />}
          </Show>
        </Section>
        <CodeLists />
      </Stack>
    </Page>
  )
}

const tones = { waiting: 'neutral', sent: 'ok', refused: 'attention' } as const

function Outbox({ rows }: { rows: readonly Outgoing[] }) {
  return (
    <Table
      caption={text.outbox}
      rows={rows}
      columns={[
        { head: text.what, cell: ({ kind }) => text.kinds[kind] },
        { head: text.state, cell: ({ state }) => <Mark tone={tones[state]}>{text.states[state]}</Mark> },
        { head: text.made, cell: ({ madeAt }) => <MomentText at={madeAt} /> },
        {
          head: text.whenSent,
          cell: ({ sentAt, nextAt, attempts, lastError }) => (
            <>
              {sentAt && <MomentText at={sentAt} />}
              {!sentAt && attempts > 0 && text.tried(attempts, lastError ?? '')}{' '}
              {!sentAt && nextAt && <MomentText at={nextAt} />}
            </>
          ),
        },
      ]}
    />
  )
}

function Inbox({ rows }: { rows: readonly Received[] }) {
  return (
    <Table
      caption={text.inbox}
      rows={rows}
      columns={[
        { head: text.file, cell: ({ fileName }) => fileName },
        { head: text.what, cell: ({ kind }) => text.kinds[kind] },
        { head: text.came, cell: ({ receivedAt }) => <MomentText at={receivedAt} /> },
        {
          head: text.toKnow,
          cell: ({ notes, orderId }) => (
            <Stack gap={1}>
              {notes.map((note) => (
                <p key={note.code}>{noteWords(note)}</p>
              ))}
              {orderId && notes.some(({ code }) => code === 'exchange.change-waits') && (
                <TextLink href="/bestillinger">{text.seeChange}</TextLink>
              )}
            </Stack>
          ),
        },
      ]}
    />
  )
}
