import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { newId } from '#kernel/lang/id.ts'

export const address = (): string => process.env.RT_URL!

/** Narrow as an old phone, wide as an office screen. */
export const widths = { narrow: { width: 320, height: 720 }, wide: { width: 1440, height: 900 } } as const
export const themes = ['light', 'dark'] as const

/** Somebody with a browser of their own, signed in as one of the demo's people. */
export async function enter(
  browser: Browser,
  name: string,
  more: { url?: string; viewport?: { width: number; height: number }; hasShell?: boolean } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const url = more.url ?? address()
  const context = await browser.newContext({
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    baseURL: url,
    viewport: more.viewport ?? { width: 1280, height: 900 },
    serviceWorkers: more.hasShell === false ? 'block' : 'allow',
  })
  const page = await context.newPage()
  await page.goto('/')
  await signInAs(page, name)
  return { page, context }
}

export async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** WCAG 2.2 AA as far as a machine can tell, in both themes. */
export async function accessible(page: Page): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      // The component library's own log for those who listen: it keeps a line after what it names has gone.
      .exclude('[data-live-announcer]')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(
      violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ).toEqual([])
  }
}

/** Pictures at both widths in both themes, to be looked at; a page never scrolls sideways. */
export async function picture(page: Page, name: string): Promise<void> {
  for (const [width, size] of Object.entries(widths)) {
    await page.setViewportSize(size)
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.screenshot({ path: `test-results/pictures/${name}-${width}-${theme}.png`, fullPage: true })
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect([name, width, sideways]).toEqual([name, width, 0])
  }
}

/** As the person’s own page calls the server. */
export const asPage = <T>(page: Page, name: string, body: object): Promise<T> =>
  page.evaluate(
    async ([name, body, key]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key as string }
      const answer = await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`)
      return answer.json()
    },
    [name, body, newId()] as const,
  ) as Promise<T>
