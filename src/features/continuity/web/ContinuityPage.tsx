import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { useUnit } from '#features/org/web/index.ts'
import { WhyButton } from '#features/profiles/web/index.ts'
import { Button, Columns, Mark, Page, Row, Section, Show, Stack } from '#kernel/ui/index.ts'
import { useCell, useMe, useOnline, useRead } from '#kernel/web/index.ts'
import { continuity } from '../contract.ts'
import { Age } from './Age.tsx'
import { canKeep, type Device, deviceNow, refresh, useDevice } from './device.ts'
import { MyNotes } from './MyNotes.tsx'
import { OpenForm } from './OpenForm.tsx'
import { close, opened } from './opened.ts'
import { PackPages } from './PackPages.tsx'
import { PairForm } from './PairForm.tsx'
import { Tablets } from './Tablets.tsx'
import { text } from './text.ts'

/** The pack of this tablet, and the unit's other tablets. Without the server it is the pack that is asked for. */
export function ContinuityPage() {
  const device = useDevice()
  const isOnline = useOnline()
  const now = useCell(opened)
  const unit = useUnit()
  if (device && now && !isOnline) return <PackPages opened={now} device={device} onClose={close} />
  return (
    <Page title={text.title} lead={text.lead}>
      <Columns>
        <Stack gap={6}>
          {unit?.packPlace && <PackPlace unit={unit} />}
          {device && <ThisTablet device={device} />}
          {unit && isOnline && <AtUnit unit={unit} device={device} />}
        </Stack>
      </Columns>
    </Page>
  )
}

/** Where the paper lies, as the unit answered. */
const PackPlace = ({ unit }: { unit: MyUnit }) => (
  <Row gap={1}>
    <span>{unit.packPlace && text.packPlaces[unit.packPlace]}</span>
    <WhyButton unit={unit} of="continuity.pack" name={text.title} />
  </Row>
)

function ThisTablet({ device }: { device: Device }) {
  const me = useMe()
  const isOnline = useOnline()
  const isMine = device.waiting.some(({ authorId }) => authorId === me.id)
  const [hadMine] = useState(isMine)
  return (
    <>
      <Section title={text.thisTablet} note={text.belongsTo(device.name, device.unitName)}>
        <Stack gap={3}>
          <p>
            <Age device={device} />
          </p>
          {isOnline && !device.ended && <FetchNow />}
        </Stack>
      </Section>
      {isOnline ? (isMine || hadMine) && <MyNotes /> : <Section title={text.open}>{<OpenForm />}</Section>}
    </>
  )
}

function FetchNow() {
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<string>()
  const fetchIt = async () => {
    setBusy(true)
    await refresh().then(
      () => setSaid(text.fetched),
      () => setSaid(text.notFetched),
    )
    setBusy(false)
  }
  return (
    <Row gap={3}>
      <Button isBusy={isBusy} onPress={() => void fetchIt()}>
        {text.fetchNow}
      </Button>
      {said && <Mark tone="info">{said}</Mark>}
    </Row>
  )
}

type AtUnitProps = { unit: { id: string; name: string }; device: Device | undefined }

function AtUnit({ unit, device }: AtUnitProps) {
  const rows = useRead(continuity.atUnit, { unitId: unit.id })
  /** This very tablet learns at once; others at their next contact. */
  const ended = (id: string) => void (id === deviceNow()?.tabletId && refresh().catch(() => undefined))
  return (
    <Show of={rows} isEmpty={() => false}>
      {({ tablets, permitted }) => (
        <Stack gap={6}>
          {!device && <NotYet unit={unit} canPair={permitted.includes('pair')} />}
          <Tablets tablets={tablets} canEnd={permitted.includes('end')} onEnded={ended} />
        </Stack>
      )}
    </Show>
  )
}

function NotYet({ unit, canPair }: { unit: AtUnitProps['unit']; canPair: boolean }) {
  if (!canKeep()) return <p>{text.notHere}</p>
  return canPair ? (
    <PairForm unit={unit} />
  ) : (
    <p>
      {text.notPaired} {text.askLeader}
    </p>
  )
}
