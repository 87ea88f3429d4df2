import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Content } from '#features/requirements/content.ts'
import { newId } from '#kernel/lang/id.ts'
import { readAnswerFile } from './answer-sheet.ts'
import { answerBook, bookIn } from './server/answer-book.ts'

const hasOffice = spawnSync('soffice', ['--version']).status === 0
if (!hasOffice)
  process.stdout.write('  LEFT OUT: LibreOffice is not here, so the answer sheet was not sent through it\n')

const contents: Content[] = [1, 2].map((number) => ({
  id: newId(),
  number,
  code: `C1.${number}`,
  section: 'C',
  area: 'C1 Døgnets gang',
  title: `Opgave ${number} med æ, ø, å & <tegn>`,
  startsWhen: 'En vagt begynder',
  endsWhen: 'Alt er givet videre',
  frequency: '',
  users: 'pædagog',
  difficult: 'Få minutter',
  example: 'Ét vagtbillede',
  level: number === 1 ? 'evaluated' : 'minimum',
  weight: 2,
  offerGroups: ['residential'],
  verification: null,
  lines: [{ id: newId(), no: '1', kind: 'step', text: 'Se hvad der er  sket' }],
}))
const priceLines = [{ key: 'OPSTART', name: 'Etablering', times: 1 }]
const asked = { title: 'Nyt system', label: '1.0', mark: 'en-kode', dueSaid: '10. april 2027', contents, priceLines }

/** Fills the open cells as a spreadsheet program stores them: an answer chosen, a text, a price. */
function filled(book: Uint8Array): Uint8Array {
  const files = unzipSync(book)
  const put = (sheet: string, ref: string, cell: string) => {
    const xml = strFromU8(files[sheet]!)
    const found = new RegExp(`<c r="${ref}" s="(\\d+)"/>`).exec(xml)!
    files[sheet] = strToU8(xml.replace(found[0], `<c r="${ref}" s="${found[1]}" ${cell}</c>`))
  }
  const words = (text: string) => `t="inlineStr"><is><t>${text}</t></is>`
  // The requirement, and its one row; the second requirement's row is left empty.
  for (const row of [2, 3, 4]) {
    put('xl/worksheets/sheet2.xml', `D${row}`, words('opsætning'))
    put('xl/worksheets/sheet2.xml', `E${row}`, words('Stilles pr. enhed.'))
  }
  put('xl/worksheets/sheet3.xml', 'D2', '><v>1250.5</v>')
  return zipSync(files)
}

/** Opened and saved again by LibreOffice. */
function throughOffice(book: Uint8Array): Uint8Array {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rt-office-'))
  const [from, out] = [path.join(dir, 'svar.xlsx'), path.join(dir, 'ud')]
  fs.writeFileSync(from, book)
  const home = `-env:UserInstallation=file://${dir}/profile`
  execFileSync('soffice', [home, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, from], {
    stdio: 'ignore',
  })
  const saved = fs.readFileSync(path.join(out, 'svar.xlsx'))
  fs.rmSync(dir, { recursive: true })
  return saved
}

async function read(book: Uint8Array) {
  const opened = await bookIn('svar.xlsx', book)
  if ('why' in opened) throw new Error(opened.why.code)
  return readAnswerFile(opened.book, asked)
}

const answer = {
  level: 'set-up',
  text: 'Stilles pr. enhed.',
  hours: null,
  priceOere: null,
  reservation: '',
  evidence: '',
}
const wanted = {
  file: {
    answers: contents.map(({ id, lines }, at) => ({
      requirementId: id,
      ...answer,
      rows: [{ lineId: lines[0]!.id, isOwn: at === 0, ...answer, ...(at === 1 && { text: '' }) }],
    })),
    priceLines: { OPSTART: 125_050 },
    priceOere: 125_050,
  },
}

test('the sheet that goes out comes in again as it was filled in', async () => {
  expect(await read(filled(answerBook(asked)))).toEqual(wanted)
})

test.skipIf(!hasOffice)('and it survives being opened and saved by LibreOffice', { timeout: 120_000 }, async () => {
  const saved = throughOffice(filled(answerBook(asked)))
  expect(await read(saved)).toEqual(wanted)
  expect(strFromU8(unzipSync(saved)['xl/worksheets/sheet2.xml']!)).toContain('dataValidation')
})
