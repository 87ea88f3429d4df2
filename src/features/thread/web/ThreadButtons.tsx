import type { Id } from '#kernel/lang/id.ts'
import { LinkButton, Mark, Row } from '#kernel/ui/index.ts'
import { threadHref } from './faces.ts'
import { text } from './text.ts'

type Props = { kind: string; id: Id; suspects?: number }

/** On every record: back to why it is there, on to what it affects. */
export function ThreadButtons({ kind, id, suspects = 0 }: Props) {
  const href = threadHref(kind, id)
  return (
    <Row gap={2}>
      <LinkButton href={`${href}?vej=hvorfor`}>{text.why}</LinkButton>
      <LinkButton href={`${href}?vej=videre`}>{text.affects}</LinkButton>
      <SuspectMark count={suspects} />
    </Row>
  )
}

/** How many links of a record must be looked at again; nothing when there are none. */
export const SuspectMark = ({ count }: { count: number }) =>
  count > 0 ? <Mark tone="attention">{text.suspects(count)}</Mark> : null
