import { useState } from 'react'
import { useMyUnits } from '#features/org/web/index.ts'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { language } from '#kernel/lang/text.ts'
import {
  Button,
  Columns,
  DatePicker,
  Disclosure,
  Empty,
  Glyph,
  Hidden,
  Lines,
  Notice,
  Page,
  Section,
  Show,
  Stack,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { type Change, effectKinds, profiles } from '../contract.ts'
import { isSameValue } from '../rules.ts'
import { screensOf } from '../screens.ts'
import { runsToday, sortedChanges } from '../today.ts'
import { nameOf, valueWords } from '../words.ts'
import styles from './SetUp.module.css'
import { ShiftStrips } from './ShiftStrips.tsx'
import { SourceLine } from './SourceLine.tsx'
import { text } from './text.ts'
import { WaitsMark } from './WaitsMark.tsx'

type Preview = OutputOf<typeof profiles.preview>

/** What would become different, old beside new, and whom it reaches: always against the set-up as it stands. */
export function PreviewPage({ unitId, proposalId }: { unitId: string; proposalId: string }) {
  const today = useToday()
  const [fromOn, setFromOn] = useState(today)
  const preview = useRead(profiles.preview, { proposalId, fromOn }, { keepFormer: true, live: ['profiles', unitId] })
  return (
    <Page title={text.previewTitle} lead={preview.data && text.previewLead(preview.data.unitName)}>
      <Show of={preview} lines={8}>
        {(seen) => (
          <Columns right={<Reaches preview={seen} />}>
            <Stack gap={5}>
              <p>{seen.note}</p>
              {seen.changes.length === 0 && !seen.appliedOn && <Empty>{text.nothingChanges}</Empty>}
              {seen.changes.length > 0 && <Changes preview={seen} />}
              {seen.appliedOn ? (
                <Notice tone="ok">{text.appliedOn(shortDayWords(seen.appliedOn, today))}</Notice>
              ) : (
                seen.changes.length > 0 && <Apply preview={seen} fromOn={fromOn} onDay={setFromOn} />
              )}
            </Stack>
          </Columns>
        )}
      </Show>
    </Page>
  )
}

/** Held against how the unit runs today, where one may see it. */
function useSorted({ unitId, changes }: Preview) {
  const units = useMyUnits()
  const unit = units.data?.find(({ id }) => id === unitId)
  return sortedChanges(changes, unit ? runsToday(unit) : {})
}

/** What becomes different stands first; what waits, and what only is written down now, after it. */
function Changes({ preview }: { preview: Preview }) {
  const { differs, fresh, same, waits } = useSorted(preview)
  return (
    <Stack gap={5}>
      {differs.length > 0 && (
        <Section title={text.changes} note={differs.length}>
          <Listed title={text.changes} changes={differs} />
        </Section>
      )}
      {fresh.length > 0 && (
        <Section title={text.setUpNow} note={fresh.length}>
          <Listed title={text.setUpNow} changes={fresh} />
        </Section>
      )}
      {same.length > 0 && (
        <Disclosure title={`${text.asToday} · ${same.length}`}>
          <Listed title={text.asToday} changes={same} />
        </Disclosure>
      )}
      {waits.length > 0 && (
        <Disclosure title={`${text.waitsFor} · ${waits.length}`}>
          <Stack gap={3}>
            <p className={styles.does}>{text.waitsAll}</p>
            <Listed title={text.waitsFor} changes={waits} />
          </Stack>
        </Disclosure>
      )}
    </Stack>
  )
}

const Listed = ({ title, changes }: { title: string; changes: readonly Change[] }) => (
  <Lines label={title}>
    {changes.map((change) => (
      <li key={change.key}>
        <OldAndNew change={change} />
      </li>
    ))}
  </Lines>
)

function OldAndNew({ change: { key, old, new: now } }: { change: Change }) {
  const isTurned = old !== null && !(now && isSameValue(old.value, now.value))
  return (
    <div className={styles.change}>
      <p className={styles.name}>{nameOf(key)}</p>
      <div className={styles.value}>
        <p className={styles.turn}>
          {isTurned && <Before words={valueWords(key, old.value, text)} />}
          <span className={styles.becomes}>{now ? valueWords(key, now.value, text) : text.goes}</span>
        </p>
        {key === 'shift.times' && <ShiftStrips old={old?.value ?? null} now={now?.value ?? null} />}
        <span className={styles.source}>
          {now && <SourceLine source={now.source} />}
          {now && <WaitsMark of={key} value={now.value} />}
        </span>
      </div>
    </div>
  )
}

const Before = ({ words }: { words: string }) => (
  <>
    <Hidden>{text.was}: </Hidden>
    <span className={styles.was}>{words}</span>
    <Glyph name="right" size={16} />
    <Hidden>{text.becomes}: </Hidden>
  </>
)

/** Counts in words; what cannot be changed back stands last and apart. */
function Reaches({ preview }: { preview: Preview }) {
  const { differs, fresh } = useSorted(preview)
  const screens = screensOf([...differs, ...fresh].map(({ key }) => key)).map((name) => text.screens[name])
  const groups = effectKinds
    .map((kind) => ({ kind, effects: preview.effects.filter((effect) => effect.kind === kind) }))
    .filter(({ kind, effects }) => effects.length > 0 || (kind === 'touched' && screens.length > 0))
  return (
    <Section title={text.reaches}>
      {groups.map(({ kind, effects }) => (
        <Section key={kind} title={text.effects[kind]}>
          <Lines label={text.effects[kind]}>
            {effects.map(({ name, count, said }) => (
              <li key={name}>{said[language()].replace('{count}', String(count))}</li>
            ))}
            {kind === 'touched' && screens.length > 0 && <li>{text.screensAre(screens.length, screens.join(', '))}</li>}
          </Lines>
        </Section>
      ))}
    </Section>
  )
}

type ApplyProps = { preview: Preview; fromOn: string; onDay: (day: string) => void }

function Apply({ preview, fromOn, onDay }: ApplyProps) {
  const today = useToday()
  const { go } = useAddress()
  const [id] = useState(newId)
  const day = fromOn < preview.earliestOn ? preview.earliestOn : fromOn
  const apply = useWrite(profiles.apply, {
    touches: ['org', 'thread'],
    onDone: () => go(`/opsaetning/${preview.unitId}`),
  })
  if (!preview.permitted.includes('apply')) return <p>{text.onlyApplier}</p>
  const { proposalId, standingId } = preview
  return (
    <Stack gap={3}>
      {apply.problemText && (
        <Notice tone="attention" isUrgent>
          {apply.problemText}
        </Notice>
      )}
      <DatePicker
        label={text.fromOn}
        help={text.fromHelp}
        value={day}
        min={preview.earliestOn}
        onChange={(to) => to && onDay(to)}
        fault={apply.faultOf('fromOn')}
      />
      <span>
        <Button
          kind="primary"
          isBusy={apply.isBusy}
          onPress={() => void apply.run({ id, proposalId, fromOn: day, standingId })}
        >
          {text.applying(shortDayWords(day, today))}
        </Button>
      </span>
      <p className={styles.does}>{text.canUndo}</p>
    </Stack>
  )
}
