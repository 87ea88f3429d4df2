import { useState } from 'react'
import { Button, Disclosure, Empty, SearchField, Stack, ToggleChips, useIsWide } from '#kernel/ui/index.ts'
import { useAddressWord } from '#kernel/web/index.ts'
import { AreaDialog } from './AreaDialog.tsx'
import { Areas } from './Areas.tsx'
import { KeptDrafts } from './KeptDrafts.tsx'
import { NewRequirement } from './NewRequirement.tsx'
import { SetFacts } from './SetFacts.tsx'
import { SetPage } from './SetPage.tsx'
import styles from './TablePage.module.css'
import { TakeSheet } from './TakeSheet.tsx'
import { Task } from './Task.tsx'
import { chosen, countsOf, type FilterName, filterNames } from './task.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

/** Requirements as tasks, written as one writes in a table. */
export function TablePage({ specId }: { specId: string }) {
  return (
    <SetPage specId={specId} side="table" actions={(whole) => <SetActs whole={whole} />}>
      {(whole) => <Board whole={whole} />}
    </SetPage>
  )
}

const SetActs = ({ whole }: { whole: Whole }) => (
  <>
    <SetFacts whole={whole} />
    {whole.permitted.includes('edit') && <TakeSheet specId={whole.id} />}
  </>
)

function Board({ whole }: { whole: Whole }) {
  const [areaWord, setArea] = useAddressWord('omraade', whole.areas[0]?.id ?? 'alle')
  const [filter, setFilter] = useAddressWord('vis', 'all')
  const [words, setWords] = useState('')
  const areaId = areaWord === 'alle' || filter !== 'all' || words ? undefined : areaWord
  const rows = chosen({ ...whole, filter: filter as FilterName, areaId, words })
  const isWide = useIsWide()
  const areas = <Areas {...{ whole, isWide }} current={areaId} onChoose={setArea} />
  if (whole.areas.length === 0) return <NoAreas whole={whole} />
  return (
    <div className={styles.board}>
      {isWide && <div className={styles.areas}>{areas}</div>}
      <Stack gap={5}>
        <Filters whole={whole} filter={filter as FilterName} onFilter={setFilter} words={words} onWords={setWords} />
        {!isWide && areas}
        <KeptDrafts whole={whole} />
        {rows.length === 0 && <Empty>{filter === 'all' && !words ? text.noRequirements : text.noneWithFilter}</Empty>}
        {rows.map((requirement) => (
          <Task key={requirement.id} requirement={requirement} whole={whole} />
        ))}
        {areaId && <NewRequirement whole={whole} areaId={areaId} />}
        <Disclosure title={text.keys}>
          <p>{text.keysHelp}</p>
        </Disclosure>
      </Stack>
    </div>
  )
}

type FiltersProps = {
  whole: Whole
  filter: FilterName
  onFilter: (filter: string) => void
  words: string
  onWords: (words: string) => void
}

/** Those that would show nothing are left out, but never the one that is chosen. */
function Filters({ whole, filter, onFilter, words, onWords }: FiltersProps) {
  const counts = countsOf(whole.requirements, whole.areas)
  const choices = filterNames
    .filter((name) => name === 'all' || name === filter || counts[name] > 0)
    .map((name) => ({ id: name, label: text.filter[name], count: counts[name] }))
  return (
    <Stack gap={3}>
      <SearchField label={text.find} isLabelHidden placeholder={text.find} value={words} onChange={onWords} />
      <ToggleChips
        label={text.filters}
        choices={choices}
        value={[filter]}
        onChange={([name]) => name && onFilter(name)}
      />
    </Stack>
  )
}

function NoAreas({ whole }: { whole: Whole }) {
  const [isAdding, setAdding] = useState(false)
  const add = whole.permitted.includes('edit') && (
    <Button kind="primary" onPress={() => setAdding(true)}>
      {text.addArea}
    </Button>
  )
  return (
    <>
      <Empty action={add}>{text.noAreas}</Empty>
      {isAdding && <AreaDialog whole={whole} onClose={() => setAdding(false)} />}
    </>
  )
}
