import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { Button, Disclosure, Empty, Row, Section, Show, Stack, Table } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { coordination, type Purpose } from '../contract.ts'
import styles from './Hours.module.css'
import { MyHours } from './MyHours.tsx'
import { PurposeDialog } from './PurposeDialog.tsx'
import { text } from './text.ts'
import { WorkDialog } from './WorkDialog.tsx'

type Open = { purpose: Purpose | 'new' } | 'work'

/** What was set aside, and what has gone. */
export function Hours({ places }: { places: readonly { id: Id; name: string }[] }) {
  const purposes = useRead(coordination.hours, {})
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const add = <Button onPress={() => setOpen({ purpose: 'new' })}>{text.addPurpose}</Button>
  return (
    <Section title={text.hours}>
      <Show of={purposes} empty={<Empty action={add}>{text.hoursNone}</Empty>}>
        {(known) => (
          <Stack gap={4}>
            <Bars purposes={known} />
            <Row>
              <Button kind="primary" onPress={() => setOpen('work')}>
                {text.logWork}
              </Button>
              {add}
            </Row>
            <Figures purposes={known} onChange={(purpose) => setOpen({ purpose })} />
            <MyHours purposes={known} />
            {open === 'work' && <WorkDialog purposes={known} onClose={close} />}
          </Stack>
        )}
      </Show>
      {open && open !== 'work' && (
        <PurposeDialog
          placeId={places[0]!.id}
          purpose={open.purpose === 'new' ? undefined : open.purpose}
          onClose={close}
        />
      )}
    </Section>
  )
}

const sumOf = (purposes: readonly Purpose[], of: 'usedMinutes' | 'budgetMinutes') =>
  purposes.reduce((sum, one) => sum + one[of], 0)

function Bars({ purposes }: { purposes: readonly Purpose[] }) {
  const most = Math.max(1, ...purposes.map(({ usedMinutes, budgetMinutes }) => Math.max(usedMinutes, budgetMinutes)))
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        {text.hoursCaption}
        <span className={styles.soft}>
          {text.hoursTotal} {text.usedOf(sumOf(purposes, 'usedMinutes'), sumOf(purposes, 'budgetMinutes'))}
        </span>
      </figcaption>
      {purposes.map((purpose) => (
        <BudgetRow key={purpose.id} purpose={purpose} most={most} />
      ))}
    </figure>
  )
}

/** An outline as long as what was set aside, filled with what has gone. */
function BudgetRow({ purpose, most }: { purpose: Purpose; most: number }) {
  const { name, usedMinutes, budgetMinutes } = purpose
  const [used, budget] = [(100 * usedMinutes) / most, (100 * budgetMinutes) / most]
  const over = usedMinutes - budgetMinutes
  return (
    <div className={styles.row}>
      <span>{name}</span>
      <svg
        className={styles.track}
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect className={styles.used} y="3" width={Math.min(used, budget)} height="6" />
        {over > 0 && <rect className={styles.over} x={budget} y="3" width={used - budget} height="6" />}
        <rect className={styles.budget} width={budget} height="12" vectorEffect="non-scaling-stroke" />
      </svg>
      <span className={styles.words}>
        {text.usedOf(usedMinutes, budgetMinutes)}
        {over > 0 && <strong> · {text.over(over)}</strong>}
      </span>
    </div>
  )
}

const Figures = ({ purposes, onChange }: { purposes: readonly Purpose[]; onChange: (purpose: Purpose) => void }) => (
  <Disclosure title={text.figures}>
    <Table
      caption={text.hours}
      rows={purposes}
      columns={[
        { head: text.purpose, cell: ({ name }) => name },
        { head: text.used, cell: ({ usedMinutes }) => text.hourWords(usedMinutes), isNumber: true },
        { head: text.lately, cell: ({ latelyMinutes }) => text.hourWords(latelyMinutes), isNumber: true },
        { head: text.budget, cell: ({ budgetMinutes }) => text.hourWords(budgetMinutes), isNumber: true },
        {
          head: text.changePurpose,
          cell: (purpose) =>
            purpose.permitted.includes('keep') && (
              <Button kind="plain" onPress={() => onChange(purpose)}>
                {text.changePurpose}
              </Button>
            ),
        },
      ]}
    />
  </Disclosure>
)
