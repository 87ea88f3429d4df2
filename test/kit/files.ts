import { strToU8, zipSync } from 'fflate'
import type { Served } from './server.ts'

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** The least that is each kind of file. */
export const sampleFiles = {
  pdf: new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
  docx: zip({ '[Content_Types].xml': contentTypes(WORD), 'word/document.xml': '<w:document/>' }),
  docm: zip({
    '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
    'word/document.xml': '<w:document/>',
    'word/vbaProject.bin': 'Sub AutoOpen()',
  }),
  xlsx: zip({
    '[Content_Types].xml': contentTypes(WORD),
    'xl/workbook.xml': '<workbook/>',
    'xl/printerSettings/printerSettings1.bin': 'a4',
  }),
  odt: zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' }),
  png: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  jpg: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]),
  webp: new TextEncoder().encode('RIFF\u0001\u0001\u0001\u0001WEBPVP8 '),
  heic: new TextEncoder().encode('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000'),
  txt: new TextEncoder().encode('Aftale med Åse: hun ringer på fredag.\r\n'),
  csv: new Uint8Array([0x4e, 0x61, 0x76, 0x6e, 0x3b, 0xc5, 0x73, 0x65, 0x0a]),
  html: new TextEncoder().encode('<!doctype html><script>alert(1)</script>'),
  svg: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  exe: new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]),
}

/** Sends a file as the screens do: a line of JSON, and then its octets. */
export async function sendFile(
  served: Served,
  endpoint: string,
  input: object,
  content: Uint8Array,
  headers: Record<string, string>,
) {
  const body = new Blob([`${JSON.stringify(input)}\n`, content as Uint8Array<ArrayBuffer>])
  const response = await fetch(`${served.url}/api/${endpoint}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body,
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

export async function fetchFile(served: Served, endpoint: string, input: object, headers: Record<string, string>) {
  const response = await fetch(`${served.url}/api/${endpoint}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  })
  return { status: response.status, headers: response.headers, content: Buffer.from(await response.arrayBuffer()) }
}
