import type { GivenTo } from '#kernel/lang/contract.ts'
import type { Card, citizens } from '../contract.ts'

type Change = GivenTo<typeof citizens.change>

/** The card's fields as they stand in a form; texts are never null there. */
export type CardForm = {
  givenName: string
  familyName: string
  preferredName: string
  pronoun: string
  bornOn: string | null
  address: string
  room: string
  phone: string
  identityProtected: boolean
  protectedUntil: string | null
  hiddenStay: boolean
  about: string
  /** Hidden texts that shall be taken away; left empty they are kept. */
  clears: readonly ('address' | 'phone')[]
}
export type CardField = Exclude<keyof CardForm, 'clears'>

export const emptyForm: CardForm = {
  givenName: '',
  familyName: '',
  preferredName: '',
  pronoun: '',
  bornOn: null,
  address: '',
  room: '',
  phone: '',
  identityProtected: false,
  protectedUntil: null,
  hiddenStay: false,
  about: '',
  clears: [],
}

export const formOf = (card: Card): CardForm => ({
  givenName: card.givenName,
  familyName: card.familyName,
  preferredName: card.preferredName ?? '',
  pronoun: card.pronoun ?? '',
  bornOn: card.bornOn,
  address: card.address ?? '',
  room: card.room ?? '',
  phone: card.phone ?? '',
  identityProtected: card.identityProtected,
  protectedUntil: card.protectedUntil,
  hiddenStay: card.hiddenStay,
  about: card.about ?? '',
  clears: [],
})

const orNull = (words: string): string | null => (words.trim() === '' ? null : words)

/** What is sent: `null` leaves a hidden text as it stands, `''` takes it away. */
export function fieldsOf({ clears, ...form }: CardForm): Omit<Change, 'id' | 'version'> {
  const hidden = (field: 'address' | 'phone') => orNull(form[field]) ?? (clears.includes(field) ? '' : null)
  return {
    ...form,
    preferredName: orNull(form.preferredName),
    pronoun: orNull(form.pronoun),
    address: hidden('address'),
    room: orNull(form.room),
    phone: hidden('phone'),
    about: orNull(form.about),
  }
}

/** What stands on the card now, where it is not what one has in the form. */
export type Standing = Partial<Record<CardField, unknown>> & { readonly version: number }

export const differs = (standing: Standing | undefined, form: CardForm, field: CardField): boolean =>
  standing !== undefined && field in standing && (standing[field] ?? '') !== (form[field] ?? '')
