import { useState } from 'react'
import { Button, MomentText, Notice, RadioRow, Row, Section, Stack } from '#kernel/ui/index.ts'
import type { Content, Edited, Report } from '../contract.ts'
import { type Chosen, type Difference, differences, RECOMMENDS, recommendsDiffer } from '../merge.ts'
import { text } from './text.ts'
import type { Editing } from './use-editing.ts'

type ClashProps = { report: Report; mine: Edited; editing: Editing }
type Pair = { id: string; title: string; mine: string; saved: string; taken: Difference['taken'] }

const recommended = (one: Content['recommends']) => (one ? text.results[one] : text.noRecommendation)

function pairsOf(mine: Edited, saved: Content): Pair[] {
  const recommends = recommendsDiffer(mine, saved)
  return [
    ...differences(mine, saved).map((one) => ({
      ...one,
      mine: one.mine?.text ?? (one.wasThere ? text.takenOut : text.notThere),
      saved: one.saved?.text ?? (one.wasThere ? text.takenOutThere : text.notThere),
    })),
    ...(recommends
      ? [
          {
            ...{ id: RECOMMENDS, title: text.recommends, taken: recommends.taken },
            ...{ mine: recommended(recommends.mine), saved: recommended(recommends.saved) },
          },
        ]
      : []),
  ]
}

/** The report has been saved by somebody since I began: both are shown, and I choose, sentence by sentence. */
export function Clash({ report, mine, editing }: ClashProps) {
  const [chosen, setChosen] = useState<Chosen>({})
  const pairs = pairsOf(mine, report.content)
  const isDone = pairs.every(({ id, taken }) => chosen[id] ?? taken)
  return (
    <Stack gap={5}>
      <Notice tone="attention" title={text.clash} isUrgent>
        <p>
          {text.clashBy(report.writtenByName)} <MomentText at={report.writtenAt} />.{' '}
          {editing.mayEdit ? text.clashChoose : text.clashTooLate}
        </p>
      </Notice>
      <Stack gap={5}>
        {pairs.map((pair) => (
          <OnePair
            key={pair.id}
            pair={pair}
            value={chosen[pair.id] ?? pair.taken ?? null}
            {...(editing.mayEdit && { onChange: (whose) => setChosen((before) => ({ ...before, [pair.id]: whose })) })}
          />
        ))}
      </Stack>
      <Row gap={2}>
        {editing.mayEdit && (
          <Button kind="primary" isDisabled={!isDone} onPress={() => editing.resolve(chosen)}>
            {text.goOnWith}
          </Button>
        )}
        <Button onPress={editing.discard}>{text.dropMine}</Button>
      </Row>
    </Stack>
  )
}

type PairProps = {
  pair: Pair
  value: 'mine' | 'saved' | null
  onChange?: (whose: 'mine' | 'saved') => void
}

function OnePair({ pair, value, onChange }: PairProps) {
  return (
    <Section title={pair.title}>
      <Stack gap={3}>
        <Said who={text.mine} words={pair.mine} />
        <Said who={text.inReport} words={pair.saved} />
        {onChange && (
          <RadioRow
            label={text.whatStands}
            choices={[
              { id: 'mine', label: text.takeMine },
              { id: 'saved', label: text.takeSaved },
            ]}
            value={value}
            onChange={onChange}
          />
        )}
      </Stack>
    </Section>
  )
}

const Said = ({ who, words }: { who: string; words: string }) => (
  <Stack gap={1}>
    <strong>{who}</strong>
    <p>{words}</p>
  </Stack>
)
