import fs from 'node:fs'

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le'

/**
 * How a file's letters are stored. What is not valid UTF-8 is taken for Windows-1252, which holds all of ISO-8859-1's letters;
 * UTF-16 is what Excel calls "Unicode text" and begins with FF FE.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const chunk of fs.createReadStream(path) as AsyncIterable<Buffer>) {
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      first = false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

/** The file's text in pieces, without a byte order mark. */
export async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of fs.createReadStream(path) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** UTF-8 that was read as Windows-1252 and stored again: ø has become Ã¸. No Danish word holds these pairs. */
const twice = /Ã[\u0080-\u00bf\u0152-\u2122]|Â[\u00a0-\u00bf]/
export const isTwiceEncoded = (text: string): boolean => twice.test(text)

/** The sign that stands where a letter was lost on the way. */
export const hasLostLetter = (text: string): boolean => text.includes('\ufffd')
