import { type Id, newId } from '#kernel/lang/id.ts'
import type { Decision, Proposal } from '../contract.ts'

/** A proposal on its way, as the form holds it. */
export type Form = Proposal & { placeId: Id; objects: readonly { kind: string; id: Id; label: string }[] }

/** The form as a part of the page gets it, and how it says what was changed. */
export type Setting = { form: Form; set: (part: Partial<Form>) => void }

type Me = { readonly id: Id; readonly name: string }

/** The writer proposes; one option is the choice, another is what was not chosen. */
export const emptyForm = (placeId: Id, me: Me, supersedesId: Id | null): Form => ({
  placeId,
  title: '',
  question: '',
  why: '',
  consequences: '',
  noOptionReason: null,
  coordinatorException: null,
  secret: false,
  reviewOn: null,
  supersedesId,
  options: [
    { id: newId(), text: '', chosen: true, whyNot: null },
    { id: newId(), text: '', chosen: false, whyNot: null },
  ],
  parts: [
    { role: 'proposed', who: me.name, employeeId: me.id },
    { role: 'decided', who: '', employeeId: null },
  ],
  unitIds: [],
  objects: [],
})

export const formOf = (decision: Decision): Form => ({
  placeId: decision.placeId,
  title: decision.title,
  question: decision.question,
  why: decision.why,
  consequences: decision.consequences,
  noOptionReason: decision.noOptionReason,
  coordinatorException: decision.coordinatorException,
  secret: decision.secret,
  reviewOn: decision.reviewOn,
  supersedesId: decision.supersedesId,
  options: decision.options.map((option) => ({ ...option })),
  parts: decision.parts.map((part) => ({ ...part })),
  unitIds: decision.units.map(({ id }) => id),
  objects: [],
})

/** Lines nobody has written in are left out. */
export const wordsOf = ({ placeId: _, objects: __, ...form }: Form): Proposal => ({
  ...form,
  options: form.options.filter(({ text }) => text.trim() !== ''),
  parts: form.parts.filter(({ who }) => who.trim() !== ''),
})
