import { useState } from 'react'
import {
  Button,
  Columns,
  Empty,
  Lines,
  momentWords,
  Notice,
  Page,
  Person,
  Stack,
  ToggleChips,
  useNow,
} from '#kernel/ui/index.ts'
import { useOnline } from '#kernel/web/index.ts'
import type { Pack } from '../contract.ts'
import type { Device } from './device.ts'
import { NoteForm } from './NoteForm.tsx'
import type { Opened } from './opened.ts'
import { PackCitizenPage } from './PackCitizenPage.tsx'
import { PackPeople } from './PackPeople.tsx'
import { PackThread } from './PackThread.tsx'
import { text } from './text.ts'
import { WaitingNotes } from './WaitingNotes.tsx'

const parts = ['citizens', 'lately', 'colleagues', 'write'] as const
type Part = (typeof parts)[number]
type Props = { opened: Opened; device: Device; onClose: () => void }

/** The pack, open: to be read, and to be written beside. */
export function PackPages({ opened, device, onClose }: Props) {
  const { pack } = opened
  return (
    <Page title={text.title} lead={device.unitName} actions={<Button onPress={onClose}>{text.lock}</Button>}>
      <Stack gap={5}>
        {pack ? (
          <>
            <From pack={pack} />
            <PackParts pack={pack} iAm={opened.iAm} device={device} />
          </>
        ) : (
          <Empty>{device.ended ? text.ended : text.noPack}</Empty>
        )}
      </Stack>
    </Page>
  )
}

/** Which time one looks at. */
function From({ pack: { madeAt } }: { pack: Pack }) {
  const isOnline = useOnline()
  const words = text.withoutServer(momentWords(madeAt, useNow()))
  return <Notice tone="attention">{isOnline ? text.serverBack : words}</Notice>
}

type PartsProps = { pack: Pack; iAm: string | null; device: Device }

function PackParts({ pack, iAm, device }: PartsProps) {
  const [part, setPart] = useState<Part>('citizens')
  const [citizenId, setCitizen] = useState<string>()
  const [saved, setSaved] = useState(0)
  const citizen = pack.citizens.find(({ id }) => id === citizenId)
  const choose = (to: Part) => {
    setPart(to)
    setCitizen(undefined)
  }
  const done = () => {
    setSaved(Date.now())
    setPart('citizens')
  }
  return (
    <Columns>
      <Stack gap={5}>
        <ToggleChips
          label={text.parts}
          choices={parts.map((id) => ({ id, label: text[id] }))}
          value={[part]}
          onChange={([to]) => to && choose(to)}
        />
        {saved > 0 && <Notice tone="ok">{text.saved}</Notice>}
        {part === 'citizens' && !citizen && <PackPeople pack={pack} onChoose={setCitizen} />}
        {part === 'citizens' && citizen && (
          <PackCitizenPage
            pack={pack}
            citizen={citizen}
            onWrite={() => setPart('write')}
            onBack={() => setCitizen(undefined)}
          />
        )}
        {part === 'lately' && <PackThread notes={pack.notes} citizens={pack.citizens} />}
        {part === 'colleagues' && <Colleagues pack={pack} />}
        {part === 'write' && <NoteForm pack={pack} iAm={iAm} about={citizenId ?? null} onDone={done} />}
        <WaitingNotes key={device.waiting.map(({ count }) => count).join()} />
      </Stack>
    </Columns>
  )
}

const Colleagues = ({ pack: { people } }: { pack: Pack }) => (
  <Lines label={text.colleagues}>
    {people.map(({ id, name, profession }) => (
      <li key={id}>
        <Person name={name} second={profession} />
      </li>
    ))}
  </Lines>
)
