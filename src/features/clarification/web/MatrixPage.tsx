import { useState } from 'react'
import { Empty, LinkButton, Page, SearchField, Select, Show, Stack, ToggleChips } from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { clarification, type WholeMatrix } from '../contract.ts'
import { Matrix } from './Matrix.tsx'
import { chosenRows, type Filter, filters, type MatrixSet, rowsOf } from './matrix-rows.ts'
import { text } from './text.ts'
import { WholeSides } from './UnitSides.tsx'

/** Units against questions: where it is stuck, and where somebody has it otherwise. */
export function MatrixPage() {
  const matrix = useRead(clarification.matrix, {})
  return (
    <Page title={text.title} lead={text.lead}>
      <Stack gap={5}>
        <WholeSides side="matrix" />
        <Show
          of={matrix}
          lines={8}
          isEmpty={({ units }) => units.length === 0}
          empty={<Empty>{text.matrix.none}</Empty>}
        >
          {(known) => (known.sets.length ? <Sets known={known} /> : <NoSet />)}
        </Show>
      </Stack>
    </Page>
  )
}

const NoSet = () => (
  <Empty action={<LinkButton href="/afklaring/saet">{text.tabs.sets}</LinkButton>}>{text.matrix.noSet}</Empty>
)

const Sets = ({ known }: { known: WholeMatrix }) => (
  <>
    {known.sets.map((set) => (
      <OneSet key={set.setId} known={known} set={set} />
    ))}
  </>
)

function OneSet({ known, set }: { known: WholeMatrix; set: MatrixSet }) {
  const [filter, setFilter] = useAddressWord('vis', 'all')
  const [section, setSection] = useAddressWord('emne', 'alle')
  const [words, setWords] = useState('')
  const { questions } = set.content
  const all = rowsOf(known, set)
  const rows = chosenRows(all, questions, filter as Filter, words)
  const sections = [...new Set(questions.map((question) => question.section))]
  const counted = filters
    .map((id) => ({ id, label: text.matrix.filters[id], count: chosenRows(all, questions, id, '').length }))
    .filter(({ id, count }) => id === 'all' || id === filter || count > 0)
  return (
    <Stack gap={4}>
      <SearchField
        label={text.matrix.find}
        isLabelHidden
        placeholder={text.matrix.find}
        value={words}
        onChange={setWords}
      />
      <ToggleChips
        label={text.matrix.filter}
        choices={counted}
        value={[filter as Filter]}
        onChange={([to]) => to && setFilter(to)}
      />
      <Select
        label={text.matrix.section}
        choices={[{ id: 'alle', label: text.matrix.allSections }, ...sections.map((id) => ({ id, label: id }))]}
        value={section}
        onChange={setSection}
      />
      <Matrix
        rows={rows}
        questions={section === 'alle' ? questions : questions.filter((one) => one.section === section)}
      />
    </Stack>
  )
}
