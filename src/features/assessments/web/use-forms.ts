import { useRead } from '#kernel/web/index.ts'
import { assessments, type Form } from '../contract.ts'
import { shippedForms } from '../forms/shipped.ts'

/** Every form that can be filled in, in its latest version: those made here and those that came with the product, by title. */
export function useForms(): readonly Form[] {
  const made = useRead(assessments.forms, {}, { staleMs: 60_000 }).data ?? []
  return [...made.map(({ form }) => form), ...shippedForms].sort((a, b) => a.title.localeCompare(b.title, 'da'))
}

export const titleIn = (forms: readonly Form[], key: string): string =>
  forms.find((form) => form.key === key)?.title ?? key
