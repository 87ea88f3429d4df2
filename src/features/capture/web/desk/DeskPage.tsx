import { useRef, useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import {
  Button,
  Empty,
  Lanes,
  NewCount,
  Page,
  Row,
  SearchField,
  Section,
  Show,
  Stack,
  TextLink,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { capture, type EventDetail, type Slip } from '../../contract.ts'
import { text } from '../text.ts'
import { DeskBar } from './DeskBar.tsx'
import { Keys } from './Keys.tsx'
import { RemoveTheme } from './RemoveTheme.tsx'
import { SlipLine } from './SlipLine.tsx'
import { TypeSlipDialog } from './TypeSlipDialog.tsx'
import { useDeskKeys } from './use-desk-keys.ts'

/** The table: unsorted slips left, themes right. Everything can be done from the keyboard. */
export function DeskPage({ dayId }: { dayId: string }) {
  const day = useRead(capture.event, { id: dayId })
  const slips = useRead(capture.slips, { eventId: dayId }, { live: ['capture', day.data?.placeId] })
  const both = { ...slips, data: day.data && slips.data ? { day: day.data, slips: slips.data } : undefined }
  return (
    <Page title={text.deskTitle} lead={day.data && <TextLink href={`/dage/${dayId}`}>{day.data.title}</TextLink>}>
      <NewCount count={slips.waiting} onShow={slips.showWaiting} />
      <Show of={both} lines={8}>
        {(data) => <Desk {...data} />}
      </Show>
    </Page>
  )
}

const matches = (slip: Slip, words: string): boolean =>
  [slip.text, slip.label, slip.unitName, slip.authorRole, slip.needLabel].some((field) =>
    field?.toLowerCase().includes(words.toLowerCase()),
  )

function Desk({ day, slips }: { day: EventDetail; slips: readonly Slip[] }) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<readonly Id[]>([])
  const [isTyping, setTyping] = useState(false)
  const table = useRef<HTMLDivElement>(null)
  const sorter = useWrite(capture.sort)
  const shown = words.trim() ? slips.filter((slip) => matches(slip, words.trim())) : slips
  const layIn = (slipIds: readonly Id[], themeId: Id | null) => {
    void sorter.run({ eventId: day.id, slipIds: [...slipIds], themeId })
    setChosen([])
  }
  const toggle = (id: Id) => setChosen((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id]))
  useDeskKeys({ table, chosen, themes: day.themes, layIn })
  return (
    <div ref={table}>
      <Stack gap={5}>
        <Row gap={4} apart>
          <SearchField label={text.search} isLabelHidden placeholder={text.search} value={words} onChange={setWords} />
          <Button onPress={() => setTyping(true)}>{text.typeSlip}</Button>
        </Row>
        {slips.length === 0 && <Empty>{text.noSlips}</Empty>}
        {slips.length > 0 && shown.length === 0 && <Empty>{text.noMatch}</Empty>}
        <Heaps day={day} shown={shown} chosen={chosen} onChoose={toggle} isWhole={slips.length > 0 && !words} />
        <Keys />
      </Stack>
      {chosen.length > 0 && (
        <DeskBar
          day={day}
          slips={slips}
          chosen={chosen}
          onLay={(themeId) => layIn(chosen, themeId)}
          onDone={() => setChosen([])}
        />
      )}
      {isTyping && <TypeSlipDialog day={day} onClose={() => setTyping(false)} />}
    </div>
  )
}

type HeapsProps = {
  day: EventDetail
  shown: readonly Slip[]
  chosen: readonly Id[]
  onChoose: (id: Id) => void
  /** Nothing is searched for: then an empty heap says that all is sorted. */
  isWhole: boolean
}

/** Unsorted first, then theme by theme. */
function Heaps({ day, shown, chosen, onChoose, isWhole }: HeapsProps) {
  const listOf = (themeId: Id) => shown.filter((slip) => slip.themeId === themeId)
  const loose = shown.filter(({ themeId }) => themeId === null)
  const gathered = loose.filter(({ needId }) => needId !== null)
  const unsorted = loose.filter(({ needId }) => needId === null)
  const lines = (of: readonly Slip[]) => (
    <ul>
      {of.map((slip) => (
        <SlipLine
          key={slip.id}
          slip={slip}
          day={day}
          isChosen={chosen.includes(slip.id)}
          onChoose={() => onChoose(slip.id)}
        />
      ))}
    </ul>
  )
  return (
    <Lanes>
      <Section title={text.unsorted} note={unsorted.length}>
        {isWhole && unsorted.length === 0 ? <p>{text.nothingUnsorted}</p> : lines(unsorted)}
      </Section>
      {day.themes.map((theme, at) => (
        <Section
          key={theme.id}
          title={`${at + 1}. ${theme.name}`}
          note={listOf(theme.id).length}
          actions={<RemoveTheme theme={theme} />}
        >
          {lines(listOf(theme.id))}
        </Section>
      ))}
      {gathered.length > 0 && (
        <Section title={text.gatheredSlips} note={gathered.length}>
          {lines(gathered)}
        </Section>
      )}
    </Lanes>
  )
}
