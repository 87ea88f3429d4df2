import { useState } from 'react'
import { Button, Dialog, FaultText, Lines, momentWords, Row, Section, Show, Stack, useNow } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type DeviceRow, signin } from '../contract.ts'
import { PairDialog } from './PairDialog.tsx'
import { words } from './pages-text.ts'

/** The unit's shared tablets: paired once, ended when they are lost or moved. */
export function UnitDevices({ unit }: { unit: { id: string; name: string } }) {
  const read = useRead(signin.devicesOfUnit, { unitId: unit.id }, { live: ['signin', unit.id] })
  const [isPairing, pair] = useState(false)
  if (read.status === 'refused') return null
  const act = read.data?.permitted.includes('pair') && <Button onPress={() => pair(true)}>{words.pair}</Button>
  return (
    <Section title={words.devices} note={read.data?.devices.length} actions={act}>
      <Stack gap={3}>
        <p>{words.devicesWords}</p>
        <Show of={read} isEmpty={({ devices }) => devices.length === 0} empty={words.noDevices}>
          {({ devices }) => (
            <Lines>
              {devices.map((device) => (
                <li key={device.id}>
                  <DeviceLine device={device} />
                </li>
              ))}
            </Lines>
          )}
        </Show>
      </Stack>
      {isPairing && <PairDialog unit={unit} onClose={() => pair(false)} />}
    </Section>
  )
}

function DeviceLine({ device }: { device: DeviceRow }) {
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  const { name, claimedAt, seenAt, pairedByName } = device
  const used = seenAt ? words.seen(momentWords(seenAt, now)) : words.unused
  return (
    <Row apart>
      <Stack gap={1}>
        <strong>{name}</strong>
        <span>{[claimedAt ? used : words.waiting, words.pairedBy(pairedByName)].join(' · ')}</span>
      </Stack>
      <Button onPress={() => setOpen(true)}>{words.end}</Button>
      {isOpen && <EndDialog device={device} onClose={() => setOpen(false)} />}
    </Row>
  )
}

function EndDialog({ device: { id, name, version }, onClose }: { device: DeviceRow; onClose: () => void }) {
  const { run, isBusy, problemText } = useWrite(signin.endDevice, { onDone: onClose })
  const act = (
    <Button kind="primary" isBusy={isBusy} onPress={() => void run({ id, version })}>
      {words.end}
    </Button>
  )
  return (
    <Dialog isOpen onClose={onClose} title={words.endTitle(name)} actions={act}>
      <p>{words.endWords}</p>
      {problemText && <FaultText>{problemText}</FaultText>}
    </Dialog>
  )
}
