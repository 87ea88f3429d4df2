import { unzipSync } from 'fflate'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

/** What is taken in, by the end of its name. Nothing that a program runs, and nothing a browser would show as a page. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  heic: 'image/heic',
  txt: 'text/plain',
  csv: 'text/csv',
} as const
export type Ending = keyof typeof mediaTypes
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** Parts of an office file that run: macros, controls, macro sheets, scripts. */
const running =
  /(^|\/)(vbaProject|vbaData|vbaProjectSignature)[^/]*$|^(word|xl)\/(activeX|macrosheets|dialogsheets)\/|^(Basic|Scripts)\//i
/** A table of contents larger than this is no office file's. */
const MOST_CONTENTS_BYTES = 1_000_000

type Packed = { names: readonly string[]; contents: string }

/** The names in a ZIP file, and its table of contents when it is one of Office's. Nothing else is unpacked. */
function packed(bytes: Uint8Array): Packed | undefined {
  const names: string[] = []
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        return (name === '[Content_Types].xml' || name === 'mimetype') && originalSize < MOST_CONTENTS_BYTES
      },
    })
    const of = (name: string) => (files[name] ? new TextDecoder().decode(files[name]) : '')
    return { names, contents: `${of('[Content_Types].xml')}${of('mimetype')}` }
  } catch {
    return undefined
  }
}

const hasMacros = ({ names, contents }: Packed): boolean =>
  names.some((name) => running.test(name)) || /macroEnabled/i.test(contents)

const starts = (bytes: Uint8Array, sign: string, at = 0): boolean =>
  [...sign].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))

const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const heicBrands = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/

/** Text has no sign that only a program would write. Older Danish files are not UTF-8, and are text all the same. */
const isText = (bytes: Uint8Array): boolean =>
  !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127)

const knows: Record<Ending, (bytes: Uint8Array, zip: () => Packed | undefined) => boolean> = {
  pdf: (bytes) => starts(bytes, '%PDF-'),
  docx: (_, zip) => zip()?.names.includes('word/document.xml') ?? false,
  xlsx: (_, zip) => zip()?.names.includes('xl/workbook.xml') ?? false,
  odt: (_, zip) => zip()?.contents === mediaTypes.odt,
  png: (bytes) => starts(bytes, '\x89PNG\r\n\x1a\n'),
  jpg: (bytes) => starts(bytes, '\xff\xd8\xff'),
  jpeg: (bytes) => starts(bytes, '\xff\xd8\xff'),
  webp: (bytes) => starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8),
  heic: (bytes) => starts(bytes, 'ftyp', 4) && heicBrands.test(latin(bytes, 8, 12)),
  txt: isText,
  csv: isText,
}

export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
const isEnding = (ending: string): ending is Ending => Object.hasOwn(mediaTypes, ending)

/** Signs that make a name something else than it looks: folders, control signs, and those that turn the writing round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are looked for
const misleading = /[/\\\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Why a file cannot be taken in by its name and size alone: asked on the screen before anything is sent. */
export function whyNotNamed(name: string, sizeBytes: number): Refusal | undefined {
  if (misleading.test(name)) return refusal('documents.name-unusable', {}, 'name')
  if (sizeBytes === 0) return refusal('documents.empty', {}, 'content')
  if (sizeBytes > MAX_FILE_BYTES) return refusal('documents.too-big', { maxMb: MAX_FILE_BYTES / 1_048_576 }, 'content')
  if (/^(docm|xlsm|dotm|xltm|pptm)$/.test(endingOf(name))) return refusal('documents.macros', {}, 'content')
  return isEnding(endingOf(name)) ? undefined : refusal('documents.kind-unknown', {}, 'name')
}

/** Why a file cannot be taken in: its octets must be what its name says, and hold nothing that runs. */
export function whyNotFile(name: string, bytes: Uint8Array): Refusal | undefined {
  const why = whyNotNamed(name, bytes.length)
  if (why) return why
  let unpacked: Packed | undefined
  const zip = () => (unpacked ??= starts(bytes, 'PK\x03\x04') ? packed(bytes) : undefined)
  if (!knows[endingOf(name) as Ending](bytes, zip)) return refusal('documents.not-what-it-says', {}, 'content')
  return unpacked && hasMacros(unpacked) ? refusal('documents.macros', {}, 'content') : undefined
}

/** Of a file that may be taken in. */
export const mediaTypeOf = (name: string): string => mediaTypes[endingOf(name) as Ending]
