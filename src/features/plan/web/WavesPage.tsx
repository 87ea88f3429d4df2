import { useState } from 'react'
import {
  Button,
  Columns,
  Empty,
  Lines,
  Page,
  Row,
  Section,
  Show,
  Stack,
  shortDayWords,
  Table,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { type Plan, plan, type Wave } from '../contract.ts'
import { BeginDialog } from './BeginDialog.tsx'
import { HolderDialog } from './HolderDialog.tsx'
import { JoinDialog } from './JoinDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { Sides } from './Sides.tsx'
import { Templates } from './Templates.tsx'
import { text } from './text.ts'
import { WaveDialog } from './WaveDialog.tsx'

/** Units that go live together, and who has which part. */
export function WavesPage() {
  const plans = useRead(plan.plans, {})
  const places = useRead(plan.places, {}, { staleMs: 60_000 })
  const [isBeginning, setBeginning] = useState(false)
  const begin = (places.data?.length ?? 0) > 0 && (
    <Button kind="primary" onPress={() => setBeginning(true)}>
      {text.begin}
    </Button>
  )
  return (
    <Page title={text.title} lead={text.lead}>
      <Stack gap={5}>
        <Sides side="waves" />
        <Columns>
          <Show of={plans} empty={<Empty action={begin}>{text.none}</Empty>}>
            {(known) => known.map((one) => <OnePlan key={one.id} one={one} />)}
          </Show>
        </Columns>
      </Stack>
      {isBeginning && <BeginDialog places={places.data ?? []} onClose={() => setBeginning(false)} />}
    </Page>
  )
}

type Open = { move: Wave } | { join: Wave } | { hold: Plan['roles'][number] } | 'add'

function OnePlan({ one }: { one: Plan }) {
  const [open, setOpen] = useState<Open>()
  const [asked, setAsked] = useAddressWord('flyt', '')
  const mayKeep = one.permitted.includes('keep')
  // Whoever comes from a no-go finds the wave to be moved open.
  const toMove = mayKeep ? one.waves.find(({ id }) => id === asked) : undefined
  const close = () => {
    setOpen(undefined)
    if (asked) setAsked('')
  }
  const add = mayKeep && <Button onPress={() => setOpen('add')}>{text.addWave}</Button>
  return (
    <Stack gap={6}>
      <Section title={text.waves} note={one.title} actions={add}>
        {one.waves.length === 0 ? (
          <Empty>{text.noWaves}</Empty>
        ) : (
          <Waves one={one} onMove={(move) => setOpen({ move })} onJoin={(join) => setOpen({ join })} />
        )}
      </Section>
      <Templates one={one} />
      <Roles one={one} onHold={(role) => setOpen({ hold: role })} />
      {open === 'add' && <WaveDialog one={one} onClose={close} />}
      {!open && toMove && <MoveDialog one={one} wave={toMove} onClose={close} />}
      {open && open !== 'add' && 'move' in open && <MoveDialog one={one} wave={open.move} onClose={close} />}
      {open && open !== 'add' && 'join' in open && <JoinDialog one={one} wave={open.join} onClose={close} />}
      {open && open !== 'add' && 'hold' in open && <HolderDialog one={one} role={open.hold} onClose={close} />}
    </Stack>
  )
}

type WavesProps = { one: Plan; onMove: (wave: Wave) => void; onJoin: (wave: Wave) => void }

function Waves({ one, onMove, onJoin }: WavesProps) {
  const today = useToday()
  return (
    <Lines label={text.waves}>
      {one.waves.map((wave) => (
        <li key={wave.id}>
          <Stack gap={2}>
            <Row gap={3} apart>
              <strong>
                {wave.code} {wave.name} · {shortDayWords(wave.goLiveOn, today)}
              </strong>
              {one.permitted.includes('keep') && wave.goLiveOn > today && (
                <Row gap={2}>
                  <Button onPress={() => onMove(wave)}>{text.move}</Button>
                  <Button kind="plain" aria-label={`${text.addUnit}: ${wave.name}`} onPress={() => onJoin(wave)}>
                    {text.addUnit}
                  </Button>
                </Row>
              )}
            </Row>
            <p>{wave.units.map(({ name }) => name).join(', ')}</p>
            {wave.moves.map(({ at, wasOn, becomesOn, because, byName }) => (
              <small key={at}>
                {text.moved(shortDayWords(wasOn, today), shortDayWords(becomesOn, today), because, byName)}
              </small>
            ))}
          </Stack>
        </li>
      ))}
    </Lines>
  )
}

type RoleOf = Plan['roles'][number]

function Roles({ one, onHold }: { one: Plan; onHold: (role: RoleOf) => void }) {
  const unitName = new Map(one.waves.flatMap(({ units }) => units.map(({ id, name }) => [id, name] as const)))
  const holders = ({ holders, orgRole }: RoleOf) =>
    holders.length === 0
      ? orgRole
        ? text.fromRole
        : text.nobody
      : holders.map(({ unitId, who }) => (unitId ? `${who} (${unitName.get(unitId) ?? ''})` : who)).join(', ')
  return (
    <Section title={text.roles} note={text.rolesHelp}>
      <Table
        caption={text.roles}
        rows={one.roles}
        columns={[
          { head: text.part, cell: ({ name }) => name },
          { head: text.holder, cell: holders },
          ...(one.permitted.includes('keep')
            ? [
                {
                  head: text.nameHolder,
                  cell: (role: RoleOf) => (
                    <Button kind="plain" onPress={() => onHold(role)}>
                      {text.nameHolder}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
