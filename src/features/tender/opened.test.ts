import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { requirements } from '#features/requirements/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { aPublished } from '#kit/requirements.ts'
import { aTender, isPublished, octetsOf, tenderOf } from '#kit/tender.ts'
import { ask, START, useWorld } from '#kit/world.ts'
import { tender } from './contract.ts'

const here = useWorld()
const has = (program: string, asking: string) => spawnSync(program, [asking]).status === 0
const canOpen = has('soffice', '--version') && spawnSync('pdftoppm', ['-v']).error === undefined
if (!canOpen)
  process.stdout.write(
    '  LEFT OUT: LibreOffice or pdftoppm is not here, so the tender set was not opened by other programs\n',
  )

const PICTURES = 'test-results/pictures/tender-set'
const run = (program: string, given: string[]) => execFileSync(program, given, { stdio: 'pipe' }).toString()

/** As an office program opens them: to PDF, all at once. */
function throughOffice(dir: string, ending: 'docx' | 'xlsx'): string {
  const out = path.join(dir, `${ending}-opened`)
  const given = fs.readdirSync(dir).filter((name) => name.endsWith(`.${ending}`))
  const home = `-env:UserInstallation=file://${dir}/profile`
  run('soffice', [
    home,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    out,
    ...given.map((one) => path.join(dir, one)),
  ])
  return out
}

/** A picture of each page, and how many there are. */
function pagesOf(pdf: string, name: string): number {
  const shown = path.join(PICTURES, name.replace(/\.(\w+)$/, '-$1'))
  run('pdftoppm', ['-r', '70', '-png', pdf, shown])
  return fs.readdirSync(PICTURES).filter((one) => one.startsWith(`${path.basename(shown)}-`)).length
}

/** Every document of a set, opened: how many pages each has. */
function opened(files: readonly (readonly [string, Uint8Array])[]): Record<string, number> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rt-set-'))
  fs.rmSync(PICTURES, { recursive: true, force: true })
  fs.mkdirSync(PICTURES, { recursive: true })
  for (const [name, content] of files) fs.writeFileSync(path.join(dir, name), content)
  const pages: Record<string, number> = {}
  for (const ending of ['docx', 'xlsx'] as const) {
    const out = throughOffice(dir, ending)
    for (const pdf of fs.readdirSync(out)) {
      const name = pdf.replace(/pdf$/, ending)
      pages[name] = pagesOf(path.join(out, pdf), name)
    }
  }
  for (const [name] of files.filter(([name]) => name.endsWith('.pdf'))) {
    pages[name] = pagesOf(path.join(dir, name), name)
    expect(run('pdfinfo', [path.join(dir, name)]), name).toMatch(/Tagged:\s+yes/)
  }
  fs.rmSync(dir, { recursive: true })
  return pages
}

test.skipIf(!canOpen)(
  'every document of the set is opened by another program, and becomes pictures to be looked at',
  { timeout: 240_000 },
  async () => {
    here.world.clock.set(START)
    const given = await aTender(here.world)
    const [first] = given.requirementIds
    await ask(given.signe, requirements.change, {
      ...{ id: first, version: 1, fields: { difficult: 'Mange beskeder, få minutter' } },
    })
    await isPublished(given)
    const question = { id: newId(), tenderId: given.id, text: 'Hvor mange brugere?', askedOn: '2026-03-12' }
    await ask(given.signe, tender.ask, { ...question, requirements: [first], isAnonymous: true })
    await ask(given.signe, tender.answerQuestion, { id: question.id, version: 1, answer: '350 medarbejdere.' })
    const later = await aPublished(given.spec, '1.1', given.baselineId)
    const { version } = await tenderOf(given.rune, given.id)
    const sheet = { correctionId: newId(), note: 'Svært når er skrevet til.', baselineId: later, modelId: null }
    await ask(given.rune, tender.correct, { id: given.id, version, ...sheet, bidsDueAt: null, texts: [] })
    const id = newId()
    await ask(given.signe, tender.makeMaterial, { id, tenderId: given.id, annex: 'set', format: 'zip' })

    const files = Object.entries(unzipSync(await octetsOf(here.world, id)))
    const pages = opened(files)
    const wanted = files.map(([name]) => name).filter((name) => /\.(docx|xlsx|pdf)$/.test(name))
    expect(Object.keys(pages).sort()).toEqual(wanted.sort())
    const of = (ending: string) => Object.keys(pages).filter((name) => name.endsWith(ending)).length
    process.stdout.write(
      `  opened: ${of('docx')} DOCX, ${of('xlsx')} XLSX, ${of('pdf')} PDF; pictures in ${PICTURES}\n`,
    )
    expect(Object.entries(pages).filter(([, count]) => count === 0)).toEqual([])
    expect([of('docx'), of('xlsx'), of('pdf')].every((count) => count > 0)).toBe(true)
  },
)
