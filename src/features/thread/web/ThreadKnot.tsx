import { dayOf } from '#kernel/lang/day.ts'
import {
  Button,
  FaultText,
  Knot,
  momentWords,
  Stack,
  shortDayWords,
  TextLink,
  useNow,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Knot as KnotData, type ThreadLink, thread } from '../contract.ts'
import { hrefOf, nounOf, stateWordOf } from './faces.ts'
import type { PlacedKnot } from './levels.ts'
import { text } from './text.ts'

type Props = PlacedKnot & { isSelf: boolean; mayReview: boolean }

/** One record on the thread: how it is tied, what it is, when and who. Open when something must be looked at again. */
export function ThreadKnot({ knot, links, isSelf, mayReview }: Props) {
  const suspects = links.filter(({ suspectAt }) => suspectAt !== null)
  const word = suspects.length ? text.suspect : isSelf ? text.here : tieWords(links)
  return (
    <Knot
      kind={suspects.length ? 'open' : isSelf ? 'important' : 'ordinary'}
      title={<Title knot={knot} isSelf={isSelf} />}
      word={word}
      label={<About knot={knot} />}
    >
      {(suspects.length > 0 || links.some(({ reviewedAt }) => reviewedAt)) && (
        <Stack gap={2}>
          {links.map((link) => (
            <Looked key={link.id} link={link} knot={knot} mayReview={mayReview} />
          ))}
        </Stack>
      )}
    </Knot>
  )
}

/** Read from the first of the two, whichever way one looks: *samlet i*. */
const tieWords = (links: readonly ThreadLink[]): string =>
  [...new Set(links.map(({ type }) => text.links[type].on))].join(', ')

function Title({ knot, isSelf }: { knot: KnotData; isSelf: boolean }) {
  const today = useToday()
  if (knot.sealedUntil)
    return <>{`${nounOf(knot.kind)}: ${text.sealed(shortDayWords(dayOf(knot.sealedUntil), today))}`}</>
  const words = [knot.label, knot.title ?? text.gone].filter(Boolean).join(' · ')
  return isSelf ? words : <TextLink href={hrefOf(knot.kind, knot.id)}>{words}</TextLink>
}

/** `behov · 12. januar 2027 · pædagog, Åstedet · afgjort` */
function About({ knot }: { knot: KnotData }) {
  const today = useToday()
  const day = knot.at && shortDayWords(dayOf(knot.at), today)
  return <>{[nounOf(knot.kind), day, knot.who, stateWordOf(knot.kind, knot.state)].filter(Boolean).join(' · ')}</>
}

type LookedProps = { link: ThreadLink; knot: KnotData; mayReview: boolean }

/** What changed since somebody last looked, and the word that it still holds. */
function Looked({ link, knot, mayReview }: LookedProps) {
  const now = useNow()
  const { run, isBusy, problemText } = useWrite(thread.review)
  if (!link.suspectAt)
    return link.reviewedAt ? <p>{text.reviewed(link.reviewedByName!, momentWords(link.reviewedAt, now))}</p> : null
  const isHere = (end: 'from' | 'to') => (end === 'from' ? link.fromId : link.toId) === knot.id
  return (
    <Stack gap={2}>
      {link.changes.map((change) => (
        <p key={change.id}>
          {`${isHere(change.end) ? text.changedHere : text.changedThere}: ${change.said ?? text.changed[change.what]} · ${text.changedBy(change.byName, momentWords(change.at, now))}`}
        </p>
      ))}
      {mayReview && (
        <Button isBusy={isBusy} onPress={() => void run({ id: link.id, changeIds: link.changes.map(({ id }) => id) })}>
          {text.stillHolds}
        </Button>
      )}
      {problemText && <FaultText>{problemText}</FaultText>}
    </Stack>
  )
}
