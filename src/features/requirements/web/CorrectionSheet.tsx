import { Lines, Mark, Stack } from '#kernel/ui/index.ts'
import { type ContentLine, nameOfNumber } from '../content.ts'
import { type Difference, type Differences, type FieldChange, isNothing, type LineChange } from '../differences.ts'
import { groupWords } from './group-words.ts'
import { text } from './text.ts'
import { Words } from './Words.tsx'

/** Exactly what differs between two versions, requirement by requirement and row by row. */
export function CorrectionSheet({
  differences,
  nothing = text.noDifferences,
}: {
  differences: Differences
  nothing?: string
}) {
  if (isNothing(differences)) return <p>{nothing}</p>
  return (
    <Stack gap={3}>
      {differences.order && <p>{text.orderChanged}</p>}
      <Lines label={text.whatChanged}>
        {differences.requirements.map((difference) => (
          <li key={idOf(difference)}>
            <One difference={difference} />
          </li>
        ))}
      </Lines>
    </Stack>
  )
}

const idOf = (difference: Difference): string =>
  difference.kind === 'changed' ? difference.id : difference.requirement.id

function One({ difference }: { difference: Difference }) {
  const { number, title } = difference.kind === 'changed' ? difference : difference.requirement
  return (
    <Stack gap={2}>
      <p>
        <strong>
          {nameOfNumber(number)} {title}
        </strong>{' '}
        <Mark tone={difference.kind === 'changed' ? 'info' : 'violet'}>{text[difference.kind]}</Mark>
      </p>
      {difference.kind === 'changed' && <Changed difference={difference} />}
      {difference.kind === 'added' && difference.requirement.lines.map((line) => <Added key={line.id} line={line} />)}
    </Stack>
  )
}

const Added = ({ line }: { line: ContentLine }) => <Words before={null} after={`${line.no} ${line.text}`} />

const Changed = ({ difference }: { difference: Extract<Difference, { kind: 'changed' }> }) => (
  <Stack gap={2}>
    {difference.fields.map((change) => (
      <div key={change.field}>
        <p>{text.fields[change.field]}</p>
        <Words before={shown(change, change.before)} after={shown(change, change.after)} />
      </div>
    ))}
    {difference.lines.map((change) => (
      <Line key={change.kind === 'changed' ? change.after.id : change.line.id} change={change} />
    ))}
    {difference.order && <p>{text.linesMoved}</p>}
  </Stack>
)

function Line({ change }: { change: LineChange }) {
  if (change.kind === 'changed') {
    const { before, after } = change
    const isRenamed = before.no !== after.no
    const words = (line: ContentLine) => (isRenamed ? `${line.no} ${line.text}` : line.text)
    return (
      <div>
        <p>{text.lineChanged(after.no)}</p>
        <Words before={words(before)} after={words(after)} />
      </div>
    )
  }
  const { line } = change
  const isAdded = change.kind === 'added'
  return (
    <div>
      <p>{isAdded ? text.lineAdded(line.no) : text.lineRemoved(line.no)}</p>
      <Words before={isAdded ? null : line.text} after={isAdded ? line.text : null} />
    </div>
  )
}

/** Keys are said in words. */
function shown({ field }: FieldChange, value: FieldChange['before']): string | null {
  if (value === null) return null
  if (field === 'level') return text.levels[value as keyof typeof text.levels]
  if (field === 'offerGroups') return groupWords(value as never)
  if (field === 'verification') return text.verifications[value as keyof typeof text.verifications]
  return String(value)
}
