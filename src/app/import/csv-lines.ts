import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { decoded, type Encoding } from './decode.ts'
import { Wrong } from './fault.ts'

export type Delimiter = ';' | ',' | '\t'
/** `line` is where the record begins; a quoted cell may run over several. */
export type Line = { readonly line: number; readonly cells: readonly string[] }

/** A record beyond this is a quotation mark that was never closed. In characters: five times the longest note. */
const LONGEST_RECORD = 500_000

/** Thrown for what makes the rest of a file unreadable. */
export class Unreadable extends Error {
  readonly line: number
  readonly why: Wrong
  constructor(line: number, why: Wrong) {
    super(why.code)
    this.line = line
    this.why = why
  }
}

type Found = { record: string[]; info: { lines: number } }

/** Excel's own first line, `sep=;`, is no heading. */
const isHint = (text: string, line: number) => line === 1 && /^sep=.?$/i.test(text)

/** Every line with something in it, in order, without holding the file. @throws Unreadable */
export async function* linesOf(path: string, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<Line> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
  })
  pipeline(Readable.from(decoded(path, encoding)), parser, () => undefined)
  let begins = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<Found>) {
      if (record.some((cell) => cell.trim() !== '') && !isHint(record[0]!, begins))
        yield { line: begins, cells: record }
      begins = info.lines + 1
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable(begins, new Wrong('import.quote-open'))
    throw error
  }
}

const DELIMITERS: readonly Delimiter[] = [';', '\t', ',']

/** The sign that stands most often in the heading, outside quotation marks. Danish Excel writes semicolons, so they win a draw. */
export function delimiterOf(heading: string): Delimiter {
  const bare = heading.replace(/"[^"]*"/g, '')
  const count = (sign: string) => bare.split(sign).length
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** The first line with something in it, to tell the delimiter by. */
export async function firstLine(path: string, encoding: Encoding): Promise<string | undefined> {
  let text = ''
  for await (const piece of decoded(path, encoding)) {
    text += piece
    const line = text
      .split(/\r\n|\n|\r/)
      .slice(0, -1)
      .find((each) => each.trim() !== '' && !/^sep=.$/i.test(each))
    if (line || text.length > LONGEST_RECORD) return line ?? text
  }
  return text.trim() === '' ? undefined : text.trim()
}
