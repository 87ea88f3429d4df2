import { useState } from 'react'
import type { Day } from '#kernel/lang/day.ts'
import { DayText, Disclosure, Lines, Mark, Section, Show, Stack, Table, useToday } from '#kernel/ui/index.ts'
import { type Reading, useRead } from '#kernel/web/index.ts'
import { terminology } from '../contract.ts'
import { type Book, builtInFrom, codeVersion, ffbSystem, lists } from '../rules.ts'
import { text } from './text.ts'
import { useBook } from './use-book.ts'

type Line = { version: string; title: string; system: string; from: Day; count: number }
type State = 'in-force' | 'coming' | 'former'

const builtInLine = (): Line => ({
  ...{ version: codeVersion, title: text.builtIn, system: ffbSystem, from: builtInFrom, count: 0 },
})

/** The latest of a system that has begun is in force. */
function stateOf(line: Line, all: readonly Line[], today: Day): State {
  if (line.from > today) return 'coming'
  const begun = all.filter(({ system, from }) => system === line.system && from <= today)
  return begun.some(({ from }) => from > line.from) ? 'former' : 'in-force'
}

/** Every version there is, newest first, and its codes for those who want to see them. */
export function CodeLists() {
  const versions = useRead(terminology.versions, {})
  return (
    <Section title={text.title}>
      <Stack gap={4}>
        <p>{text.lead}</p>
        <Show of={versions as Reading<typeof versions.data & {}>} isEmpty={() => false}>
          {(loaded) => (
            <Versions
              lines={[
                ...loaded.map(({ validFrom, concepts, ...one }) => ({ ...one, from: validFrom, count: concepts })),
                ...(loaded.some(({ version }) => version === codeVersion) ? [] : [builtInLine()]),
              ]}
            />
          )}
        </Show>
      </Stack>
    </Section>
  )
}

const tones = { 'in-force': 'ok', coming: 'info', former: 'neutral' } as const

function Versions({ lines }: { lines: readonly Line[] }) {
  const today = useToday()
  const state = (line: Line) => stateOf(line, lines, today)
  const newest = lines.toSorted((a, b) => b.from.localeCompare(a.from))
  return (
    <Stack gap={4}>
      <Table
        caption={text.title}
        rows={newest}
        rowKey={({ system, version }) => `${system} ${version}`}
        columns={[
          { head: text.version, cell: ({ title, version }) => `${title} · ${version}` },
          { head: text.from, cell: ({ from }) => <DayText day={from} /> },
          { head: text.codes, cell: ({ count }) => count || '' },
          { head: text.state, cell: (line) => <Mark tone={tones[state(line)]}>{text.states[state(line)]}</Mark> },
        ]}
      />
      {newest
        .filter(({ system }) => system === ffbSystem)
        .map(({ version }) => (
          <CodesOf key={version} version={version} />
        ))}
    </Stack>
  )
}

function CodesOf({ version }: { version: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure title={text.see(version)} onToggle={setOpen}>
      {isOpen && <Codes version={version} />}
    </Disclosure>
  )
}

const namesUnder = (concepts: ReturnType<Book['codesOf']>) =>
  concepts.map(({ name, under }) => (under ? `${name} (${under})` : name))

function Codes({ version }: { version: string }) {
  const book = useBook(version)
  return (
    <Stack gap={2}>
      {lists.map((list) => (
        <Disclosure key={list} title={`${text.lists[list]} · ${book.codesOf(list).length}`}>
          <Lines label={text.lists[list]}>
            {namesUnder(book.codesOf(list)).map((name) => (
              <li key={name}>{name}</li>
            ))}
          </Lines>
        </Disclosure>
      ))}
    </Stack>
  )
}
