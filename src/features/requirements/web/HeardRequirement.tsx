import { Mark, MomentText, Notice, Section, Stack, Terms } from '#kernel/ui/index.ts'
import { nameOfNumber } from '../content.ts'
import type { HearingItem } from '../contract.ts'
import styles from './HeardRequirement.module.css'
import { text } from './text.ts'

/** A requirement as one reads it: when it begins, how it goes, what is hard today. */
export function HeardRequirement({ item }: { item: HearingItem }) {
  const { content } = item
  const steps = content.lines.filter(({ kind }) => kind !== 'problem')
  const problems = content.lines.filter(({ kind }) => kind === 'problem')
  return (
    <Stack gap={4}>
      <Section title={content.title} note={`${nameOfNumber(content.number)} · ${content.area}`}>
        <Terms
          items={[
            { term: text.fields.startsWhen, value: content.startsWhen },
            { term: text.fields.endsWhen, value: content.endsWhen },
            { term: text.fields.frequency, value: content.frequency },
            { term: text.fields.users, value: content.users },
            { term: text.fields.difficult, value: content.difficult },
          ]}
        />
      </Section>
      {steps.length > 0 && <LineList title={text.steps} lines={steps} />}
      {problems.length > 0 && <LineList title={text.problemsToday} lines={problems} />}
      {content.example && (
        <p className={styles.example}>
          {text.fields.example} ({text.exampleNote}): {content.example}
        </p>
      )}
      {item.answer && (
        <Notice tone="neutral" title={text.youSaid}>
          <p>
            <Mark tone={item.answer === 'trouble' ? 'attention' : 'ok'}>{text.answers[item.answer]}</Mark> {item.text}
          </p>
          {item.answeredAt && (
            <p>
              {item.answeredByName} · <MomentText at={item.answeredAt} />
            </p>
          )}
          {item.reply && (
            <p>
              {text.replied}: {item.reply}
            </p>
          )}
        </Notice>
      )}
    </Stack>
  )
}

type LinesProps = { title: string; lines: HearingItem['content']['lines'] }

const LineList = ({ title, lines }: LinesProps) => (
  <div>
    <p className={styles.head}>{title}</p>
    <ul className={styles.lines}>
      {lines.map(({ id, no, text: words }) => (
        <li key={id} className={styles.line}>
          <span className={styles.no}>{no}</span>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  </div>
)
