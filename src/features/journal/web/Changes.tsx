import { ProtectedMark } from '#features/citizens/web/index.ts'
import { DayText, Lines, Section, TextLink } from '#kernel/ui/index.ts'
import type { Handover } from '../contract.ts'
import type { People } from './people.ts'
import { text } from './text.ts'

type Change = Handover['changes'][number]

/** Who came, who went, and what everybody must know since then. Silent when nothing did. */
export function Changes({ changes, people }: { changes: readonly Change[]; people: People }) {
  if (changes.length === 0) return null
  return (
    <Section title={text.changes}>
      <Lines>
        {changes.map((change) => (
          <li key={`${change.kind} ${change.citizenId} ${change.on} ${change.text ?? ''}`}>
            <TextLink href={`/borger/${change.citizenId}`}>{people.nameOf(change.citizenId)}</TextLink>{' '}
            {people.isProtected(change.citizenId) && <ProtectedMark />} {text.change_[change.kind]}
            {change.text && `: ${change.text}`} <small>· </small>
            <small>
              <DayText day={change.on} />
            </small>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
