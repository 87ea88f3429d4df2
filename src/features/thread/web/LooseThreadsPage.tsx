import { dayOf } from '#kernel/lang/day.ts'
import {
  Empty,
  Lines,
  Page,
  Section,
  Show,
  Stack,
  shortDayWords,
  TextLink,
  ToggleChips,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { type LooseThread, thread } from '../contract.ts'
import { hrefOf, ruleWordsOf } from './faces.ts'
import { text } from './text.ts'

const byRule = (all: readonly LooseThread[]): [string, LooseThread[]][] => {
  const groups = new Map<string, LooseThread[]>()
  for (const one of all) groups.set(one.rule, [...(groups.get(one.rule) ?? []), one])
  return [...groups]
}

/** Everything that lacks what it should have, by kind; empty is the goal. */
export function LooseThreadsPage() {
  const loose = useRead(thread.loose, {})
  const [rule, setRule] = useAddressWord('slags', 'alle')
  const groups = byRule(loose.data ?? [])
  const choices = [
    { id: 'alle', label: text.all, count: loose.data?.length ?? 0 },
    ...groups.map(([id, all]) => ({ id, label: ruleWordsOf(id), count: all.length })),
  ]
  return (
    <Page title={text.loose} lead={text.looseLead}>
      {groups.length > 1 && (
        <ToggleChips label={text.looseOf} choices={choices} value={[rule]} onChange={([to]) => to && setRule(to)} />
      )}
      <Show of={loose} empty={<Empty>{text.looseNone}</Empty>}>
        {() => (
          <Stack gap={6}>
            {groups
              .filter(([id]) => rule === 'alle' || rule === id)
              .map(([id, all]) => (
                <LooseOf key={id} rule={id} all={all} />
              ))}
          </Stack>
        )}
      </Show>
    </Page>
  )
}

function LooseOf({ rule, all }: { rule: string; all: readonly LooseThread[] }) {
  const today = useToday()
  return (
    <Section title={ruleWordsOf(rule)} note={all.length}>
      <Lines>
        {all.map((one) => (
          <li key={one.id}>
            <Stack gap={1}>
              <TextLink href={hrefOf(one.kind, one.id)}>
                {[one.label, one.title ?? text.gone].filter(Boolean).join(' · ')}
              </TextLink>
              <small>
                {[one.who, one.since && text.since(shortDayWords(dayOf(one.since), today))].filter(Boolean).join(' · ')}
              </small>
            </Stack>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
