import { useState } from 'react'
import {
  Button,
  FormDialog,
  Lines,
  Mark,
  RadioRow,
  Row,
  Section,
  Select,
  Stack,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts'
import { type Band, type Sketch, tones } from '../contract.ts'
import { keyFor, scorable } from '../sketching.ts'
import { text } from './text.ts'
import type { SketchDesk } from './use-sketch.ts'

const NONE = 'none'
const unscored = ({ score: _, ...sketch }: Sketch): Sketch => sketch

/** Which field is the number, and what it says: from where to where, how much it asks for, and what is done. */
export function Scoring({ desk: { sketch, change, sender } }: { desk: SketchDesk }) {
  const open = scorable(sketch.fields)
  const choose = (key: string) => change((before) => (key === NONE ? unscored(before) : { ...before, score: key }))
  return (
    <Section title={text.scoring}>
      <Stack gap={4}>
        <Select
          label={text.scoreField}
          choices={[{ id: NONE, label: text.noScore }, ...open.map(({ key, label }) => ({ id: key, label }))]}
          value={sketch.score ?? NONE}
          onChange={choose}
          fault={sender.faultOf('form.score')}
        />
        {sketch.score && <Bands bands={sketch.bands} onChange={(bands) => change((now) => ({ ...now, bands }))} />}
      </Stack>
    </Section>
  )
}

type BandsProps = { bands: Sketch['bands']; onChange: (bands: Band[]) => void }
type Opened = { at: number; band: Band }

const next = (bands: readonly Band[]): Band => {
  const from = (bands.at(-1)?.to ?? -1) + 1
  return {
    key: keyFor(
      `udfald-${bands.length + 1}`,
      bands.map(({ key }) => key),
    ),
    from,
    to: from,
    title: '',
    tone: 'ok',
    action: '',
  }
}

function Bands({ bands, onChange }: BandsProps) {
  const [opened, open] = useState<Opened>()
  const keep = ({ at, band }: Opened) =>
    onChange([...bands.slice(0, at), band, ...bands.slice(at + 1)].sort((a, b) => a.from - b.from))
  return (
    <Section
      title={text.bands}
      actions={<Button onPress={() => open({ at: bands.length, band: next(bands) })}>{text.addBand}</Button>}
    >
      {bands.length === 0 && <p>{text.bandsNone}</p>}
      <Lines label={text.bands}>
        {bands.map((band, at) => (
          <li key={band.key}>
            <BandLine
              band={band}
              onOpen={() => open({ at, band })}
              onRemove={() => onChange(bands.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </Lines>
      {opened && (
        <BandDialog band={opened.band} onSave={(band) => keep({ ...opened, band })} onClose={() => open(undefined)} />
      )}
    </Section>
  )
}

function BandLine({ band, onOpen, onRemove }: { band: Band; onOpen: () => void; onRemove: () => void }) {
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <Row gap={2}>
          <strong>{text.bandLine(band.from, band.to)}</strong>
          <Mark tone={band.tone}>{band.title}</Mark>
        </Row>
        <span>{band.action}</span>
      </Stack>
      <Row gap={3}>
        <Button kind="plain" aria-label={text.changeOf(band.title)} onPress={onOpen}>
          {text.change}
        </Button>
        <Button kind="plain" aria-label={text.removeOf(band.title)} onPress={onRemove}>
          {text.remove}
        </Button>
      </Row>
    </Row>
  )
}

const quiet = { isBusy: false, problemText: undefined }
const whole = (words: string) => Number(words.replace(/[^\d-]/g, '')) || 0

function BandDialog({
  band: given,
  onSave,
  onClose,
}: {
  band: Band
  onSave: (band: Band) => void
  onClose: () => void
}) {
  const [band, setBand] = useState(given)
  const [isTried, setTried] = useState(false)
  const set = (change: Partial<Band>) => setBand((now) => ({ ...now, ...change }))
  const save = () => {
    setTried(true)
    if (band.title.trim() === '') return
    onSave(band)
    onClose()
  }
  return (
    <FormDialog title={text.changeBand} sender={quiet} onSave={save} onClose={onClose}>
      <TextField
        label={text.bandTitle}
        value={band.title}
        onChange={(title) => set({ title })}
        maxLength={120}
        fault={isTried && band.title.trim() === '' ? text.labelMissing : undefined}
        autoFocus
      />
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          label={end === 'from' ? text.bandFrom : text.bandTo}
          inputMode="numeric"
          value={String(band[end])}
          onChange={(words) => set({ [end]: whole(words) })}
          maxLength={8}
        />
      ))}
      <RadioRow
        label={text.tone}
        choices={tones.map((id) => ({ id, label: text.tones[id] }))}
        value={band.tone}
        onChange={(tone) => set({ tone })}
      />
      <TextArea label={text.action} value={band.action} onChange={(action) => set({ action })} maxLength={500} />
    </FormDialog>
  )
}
