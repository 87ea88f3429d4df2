import { Disclosure, Stack } from '#kernel/ui/index.ts'
import { type Content, nameOfNumber } from '../content.ts'
import { groupWords } from './group-words.ts'
import { HeardRequirement } from './HeardRequirement.tsx'
import { text } from './text.ts'

/** A requirement as a version holds it, folded until asked for. */
export const ReadRequirement = ({ content }: { content: Content }) => (
  <Disclosure
    title={
      <>
        {nameOfNumber(content.number)} {content.title} ({text.levelCodes[content.level]})
      </>
    }
  >
    <Stack gap={3}>
      <p>
        {content.code} · {text.levels[content.level]} · {text.weightOf(content.weight)} ·{' '}
        {groupWords(content.offerGroups)}
        {content.verification && ` · ${text.verifications[content.verification]}`}
      </p>
      <HeardRequirement item={{ content, ...unanswered }} />
    </Stack>
  </Disclosure>
)

const unanswered = { id: '', answer: null, text: null, answeredAt: null, answeredByName: null, reply: null } as const
