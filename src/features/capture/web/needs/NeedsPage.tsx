import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import {
  Button,
  Checkbox,
  Empty,
  Foot,
  Lines,
  NewCount,
  Page,
  Row,
  SearchField,
  Show,
  Stack,
  TextLink,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { capture, type NeedLine } from '../../contract.ts'
import { Sides } from '../Sides.tsx'
import { text } from '../text.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { NeedMarks } from './NeedMarks.tsx'
import styles from './NeedsPage.module.css'
import { NewNeedButton } from './NewNeedButton.tsx'
import { VoiceBars } from './Voices.tsx'

/** Kinds of offer told in the list; the need's own page tells all. */
const SHOWN = 3

/** Needs, those with most slips waiting for an answer first. */
export function NeedsPage() {
  const needs = useRead(capture.needs, {}, { live: ['capture', undefined] })
  const [words, setWords] = useState('')
  const mayKeep = needs.data?.some(({ permitted }) => permitted.includes('sort'))
  const matches = (need: NeedLine) =>
    [need.label, need.title, need.text].some((field) => field.toLowerCase().includes(words.trim().toLowerCase()))
  return (
    <Page title={text.needsTitle} lead={text.needsLead} actions={<NewNeedButton />}>
      <Sides current="needs" />
      <SearchField
        label={text.searchNeeds}
        isLabelHidden
        placeholder={text.searchNeeds}
        value={words}
        onChange={setWords}
      />
      <Show of={needs} empty={<Empty>{text.noNeeds}</Empty>}>
        {(all) => (
          <div>
            <NewCount count={needs.waiting} onShow={needs.showWaiting} />
            <NeedList needs={all.filter(matches)} all={all} mayMerge={mayKeep ?? false} />
          </div>
        )}
      </Show>
    </Page>
  )
}

type ListProps = { needs: readonly NeedLine[]; all: readonly NeedLine[]; mayMerge: boolean }

function NeedList({ needs, all, mayMerge }: ListProps) {
  const [chosen, setChosen] = useState<readonly Id[]>([])
  const [isMerging, setMerging] = useState(false)
  const max = Math.max(1, ...all.flatMap(({ voices }) => voices.map(({ dots }) => dots)))
  const toggle = (id: Id) => setChosen((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]))
  const parts = all.filter(({ id }) => chosen.includes(id))
  return (
    <>
      <Lines label={text.needsTitle}>
        {needs.map((need) => (
          <li key={need.id}>
            <NeedRow
              need={need}
              max={max}
              isChosen={chosen.includes(need.id)}
              onChoose={mayMerge ? () => toggle(need.id) : undefined}
            />
          </li>
        ))}
      </Lines>
      {parts.length > 0 && (
        <Foot>
          <Row gap={3}>
            <strong>{parts.map(({ label }) => label).join(', ')}</strong>
            <Button kind="primary" isDisabled={parts.length < 2} onPress={() => setMerging(true)}>
              {text.merge}
            </Button>
            <Button kind="plain" onPress={() => setChosen([])}>
              {text.chooseNone}
            </Button>
            {parts.length < 2 && <span>{text.mergeTwo}</span>}
          </Row>
        </Foot>
      )}
      {isMerging && <MergeDialog needs={parts} onDone={() => setChosen([])} onClose={() => setMerging(false)} />}
    </>
  )
}

type RowProps = { need: NeedLine; max: number; isChosen: boolean; onChoose: (() => void) | undefined }

function NeedRow({ need, max, isChosen, onChoose }: RowProps) {
  return (
    <div className={styles.row}>
      <Stack gap={1}>
        <Row gap={2}>
          {onChoose && <Checkbox label={need.label} value={isChosen} onChange={onChoose} />}
          <strong>
            <TextLink href={`/behov/${need.id}`}>{onChoose ? need.title : `${need.label} · ${need.title}`}</TextLink>
          </strong>
        </Row>
        <span>{need.text}</span>
        <NeedMarks need={need} />
      </Stack>
      <VoiceBars voices={need.voices} max={max} most={SHOWN} />
    </div>
  )
}
