import { useState } from 'react'
import {
  Button,
  Disclosure,
  Lines,
  Mark,
  Row,
  Section,
  Stack,
  shortDayWords,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import type { ItemFacts, Readiness, UnitReadiness } from '../contract.ts'
import { isInOrder, type Result, type ResultStatus } from '../rules.ts'
import { checksOf, openGates, openShifts, standingOf } from '../standing.ts'
import { AcceptDialog } from './AcceptDialog.tsx'
import { AddCheckDialog } from './AddCheckDialog.tsx'
import { FirstWeek } from './FirstWeek.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { SayDialog } from './SayDialog.tsx'
import { text } from './text.ts'
import { Verdict } from './Verdict.tsx'

type Props = { place: Readiness; unit: UnitReadiness }
type Checked = ReturnType<typeof checksOf>[number]

const isBlocking = ({ item }: Checked): boolean => item.weight === 'blocking'

/** One unit: »3 ting mangler før 26. august«, what stops it first, each with its owner; what is in order is folded away, and there is no dial. */
export function UnitChecks({ place, unit }: Props) {
  const today = useToday()
  const checks = checksOf(place.items, unit, today)
  const open = checks.filter(({ result }) => !isInOrder(result))
  const inOrder = checks.filter(({ result }) => isInOrder(result))
  const isLive = unit.goLiveOn <= today
  const count = open.length + (isLive ? 0 : openGates(place.gates, unit).length)
  const title = isLive ? text.lackedThen(open.length) : text.lacks(count, shortDayWords(unit.goLiveOn, today))
  return (
    <Stack gap={6}>
      <Section title={title} note={unit.name}>
        <Stack gap={4}>
          {!isLive && <InTheWay place={place} unit={unit} />}
          <Checks title={text.stopsGo} hasHeading checks={open.filter(isBlocking)} unit={unit} />
          <Checks title={text.alsoMissing} hasHeading checks={open.filter((check) => !isBlocking(check))} unit={unit} />
          {inOrder.length > 0 && (
            <Disclosure title={`${text.inOrder} (${inOrder.length})`}>
              <Checks title={text.inOrder} checks={inOrder} unit={unit} />
            </Disclosure>
          )}
          {place.permitted.includes('keep') && <AddCheck place={place} unit={unit} />}
        </Stack>
      </Section>
      <Said place={place} unit={unit} />
      <FirstWeek unit={unit} />
    </Stack>
  )
}

function AddCheck({ place, unit }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button onPress={() => setOpen(true)}>{text.addCheck}</Button>
      {isOpen && <AddCheckDialog place={place} unit={unit} onClose={() => setOpen(false)} />}
    </div>
  )
}

/** Beyond the checks: gates, the way back, the first week. */
function InTheWay({ place, unit }: Props) {
  const shifts = openShifts(unit).length
  const words = [
    ...openGates(place.gates, unit).map(({ title }) => text.gate(title)),
    ...(unit.fallback ? [] : [text.noFallback]),
    ...(shifts > 0 ? [text.uncovered(shifts)] : []),
  ]
  return words.length === 0 ? null : (
    <Lines label={text.stopsGo}>
      {words.map((one) => (
        <li key={one}>
          <Mark tone="attention">{one}</Mark>
        </li>
      ))}
    </Lines>
  )
}

function Said({ place, unit }: Props) {
  const today = useToday()
  const [isSaying, setSaying] = useState(false)
  const { verdict } = unit
  const at = standingOf(place, unit, today)
  const isClear = at.blocking.length + at.gates.length + at.uncovered === 0 && at.hasFallback && !at.isStopped
  return (
    <Section
      title={text.verdict}
      actions={unit.permitted.includes('say') && <Button onPress={() => setSaying(true)}>{text.say}</Button>}
    >
      <Stack gap={2}>
        <Row gap={3}>
          <Verdict unit={unit} />
          {verdict && (
            <small>
              {text.saidBy(text.verdicts[verdict.verdict], verdict.byName, shortDayWords(verdict.decidedOn, today))}
            </small>
          )}
        </Row>
        {verdict?.because && <p>{verdict.because}</p>}
        {verdict && verdict.conditions.length > 0 && (
          <ul>
            {verdict.conditions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
        {verdict?.verdict === 'no-go' && <NewDay place={place} unit={unit} />}
        {isClear && <Mark tone="ok">{text.clear}</Mark>}
      </Stack>
      {isSaying && <SayDialog unit={unit} onClose={() => setSaying(false)} />}
    </Section>
  )
}

/** A no-go moves no day by itself: the way to where it is moved, and whether it has been. */
function NewDay({ place, unit: { verdict, waveId, goLiveOn } }: Props) {
  const today = useToday()
  const day = shortDayWords(goLiveOn, today)
  if (verdict?.isMovedSince) return <Mark tone="info">{text.movedSince(day)}</Mark>
  if (goLiveOn <= today) return null
  return (
    <p>
      {text.notMoved(day)}{' '}
      {place.permitted.includes('keep') && <TextLink href={`/plan/boelger?flyt=${waveId}`}>{text.findNewDay}</TextLink>}
    </p>
  )
}

/** A shape and a word for each of the five. */
const tones = {
  'not-reached': 'neutral',
  partly: 'info',
  missing: 'attention',
  ok: 'ok',
  accepted: 'violet',
} as const satisfies Record<ResultStatus, string>

type ChecksProps = { title: string; hasHeading?: boolean; checks: readonly Checked[]; unit: UnitReadiness }

function Checks({ title, hasHeading = false, checks, unit }: ChecksProps) {
  if (checks.length === 0) return null
  const list = (
    <Lines label={title}>
      {checks.map((check) => (
        <li key={check.item.id}>
          <Check check={check} unit={unit} />
        </li>
      ))}
    </Lines>
  )
  if (!hasHeading) return list
  return (
    <Stack gap={1}>
      <h3>{title}</h3>
      {list}
    </Stack>
  )
}

function Check({ check: { item, result }, unit }: { check: Checked; unit: UnitReadiness }) {
  const [open, setOpen] = useState<'record' | 'accept'>()
  const facts = unit.facts.find(({ itemId }) => itemId === item.id)
  return (
    <Disclosure title={<CheckHead item={item} result={result} />}>
      <small>
        {item.weight === 'blocking' ? text.isBlocking : text.isAcceptable} · <Why result={result} facts={facts} />
      </small>
      <Row gap={3}>
        {unit.permitted.includes('record') && (
          <Button kind="plain" onPress={() => setOpen('record')}>
            {text.record}
          </Button>
        )}
        {unit.permitted.includes('accept') && !isInOrder(result) && (
          <Button kind="plain" onPress={() => setOpen('accept')}>
            {text.accept}
          </Button>
        )}
      </Row>
      {open === 'record' && <RecordDialog item={item} unit={unit} onClose={() => setOpen(undefined)} />}
      {open === 'accept' && <AcceptDialog item={item} unit={unit} onClose={() => setOpen(undefined)} />}
    </Disclosure>
  )
}

/** What, how it stands and whose it is; the rest is one touch away. */
const CheckHead = ({ item, result }: Pick<Checked, 'item' | 'result'>) => (
  <>
    {item.code} {item.title} <Mark tone={tones[result.status]}>{text.status[result.status]}</Mark>{' '}
    {item.owner && <small>{text.owner(item.owner)}</small>}
  </>
)

/** Where the answer came from, so that nobody takes it on trust. */
function Why({ result, facts }: { result: Result; facts: ItemFacts | undefined }) {
  const today = useToday()
  const { measured, seen, accepted } = facts ?? {}
  if (result.why === 'measured' && measured) return `${text.why.measured}: ${text.doneOf(measured.done, measured.of)}`
  if (result.why === 'accepted' && accepted)
    return accepted.decisionNumber && accepted.untilOn
      ? text.acceptedBy(`D-${String(accepted.decisionNumber).padStart(3, '0')}`, shortDayWords(accepted.untilOn, today))
      : text.acceptedFreely
  const who = seen && text.seenBy(seen.byName, shortDayWords(seen.seenOn, today))
  return [result.why === 'seen' ? '' : text.why[result.why], who, seen?.note].filter(Boolean).join(' · ')
}
