import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { newFolder, type Running, root, run } from './server.ts'
import { accessible, enter, picture, signInAs } from './story.ts'

const CODE = '482913'
const DAY_MS = 24 * 3_600_000
const first = `Jens spiste havregrød og var i godt humør. ${Date.now()}`
const second = `Jens ringede til sin bror. ${Date.now()}`

/** The same server a day later. */
async function runADayLater(dir: string, port: number): Promise<Running> {
  const before = process.env.NODE_OPTIONS
  process.env.NODE_OPTIONS = `--import=${pathToFileURL(path.join(root, 'test/journeys/clock-ahead.ts'))}`
  process.env.RT_AHEAD_MS = String(DAY_MS)
  try {
    return await run(dir, port)
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS
    else process.env.NODE_OPTIONS = before
    delete process.env.RT_AHEAD_MS
  }
}

/** Everything that stands in the browser's own databases, as letters. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((got) => {
        request.onsuccess = () => got(request.result)
      })
    const all: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name!))
      for (const store of db.objectStoreNames) all.push(await asked(db.transaction(store).objectStore(store).getAll()))
      db.close()
    }
    const letters = (value: ArrayBuffer | ArrayBufferView) => new TextDecoder('utf-8').decode(value as ArrayBuffer)
    return JSON.stringify(all, (_, value) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? letters(value) : value,
    )
  })

async function signOut(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('menuitem', { name: 'Log ud' }).click()
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Nødkode').fill(code)
  await page.getByRole('button', { name: 'Åbn', exact: true }).click()
}

/** What the component library read aloud is taken away again after some seconds. */
const quiet = (page: Page) => page.clock.fastForward('00:00:10')

async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Skriv om Jens' }).click()
  const who = page.getByRole('combobox', { name: 'Hvem er du?' })
  if (!(await who.inputValue())) {
    await who.fill('Emma')
    await page.getByRole('option', { name: /Emma K/ }).click()
  }
  await page.getByLabel('Hvad skete der?').fill(text)
  await page.getByRole('button', { name: 'Gem på tabletten' }).click()
  await expect(page.getByText('Notatet venter på serveren.')).toBeVisible()
}

test('a day without the server: the pack is read, two notes are written, and each is in the journal once', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const dir = newFolder('blackout')
  execFileSync('cp', ['-a', `${process.env.RT_COPY!}/.`, dir])
  const server = await run(dir)
  const { page, context } = await enter(browser, 'Peter F.', { url: server.url })
  await page.clock.install()

  await test.step('the leader pairs the tablet, and a pack is fetched', async () => {
    await page.goto('/noedpakke')
    await page.getByLabel('Hvad kalder I tabletten?').fill('Køkkenet')
    await page.getByLabel('Nødkode', { exact: true }).fill('123456')
    await page.getByLabel('Nødkoden igen').fill('123456')
    await page.getByRole('button', { name: 'Par tabletten' }).click()
    await expect(page.getByText('for let at gætte')).toBeVisible()
    await page.getByLabel('Nødkode', { exact: true }).fill(CODE)
    await page.getByLabel('Nødkoden igen').fill(CODE)
    await page.getByRole('button', { name: 'Par tabletten' }).click()
    await expect(page.getByText('Nødpakken er helt ny.').first()).toBeVisible({ timeout: 30_000 })
    await quiet(page)
    await accessible(page)
    await picture(page, 'noedpakke-parret')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  })

  await test.step('an hour later it is made new by itself', async () => {
    const fetched = page.waitForRequest(/continuity\.refreshed/)
    await page.clock.fastForward('01:01:00')
    await fetched
    await signOut(page, /Peter F/)
  })

  await server.kill()
  await test.step('the server is gone for a day; the tablet is opened and shut all through it', async () => {
    for (const hours of ['06:00:00', '06:00:00', '06:00:00', '05:00:00']) {
      await page.clock.fastForward(hours)
      await page.reload()
      await expect(page.getByText('Serveren kan ikke nås.')).toBeVisible({ timeout: 20_000 })
    }
    await quiet(page)
    await accessible(page)
    await picture(page, 'noedpakke-doer')
  })

  await test.step('nothing in it can be read without the code', async () => {
    const raw = await stored(page)
    for (const word of ['Jens', 'Birthe', 'Faldrisiko', 'Inger Brandt']) expect(raw).not.toContain(word)
    await page.getByRole('button', { name: 'Åbn nødpakken' }).click()
    await typeCode(page, '482914')
    await expect(page.getByText('Koden passer ikke. Prøv igen.')).toBeVisible({ timeout: 20_000 })
  })

  await test.step('with the code: warnings, whom to call, the last 48 hours', async () => {
    await typeCode(page, CODE)
    await expect(page.getByText(/Uden server\. Nødpakken er fra/)).toBeVisible({ timeout: 20_000 })
    await picture(page, 'noedpakke-borgere')
    await quiet(page)
    await accessible(page)
    await page.getByRole('button', { name: /^Jens B/ }).click()
    await expect(page.getByRole('heading', { name: /^Jens B/ })).toBeVisible()
    await expect(page.getByText(/^Faldrisiko: usikker på benene/)).toBeVisible()
    await expect(page.getByText(/Inger Brandt/)).toBeVisible()
    await expect(page.getByRole('list', { name: 'Sidste 48 timer' }).getByRole('listitem').nth(1)).toBeVisible()
    await picture(page, 'noedpakke-jens')
    await quiet(page)
    await accessible(page)
  })

  await test.step('two notes are written as Emma; they lie there unreadable', async () => {
    await writeNote(page, first)
    await writeNote(page, second)
    await picture(page, 'noedpakke-venter')
    await page.getByRole('button', { name: 'Luk nødpakken' }).click()
    const raw = await stored(page)
    for (const word of ['Jens', 'havregrød', 'ringede til sin bror']) expect(raw).not.toContain(word)
    await page.reload()
    await expect(page.getByText('Serveren kan ikke nås.')).toBeVisible({ timeout: 20_000 })
  })

  const again = await runADayLater(dir, server.port)
  await test.step('the server is back: the door says whose notes wait; Emma puts hers into the journal', async () => {
    await page.reload()
    await expect(page.getByText(/2 notater fra nødpakken venter: Emma K\S* 2/)).toBeVisible({ timeout: 20_000 })
    await signInAs(page, 'Emma K.')
    await page.getByRole('link', { name: 'Se dem' }).click()
    await typeCode(page, CODE)
    // The answer to the first is lost on its way, after the server has stored it.
    let dropped = 0
    await context.route('**/api/journal.write', async (route) => {
      if (dropped++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    const send = page.getByRole('button', { name: /Læg 2 notater i dagbogen/ })
    await send.click()
    await expect.poll(() => dropped).toBe(1)
    await expect(send).toBeVisible({ timeout: 20_000 })
    await page.reload()
    await page.getByLabel('Nødkode').waitFor()
    await typeCode(page, CODE)
    await send.click()
    await expect(page.getByText('2 notater er lagt i dagbogen.')).toBeVisible({ timeout: 20_000 })
  })

  await test.step('each is in the journal exactly once, and the tablet keeps nothing of them', async () => {
    for (const text of [first, second]) {
      await page.getByRole('link', { name: 'Søg', exact: true }).click()
      await page.getByRole('searchbox').fill(`"${text.split('. ')[0]}" ${text.split('. ')[1]}`)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('listitem').filter({ hasText: text.slice(0, 20) })).toHaveCount(1)
    }
    await page.reload()
    await expect(page.getByText('du skrev i nødpakken')).toBeHidden()
  })
  await context.close()
  await again.stop()
  fs.rmSync(dir, { recursive: true, force: true })
})
