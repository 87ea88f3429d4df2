import { capture } from '#features/capture/contract.ts'
import { newReceipt, type SlipKind } from '#features/capture/rules.ts'
import type { OfferGroup } from '#features/org/offer-groups.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import type { GivenUnit } from './given.ts'
import { type Answered, post, type Served } from './server.ts'
import { ask, type Person } from './world.ts'

export type Invited = { unit: GivenUnit; group: OfferGroup }
export type GivenDay = { id: Id; code: string }

type DayMore = { format?: 'cafe' | 'use-case'; code?: string; placeId?: Id; opensAt?: string; closesAt?: string }

/** A day that the coordinator has planned; at two in the afternoon unless said otherwise, when the story begins. */
export async function aCafe(by: Person, invited: Invited[], more: DayMore = {}): Promise<GivenDay> {
  const { format = 'cafe', code = newReceipt().slice(0, 6), placeId = by.world.rootUnitId } = more
  const id = newId()
  await ask(by, capture.createEvent, {
    id,
    placeId,
    format,
    title: 'Cafédag: Bo og nat',
    venue: 'Fælleshuset',
    opensAt: more.opensAt ?? '2026-03-10T13:00:00+01:00',
    closesAt: more.closesAt ?? '2026-03-10T16:00:00+01:00',
    task: format === 'use-case' ? 'En vagt fra start til slut' : null,
    prompts: ['Hvad er svært i dag?', 'Hvad skal løsningen hjælpe med?', 'Hvornår gik det galt sidst?'],
    notice: 'Skriv uden navne. Din seddel bliver læst op uden dit navn.',
    joinCode: code,
    units: invited.map(({ unit, group }) => ({ unitId: unit.id, offerGroup: group })),
  })
  return { id, code }
}

export type Guest = { token: string; unit: GivenUnit | null; served: Served }

export async function joins(served: Served, day: GivenDay, unit: GivenUnit | null = null): Promise<Guest> {
  const { body } = await post(served, 'capture.join', { code: day.code })
  return { token: body.token as string, unit, served }
}

type SlipMore = {
  kind?: SlipKind
  id?: Id
  receiptCode?: string
  namesSeen?: boolean
  photo?: string | null
  writtenAt?: string
}
export type Sent = { id: Id; receiptCode: string; answered: Answered }

/** A slip from a telephone. */
export async function sends(guest: Guest, text: string | null, more: SlipMore = {}): Promise<Sent> {
  const { id = newId(), receiptCode = newReceipt(), kind = 'problem' } = more
  const answered = await post(guest.served, 'capture.send', {
    token: guest.token,
    id,
    receiptCode,
    unitId: guest.unit?.id ?? null,
    role: 'pædagog',
    authorName: null,
    kind,
    text,
    photo: more.photo ?? null,
    writtenAt: more.writtenAt ?? new Date().toISOString(),
    namesSeen: more.namesSeen ?? false,
  })
  return { id, receiptCode, answered }
}

/** A paper slip that somebody at the table types. */
export async function types(by: Person, day: GivenDay, unit: GivenUnit | null, text: string, kind: SlipKind = 'need') {
  const [id, receiptCode] = [newId(), newReceipt()]
  await ask(by, capture.typeSlip, {
    id,
    eventId: day.id,
    receiptCode,
    unitId: unit?.id ?? null,
    authorRole: null,
    authorName: null,
    kind,
    text,
    photo: null,
    source: 'paper',
    namesSeen: false,
  })
  return { id, receiptCode }
}

export async function aNeed(by: Person, title: string, slipIds: Id[] = []): Promise<{ id: Id; label: string }> {
  return ask(by, capture.createNeed, {
    id: newId(),
    placeId: by.world.rootUnitId,
    title,
    text: `${title}, med almindelige ord.`,
    slipIds,
  })
}

/** Lays slips in a theme of their own. */
export async function aTheme(by: Person, day: GivenDay, name: string, slipIds: Id[]): Promise<Id> {
  const { id } = await ask(by, capture.saveTheme, { id: newId(), eventId: day.id, name, sort: 1 })
  await ask(by, capture.sort, { eventId: day.id, slipIds, themeId: id })
  return id
}
