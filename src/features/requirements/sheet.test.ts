import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { newId } from '#kernel/lang/id.ts'
import { aSpec, type GivenSpec, inTheHall } from '#kit/requirements.ts'
import { ask, refused, useWorld } from '#kit/world.ts'
import { requirements } from './contract.ts'
import { readSheet } from './sheet.ts'

const here = useWorld()
const csv = (...lines: string[]) => Buffer.from(`\ufeff${lines.join('\r\n')}`, 'utf8')
const given = (specId: string, file: Buffer, store: boolean) => ({
  id: newId(),
  specId,
  content: file.toString('base64'),
  store,
})
const takes = ({ signe, id }: GivenSpec, file: Buffer, store = true) =>
  ask(signe, requirements.takeSheet, given(id, file, store))
const tableOf = ({ signe, id }: GivenSpec) => ask(signe, requirements.table, { specId: id })
const heading = 'Nr;Arbejdsområde;Krav;Start;Slut;Brugere;Niveau;Tilbudstyper;Rækkenr;Række;Pris'

test('requirements.takeSheet: looked at first, then taken in as drafts; taken again, nothing is there twice', async () => {
  const spec = await aSpec(here.world)
  const file = csv(
    heading,
    'K-001;C1 Døgnets gang;Modtag overlevering;Vagten møder;Vagten er i gang;pædagog;K;døgntilbud | nat og akut;1;Læs, hvad der er sket;1',
    ';;;;;;;;2;Spørg, hvor noget er uklart;',
    ';;;;;;;;2a;Vagten er vikar;',
    ';;;;;;;;p1;Det står tre steder;',
    '7;H Sikkerhed;Ingen læser mere end de skal;;;;MK;alle;;;',
  )
  const looked = await takes(spec, file, false)
  expect(looked).toMatchObject({ count: 2, fresh: 2, rows: 4, unknown: ['Pris'], faults: [], stored: false })
  expect((await tableOf(spec)).requirements).toEqual([])
  expect(await takes(spec, file)).toMatchObject({ fresh: 2, stored: true })
  const { requirements: rows, areas } = await tableOf(spec)
  expect(
    rows.map(({ number, title, level, state, lines }) => [number, title, level, state, lines.map(({ no }) => no)]),
  ).toEqual([
    [1, 'Modtag overlevering', 'evaluated', 'draft', ['1', '2', '2a', 'p1']],
    [7, 'Ingen læser mere end de skal', 'minimum', 'draft', []],
  ])
  expect(rows[0]!.offerGroups).toEqual(['residential', 'acute'])
  expect(rows[1]!.offerGroups).toHaveLength(9)
  expect(areas.map(({ section, name }) => [section, name])).toEqual([
    ['C', 'C1 Døgnets gang'],
    ['H', 'H Sikkerhed'],
  ])
  expect(await takes(spec, file)).toMatchObject({ fresh: 0, same: 2 })
  expect((await tableOf(spec)).requirements).toHaveLength(2)
})

test('every fault is told with its line and column, and then nothing at all is taken', async () => {
  const spec = await aSpec(here.world)
  const file = csv(
    heading,
    '1;C1;Modtag overlevering;;;;næsten;døgntilbud;1;Læs;',
    ';;;;;;;;x9;Skriv;',
    '1;C1;Giv overlevering;;;;K;rumstation;1;;',
    '2;;;;;;;;;Hører ingen steder til;',
  )
  const { faults, stored } = await takes(spec, file)
  expect(stored).toBe(false)
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [2, 'Niveau'],
    [3, 'Rækkenr'],
    [4, 'Tilbudstyper'],
    [4, 'Række'],
    [4, null],
    [5, 'Krav'],
  ])
  expect(faults[0]!.da).toBe('»næsten« kendes ikke her. Skriv en af: MK, K, O.')
  expect((await tableOf(spec)).requirements).toEqual([])
})

test('a spreadsheet from Excel is read as it was typed, and one with the set’s own numbers for other requirements is refused', async () => {
  const spec = await aSpec(here.world)
  const cell = (value: string | number) => ({ value })
  const file = await writeExcelFile(
    [
      [cell('Kravnummer'), cell('Titel'), cell('Brugere')],
      [cell(12), cell('Skriv om dagen på ét sted'), cell('pædagog')],
    ] as never,
    {},
  ).toBuffer()
  expect(await takes(spec, file)).toMatchObject({ fresh: 1, stored: true })
  expect((await tableOf(spec)).requirements.map(({ number, users }) => [number, users])).toEqual([[12, 'pædagog']])
  const other = await takes(spec, csv('Nr;Krav', '12;Noget helt andet'))
  expect(other.faults.map(({ line }) => line)).toEqual([2])
  expect(other.stored).toBe(false)
})

test('what is no spreadsheet is said to be none; who does not edit takes nothing in', async () => {
  const spec = await aSpec(here.world)
  const { signe, id } = spec
  const code = async (file: Buffer) => (await refused(signe, requirements.takeSheet, given(id, file, true))).code
  expect(await code(Buffer.from('PK\u0003\u0004 og så noget vrøvl'))).toBe('requirements.sheet-unreadable')
  expect((await takes(spec, csv('Navn;Alder', 'Jens;41'))).faults[0]!.en).toContain('No column is called')
  const karen = await inTheHall(here.world, 'Karen', 'steering')
  expect((await refused(karen, requirements.takeSheet, given(id, csv('Krav', 'Et'), true))).kind).toBe('not-found')
})

test('the sample that stands in the documentation is read without a fault', () => {
  const sample = fs.readFileSync(path.resolve(import.meta.dirname, '../../../docs/import-sample/krav.csv'), 'utf8')
  const cells = sample
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(';'))
  const { requirements: found, faults, unknown } = readSheet(cells)
  expect([found.length, faults, unknown]).toEqual([4, [], []])
})

test('whatever stands in the cells, the reader has an answer, and no requirement is without a title unless a fault says so', () => {
  const cell = fc.oneof(fc.constantFrom('', 'K-001', '2a', 'p1', 'MK', 'alle', 'Krav', 'Nr', 'Række'), fc.string())
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (cells) => {
      const { requirements: found, faults } = readSheet([['Krav', 'Nr', 'Rækkenr', 'Række', 'Niveau'], ...cells])
      expect(found.every(({ title }) => title !== '')).toBe(true)
      for (const { line } of faults) expect(line).toBeLessThanOrEqual(cells.length + 1)
    }),
  )
})
