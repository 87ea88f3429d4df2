import { type Knot as KnotData, thread } from '#features/thread/contract.ts'
import { hrefOf, nounOf, threadHref } from '#features/thread/web/index.ts'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { dayOf } from '#kernel/lang/day.ts'
import {
  Dialog,
  Disclosure,
  Knot,
  Lines,
  LinkButton,
  Section,
  Show,
  Stack,
  shortDayWords,
  TextLink,
  Thread,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { profiles } from '../contract.ts'
import type { SettingKey } from '../settings.ts'
import { doesOf, nameOf, valueWords } from '../words.ts'
import { SourceLine } from './SourceLine.tsx'
import { text } from './text.ts'
import { WaitsMark } from './WaitsMark.tsx'

type Props = { unitId: string; settingKey: SettingKey; onClose: () => void }
type Why = OutputOf<typeof profiles.why>

/** Why a field is as it is: its value, where it came from, and the red thread back from there. */
export function WhyPanel({ unitId, settingKey, onClose }: Props) {
  const today = useToday()
  const why = useRead(profiles.why, { unitId, key: settingKey, day: today })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.whyTitle}
      actions={<LinkButton href={`/opsaetning/${unitId}`}>{text.allSettings}</LinkButton>}
    >
      <Show of={why}>{(told) => <Because why={told} />}</Show>
    </Dialog>
  )
}

function Because({ why }: { why: Why }) {
  const [now, ...before] = why.held
  if (!now || now.toOn) return <p>{text.notPart}</p>
  return (
    <Stack gap={5}>
      <Stack gap={1}>
        <p>
          {nameOf(why.key)}: <strong>{valueWords(why.key, now.value, text)}</strong>
        </p>
        <p>{doesOf(why.key)}</p>
        <WaitsMark of={why.key} value={now.value} />
      </Stack>
      <Section title={text.comesFrom}>
        <Stack gap={1}>
          <p>{now.source.label}</p>
          <SourceLine source={now.source} sinceOn={now.sinceOn} />
        </Stack>
      </Section>
      {why.id && <Back settingId={why.id} />}
      {before.length > 0 && <Before settingKey={why.key} before={before} />}
    </Stack>
  )
}

const byDistance = (a: KnotData, b: KnotData) => a.depth - b.depth

/** Answer, decision or requirement, need, slip: as far as the thread goes and the reader may see. */
function Back({ settingId }: { settingId: string }) {
  const chain = useRead(thread.of, { kind: 'profiles.setting', id: settingId, direction: 'why' })
  return (
    <Section title={text.threadBack}>
      <Show of={chain}>
        {({ knots }) => {
          const back = knots.filter(({ depth }) => depth > 0).sort(byDistance)
          if (back.length === 0) return <p>{text.threadAlone}</p>
          return (
            <Stack gap={3}>
              <Thread label={text.threadBack}>
                {back.map((knot) => (
                  <Behind key={knot.id} knot={knot} />
                ))}
              </Thread>
              <TextLink href={`${threadHref('profiles.setting', settingId)}?vej=hvorfor`}>{text.seeThread}</TextLink>
            </Stack>
          )
        }}
      </Show>
    </Section>
  )
}

function Behind({ knot }: { knot: KnotData }) {
  const today = useToday()
  const words = [knot.label, knot.title].filter(Boolean).join(' · ') || nounOf(knot.kind)
  const about = [nounOf(knot.kind), knot.at && shortDayWords(dayOf(knot.at), today), knot.who].filter(Boolean)
  return <Knot title={<TextLink href={hrefOf(knot.kind, knot.id)}>{words}</TextLink>} label={about.join(' · ')} />
}

function Before({ settingKey, before }: { settingKey: SettingKey; before: Why['held'] }) {
  const today = useToday()
  return (
    <Disclosure title={text.before}>
      <Lines label={text.before}>
        {before.map(({ value, source, fromOn, toOn }) => (
          <li key={fromOn}>
            <Stack gap={1}>
              <span>
                {valueWords(settingKey, value, text)} ·{' '}
                {text.untilDay(shortDayWords(fromOn, today), toOn ? shortDayWords(toOn, today) : '')}
              </span>
              <SourceLine source={source} />
            </Stack>
          </li>
        ))}
      </Lines>
    </Disclosure>
  )
}
