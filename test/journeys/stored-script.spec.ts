import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import fc from 'fast-check'
import { fitting, type Schema } from '../attack/schema.ts'
import { newFolder, type Running, run } from './server.ts'
import { enter } from './story.ts'

/** Short enough for every field, and runs at once if anybody takes it for more than text. */
const SCRIPT = '<img src=x onerror=__ran()>'
/** Those who may write in the most places. */
const people = ['Peter F.', 'Signe', 'Ahmed']
/** Tries at each endpoint by each of them; most are refused for other reasons than the words. */
const TRIES = 3
const MOST_PAGES = 40

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Caller = { url: string; cookie: string }
type Writing = { name: string; schema: Schema }

const post = async ({ url, cookie }: Caller, name: string, body: unknown, key?: string) => {
  const headers = { 'content-type': 'application/json', cookie, ...(key ? { 'idempotency-key': key } : {}) }
  const response = await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.ok && response.headers.get('content-type')?.includes('json')
    ? ((await response.json()) as Json)
    : undefined
}

/** Every id in an answer, by the last word of what it stands under. */
function harvest(value: Json, under: string, ids: Map<string, Set<string>>): void {
  if (Array.isArray(value)) for (const one of value) harvest(one, under, ids)
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string' || !/^[0-9a-f-]{36}$/.test(inner)) harvest(inner, key, ids)
      else if (key === 'id' || key.endsWith('Id')) {
        const noun = key === 'id' ? under : key.slice(0, -2)
        ids.set(noun, (ids.get(noun) ?? new Set()).add(inner))
      }
    }
}

type OpenApi = {
  paths: Record<
    string,
    { post: { parameters?: object; security?: object; requestBody: { content: Record<string, { schema: Schema }> } } }
  >
}

async function endpoints(url: string): Promise<{ reads: Writing[]; writes: Writing[] }> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as OpenApi
  const all = Object.entries(paths).flatMap(
    ([
      path,
      {
        post: { parameters, security, requestBody },
      },
    ]) => {
      const schema = requestBody.content['application/json']?.schema
      // Those with a security of their own are doors: they let in and out, and hold no words.
      return schema && !security
        ? [{ name: path.slice('/api/'.length), schema, isWrite: parameters !== undefined }]
        : []
    },
  )
  const leaves = /signOut|endSession|endEmployment|closeUnit|endRole|delete|withdraw|end$/
  return {
    reads: all.filter(({ isWrite }) => !isWrite),
    writes: all.filter(({ isWrite, name }) => isWrite && !leaves.test(name)),
  }
}

/** Reads around with what was read before, so that ids lead on to ids. */
async function lookAround(caller: Caller, reads: Writing[], ids: Map<string, Set<string>>): Promise<void> {
  for (const round of [1, 2, 3])
    for (const { name, schema } of reads) {
      const known = knownFrom(ids)
      for (const body of fc.sample(fitting(schema, { field: '', known, marker: '', words: 'jens' }), {
        numRuns: round,
        seed: round,
      }))
        harvest((await post(caller, name, body)) ?? null, name.split('.')[1]!, ids)
    }
}

const NOBODY = '01a20000-0000-7000-8000-000000000000'
const knownFrom = (ids: Map<string, Set<string>>) => (field: string) => {
  const own = ids.get(field.replace(/Ids?$/, ''))
  const some = own ?? new Set([...ids.values()].flatMap((all) => [...all].slice(0, 3)))
  return some.size > 0 ? [...some] : [NOBODY]
}

/** How many endpoints took the script as text. */
async function writeEverywhere(caller: Caller): Promise<Set<string>> {
  const { reads, writes } = await endpoints(caller.url)
  const ids = new Map<string, Set<string>>()
  await lookAround(caller, reads, ids)
  const taken = new Set<string>()
  for (const { name, schema } of writes)
    for (const body of fc.sample(fitting(schema, { field: '', known: knownFrom(ids), marker: '', words: SCRIPT }), {
      numRuns: TRIES,
      seed: 7,
    })) {
      const answer = await post(caller, name, body, crypto.randomUUID())
      if (answer && JSON.stringify(body).includes(SCRIPT)) taken.add(name)
    }
  return taken
}

declare global {
  interface Window {
    __ran(): void
    __refused: string[]
  }
}

const linksOn = (page: Page) =>
  page.locator('a[href^="/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')!))

/** A menu's places stand on the page only while it is open. */
async function linksInMenus(page: Page): Promise<string[]> {
  const links: string[] = []
  for (const menu of await page.locator('nav button[aria-expanded]').all()) {
    await menu.click()
    await expect(menu).toHaveAttribute('aria-expanded', 'true')
    links.push(...(await linksOn(page)))
    await menu.click()
  }
  return links
}

/** What a page fetches has come, and what that led it to fetch. */
async function hasCome(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible()
  const coming = page.locator('[aria-busy="true"]')
  await expect(async () => {
    await expect(coming).toHaveCount(0)
    await page.waitForTimeout(300)
    expect(await coming.count()).toBe(0)
  }).toPass()
}

/** Walks from link to link as somebody, and notes what ran, what the policy had to stop, and where the script stands as text. */
async function walk(page: Page, ran: string[]): Promise<{ pages: number; shown: number }> {
  await page.exposeFunction('__ran', () => ran.push(page.url()))
  await page.addInitScript(() => {
    window.__refused = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.__refused.push(`${violatedDirective} ${blockedURI}`),
    )
  })
  const waiting = ['/']
  const been = new Set<string>()
  let shown = 0
  while (waiting.length > 0 && been.size < MOST_PAGES) {
    const next = waiting.shift()!
    const shape = next.replace(/[0-9a-f-]{36}/g, 'id')
    if (been.has(shape)) continue
    been.add(shape)
    await page.goto(next)
    await hasCome(page)
    if (await page.getByText(SCRIPT).count()) shown++
    ran.push(...(await page.evaluate(() => window.__refused)).map((what) => `${next}: the policy stopped ${what}`))
    const links = [...(await linksOn(page)), ...(next === '/' ? await linksInMenus(page) : [])]
    waiting.push(...links.filter((link) => !link.startsWith('/api/')))
  }
  return { pages: been.size, shown }
}

async function aCopy(): Promise<Running> {
  const dir = newFolder('stored-script')
  execFileSync('cp', ['-a', process.env.RT_COPY!, `${dir}/data`])
  return run(`${dir}/data`)
}

async function asPerson(browser: Browser, url: string, name: string) {
  const { page, context } = await enter(browser, name, { url })
  const cookies = await context.cookies()
  return { page, context, caller: { url, cookie: cookies.map((one) => `${one.name}=${one.value}`).join('; ') } }
}

test('a script typed into every field that takes words is shown as words, on every page that shows it', async ({
  browser,
}) => {
  test.setTimeout(480_000)
  const server = await aCopy()
  try {
    const taken = new Set<string>()
    for (const name of people) {
      const { context, caller } = await asPerson(browser, server.url, name)
      for (const endpoint of await writeEverywhere(caller)) taken.add(endpoint)
      await context.close()
    }
    const ran: string[] = []
    const walks = { pages: 0, shown: 0 }
    for (const name of people) {
      const { page, context } = await asPerson(browser, server.url, name)
      const { pages, shown } = await walk(page, ran)
      walks.pages += pages
      walks.shown += shown
      await context.close()
    }
    process.stdout.write(
      `  stored script: taken by ${taken.size} endpoints, shown as text on ${walks.shown} of ${walks.pages} pages\n`,
    )
    expect(ran).toEqual([])
    expect(taken.size, 'endpoints that took it').toBeGreaterThan(15)
    expect(walks.shown, 'pages that show it').toBeGreaterThan(5)
  } finally {
    await server.stop()
    fs.rmSync(server.dir, { recursive: true, force: true })
  }
})
