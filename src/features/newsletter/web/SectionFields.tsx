import { Button, Mark, Section as Part, Row, Stack, TextArea, TextField } from '#kernel/ui/index.ts'
import type { Section } from '../contract.ts'
import { text } from './text.ts'
import { changed, type Form, movedUp, without } from './writing.ts'

type Props = { section: Section; at: number; form: Form; onChange: (form: Form) => void }

/** One section with what it is said from beneath. */
export function SectionFields({ section, at, form, onChange }: Props) {
  const set = (part: Partial<Section>) => onChange(changed(form, section.id, part))
  const leave = (id: string) => set({ sources: section.sources.filter((source) => source.id !== id) })
  return (
    <Part title={section.heading || text.slots[section.slot]} note={text.slots[section.slot]}>
      <Stack gap={3}>
        <TextField
          label={text.heading}
          value={section.heading}
          onChange={(heading) => set({ heading })}
          maxLength={80}
        />
        <TextArea label={text.body} value={section.text} onChange={(said) => set({ text: said })} maxLength={2000} />
        <Row gap={2}>
          {section.sources.length === 0 && <Mark>{text.noSources}</Mark>}
          {section.sources.map(({ id, label, title }) => (
            <Button key={id} kind="plain" aria-label={`${text.leave}: ${label ?? title}`} onPress={() => leave(id)}>
              {label ?? title} ×
            </Button>
          ))}
        </Row>
        <Row gap={3}>
          {at > 0 && (
            <Button kind="plain" onPress={() => onChange(movedUp(form, at))}>
              {text.up}
            </Button>
          )}
          <Button kind="plain" onPress={() => onChange(without(form, section.id))}>
            {text.removeSection}
          </Button>
        </Row>
      </Stack>
    </Part>
  )
}
