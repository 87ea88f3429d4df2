import { useState } from 'react'
import { Button, Mark, Section, Show, Stack, Table, TextLink, ToggleChips } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { nameOfRow } from '../answer-sheet.ts'
import { type FitRow, type TenderWhole, tender } from '../contract.ts'
import { isGapOpen, nameOfAdaptation, nameOfGap } from '../rules.ts'
import { AddAdaptation } from './AdaptationDialogs.tsx'
import { adaptationTones } from './adaptation-tones.ts'
import { FetchFit } from './FetchFit.tsx'
import { Level } from './Level.tsx'
import styles from './Scoring.module.css'
import { text } from './text.ts'

/** Rows of one bid where something is lacking, what the panel found, and what was decided about each. */
export function FitRows({ whole }: { whole: TenderWhole }) {
  const fit = useRead(tender.fit, { tenderId: whole.id })
  const letters = [...new Set((fit.data ?? []).map(({ letter }) => letter))]
  const [chosen, setChosen] = useState<string>()
  const letter = chosen ?? fit.data?.find(({ hasWon }) => hasWon)?.letter ?? letters[0]
  const hasRows = fit.data?.some(({ rowCount }) => rowCount > 0)
  if (!letter || !hasRows) return null
  const nameOf = (one: string) => `${one} · ${fit.data!.find((row) => row.letter === one)!.vendor}`
  return (
    <Section title={text.rowByRow} note={text.rowByRowNote} actions={<FetchFit whole={whole} />}>
      <Stack gap={3}>
        {letters.length > 1 && (
          <ToggleChips
            label={text.whichBid}
            choices={letters.map((id) => ({ id, label: nameOf(id) }))}
            value={[letter]}
            onChange={([to]) => to && setChosen(to)}
          />
        )}
        <OfBid whole={whole} letter={letter} />
      </Stack>
    </Section>
  )
}

const isMet = ({ state }: FitRow['unitGaps'][number]) => state === 'set-up' || state === 'closed'
const isLacking = ({ level, partly, gaps, unitGaps }: FitRow) =>
  (level !== 'standard' && level !== 'set-up') || partly + gaps > 0 || !unitGaps.every(isMet)

const PAGE = 12

function OfBid({ whole, letter }: { whole: TenderWhole; letter: string }) {
  const known = useRead(tender.fitRows, { tenderId: whole.id, letter }, { live: ['tender', whole.placeId] })
  const [only, setOnly] = useState<'lacking' | 'all'>('lacking')
  return (
    <Show of={known} lines={4}>
      {(rows) => {
        const lacking = rows.filter(isLacking)
        return (
          <Stack gap={3}>
            <ToggleChips
              label={text.only}
              choices={[
                { id: 'lacking', label: text.rowFilter.lacking, count: lacking.length },
                { id: 'all', label: text.rowFilter.all, count: rows.length },
              ]}
              value={[only]}
              onChange={([to]) => to && setOnly(to)}
            />
            {only === 'lacking' && lacking.length === 0 ? (
              <p className={styles.difficult}>{text.nothingLacks}</p>
            ) : (
              <Rows key={only} whole={whole} rows={only === 'all' ? rows : lacking} />
            )}
          </Stack>
        )
      }}
    </Show>
  )
}

function Rows({ whole, rows }: { whole: TenderWhole; rows: readonly FitRow[] }) {
  const [shown, setShown] = useState(PAGE)
  const mayAdapt = whole.permitted.includes('adapt')
  const above = new Map(rows.map((row, at) => [row.lineId, rows[at - 1]]))
  return (
    <Stack gap={3}>
      <Table
        caption={text.rowByRow}
        rows={rows.slice(0, shown)}
        rowKey={({ lineId }) => lineId}
        columns={[
          { head: text.row, cell: (row) => <Words row={row} /> },
          { head: text.answered, cell: (row) => <Answered row={row} /> },
          { head: text.panelFound, cell: (row) => <Found row={row} /> },
          {
            head: text.done,
            cell: (row) =>
              isSaidAbove(row, above.get(row.lineId)) ? (
                <span className={styles.keys}>{text.asAbove}</span>
              ) : (
                <Ledger whole={whole} row={row} mayAdapt={mayAdapt && isLacking(row)} />
              ),
          },
        ]}
      />
      {rows.length > shown && (
        <Button onPress={() => setShown(shown + PAGE)}>{text.showMore(rows.length - shown)}</Button>
      )}
    </Stack>
  )
}

const idsOf = ({ adaptations, unitGaps }: FitRow) => [...adaptations, ...unitGaps].map(({ id }) => id).join()
/** Of the same requirement, with the same adaptations and gaps. */
const isSaidAbove = (row: FitRow, above: FitRow | undefined) =>
  above?.requirementId === row.requirementId && idsOf(row) !== '' && idsOf(row) === idsOf(above)

const Words = ({ row }: { row: FitRow }) => (
  <Stack gap={1}>
    <span className={styles.keys}>
      {nameOfRow(row.number, row.no)} · {row.title}
    </span>
    <span>{row.kind === 'problem' ? text.problemToday(row.text) : row.text}</span>
  </Stack>
)

const Answered = ({ row: { level, answer, isOwn } }: { row: FitRow }) => (
  <Stack gap={1}>
    <Level level={level} />
    <span>{answer}</span>
    {!isOwn && <span className={styles.keys}>{text.follows}</span>}
  </Stack>
)

function Found({ row: { fits, partly, gaps, notes } }: { row: FitRow }) {
  const counts = { fits, partly, gap: gaps } as const
  const told = (['fits', 'partly', 'gap'] as const).filter((verdict) => counts[verdict] > 0)
  if (told.length === 0) return <span className={styles.keys}>{text.notLooked}</span>
  return (
    <Stack gap={1}>
      <span>{told.map((verdict) => `${text.verdicts[verdict]} ${counts[verdict]}`).join(' · ')}</span>
      {notes.map((note) => (
        <span key={note} className={styles.keys}>
          {note}
        </span>
      ))}
    </Stack>
  )
}

const Ledger = ({ whole, row, mayAdapt }: { whole: TenderWhole; row: FitRow; mayAdapt: boolean }) => (
  <Stack gap={1}>
    {row.adaptations.map(({ id, number, state }) => (
      <TextLink key={id} href={`/traad/tender.adaptation/${id}`}>
        {nameOfAdaptation(number)} <Mark tone={adaptationTones[state]}>{text.adaptationStates[state]}</Mark>
      </TextLink>
    ))}
    {row.unitGaps.map(({ id, number, unitName, state }) => (
      <TextLink key={id} href={`/traad/tender.gap/${id}`}>
        {nameOfGap(number)} {unitName} <Mark tone={isGapOpen(state) ? 'attention' : 'ok'}>{text.gapStates[state]}</Mark>
      </TextLink>
    ))}
    {row.adaptations.length === 0 && mayAdapt && <AddAdaptation whole={whole} about={row} />}
  </Stack>
)
