import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { firstLoads } from '#app/web/first-load.ts'
import { AS_STARTED, launch } from './processes.ts'
import { median } from './report.ts'

/** As a phone of some years, beside a desk. */
const SLOWED = 4
const TIMES = 5
const COLLEAGUE = /Emma K\./
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

type Settings = { browser: Browser; url: string; signedIn: BrowserContextOptions['storageState'] }
type Look = { name: string; signedIn: boolean; act: (page: Page) => Promise<number> }
export type Seen = { name: string; fast: number; slowed: number }

/** From the first address to something one can use, in ms of the page itself. */
const until = async (page: Page, address: string, usable: (page: Page) => ReturnType<Page['locator']>) => {
  await page.goto(address, { waitUntil: 'commit' })
  await usable(page).first().click({ trial: true })
  return page.evaluate(() => performance.now())
}

async function saved(page: Page): Promise<number> {
  const mark = String(Date.now())
  await page.goto('/')
  await page.getByRole('button', { name: 'Andre …' }).click()
  await page.getByRole('combobox', { name: 'Find borger' }).fill('Birthe')
  await page
    .getByRole('option', { name: /Birthe/ })
    .first()
    .click()
  await page.getByLabel('Hvad skete der?').fill(`Spiste halvdelen af sin suppe. ${mark}`)
  const began = performance.now()
  await page.keyboard.press('Control+Enter')
  await page.getByText(mark).first().waitFor()
  return performance.now() - began
}

const looks: readonly Look[] = [
  {
    name: 'the door, first visit',
    signedIn: false,
    act: (page) => until(page, '/', () => page.getByRole('button', { name: COLLEAGUE })),
  },
  {
    name: 'Min vagt, first visit',
    signedIn: true,
    act: (page) => until(page, '/', () => page.getByRole('button', { name: 'Andre …' })),
  },
  {
    name: 'handover, first visit',
    signedIn: true,
    act: (page) =>
      until(page, '/overlevering?visning=alle', () => page.getByRole('button', { name: 'Overtag vagten' })),
  },
  { name: 'a note, from key to journal', signedIn: true, act: saved },
]

/** Nothing kept from before: a context of its own, with an empty cache and no service worker. */
async function once({ browser, url, signedIn }: Settings, look: Look, slowed: number): Promise<number> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    serviceWorkers: 'block',
    ...(look.signedIn ? { storageState: signedIn } : {}),
  })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
    return await look.act(page)
  } finally {
    await context.close()
  }
}

async function signIn(browser: Browser, url: string) {
  const page = await browser.newPage({ baseURL: url, locale: 'da-DK' })
  await page.goto('/')
  await page.getByRole('button', { name: COLLEAGUE }).click()
  await page.getByRole('navigation').first().waitFor()
  const state = await page.context().storageState()
  await page.close()
  return state
}

async function lookAll(settings: Settings, say: (line: string) => void): Promise<Seen[]> {
  const seen = new Map(looks.map((look) => [look, { fast: [] as number[], slowed: [] as number[] }]))
  for (const look of looks) await once(settings, look, 1)
  for (let n = 0; n < TIMES; n++)
    for (const [look, ms] of seen) {
      ms.fast.push(await once(settings, look, 1))
      ms.slowed.push(await once(settings, look, SLOWED))
      say(
        `${n + 1} of ${TIMES}, ${look.name}: ${Math.round(ms.fast.at(-1)!)} ms, slowed ${Math.round(ms.slowed.at(-1)!)} ms`,
      )
    }
  return [...seen].map(([{ name }, ms]) => ({
    name,
    fast: Math.round(median(ms.fast)),
    slowed: Math.round(median(ms.slowed)),
  }))
}

/** The demo municipality in a folder of its own, looked at by Chromium. */
export async function inBrowser(dir: string, say: (line: string) => void): Promise<Seen[]> {
  fs.mkdirSync(dir, { recursive: true })
  fs.chmodSync(dir, 0o755)
  const env = {
    DATA_DIR: dir,
    PORT: '0',
    RT_SECRET: randomBytes(32).toString('base64url'),
    RT_SEED: 'demo',
    RT_LOG_LEVEL: 'warn',
  }
  const server = await launch('src/app/server/main.ts', env, AS_STARTED)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const url = server.address.replace('127.0.0.1', 'localhost')
    return await lookAll({ browser, url, signedIn: await signIn(browser, url) }, say)
  } finally {
    await browser.close()
    await server.stop()
  }
}

const WEIGHED = ['Door', 'MyShiftPage', 'HandoverPage']

/** The script of what comes first, and what was seen, in Markdown. */
export function seenWritten(seen: readonly Seen[]): string {
  const loads = firstLoads()
  const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`
  const named = [loads[0]!, ...loads.filter(({ page }) => WEIGHED.includes(page))]
  return [
    '### In the browser',
    '',
    `Script of a first visit, gzipped, of ${loads.length} pages: ${named.map(({ page, bytes }, at) => `${page}${at ? '' : ' (the heaviest)'} ${kB(bytes)}`).join(', ')}.`,
    '',
    `| Chromium, the demo municipality, cold cache; median of ${TIMES} | ms | processor slowed ${SLOWED} times | × |`,
    '| --- | --: | --: | --: |',
    ...seen.map(({ name, fast, slowed }) => `| ${name} | ${fast} | ${slowed} | ${(slowed / fast).toFixed(2)} |`),
    '',
  ].join('\n')
}
