import { language } from '#kernel/lang/text.ts'
import { type Column, Lines, Mark, Section, Stack, shortDayWords, Table, useToday } from '#kernel/ui/index.ts'
import type { DeletionLine, DeletionRun } from '../contract.ts'
import { tableWords } from '../table-words.ts'
import { text } from './text.ts'

/** What would go of each table, and what stays and why. */
export function RunTable({ run }: { run: DeletionRun }) {
  const columns = useColumns(run)
  return (
    <Stack gap={5}>
      {run.lines.length > 0 && (
        <Table caption={text.wouldGo} columns={columns} rows={run.lines} rowKey={({ name }) => name} />
      )}
      {run.blocks.length > 0 && (
        <Section title={text.stays}>
          <Lines label={text.stays}>
            {run.blocks.map(({ class: kind, reason, citizens }) => (
              <li key={`${kind} ${reason}`}>
                <Stack gap={1}>
                  <span>
                    {text.classes[kind]}
                    {citizens > 0 && ` · ${text.ofCitizens(citizens)}`}
                  </span>
                  <Mark tone={reason === 'no-period' || reason === 'open-request' ? 'attention' : 'neutral'}>
                    {text.reasons[reason]}
                  </Mark>
                </Stack>
              </li>
            ))}
          </Lines>
        </Section>
      )}
    </Stack>
  )
}

function useColumns({ state }: DeletionRun): Column<DeletionLine>[] {
  const today = useToday()
  const day = (on: string | null) => (on ? shortDayWords(on, today) : '–')
  return [
    { head: text.table, cell: ({ name }) => tableWords[name]?.[language()] ?? name },
    { head: text.classHead, cell: (line) => text.classes[line.class] },
    { head: text.citizensHead, isNumber: true, cell: ({ citizens }) => (citizens > 0 ? citizens : '–') },
    { head: text.rowsHead, isNumber: true, cell: ({ rows }) => rows },
    ...(state === 'previewed'
      ? []
      : [{ head: text.gone, isNumber: true, cell: ({ deleted }: DeletionLine) => deleted }]),
    { head: text.oldest, cell: ({ oldestOn }) => day(oldestOn) },
    { head: text.newest, cell: ({ newestOn }) => day(newestOn) },
  ]
}
