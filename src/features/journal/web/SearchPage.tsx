import { useEffect, useRef, useState } from 'react'
import { type CitizenLine, citizens } from '#features/citizens/contract.ts'
import { Protection } from '#features/citizens/web/index.ts'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { Empty, Lines, Page, Person, SearchField, Section, Show, Stack, Thread } from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { journal } from '../contract.ts'
import { NoteKnot } from './NoteKnot.tsx'
import { Passage } from './Passage.tsx'
import { text } from './text.ts'
import { NOTE_WORD } from './use-arrive-at-note.ts'

/** Long enough that one search is recorded for a word, not one for each letter. */
const PAUSE_MS = 500
const FEWEST_LETTERS = 2
const MOST_NOTES = 50

/** One field: people first, then what was written. */
export function SearchPage() {
  const [asked, setAsked] = useAddressWord('ord', '')
  const [typed, setTyped] = useState(asked)
  useSettled(typed.trim(), setAsked)
  return (
    <Page title={text.search} lead={text.searchRecorded}>
      <Stack gap={5}>
        <SearchField
          label={text.searchWhat}
          value={typed}
          onChange={setTyped}
          onSubmit={(words) => setAsked(words.trim())}
          autoFocus
        />
        {asked.length < FEWEST_LETTERS ? <Empty>{text.searchStart}</Empty> : <Hits words={asked} />}
      </Stack>
    </Page>
  )
}

/** Calls with what was typed, when typing rests. */
function useSettled(words: string, then: (words: string) => void): void {
  const latest = useRef(then)
  latest.current = then
  useEffect(() => {
    const timer = setTimeout(() => latest.current(words), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
}

function Hits({ words }: { words: string }) {
  const people = useRead(citizens.find, { words: words.slice(0, 100) }, { keepFormer: true })
  const notes = useRead(journal.search, { words: words.slice(0, 200) }, { keepFormer: true })
  return (
    <>
      <Section title={text.searchCitizens} note={people.data?.length || undefined}>
        <Show of={people} lines={2} empty={text.noCitizenHits}>
          {(lines) => <CitizenHits lines={lines} />}
        </Show>
      </Section>
      <Section title={text.searchNotes} note={notes.data?.length || undefined}>
        <Show of={notes} empty={text.noNoteHits}>
          {(rows) => <NoteHits rows={rows} />}
        </Show>
      </Section>
    </>
  )
}

function CitizenHits({ lines }: { lines: readonly CitizenLine[] }) {
  const citizenIds = lines.filter(({ hasPhoto }) => hasPhoto).map(({ id }) => id)
  const portraits = useRead(citizens.portraits, { citizenIds }, { enabled: citizenIds.length > 0 })
  const photoOf = (id: string) => portraits.data?.find((one) => one.id === id)?.photo
  return (
    <Lines>
      {lines.map(({ id, fullName, room, ...line }) => (
        <li key={id}>
          <Person name={fullName} url={photoOf(id)} href={`/borger/${id}`} second={room ? text.room(room) : undefined}>
            <Protection of={line} />
          </Person>
        </li>
      ))}
    </Lines>
  )
}

type Hit = OutputOf<typeof journal.search>[number]
const hrefOf = ({ citizenId, id }: Hit) => (citizenId ? `/borger/${citizenId}?${NOTE_WORD}=${id}` : '/enhed')
const nameOf = ({ citizenId, calledName }: Hit) => (citizenId ? (calledName ?? text.formerCitizen) : text.unitDiary)

const NoteHits = ({ rows }: { rows: readonly Hit[] }) => (
  <Stack gap={3}>
    <Thread label={text.searchNotes}>
      {rows.map((row) => (
        <NoteKnot
          key={row.id}
          note={{ ...row, permitted: [], version: 1 }}
          name={nameOf(row)}
          href={hrefOf(row)}
          isProtected={row.isProtected}
        >
          <Passage words={row.passage} />
        </NoteKnot>
      ))}
    </Thread>
    {rows.length >= MOST_NOTES && <p>{text.mostHits}</p>}
  </Stack>
)
