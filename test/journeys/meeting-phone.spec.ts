import { expect, test } from '@playwright/test'
import { newId } from '#kernel/lang/id.ts'
import { address, asPage, enter, picture } from './story.ts'

test('a telephone asks a meeting by its code, mistyped once; by the scanned address nothing is typed', async ({
  browser,
}) => {
  const { page: signe, context } = await enter(browser, 'Signe')
  const [place] = await asPage<{ id: string }[]>(signe, 'relay.places', {})
  const startsAt = new Date(Date.now() + 20 * 86_400_000).toISOString()
  const meeting = {
    id: newId(),
    version: 0,
    placeId: place!.id,
    title: 'Bølge 4: spørg løs',
    venue: 'Video',
    audience: 'Alle',
  }
  await asPage(signe, 'relay.keepMeeting', { ...meeting, slots: [{ id: newId(), startsAt }] })
  await signe.goto('/moeder')
  const knot = signe.getByRole('listitem').filter({ hasText: meeting.title })
  await knot.getByText('Spørg fra en telefon').click()
  const code = await knot.getByText(/^[A-Z0-9]{6}$/).textContent()

  const pocket = await browser.newContext({ baseURL: address(), locale: 'da-DK' })
  const phone = await pocket.newPage()
  await phone.goto('/moede')
  await phone.getByLabel('Kode').fill('AAAAAA')
  await phone.getByRole('button', { name: 'Vær med' }).click()
  await expect(phone.getByText(/^Koden kendes ikke/)).toBeVisible()
  await expect(phone.getByLabel('Kode')).toHaveValue('AAAAAA')
  await picture(phone, 'moede-kode')
  await phone.getByLabel('Kode').fill(code!)
  await phone.getByRole('button', { name: 'Vær med' }).click()
  await phone.getByLabel('Dit spørgsmål').fill('Hvornår får nattevagterne kursus?')
  await phone.getByRole('button', { name: 'Send spørgsmålet' }).click()
  await expect(phone.getByText(/Spørgsmålet er sendt/)).toBeVisible()
  await picture(phone, 'moede-spurgt')
  await pocket.close()

  const another = await browser.newContext({ baseURL: address(), locale: 'da-DK' })
  const scanned = await another.newPage()
  await scanned.goto(`/moede/${code}`)
  await expect(scanned.getByText('Hvornår får nattevagterne kursus?')).toBeVisible()
  await another.close()
  await signe.reload()
  await expect(knot.getByText('Hvornår får nattevagterne kursus?')).toBeVisible()
  await context.close()
})
