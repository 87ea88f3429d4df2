import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { Document } from './document.ts'
import { docxOf, pdfOf, xlsxOf } from './server/index.ts'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60"><rect x="10" y="10" width="120" height="40" fill="#b3261e"/></svg>'

const letter: Document = {
  title: 'Indsigt for Jens Bæk',
  subtitle: 'Alt, hvad der er skrevet i marts 2026',
  foot: 'Skrevet ud af Mette Holm 10. marts 2026 kl. 14.02',
  blocks: [
    { kind: 'heading', level: 1, text: 'Stamkort' },
    {
      kind: 'keyValues',
      rows: [
        ['Kaldenavn', 'Jens'],
        ['Adresse', 'Åvej 3\n8000 Aarhus C'],
      ],
    },
    {
      kind: 'paragraph',
      text: [{ text: 'Først ' }, { text: 'det vigtige', strong: true }, { text: '.\n\nSå resten.' }],
    },
    { kind: 'list', items: ['Mælk', 'Brød'] },
    { kind: 'list', items: ['Først', 'Siden'], ordered: true },
    {
      kind: 'table',
      caption: 'Opslag',
      columns: [{ head: 'Dag' }, { head: 'Antal', isNumber: true }],
      rows: [
        ['mandag', '3'],
        ['tirsdag', '14'],
      ],
    },
    { kind: 'entry', lead: '3. marts kl. 07.40 · Omar', text: 'Faldt ved sengen.', isImportant: true },
    { kind: 'note', text: 'Kilde: databeskyttelsesforordningen art. 15.' },
    { kind: 'figure', svg: SVG, alt: 'Tre opslag om mandagen, fjorten om tirsdagen', caption: 'Opslag pr. dag' },
    { kind: 'pageBreak' },
    { kind: 'heading', level: 2, text: 'Bilag' },
  ],
}

/** What poppler's tools read out of a PDF. They are part of the machine that runs the tests, as a browser is. */
function read(tool: 'pdfinfo' | 'pdftotext' | 'pdffonts', pdf: Buffer, ...options: string[]): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'rt-pdf-')), 'made.pdf')
  fs.writeFileSync(file, pdf)
  try {
    return execFileSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } finally {
    fs.rmSync(path.dirname(file), { recursive: true })
  }
}
const hasPoppler = (() => {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    process.stdout.write(
      '  pdfinfo is missing (apt-get install poppler-utils): the structure of PDFs is NOT looked at\n',
    )
    return false
  }
})()

describe('a document as PDF', () => {
  test('says in its own bytes that it is PDF/UA-1, tagged and Danish', async () => {
    const pdf = (await pdfOf(letter)).toString('latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain('pdfuaid:part>1<')
    expect(pdf).toMatch(/\/Marked true/)
    expect(pdf).toMatch(/\/Lang \(da\)/)
    expect(pdf).toContain('/StructTreeRoot')
  })

  test.runIf(hasPoppler)('has headings, lists and tables as such, for whoever hears it read aloud', async () => {
    const pdf = await pdfOf(letter)
    const structure = read('pdfinfo', pdf, '-struct-text')
    expect(structure).toMatch(/^ +H1 .*\n +"Indsigt for Jens Bæk"/m)
    expect(structure).toMatch(/^ +H2 .*\n +"Stamkort"/m)
    expect(structure).toMatch(/^ +H3 .*\n +"Bilag"/m)
    expect(structure).not.toMatch(/^ {2}Span/m)
    expect(structure.match(/^ +TH\b/gm)).toHaveLength(2)
    expect(structure.match(/^ +TD\b/gm)).toHaveLength(4)
    expect(structure.match(/^ +LI\b/gm)).toHaveLength(6)
    expect(structure).toContain('Figure')
    expect(pdf.toString('latin1')).toContain('/Alt')
    expect(read('pdfinfo', pdf)).toMatch(/Title: +Indsigt for Jens Bæk/)
  })

  test.runIf(hasPoppler)('carries every font within it, IBM Plex Sans first', async () => {
    const fonts = read('pdffonts', await pdfOf(letter))
      .trim()
      .split('\n')
      .slice(2)
    expect(fonts.some((line) => line.includes('IBMPlexSans-Regular'))).toBe(true)
    expect(fonts.filter((line) => !/ yes yes yes /.test(line))).toEqual([])
  })

  test.runIf(hasPoppler)('says on every page who made it, and which page of how many it is', async () => {
    const text = read('pdftotext', await pdfOf(letter), '-layout')
    expect(text).toMatch(/Skrevet ud af Mette Holm.*Side 1 af 2/)
    expect(text).toMatch(/Skrevet ud af Mette Holm.*Side 2 af 2/)
  })

  test('the same document gives the same bytes', async () => {
    const at = { ...letter, madeAt: '2026-03-10T13:02:00Z' }
    const [one, two] = [await pdfOf(at), await pdfOf(at)]
    expect(one.equals(two)).toBe(true)
  })
})

const nasty = [
  '#pagebreak() #eval("1+1") #let x = 3 #import "@preview/x:1.0.0"',
  '$ x^2 $ *fed* _kursiv_ `kode` ```rå``` @henvisning <mærke> // væk /* væk */',
  '= Overskrift - punkt + punkt / ord: \\ \\u{41} ~ --- "citat" [ ] { } ( )',
  '=1+1 +2 -3 @SUM(A1) <script>alert(1)</script> &amp; \'"',
  `${'speciallægepraksisplanlægningsstabiliseringsperiode'.repeat(4)} ${'x'.repeat(400)}`,
]

describe('what people type stays what it is', () => {
  test.runIf(hasPoppler)('in PDF no sign is read as mark-up, in any kind of block', async () => {
    const everywhere: Document = {
      title: nasty[0]!,
      subtitle: nasty[1]!,
      foot: nasty[0]!,
      blocks: nasty.flatMap((text): Document['blocks'] => [
        { kind: 'heading', level: 2, text },
        { kind: 'paragraph', text: [{ text, strong: true }, { text }] },
        { kind: 'list', items: [text] },
        { kind: 'keyValues', rows: [[text, text]] },
        { kind: 'table', caption: text, columns: [{ head: text }, { head: 'b' }], rows: [[text, text]] },
        { kind: 'entry', lead: text, text },
        { kind: 'note', text },
      ]),
    }
    const read1 = read('pdftotext', await pdfOf(everywhere), '-raw').replace(/[\s\u200b\u00ad-]/g, '')
    for (const text of nasty) expect(read1).toContain(text.replace(/[\s\u200b\u00ad-]/g, ''))
  })

  test.runIf(hasPoppler)('a long word never leaves the page', async () => {
    const pdf = await pdfOf({
      title: 'Langt',
      blocks: [
        { kind: 'table', columns: [{ head: 'a' }, { head: 'b' }, { head: 'c' }], rows: [[nasty[4]!, 'b', 'c']] },
      ],
    })
    const words = [...read('pdftotext', pdf, '-bbox').matchAll(/xMax="([\d.]+)"/g)].map(([, x]) => Number(x))
    expect(words.length).toBeGreaterThan(3)
    expect(Math.max(...words)).toBeLessThan(595 - 60)
  })

  test.runIf(hasPoppler)(
    'pictures of faces, other scripts and signs without a shape are shown or named, never dropped',
    async () => {
      const text = 'glad 😀 Москва Łódź العربية שלום 漢字 \u0007 slut'
      const said = read('pdftotext', await pdfOf({ title: text, blocks: [{ kind: 'paragraph', text }] }), '-raw')
      expect(said).toContain('Москва Łódź')
      expect(said).toMatch(/😀|\[U\+1F600\]/)
      expect(said).toMatch(/漢字|\[U\+6F22\]\[U\+5B57\]/)
      expect(said).toMatch(/slut/)
    },
  )

  test('in Word it is text, and Danish', async () => {
    const files = unzipSync(
      await docxOf({
        ...letter,
        blocks: [...letter.blocks, ...nasty.map((text) => ({ kind: 'paragraph', text }) as const)],
      }),
    )
    const body = new TextDecoder().decode(files['word/document.xml'])
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(body).toContain('w:val="Heading1"')
    expect(body).toContain('<w:tblHeader/>')
    expect(new TextDecoder().decode(files['word/styles.xml'])).toContain('w:val="da-DK"')
    expect(Object.keys(files).filter((file) => /vba|macro/i.test(file))).toEqual([])
  })

  test('in a spreadsheet nothing is worked out', async () => {
    const book = await xlsxOf([
      {
        name: 'Opslag: [marts]',
        columns: [{ head: '=A1' }, { head: 'Antal' }],
        rows: [
          ['=1+1', 3],
          ['@SUM(A1)', null],
          ['+45 12345678', true],
          ['a\u0007b', 0.5],
        ],
      },
    ])
    const files = unzipSync(book)
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])
    expect(sheet).not.toMatch(/<f[ >]/)
    const [{ data }] = (await readExcelFile(book)) as unknown as [{ data: unknown[][] }]
    expect(data.map((row) => row[0])).toEqual(['=A1', '=1+1', '@SUM(A1)', '+45 12345678', 'ab'])
    expect(data.map((row) => row[1])).toEqual(['Antal', 3, null, true, 0.5])
    // Printed lying, one page wide, with the heads on every page.
    expect(sheet).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
    expect(sheet).toMatch(/<pageSetup [^>]*fitToHeight="0"[^>]*orientation="landscape"/)
    expect(new TextDecoder().decode(files['xl/workbook.xml'])).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Opslag   marts'!$1:$1</definedName>`,
    )
  })
})
