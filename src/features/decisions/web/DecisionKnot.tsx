import { ThreadButtons } from '#features/thread/web/index.ts'
import { DayText, Disclosure, Knot, Lix, Mark, Row, Stack, Terms, TextLink, useToday } from '#kernel/ui/index.ts'
import type { Decision } from '../contract.ts'
import { isReviewDue, nameOfDecision, type PartRole, partRoles } from '../rules.ts'
import { DecisionActs } from './DecisionActs.tsx'
import { text } from './text.ts'

type Props = { decision: Decision; all: readonly Decision[] }

const whoOf = ({ parts }: Decision, role: PartRole): string =>
  parts
    .filter((part) => part.role === role)
    .map(({ who }) => who)
    .join(', ')

const isPast = ({ state }: Decision): boolean => state === 'superseded' || state === 'withdrawn'

/** One decision: the sentence, when and by whom; the rest for those who ask. */
export function DecisionKnot({ decision, all }: Props) {
  const { state, decidedOn, number, title } = decision
  const due = isReviewDue(decision, useToday())
  const kind = state === 'proposed' || due ? 'open' : isPast(decision) ? 'past' : 'important'
  return (
    <Knot
      kind={kind}
      word={due ? text.reviewDue : text.states[state]}
      title={`${nameOfDecision(number)} ${title}`}
      label={
        decidedOn ? (
          <>
            <DayText day={decidedOn} /> · {text.decidedBy(whoOf(decision, 'decided'))}
          </>
        ) : (
          text.notYet
        )
      }
    >
      <Stack gap={2}>
        {decision.secret && !['in-force', 'superseded', 'under-review'].includes(state) && (
          <Mark tone="violet">{text.secret}</Mark>
        )}
        {decision.why && <p>{decision.why}</p>}
        <Row gap={3}>
          <DecisionActs decision={decision} />
        </Row>
        <Disclosure title={text.more}>
          <Details decision={decision} all={all} />
        </Disclosure>
      </Stack>
    </Knot>
  )
}

function Details({ decision, all }: Props) {
  const others = decision.options.filter(({ chosen }) => !chosen)
  const nameOf = (id: string | null) => {
    const found = all.find((one) => one.id === id)
    return found && `${nameOfDecision(found.number)} ${found.title}`
  }
  return (
    <Stack gap={4}>
      <Terms
        items={[
          { term: text.question, value: decision.question },
          {
            term: text.notChosen,
            value: others.map(({ text: words, whyNot }) => (whyNot ? `${words} (${whyNot})` : words)).join('; '),
          },
          { term: text.noOptions, value: decision.noOptionReason },
          { term: text.consequences, value: decision.consequences },
          ...partRoles.map((role) => ({ term: text.roles[role], value: whoOf(decision, role) })),
          { term: text.exception, value: decision.coordinatorException },
          { term: text.units, value: decision.units.map(({ name }) => name).join(', ') || text.allUnits },
          { term: text.reviewOn, value: decision.reviewOn && <DayText day={decision.reviewOn} /> },
          { term: text.reviewed, value: decision.reviewNote },
          { term: text.supersedes, value: nameOf(decision.supersedesId) },
          { term: text.supersededBy, value: nameOf(decision.supersededById) },
          { term: text.withdrawnBecause, value: decision.withdrawnBecause },
        ]}
      />
      <Lix of={[decision.title, decision.why, decision.consequences].join('\n')} />
      <Row gap={3}>
        <ThreadButtons kind="decisions.decision" id={decision.id} suspects={decision.suspects} />
        <TextLink href={`/traad/decisions.decision/${decision.id}`}>{text.objects(decision.objects)}</TextLink>
      </Row>
    </Stack>
  )
}
