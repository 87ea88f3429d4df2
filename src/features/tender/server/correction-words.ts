import { nameOfNumber } from '#features/requirements/content.ts'
import type { Difference, Differences } from '#features/requirements/differences.ts'
import { da } from '#features/requirements/text.da.ts'

export type Change = { what: string; before: string; after: string }

const fields: Readonly<Record<string, string>> = da.fields
const said = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : value === null || value === '' ? '–' : String(value)

function ofOne(difference: Difference): Change[] {
  if (difference.kind === 'added')
    return [
      {
        what: `${nameOfNumber(difference.requirement.number)} nyt krav`,
        before: '–',
        after: difference.requirement.title,
      },
    ]
  if (difference.kind === 'removed')
    return [
      {
        what: `${nameOfNumber(difference.requirement.number)} udgår`,
        before: difference.requirement.title,
        after: '–',
      },
    ]
  const name = nameOfNumber(difference.number)
  return [
    ...difference.fields.map(({ field, before, after }) => ({
      what: `${name} ${fields[field] ?? field}`,
      before: said(before),
      after: said(after),
    })),
    ...difference.lines.map((line) =>
      line.kind === 'changed'
        ? { what: `${name} række ${line.after.no}`, before: line.before.text, after: line.after.text }
        : line.kind === 'added'
          ? { what: `${name} ny række ${line.line.no}`, before: '–', after: line.line.text }
          : { what: `${name} række ${line.line.no} udgår`, before: line.line.text, after: '–' },
    ),
  ]
}

/** Exactly what differs between two versions, as a correction sheet tells it. */
export const changesToTell = ({ requirements, order }: Differences): Change[] => [
  ...requirements.flatMap(ofOne),
  ...(order ? [{ what: 'Rækkefølgen af krav', before: 'som før', after: 'ændret' }] : []),
]
