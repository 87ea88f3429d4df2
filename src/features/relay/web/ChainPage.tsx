import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import {
  announce,
  Button,
  Columns,
  DatePicker,
  Empty,
  Knot,
  Mark,
  MomentText,
  Notice,
  Page,
  Row,
  Section,
  Select,
  Show,
  Stack,
  Table,
  TextField,
  Thread,
  useIsWide,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead, useWrite } from '#kernel/web/index.ts'
import { type Chain, relay } from '../contract.ts'
import { severities } from '../rules.ts'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** From the vendor to the person on duty: who is in it, and whether it is whole. */
export function ChainPage() {
  const places = useRead(relay.places, {}, { staleMs: 60_000 })
  const [wanted, setPlace] = useAddressWord('sted', '')
  const placeId = wanted || places.data?.[0]?.id
  const choices = (places.data ?? []).map(({ id, name }) => ({ id, label: name }))
  return (
    <Page title={text.coordinatorTitle} lead={text.chainLead}>
      <Stack gap={5}>
        <Sides side="chain" />
        {choices.length > 1 && placeId && (
          <Select label={text.chainOf} choices={choices} value={placeId} onChange={setPlace} />
        )}
        <Show of={places} empty={<Empty>{text.noMessages}</Empty>}>
          {() => placeId && <ChainOf key={placeId} placeId={placeId} />}
        </Show>
      </Stack>
    </Page>
  )
}

function ChainOf({ placeId }: { placeId: Id }) {
  const chain = useRead(relay.chain, { placeId })
  return (
    <Show of={chain} lines={8}>
      {(known) => (
        <Stack gap={6}>
          <Links chain={known} />
          <Columns>{known.permitted.includes('keep') && <Keep key={known.version} chain={known} />}</Columns>
          <Clocks />
          <Units chain={known} />
        </Stack>
      )}
    </Show>
  )
}

/** The chain itself, drawn: a link that is missing is an open knot. */
function Links({ chain }: { chain: Chain }) {
  const isWide = useIsWide()
  const without = chain.units.filter(({ contactName }) => contactName === null).length
  const link = (title: string, words: string, isThere: boolean) => (
    <Knot key={title} kind={isThere ? 'ordinary' : 'open'} word={isThere ? '' : text.notYet} title={title}>
      {words}
    </Knot>
  )
  return (
    <Thread label={text.tabs.chain} direction={isWide ? 'across' : 'down'}>
      {link(text.links.vendor, chain.vendor || text.noContact, chain.vendor !== '')}
      {link(text.links.coordinator, chain.coordinators.join(', ') || text.noContact, chain.coordinators.length > 0)}
      {link(
        text.links.contact,
        without > 0 ? text.missing(without) : text.whole,
        without === 0 && chain.units.length > 0,
      )}
      {link(text.links.staff, chain.placeName, chain.lockedAt !== null)}
    </Thread>
  )
}

function Keep({ chain }: { chain: Chain }) {
  const [vendor, setVendor] = useState(chain.vendor)
  const [dutyPhone, setPhone] = useState(chain.dutyPhone)
  const [medOn, setMed] = useState(chain.medOn)
  const keep = useWrite(relay.keepChain, { onDone: () => announce(text.saved) })
  const lock = useWrite(relay.lockChain, { onDone: () => announce(text.saved) })
  const { id: placeId, version, lockedAt } = chain
  const problem = keep.problemText ?? lock.problemText
  return (
    <Stack gap={4}>
      {problem !== undefined && (
        <Notice tone="attention" isUrgent>
          <p>{problem}</p>
        </Notice>
      )}
      <TextField
        label={text.vendor}
        value={vendor}
        onChange={setVendor}
        maxLength={80}
        fault={keep.faultOf('vendor')}
      />
      <TextField label={text.dutyPhone} value={dutyPhone} onChange={setPhone} maxLength={30} isOptional />
      <DatePicker label={text.medOn} help={text.medHelp} value={medOn} onChange={setMed} isOptional />
      <Row gap={3}>
        <Button
          kind="primary"
          isBusy={keep.isBusy}
          onPress={() => void keep.run({ placeId, version, vendor, dutyPhone, medOn })}
        >
          {text.save}
        </Button>
        {lockedAt === null && version > 0 && (
          <Button isBusy={lock.isBusy} onPress={() => void lock.run({ placeId, version })}>
            {text.lock}
          </Button>
        )}
        {lockedAt === null ? (
          <Mark tone="attention">{text.open}</Mark>
        ) : (
          <Mark tone="ok">
            {text.lockedSince} <MomentText at={lockedAt} />
          </Mark>
        )}
      </Row>
      {lockedAt === null && <small>{text.lockHelp}</small>}
    </Stack>
  )
}

/** How long each step may take; the clocks are the same in every chain. */
const Clocks = () => (
  <Section title={text.clocks}>
    <Table
      caption={text.clocks}
      rows={severities}
      rowKey={(severity) => severity}
      columns={[
        { head: text.clockHeads.severity, cell: (severity) => text.severities[severity] },
        { head: text.clockHeads.release, cell: (severity) => text.clockWords[severity].release },
        { head: text.clockHeads['pass-on'], cell: (severity) => text.clockWords[severity]['pass-on'] },
        { head: text.clockHeads.reach, cell: (severity) => text.clockWords[severity].reach },
      ]}
    />
  </Section>
)

const Units = ({ chain }: { chain: Chain }) => (
  <Section title={text.contactsTitle} note={chain.units.length}>
    <Table
      caption={text.contactsTitle}
      rows={chain.units}
      rowKey={({ unitId }) => unitId}
      columns={[
        { head: text.unit, cell: ({ name }) => name },
        {
          head: text.contactOf,
          cell: ({ contactName }) => contactName ?? <Mark tone="attention">{text.noContact}</Mark>,
        },
        {
          head: text.deputyOf,
          cell: ({ deputyName, deputyActs }) =>
            deputyActs ? (
              <>
                {deputyName} <Mark tone="info">{text.deputyActs}</Mark>
              </>
            ) : (
              deputyName
            ),
        },
        { head: text.leadersOf, cell: ({ leaders }) => leaders, isNumber: true },
      ]}
    />
  </Section>
)
