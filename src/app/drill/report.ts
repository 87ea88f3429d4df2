import type { Row } from './drill.ts'

/** As a table that reads in a terminal and in a document. */
export function table(rows: readonly Row[]): string {
  const line = ({ name, what, result, drill, control, seconds }: Row) =>
    `| ${[`**${name}** ${what}`, result, drill.split('\n')[0], control.split('\n')[0], `${seconds} s`].join(' | ')} |`
  return [
    '| drill | result | found | control, which must fail | took |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(line),
  ].join('\n')
}
