import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import type { OutputOf } from '#kernel/lang/contract.ts'
import {
  Button,
  Disclosure,
  Empty,
  FormDialog,
  Lines,
  Person,
  Row,
  Section,
  Show,
  Stack,
  savedAndClose,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { access } from '../contract.ts'
import { words } from './temps-text.ts'
import { useAccessNow } from './use-access-now.ts'

type Delegation = OutputOf<typeof access.delegations>[number]

/** On the unit's page, for those who delegate there: who may do what, until when, and who answers for it. */
export function DelegationsSection({ unit }: { unit: MyUnit }) {
  return useAccessNow()?.delegateAt.includes(unit.id) ? <Delegations unitId={unit.id} /> : null
}

function Delegations({ unitId }: { unitId: string }) {
  const rows = useRead(access.delegations, { unitId }, { live: ['access', unitId] })
  return (
    <Section title={words.delegations}>
      <Show of={rows} lines={2} isEmpty={() => false}>
        {(all) => <Standing all={all} />}
      </Show>
    </Section>
  )
}

function Standing({ all }: { all: readonly Delegation[] }) {
  const holds = all.filter(({ permitted }) => permitted.includes('end'))
  const over = all.filter(({ permitted }) => !permitted.includes('end'))
  return (
    <Stack gap={3}>
      {holds.length === 0 ? <Empty>{words.noDelegations}</Empty> : <DelegationLines rows={holds} />}
      {over.length > 0 && (
        <Disclosure title={words.earlier(over.length)}>
          <DelegationLines rows={over} />
        </Disclosure>
      )}
    </Stack>
  )
}

function DelegationLines({ rows }: { rows: readonly Delegation[] }) {
  const today = useToday()
  const say = (day: string) => shortDayWords(day, today)
  const periodOf = ({ fromOn, toOn }: Delegation) =>
    toOn < fromOn ? words.endedSameDay(say(fromOn)) : words.fromTo(say(fromOn), say(toOn))
  return (
    <Lines>
      {rows.map((one) => (
        <li key={one.id}>
          <Row apart gap={2}>
            <Stack gap={1}>
              <Person
                name={one.name}
                second={[words.whats[one.what], periodOf(one), words.delegatedBy(one.byName)].join(' · ')}
              />
              {one.note && <small>{one.note}</small>}
            </Stack>
            {one.permitted.includes('end') && <EndButton delegation={one} />}
          </Row>
        </li>
      ))}
    </Lines>
  )
}

function EndButton({ delegation }: { delegation: Delegation }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button aria-label={words.endDelegationOf(delegation.name)} onPress={() => setOpen(true)}>
        {words.endDelegation}
      </Button>
      {isOpen && <EndDialog delegation={delegation} onClose={() => setOpen(false)} />}
    </>
  )
}

function EndDialog({ delegation: { id, name }, onClose }: { delegation: Delegation; onClose: () => void }) {
  const sender = useWrite(access.endDelegation, { onDone: savedAndClose(onClose, words.delegationEnded(name)) })
  return (
    <FormDialog
      title={words.endDelegationOf(name)}
      verb={words.endDelegation}
      sender={sender}
      onSave={() => void sender.run({ id })}
      onClose={onClose}
    >
      <p>{words.endDelegationWords(name)}</p>
    </FormDialog>
  )
}
