import { useState } from 'react'
import { useMyUnits } from '#features/org/web/index.ts'
import {
  Button,
  Columns,
  Empty,
  LinkButton,
  Page,
  SearchField,
  Select,
  Show,
  Stack,
  TabLinks,
  Thread,
  ToggleChips,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { type Decision, decisions } from '../contract.ts'
import { chosenOf, countsOf, type FilterName, filterNames } from './choosing.ts'
import { DecisionKnot } from './DecisionKnot.tsx'
import { text } from './text.ts'

/** What was decided, newest first, along the thread. */
export function LogPage() {
  const places = useRead(decisions.places, {}, { staleMs: 60_000 })
  const [unit, setUnit] = useAddressWord('enhed', 'alle')
  const log = useRead(decisions.log, { unitId: unit === 'alle' ? null : unit }, { keepFormer: true })
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        (places.data?.length ?? 0) > 0 && (
          <LinkButton href="/beslutninger/ny" kind="primary">
            {text.propose}
          </LinkButton>
        )
      }
    >
      <Stack gap={5}>
        <Sides side="log" />
        <Columns>
          <Stack gap={5}>
            <UnitChoice value={unit} onChange={setUnit} />
            <Show of={log} lines={8} empty={<Empty>{text.none}</Empty>}>
              {(known) => <Log decisions={known} />}
            </Show>
          </Stack>
        </Columns>
      </Stack>
    </Page>
  )
}

export const Sides = ({ side }: { side: 'log' | 'risks' }) => (
  <TabLinks
    label={text.tabsLabel}
    items={[
      { href: '/beslutninger', label: text.tabs.log, isCurrent: side === 'log' },
      { href: '/beslutninger/risici', label: text.tabs.risks, isCurrent: side === 'risks' },
    ]}
  />
)

function UnitChoice({ value, onChange }: { value: string; onChange: (unit: string) => void }) {
  const units = useMyUnits()
  const offers = (units.data ?? []).filter(({ kind, roles }) => kind === 'offer' && roles.length > 0)
  return (
    <Select
      label={text.affecting}
      choices={[{ id: 'alle', label: text.all }, ...offers.map(({ id, name }) => ({ id, label: name }))]}
      value={value}
      onChange={onChange}
    />
  )
}

/** The latest are what people come for; what they look for is found by words. */
const PAGE = 10

function Log({ decisions: known }: { decisions: readonly Decision[] }) {
  const today = useToday()
  const [filter, setFilter] = useAddressWord('vis', 'standing')
  const [words, setWords] = useState('')
  const counts = countsOf(known, today)
  const [most, setMost] = useState(PAGE)
  const rows = chosenOf(known, filter as FilterName, words, today)
  const choices = filterNames
    .filter((name) => name === 'standing' || name === filter || counts[name] > 0)
    .map((name) => ({ id: name, label: text.filter[name], count: counts[name] }))
  return (
    <Stack gap={4}>
      <SearchField label={text.find} isLabelHidden placeholder={text.find} value={words} onChange={setWords} />
      <ToggleChips
        label={text.show}
        choices={choices}
        value={[filter as FilterName]}
        onChange={([to]) => to && setFilter(to)}
      />
      {rows.length === 0 ? (
        <Empty>{text.noneHere}</Empty>
      ) : (
        <Thread label={text.title}>
          {rows.slice(0, most).map((decision) => (
            <DecisionKnot key={decision.id} decision={decision} all={known} />
          ))}
        </Thread>
      )}
      {rows.length > most && (
        <div>
          <Button onPress={() => setMost(most + PAGE)}>{text.older(rows.length - most)}</Button>
        </div>
      )}
    </Stack>
  )
}
