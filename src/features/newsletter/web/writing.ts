import { newId } from '#kernel/lang/id.ts'
import type { Issue, News, Section, Source } from '../contract.ts'

/** An issue on its way, as the page holds it. */
export type Form = { readonly title: string; readonly sections: readonly Section[] }

export const formOf = ({ title, sections }: Issue): Form => ({ title, sections })

/** As it is sent: of a source only which it is. */
export const sentOf = ({ title, sections }: Form) => ({
  title,
  sections: sections.map(({ sources, ...section }) => ({
    ...section,
    sources: sources.map(({ kind, id }) => ({ kind, id })),
  })),
})

export const withNew = (form: Form): Form => ({
  ...form,
  sections: [...form.sections, { id: newId(), slot: 'own', heading: '', text: '', sources: [] }],
})

const ended = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)
const sourceOf = ({ kind, id, label, title }: News): Source => ({ kind, id, label, title })

/** An event goes into the section of its kind; where there is none it gets one. */
export function withEvent(form: Form, event: News): Form {
  const said = [ended(event.title), event.text ?? ''].filter(Boolean).join(' ')
  const found = form.sections.find(({ slot }) => slot === event.slot)
  if (!found) {
    const made: Section = {
      id: newId(),
      slot: event.slot,
      heading: event.title.slice(0, 80),
      text: said,
      sources: [sourceOf(event)],
    }
    return { ...form, sections: [...form.sections, made] }
  }
  const grown = { ...found, text: `${found.text}\n${said}`.trim(), sources: [...found.sources, sourceOf(event)] }
  return { ...form, sections: form.sections.map((section) => (section.id === found.id ? grown : section)) }
}

export const changed = (form: Form, id: string, part: Partial<Section>): Form => ({
  ...form,
  sections: form.sections.map((section) => (section.id === id ? { ...section, ...part } : section)),
})

export const without = (form: Form, id: string): Form => ({
  ...form,
  sections: form.sections.filter((section) => section.id !== id),
})

export function movedUp(form: Form, at: number): Form {
  const sections = [...form.sections]
  const [moved] = sections.splice(at, 1)
  sections.splice(at - 1, 0, moved!)
  return { ...form, sections }
}

export const usedIn = (form: Form): ReadonlySet<string> =>
  new Set(form.sections.flatMap(({ sources }) => sources.map(({ kind, id }) => `${kind} ${id}`)))
