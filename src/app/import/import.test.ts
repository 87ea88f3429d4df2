import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { journal } from '#features/journal/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCard } from '#kit/citizens.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aNote } from '#kit/notes.ts'
import { ask, groundOf, openWorld, type Person, refused, trailOf, useWorld, type World } from '#kit/world.ts'
import { faultLine } from './fault.ts'
import { lineOf, reconciliationLines } from './report.ts'
import { agrees, apply, fileNames, type Importing, layouts, look } from './run-import.ts'
import { importSentences } from './sentences.ts'

const here = useWorld()
const sample = path.resolve(import.meta.dirname, '../../../docs/import-sample')
const faults = path.join(import.meta.dirname, 'fixtures/faults')
const made: string[] = []
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true })
})

/** A folder with these files, and those of the sample that are asked for. */
function aFolder(files: Record<string, string | Buffer>, from: readonly string[] = []): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rt-import-'))
  made.push(folder)
  for (const file of from) fs.copyFileSync(path.join(sample, file), path.join(folder, file))
  for (const [file, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), content)
  return folder
}

const importing = (world: World, folder: string, by: Person = world.administrator): Importing => ({
  ground: groundOf(world),
  by: by.by,
  folder,
})
const saidOf = async (world: World, folder: string) => {
  const looked = await look(importing(world, folder))
  return looked.faults.map((fault) => lineOf(fault, 'da'))
}
async function brings(world: World, folder: string) {
  const given = importing(world, folder)
  const looked = await look(given)
  expect(looked.faults.map((fault) => lineOf(fault, 'da'))).toEqual([])
  return { looked, applied: await apply(given, looked) }
}
const counts = ({ applied }: Awaited<ReturnType<typeof brings>>) =>
  applied.done.map(({ file, lines, fresh, same, other, stored }) => [file, lines, fresh, same, other, stored])
const count = async (world: World, table: string, like: string) =>
  (await world.owner.query(`select from ${table} where external_id like $1`, [like])).rowCount

test('docs/import.md has a row for every column of every file', () => {
  const guide = fs.readFileSync(path.join(sample, '../import.md'), 'utf8')
  const sections = guide.split('\n## ')
  for (const { file, columns } of layouts) {
    const section = sections.find((text) => text.startsWith(`\`${file}\``)) ?? ''
    const told = [...section.matchAll(/^\| (.+?) \| (yes|one of|) *\|/gm)].map(([, title, must]) => [
      title,
      must === 'yes',
    ])
    expect(told).toEqual(Object.values(columns).map(({ title, must }) => [title, must]))
  }
})

test('every fault has its sentence in both languages, and every sentence its fault', () => {
  const files = fs
    .readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'sentences.ts')
  const code = files.map((name) => fs.readFileSync(path.join(import.meta.dirname, name), 'utf8')).join('\n')
  const used = [...code.matchAll(/'import\.([a-z-]+)'|new Register\('([a-z-]+)'\)/g)].map(
    ([, said, unknown]) => `import.${said ?? unknown}`,
  )
  const own = new Set(used.filter((name) => !['import.look', 'import.stay-unknown'].includes(name)))
  expect([...own].sort()).toEqual(Object.keys(importSentences).sort())
})

test('an administrator of one area brings in what lies below it, and sees nothing else', async () => {
  const world = await openWorld()
  const [south, north] = [await aUnit(world, 'Syd'), await aUnit(world, 'Nord')]
  await world.owner.query(`update org.unit set external_id = 'NORD' where id = $1`, [north.id])
  const anna = await anEmployee(world, 'Anna', 'administrator', south)
  const units = aFolder({ 'enheder.csv': 'Enheds-id;Navn;Overordnet\nS-1;Solgården;\nS-2;Annekset;NORD\n' })
  const { faults: found } = await look(importing(world, units, anna))
  expect(found.map((fault) => lineOf(fault, 'da'))).toEqual([
    expect.stringMatching(/^enheder.csv, linje 3, kolonnen Overordnet: Enheden “NORD” findes ikke/),
  ])
  const mended = importing(world, aFolder({ 'enheder.csv': 'Enheds-id;Navn\nS-1;Solgården\n' }), anna)
  expect((await apply(mended, await look(mended))).fault).toBeUndefined()
  const { rows } = await world.owner.query(`select parent_id from org.unit where external_id = 'S-1'`)
  expect(rows).toEqual([{ parent_id: south.id }])
  await world.close()
})

describe('the sample folder', () => {
  test('a look stores nothing and leaves an entry in the trail', async () => {
    const looked = await look(importing(here.world, sample))
    expect(looked.faults).toEqual([])
    expect(looked.files.map(({ file, fresh }) => [file, fresh])).toEqual([
      ['enheder.csv', 4],
      ['medarbejdere.csv', 5],
      ['borgere.csv', 4],
      ['ophold.csv', 6],
      ['notater.csv', 6],
    ])
    expect(await count(here.world, 'citizens.citizen', 'B-%')).toBe(0)
    expect((await trailOf(here.world, 'import.look')).at(-1)).toMatchObject({
      actor_id: here.world.administrator.id,
      outcome: 'done',
    })
  })

  test('it comes in whole, reconciles, and the second run changes nothing', async () => {
    const first = await brings(here.world, sample)
    expect(counts(first).map(([, lines, fresh, same, other, stored]) => [lines, fresh, same, other, stored])).toEqual([
      [4, 4, 0, 0, 4],
      [5, 5, 0, 0, 5],
      [4, 4, 0, 0, 4],
      [6, 6, 0, 0, 6],
      [6, 6, 0, 0, 6],
    ])
    const entries = (await trailOf(here.world, 'journal.importNotes')).length
    const second = await brings(here.world, sample)
    expect(second.applied.done.every(agrees)).toBe(true)
    expect(counts(second).map(([, lines, fresh, same]) => [lines, fresh, same])).toEqual(
      [4, 5, 4, 6, 6].map((lines) => [lines, 0, lines]),
    )
    expect((await trailOf(here.world, 'journal.importNotes')).length).toBe(entries)
    expect(reconciliationLines(second.applied, 'da')[1]).toContain('Uændrede')
  })

  test('notes stand under their own authors, at their own times, exactly as written', async () => {
    const { rows } =
      await here.world.owner.query(`select note.text, note.author_name, note.happened_at, note.written_at, note.theme, note.important, employee.external_id
      from journal.note join org.employee on employee.id = note.author_id where note.external_id = 'N-2'`)
    expect(rows[0]).toMatchObject({
      author_name: 'Nour Halvorsen',
      external_id: 'M-3',
      theme: 'soevn',
      important: true,
    })
    expect(rows[0].text).toBe(
      'Mia sov uroligt og stod op tre gange.\nVi drak te i køkkenet; hun sagde: "Det er bare tankerne."\nHun faldt i søvn kl. 23.40.',
    )
    expect([rows[0].happened_at, rows[0].written_at].map((at) => new Date(at).toISOString())).toEqual([
      '2026-02-01T21:50:00.000Z',
      '2026-02-01T23:10:00.000Z',
    ])
  })

  test('the trail names the administrator and every note', async () => {
    const [entry] = await trailOf(here.world, 'journal.importNotes')
    expect([entry!.actor_id, entry!.outcome, entry!.records.length]).toEqual([here.world.administrator.id, 'done', 6])
    expect((await trailOf(here.world, 'citizens.register')).filter(({ outcome }) => outcome === 'done')).toHaveLength(4)
  })

  test('a citizen is seen where the stays say, and ended stays have ended', async () => {
    const { rows } =
      await here.world.owner.query(`select unit.external_id, tie.because, tie.to_on::text from citizens.tie
      join org.unit on unit.id = tie.unit_id join citizens.citizen on citizen.id = tie.citizen_id where citizen.external_id = 'B-13' and because = 'stay' order by tie.from_on`)
    expect(rows).toEqual([
      { external_id: 'E-300', because: 'stay', to_on: '2025-02-28' },
      { external_id: 'E-100', because: 'stay', to_on: null },
    ])
  })

  test('what says something else than what is here is told and left alone', async () => {
    const changed = fs
      .readFileSync(path.join(sample, 'borgere.csv'), 'utf8')
      .replace('Rønnevej 4, 1. th.', 'Rønnevej 6')
    const { looked, applied } = await brings(here.world, aFolder({ 'borgere.csv': changed }))
    expect(looked.files[0]!.other).toEqual([{ line: 2, columns: ['Adresse'] }])
    expect(applied.done[0]).toMatchObject({ fresh: 0, same: 3, other: 1, stored: 4 })
    const { rows } = await here.world.owner.query(`select address from citizens.citizen where external_id = 'B-11'`)
    expect(rows).toEqual([{ address: 'Rønnevej 4, 1. th.' }])
  })
})

describe('the faults people make', () => {
  test('each is told with file, line and column, and nothing is stored', async () => {
    const said = await saidOf(here.world, faults)
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot('fixtures/faults.da.txt')
    expect(await count(here.world, 'org.unit', 'U%')).toBe(0)
  })

  test('the same in English', async () => {
    const { faults: found } = await look(importing(here.world, faults))
    const said = found.map((fault) => faultLine(fault, 'en', {}))
    expect(said).toContain(
      'enheder.csv, line 3, column Enheds-id: The same id stands on line 2. Delete one of the lines.',
    )
  })

  test('never repeats a CPR number', async () => {
    expect((await saidOf(here.world, faults)).filter((line) => /\d{6}-?\d{4}/.test(line))).toEqual([])
  })

  test.each([
    ['an empty file', '', 'borgere.csv: Filen er tom. Slet den, eller hent den igen.'],
    ['only blank lines', '\r\n\r\n', 'borgere.csv: Filen er tom. Slet den, eller hent den igen.'],
    [
      'no heading',
      'B1;Åge;Holm\nB2;Lis;Holm\n',
      'borgere.csv, linje 1: Første linje skal være kolonnernes navne. Her står: B1 · Åge · Holm',
    ],
    [
      'a missing column',
      'Borger-id;CPR\nB1;\n',
      'borgere.csv, linje 1: Kolonnen Fornavn / Navn mangler. Filen har: Borger-id, CPR',
    ],
    [
      'a column twice',
      'Borger-id;Navn;CPR;cpr-nr.\nB1;Åge Holm;;\n',
      'borgere.csv, linje 1: Kolonnen CPR-nummer står der to gange. Behold den ene.',
    ],
    [
      'letters encoded twice',
      'Borger-id;Navn;FÃ¸dt\nB1;Åge Holm;\n',
      'borgere.csv, linje 1: Bogstaverne er kodet to gange (ø står som Ã¸). Hent filen igen, og gem den som UTF-8 én gang.',
    ],
    [
      'a NUL',
      'Borger-id;Navn\nB1;Åge\u0000 Holm\n',
      'borgere.csv, linje 2, kolonnen Navn: Teksten indeholder et tegn, der ikke kan gemmes (NUL). Fjern det og gem igen.',
    ],
  ])('%s', async (_, content, expected) => {
    expect(await saidOf(here.world, aFolder({ 'borgere.csv': content }))).toEqual([expected])
  })

  test('an empty folder is told what it should hold', async () => {
    expect((await saidOf(here.world, aFolder({})))[0]).toContain(fileNames.join(', '))
  })
})

describe('how people save files', () => {
  const citizensCsv = (separator: string, end: string) =>
    [
      ['CPR nr.', 'FØDT', 'borger-id', 'Navn'],
      ['710264-1234', '11/2/1964', 'K-1', 'Blåbjerg-Ærø, Åge Øvind'],
      ['', '2026-02-01', 'K-2', 'Zoë'],
    ]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(separator))
      .join(end) +
    end +
    end
  const latin1 = (text: string) => Buffer.from(text, 'latin1')
  test.each([
    ['UTF-8, semicolons', Buffer.from(citizensCsv(';', '\n'))],
    ['UTF-8 with a byte order mark, commas, CRLF', Buffer.from(`\ufeff${citizensCsv(',', '\r\n')}`)],
    ['with Excel’s own first line', Buffer.from(`sep=,\r\n${citizensCsv(',', '\r\n')}`)],
    ['ISO-8859-1, tabs', latin1(citizensCsv('\t', '\r\n'))],
    ['UTF-16 as Excel’s "Unicode text"', Buffer.from(`\ufeff${citizensCsv('\t', '\r\n')}`, 'utf16le')],
  ])('%s', async (_, content) => {
    const world = await openWorld()
    const { applied } = await brings(world, aFolder({ 'borgere.csv': content }))
    const { rows } = await world.owner.query(
      'select external_id, given_name, family_name, number, number_kind, born_on::text from citizens.citizen order by external_id',
    )
    expect(applied.done[0]).toMatchObject({ lines: 2, fresh: 2, stored: 2 })
    expect(rows).toEqual([
      {
        external_id: 'K-1',
        given_name: 'Åge Øvind',
        family_name: 'Blåbjerg-Ærø',
        number: '7102641234',
        number_kind: 'replacement',
        born_on: '1964-02-11',
      },
      {
        external_id: 'K-2',
        given_name: 'Zoë',
        family_name: '',
        number: null,
        number_kind: null,
        born_on: '2026-02-01',
      },
    ])
    await world.close()
  })
})

describe('all of a file or none of it', () => {
  test('when a line cannot be stored after all, the file is taken back, the line is named and the attempt recorded', async () => {
    const world = await openWorld()
    const given = importing(world, sample)
    const looked = await look(given)
    await ask(world.administrator, citizens.register, {
      id: newId(),
      unitId: world.rootUnitId,
      number: '8207883458',
      ...aCard('Somebody Else'),
    })
    const { done, fault } = await apply(given, looked)
    expect(done.map(({ file }) => file)).toEqual(['enheder.csv', 'medarbejdere.csv'])
    expect(lineOf(fault!, 'da')).toMatch(/^borgere.csv, linje 6: Nummeret er allerede i brug/)
    expect([
      await count(world, 'citizens.citizen', 'B-%'),
      await count(world, 'stays.stay', '%'),
      await count(world, 'org.unit', 'E-%'),
    ]).toEqual([0, 0, 3])
    expect((await trailOf(world, 'citizens.register')).map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
    await world.close()
  })

  test('a death ends every stay, and a second run finds nothing to change', async () => {
    const world = await openWorld()
    const head = 'Ophold-id;Borger-id;Enheds-id;Slags;Fra;Til;Årsag\n'
    const stays = `${head}D-1;B-11;E-100;Botilbud;2020-01-01;2025-12-24;Død\nD-2;B-11;E-200;Dagtilbud;2020-01-01;2025-12-24;Død\nD-3;B-11;E-300;Støtte;2018-01-01;2019-01-01;\n`
    const from = ['enheder.csv', 'borgere.csv']
    await brings(world, aFolder({ 'ophold.csv': stays }, from))
    expect(
      (await world.owner.query(`select died_on::text from citizens.citizen where external_id = 'B-11'`)).rows,
    ).toEqual([{ died_on: '2025-12-24' }])
    expect((await brings(world, aFolder({ 'ophold.csv': stays }, from))).applied.done.at(-1)).toMatchObject({
      fresh: 0,
      same: 3,
      stored: 3,
    })
    const again = `${stays}D-4;B-11;E-100;Aflastning;2026-01-01;;\n`
    expect((await saidOf(world, aFolder({ 'ophold.csv': again }, from))).length).toBeGreaterThan(0)
    await world.close()
  })
})

describe('journal.importNotes', () => {
  test('is for administrators, within their reach', async () => {
    const solvang = await aUnit(here.world, 'Solvang')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
    const { draftId: _, ...note } = aNote(here.world, solvang, null, 'Fra det gamle system')
    const brought = { ...note, externalId: 'X-1', writtenAt: note.happenedAt, authorId: mette.id, authorName: 'Mette' }
    expect((await refused(mette, journal.importNotes, { id: newId(), notes: [brought] })).code).toBe('kernel.not-found')
    const elsewhere = { ...brought, unitId: newId() }
    expect(
      (await refused(here.world.administrator, journal.importNotes, { id: newId(), notes: [elsewhere] })).code,
    ).toBe('kernel.not-found')
    expect(await ask(here.world.administrator, journal.importNotes, { id: newId(), notes: [brought] })).toMatchObject({
      added: 1,
    })
    const again = [{ ...brought, id: newId(), text: 'Noget andet' }]
    expect(await ask(here.world.administrator, journal.importNotes, { id: newId(), notes: again })).toMatchObject({
      added: 0,
    })
  })

  test('an imported note is new to the next handover', async () => {
    const { rows } = await here.world.owner.query(`select id from org.unit where external_id = 'E-100'`)
    const mette = await anEmployee(here.world, 'Rikke', 'unit-leader', { id: rows[0].id, name: 'Rønnebo' })
    const before = await ask(mette, journal.handover, { unitId: rows[0].id })
    await ask(mette, journal.takeOver, { id: newId(), unitId: rows[0].id, cursor: before.cursor })
    const head = 'Notat-id;Borger-id;Enheds-id;Dato;Tid;Forfatter;Tekst\n'
    await brings(
      here.world,
      aFolder({ 'notater.csv': `${head}SENT-1;B-11;E-100;01-03-2026;10.00;M-2;Kom sent ind.\n` }),
    )
    const after = await ask(mette, journal.handover, { unitId: rows[0].id })
    expect(after.notes.filter(({ isNew }) => isNew).map(({ text }) => text)).toEqual(['Kom sent ind.'])
  })

  test('20,000 notes reconcile', { timeout: 60_000 }, async () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, index) =>
        `L-${index};B-11;E-100;${String((index % 28) + 1).padStart(2, '0')}-01-2026;08:${String(index % 60).padStart(2, '0')};M-2;Notat nummer ${index} om morgenkaffe og en tur i haven.`,
    )
    const folder = aFolder({
      'notater.csv': `Notat-id;Borger-id;Enheds-id;Dato;Tid;Forfatter;Tekst\n${lines.join('\n')}\n`,
    })
    const { applied } = await brings(here.world, folder)
    expect(applied.done[0]).toMatchObject({ lines: 20_000, fresh: 20_000, stored: 20_000 })
    expect(
      (await here.world.db.one<{ n: number }>(
        sql`select count(*)::int as n from journal.note where tenant_id = kernel.here() and external_id like 'L-%'`,
      ))!.n,
    ).toBe(20_000)
    expect((await brings(here.world, folder)).applied.done[0]).toMatchObject({ fresh: 0, same: 20_000 })
  })
})
