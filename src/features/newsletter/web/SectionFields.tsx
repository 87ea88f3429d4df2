import { Button, Section as Part, Row, Stack, TextArea, TextField } from '#kernel/ui/index.ts'
import type { Section } from '../contract.ts'
import { text } from './text.ts'
import { changed, type Form, movedUp, without } from './writing.ts'

type Props = { section: Section; at: number; form: Form; onChange: (form: Form) => void }

/** One section with what it is said from beneath. */
export function SectionFields({ section, at, form, onChange }: Props) {
  const set = (part: Partial<Section>) => onChange(changed(form, section.id, part))
  const leave = (id: string) => set({ sources: section.sources.filter((source) => source.id !== id) })
  const acts = (
    <Row gap={2}>
      {at > 0 && (
        <Button kind="plain" aria-label={`${text.up}: ${section.heading}`} onPress={() => onChange(movedUp(form, at))}>
          {text.up}
        </Button>
      )}
      <Button
        kind="plain"
        aria-label={`${text.removeSection}: ${section.heading}`}
        onPress={() => onChange(without(form, section.id))}
      >
        {text.removeSection}
      </Button>
    </Row>
  )
  return (
    <Part title={`${at + 1} · ${text.slots[section.slot]}`} actions={acts}>
      <Stack gap={3}>
        <TextField
          label={text.heading}
          value={section.heading}
          onChange={(heading) => set({ heading })}
          maxLength={80}
        />
        <TextArea label={text.body} value={section.text} onChange={(said) => set({ text: said })} maxLength={2000} />
        <Row gap={2}>
          <small>{section.sources.length === 0 ? text.noSources : text.sources}</small>
          {section.sources.map(({ id, label, title }) => (
            <Button key={id} kind="plain" onPress={() => leave(id)}>
              {text.leaveOut(label ?? title)}
            </Button>
          ))}
        </Row>
      </Stack>
    </Part>
  )
}
