import { execFileSync } from 'node:child_process'
import { chromium, expect, type Page, test } from '@playwright/test'
import { newFolder, run } from './server.ts'
import { enter, signInAs } from './story.ts'

const words = (what: string) => `Kom hjem fra værkstedet og ville gerne tale. ${what} ${Date.now()}`
const composer = (page: Page) => page.getByLabel('Hvad skete der?')

/** Writes about the first citizen offered, and waits until the line says that it is kept. */
async function begin(page: Page, text: string, kept: RegExp): Promise<string> {
  const first = page
    .locator('span', { hasText: /^Skriv om …$/ })
    .locator('xpath=..')
    .getByRole('button')
    .first()
  // biome-ignore lint/performance/useDomNodeTextContent: the lines as they are shown: initials above, the name below.
  const name = (await first.innerText()).trim().split('\n').at(-1)!
  await first.click()
  await composer(page).pressSequentially(text, { delay: 2 })
  await expect(page.getByText(kept).first()).toBeVisible()
  return name
}

const savedOnServer = /^gemt kl\. \d\d\.\d\d\.\d\d$/
const savedOnDevice = /gemt på tabletten kl\. \d\d\.\d\d\.\d\d/

/** The words stand in the composer, or behind *Fortsæt kladden*. */
async function find(page: Page, text: string): Promise<void> {
  const drafts = page.getByRole('button', { name: /Fortsæt kladden/ })
  await expect(composer(page).or(drafts).first()).toBeVisible()
  if (
    !(
      await composer(page)
        .inputValue()
        .catch(() => '')
    ).includes(text)
  ) {
    await page.getByText(text.slice(0, 40)).first().waitFor()
    await drafts.first().click()
  }
  await expect(composer(page)).toHaveValue(text)
}

test('the browser is killed while she types; the words are there when it opens again', async () => {
  const profile = newFolder('profile')
  const flags = {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    locale: 'da-DK',
  }
  const first = await chromium.launchPersistentContext(profile, flags)
  const page = await first.newPage()
  await page.goto(process.env.RT_URL!)
  await signInAs(page, 'Rikke A.')
  const text = words('Dræbt browser.')
  await begin(page, text, savedOnServer)
  const [pid] = execFileSync('pgrep', ['-f', `user-data-dir=${profile}`], { encoding: 'utf8' }).split('\n')
  execFileSync('kill', ['-9', pid!])
  await first.close().catch(() => undefined)
  const second = await chromium.launchPersistentContext(profile, flags)
  const again = await second.newPage()
  await again.goto(process.env.RT_URL!)
  // A browser killed at once may have forgotten its cookie; then she signs in again.
  const door = again.getByRole('button', { name: /Rikke A\..*Bostøtten/ })
  await expect(door.or(composer(again)).first()).toBeVisible()
  if (await door.isVisible()) await signInAs(again, 'Rikke A.')
  await find(again, text)
  await second.close()
})

test('the network is cut: what is typed is kept on the tablet, the finished note waits visibly and is sent once', async ({
  browser,
}) => {
  const { page, context } = await enter(browser, 'Dorte G.')
  const text = words('Uden net.')
  await expect(page.getByRole('button', { name: 'Andre …' })).toBeVisible()
  await context.setOffline(true)
  const name = await begin(page, text, savedOnDevice)
  await page.getByRole('button', { name: `Gem hos ${name}` }).click()
  await expect(page.getByText('1 notat venter på net.')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('1 notat venter på net.')).toBeHidden({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Søg', exact: true }).click()
  await page.getByRole('searchbox').fill(`"${text.split(' ').at(-1)}"`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Uden net' })).toHaveCount(1)
  await context.close()
})

test('the network is cut before the tablet has all of the app: what is missing waits, and the words stand', async ({
  browser,
}) => {
  const { page, context } = await enter(browser, 'Dorte G.', { hasShell: false })
  const text = words('Uden resten.')
  await expect(page.getByRole('button', { name: 'Andre …' })).toBeVisible()
  await context.setOffline(true)
  await begin(page, text, savedOnDevice)
  await expect(composer(page)).toHaveValue(text)
  await context.setOffline(false)
  await expect(page.getByText(savedOnServer).first()).toBeVisible({ timeout: 30_000 })
  await page.getByText(/tid, tema og skrivehjælp/).click()
  await expect(page.getByRole('button', { name: /Tema \(FFB\)/ })).toBeVisible()
  await context.close()
})

test('the server is killed and started again under her; she types on and nothing is lost', async ({ browser }) => {
  const first = await run(process.env.RT_COPY!)
  const { page, context } = await enter(browser, 'Emma K.', { url: first.url })
  const [before, after] = [words('Før.'), ' Og efter genstart.']
  await begin(page, before, savedOnServer)
  await first.kill()
  await composer(page).pressSequentially(after, { delay: 2 })
  await expect(page.getByText(savedOnDevice).first()).toBeVisible()
  const second = await run(process.env.RT_COPY!, first.port)
  await expect(page.getByText(savedOnServer).first()).toBeVisible({ timeout: 30_000 })
  await page.reload()
  await find(page, before + after)
  await context.close()
  await second.stop()
})

test('the session ends while she types; she signs in over the page and goes on', async ({ browser }) => {
  const { page, context } = await enter(browser, 'Omar N.')
  const text = words('Logget ud.')
  await begin(page, text, savedOnServer)
  await page.evaluate(() =>
    fetch('/api/org.signOut', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'x' },
      body: '{}',
    }),
  )
  await composer(page).pressSequentially(' Mere.', { delay: 2 })
  const dialog = page.getByRole('dialog', { name: 'Log ind igen' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: /Omar N\./ }).click()
  await expect(dialog).toBeHidden()
  await expect(composer(page)).toHaveValue(`${text} Mere.`)
  await expect(page.getByText(savedOnServer).first()).toBeVisible()
  await context.close()
})

test('a colleague on the same tablet finds nothing of hers; she finds it all when she is back', async ({ browser }) => {
  const { page, context } = await enter(browser, 'Bo O.')
  const text = words('Delt tablet.')
  await begin(page, text, savedOnServer)
  await page
    .getByRole('button', { name: /Bo O\./ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Log ud' }).click()
  await signInAs(page, 'Jan M.')
  await expect(page.getByText('Delt tablet.')).toBeHidden()
  const stored = await page.evaluate(async () => {
    const all: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((open) => {
        const asked = indexedDB.open(name!)
        asked.onsuccess = () => open(asked.result)
      })
      for (const store of db.objectStoreNames)
        all.push(
          await new Promise((got) => {
            const asked = db.transaction(store).objectStore(store).getAll()
            asked.onsuccess = () => got(asked.result)
          }),
        )
      db.close()
    }
    return JSON.stringify(all, (_, value) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder('latin1').decode(value as ArrayBuffer)
        : value,
    )
  })
  expect(stored).not.toContain('Delt tablet')
  await page
    .getByRole('button', { name: /Jan M\./ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Log ud' }).click()
  await signInAs(page, 'Bo O.')
  await find(page, text)
  await context.close()
})
