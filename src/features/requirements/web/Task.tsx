import { useState } from 'react'
import { threadHref } from '#features/thread/web/index.ts'
import { Mark, Notice, Row, TextLink } from '#kernel/ui/index.ts'
import { nameOfNumber } from '../content.ts'
import type { Requirement } from '../contract.ts'
import type { State } from '../rules.ts'
import { writingChecks } from '../writing-checks.ts'
import { Checks, NEW_NO } from './Checks.tsx'
import { groupWords } from './group-words.ts'
import styles from './Task.module.css'
import { TaskActs } from './TaskActs.tsx'
import { TaskGrid, type Typing } from './TaskGrid.tsx'
import { contentOf, lixOf } from './task.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

const KIND = 'requirements.requirement'

type TaskProps = { requirement: Requirement; whole: Whole }

/** One requirement: who it is for and how it stands, the task itself as a table, and what its writing lacks. */
export function Task({ requirement, whole }: TaskProps) {
  const [typing, setTyping] = useState<Typing>()
  const content = overlaid(contentOf(requirement, whole.areas), typing)
  const checks = requirement.state === 'dropped' ? [] : writingChecks(content)
  const figure = lixOf(content)
  return (
    <section
      className={styles.task}
      id={nameOfNumber(requirement.number)}
      aria-label={nameOfNumber(requirement.number)}
    >
      <Head requirement={requirement} whole={whole} />
      {requirement.droppedBecause && (
        <Notice tone="neutral" title={text.states.dropped}>
          <p>{requirement.droppedBecause}</p>
        </Notice>
      )}
      <TaskGrid requirement={requirement} whole={whole} onTyping={setTyping} />
      <Checks checks={checks} lines={content.lines} lix={figure} />
    </section>
  )
}

/** What is being typed counts already. */
function overlaid(content: ReturnType<typeof contentOf>, typing: Typing | undefined): typeof content {
  if (!typing) return content
  if ('field' in typing) return { ...content, [typing.field]: typing.words }
  const { lineId, kind, words } = typing
  if (content.lines.some(({ id }) => id === lineId))
    return { ...content, lines: content.lines.map((line) => (line.id === lineId ? { ...line, text: words } : line)) }
  return { ...content, lines: [...content.lines, { id: lineId, no: NEW_NO, kind, text: words }] }
}

const toneOf: Record<State, 'neutral' | 'info' | 'ok' | 'attention' | 'violet'> = {
  proposed: 'attention',
  draft: 'neutral',
  hearing: 'info',
  approved: 'ok',
  published: 'violet',
  contract: 'violet',
  verified: 'ok',
  dropped: 'neutral',
}

function Head({ requirement, whole }: TaskProps) {
  const { state, differs, level, weight, offerGroups, verification, suspects } = requirement
  return (
    <header className={styles.head}>
      <Row gap={3} apart>
        <Row gap={3}>
          <strong className={styles.number}>{nameOfNumber(requirement.number)}</strong>
          <span className={styles.soft}>{requirement.code}</span>
          <Mark tone={toneOf[state]}>{text.states[state]}</Mark>
          {level !== 'evaluated' && <Mark tone="violet">{text.levels[level]}</Mark>}
          {differs === true && state !== 'draft' && <Mark tone="attention">{text.differs}</Mark>}
          {suspects > 0 && <Mark tone="attention">{text.suspects(suspects)}</Mark>}
        </Row>
        <TaskActs requirement={requirement} whole={whole} />
      </Row>
      <p className={styles.soft}>
        {[
          groupWords(offerGroups),
          text.weightOf(weight),
          verification ? text.verifications[verification] : null,
          ...behind(requirement, whole),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        <span className={styles.links}>
          <TextLink href={`${threadHref(KIND, requirement.id)}?vej=hvorfor`}>{text.why}</TextLink>
          <TextLink href={`${threadHref(KIND, requirement.id)}?vej=videre`}>{text.affects}</TextLink>
        </span>
      </p>
    </header>
  )
}

/** Needs in number; benefits by their names. */
function behind({ needs, benefits }: Requirement, whole: Whole): string[] {
  const named = whole.benefits
    .filter(({ id }) => benefits.includes(id))
    .map(({ number, title }) => `G${number} ${title}`)
  return [needs.length ? text.needs(needs.length) : text.noNeed, ...(named.length ? named : [text.noBenefit])]
}
