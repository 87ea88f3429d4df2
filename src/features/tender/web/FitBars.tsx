import { useState } from 'react'
import { Disclosure, Section, Show, Stack, Table, ToggleChips } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Fit, type TenderWhole, tender } from '../contract.ts'
import { answerLevels } from '../rules.ts'
import styles from './Charts.module.css'
import { text } from './text.ts'

const order = answerLevels.filter((level) => level !== 'unanswered')
const partOf: Record<Fit['level'], string> = {
  standard: 'part1',
  'set-up': 'part0',
  adaptation: 'part2',
  'other-way': 'part3',
  'not-offered': 'part4',
  unanswered: 'part5',
}

/** How far each bid comes as it is: one bar for each, the answers as its parts. */
export function FitBars({ whole }: { whole: TenderWhole }) {
  const fit = useRead(tender.fit, { tenderId: whole.id })
  return (
    <Section title={text.fit} note={text.fitNote}>
      <Show of={fit} empty={text.fitNone}>
        {(rows) => <Counted fits={rows} />}
      </Show>
    </Section>
  )
}

const counted = ['requirements', 'rows'] as const

/** In whole requirements, or in their rows. */
function Counted({ fits }: { fits: readonly Fit[] }) {
  const [by, setBy] = useState<(typeof counted)[number]>('requirements')
  const inRows = fits.map((fit) => ({ ...fit, count: fit.rowCount }))
  if (inRows.every(({ count }) => count === 0)) return <Bars rows={fits} />
  return (
    <Stack gap={3}>
      <ToggleChips
        label={text.countIn}
        choices={counted.map((id) => ({ id, label: text.countedIn[id] }))}
        value={[by]}
        onChange={([to]) => to && setBy(to)}
      />
      <Bars rows={by === 'rows' ? inRows : fits} />
    </Stack>
  )
}

function Bars({ rows }: { rows: readonly Fit[] }) {
  const letters = [...new Set(rows.map(({ letter }) => letter))]
  const count = (letter: string, level: Fit['level']) =>
    rows.find((row) => row.letter === letter && row.level === level)?.count ?? 0
  const nameOf = (letter: string) => rows.find((row) => row.letter === letter)!.vendor
  const whole = (letter: string) => rows.filter((row) => row.letter === letter).reduce((sum, row) => sum + row.count, 0)
  return (
    <Stack gap={4}>
      <ul className={styles.vendors}>
        {letters.map((letter) => (
          <li key={letter} className={styles.vendor}>
            <span>
              {letter} · {nameOf(letter)}
            </span>
            <Bar parts={order.map((level) => ({ level, count: count(letter, level) }))} of={whole(letter)} />
            <span className={styles.total}>
              {count(letter, 'adaptation')} {text.numbers.adaptationsShort}
            </span>
          </li>
        ))}
      </ul>
      <ul className={styles.keys}>
        {order.map((level) => (
          <li key={level}>
            <span className={`${styles.key} ${styles[partOf[level]]}`} /> {text.answers[level]}
          </li>
        ))}
      </ul>
      <Disclosure title={text.asNumbers}>
        <Table
          caption={text.fit}
          rows={letters}
          rowKey={(letter) => letter}
          columns={[
            { head: text.vendor, cell: (letter) => `${letter} · ${nameOf(letter)}` },
            ...order.map((level) => ({
              head: text.answers[level],
              cell: (letter: string) => count(letter, level),
              isNumber: true,
            })),
          ]}
        />
      </Disclosure>
    </Stack>
  )
}

function Bar({ parts, of }: { parts: readonly { level: Fit['level']; count: number }[]; of: number }) {
  let from = 0
  return (
    <svg className={styles.bar} viewBox={`0 0 ${of} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {parts.map(({ level, count }) => {
        const x = from
        from += count
        return (
          <rect key={level} className={styles[partOf[level]]} x={x} width={Math.max(0, count - of / 300)} height="1" />
        )
      })}
    </svg>
  )
}
