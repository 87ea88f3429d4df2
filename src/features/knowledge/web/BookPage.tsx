import { useState } from 'react'
import { useMyUnits } from '#features/org/web/index.ts'
import { ThreadButtons } from '#features/thread/web/index.ts'
import {
  Button,
  Columns,
  DayText,
  Disclosure,
  Empty,
  Lines,
  Mark,
  Page,
  Progress,
  Row,
  SearchField,
  Select,
  Show,
  Stack,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { type Page as BookPageRow, knowledge } from '../contract.ts'
import { MOST_PAGES } from '../rules.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

const ALL = 'alle'

/** »Hvorfor …«: the value, the reason and since when. */
export function BookPage() {
  const [words, setWords] = useAddressWord('om', '')
  const [unit, setUnit] = useAddressWord('enhed', ALL)
  const pages = useRead(knowledge.pages, { words, unitId: unit === ALL ? null : unit }, { keepFormer: true })
  return (
    <Page title={text.title} lead={text.lead}>
      <Stack gap={5}>
        <Sides side="book" />
        <Columns right={<HowFar />}>
          <Stack gap={5}>
            <SearchField label={text.search} placeholder={text.searchHint} value={words} onChange={setWords} />
            <UnitChoice value={unit} onChange={setUnit} />
            <Show of={pages} lines={8} empty={<Empty>{words ? text.notFound : text.none}</Empty>}>
              {(known) => (
                <Stack gap={3}>
                  {words ? <PageLines label={text.title} pages={known} /> : <Chapters pages={known} />}
                  {known.length === MOST_PAGES && <small>{text.more}</small>}
                </Stack>
              )}
            </Show>
          </Stack>
        </Columns>
      </Stack>
    </Page>
  )
}

/** As a book is: chapters, closed until somebody opens one; what was searched for stands open. */
function Chapters({ pages }: { pages: readonly BookPageRow[] }) {
  const chapters = Map.groupBy(pages, ({ kind, unitName }) => [text.kinds[kind], unitName].filter(Boolean).join(' · '))
  return (
    <Lines label={text.title}>
      {[...chapters].map(([chapter, within]) => (
        <li key={chapter}>
          <Disclosure title={`${chapter} (${within.length})`} isOpen={chapters.size === 1}>
            <PageLines label={chapter} pages={within} />
          </Disclosure>
        </li>
      ))}
    </Lines>
  )
}

const PageLines = ({ label, pages }: { label: string; pages: readonly BookPageRow[] }) => (
  <Lines label={label}>
    {pages.map((one) => (
      <li key={one.id}>
        <PageLine page={one} />
      </li>
    ))}
  </Lines>
)

function UnitChoice({ value, onChange }: { value: string; onChange: (unit: string) => void }) {
  const offers = (useMyUnits().data ?? []).filter(({ kind }) => kind === 'offer')
  if (offers.length < 2) return null
  const choices = [{ id: ALL, label: text.allUnits }, ...offers.map(({ id, name }) => ({ id, label: name }))]
  return <Select label={text.ofUnit} choices={choices} value={value} onChange={onChange} />
}

const tones = { unread: 'attention', changed: 'violet', confirmed: 'ok' } as const

/** What it is and why, as one reads it aloud; the rest stands where the thread leads. */
function PageLine({ page }: { page: BookPageRow }) {
  const [isConfirming, setConfirming] = useState(false)
  const isUnread = page.permitted.includes('confirm') && page.state !== 'confirmed'
  return (
    <Stack gap={1}>
      <Row gap={3}>
        <strong>
          {page.label} {page.title}
        </strong>
        <span>{[text.kinds[page.kind], page.unitName].filter(Boolean).join(' · ')}</span>
        <Mark tone={tones[page.state]}>{text.states[page.state]}</Mark>
      </Row>
      {page.value && <p>{page.value}</p>}
      {page.why && (
        <p>
          {text.why}: {page.why}
        </p>
      )}
      {page.sinceOn && (
        <small>
          {text.since} <DayText day={page.sinceOn} />
        </small>
      )}
      {page.sentence && (
        <p>
          »{page.sentence}« {page.confirmedByName && text.standsBy(page.confirmedByName)}
        </p>
      )}
      <Row gap={3}>
        {page.threadKind && <ThreadButtons kind={page.threadKind} id={page.id} />}
        {isUnread && (
          <Button kind="plain" onPress={() => setConfirming(true)}>
            {page.state === 'changed' ? text.standAgain : text.standBy}
          </Button>
        )}
      </Row>
      {isConfirming && <ConfirmDialog page={page} onClose={() => setConfirming(false)} />}
    </Stack>
  )
}

function HowFar() {
  const book = useRead(knowledge.book, {}, { staleMs: 30_000 })
  return (
    <Stack gap={3}>
      {(book.data?.kinds ?? []).map(({ kind, all, unread, changed }) => (
        <Progress key={kind} label={text.kinds[kind]} done={all - unread - changed} of={all} />
      ))}
    </Stack>
  )
}
