import { newId } from '#kernel/lang/id.ts'
import { Button, Checkbox, Row, Section, Stack, TextField } from '#kernel/ui/index.ts'
import { text } from './text.ts'
import type { Setting } from './writing.ts'

/** What could be chosen. With nothing but the choice itself, it is written why there was nothing else. */
export function Options({ form, set }: Setting) {
  const change = (id: string, part: Partial<Setting['form']['options'][number]>) =>
    set({ options: form.options.map((option) => (option.id === id ? { ...option, ...part } : option)) })
  const others = form.options.filter(({ chosen, text: words }) => !chosen && words.trim())
  return (
    <Section title={text.options} note={text.optionsHelp}>
      <Stack gap={4}>
        {form.options.map(({ id, text: words, chosen, whyNot }, at) => (
          <Stack key={id} gap={2}>
            <TextField
              label={`${text.option} ${at + 1}`}
              value={words}
              onChange={(to) => change(id, { text: to })}
              maxLength={300}
            />
            <Row gap={4}>
              <Checkbox label={text.chosen} value={chosen} onChange={(to) => change(id, { chosen: to })} />
              {form.options.length > 1 && (
                <Button
                  kind="plain"
                  onPress={() => set({ options: form.options.filter((option) => option.id !== id) })}
                >
                  {text.remove}
                </Button>
              )}
            </Row>
            {!chosen && words.trim() !== '' && (
              <TextField
                label={text.whyNot}
                value={whyNot ?? ''}
                onChange={(to) => change(id, { whyNot: to || null })}
                maxLength={500}
                isOptional
              />
            )}
          </Stack>
        ))}
        <Row>
          <Button
            onPress={() => set({ options: [...form.options, { id: newId(), text: '', chosen: false, whyNot: null }] })}
          >
            {text.addOption}
          </Button>
        </Row>
        {others.length === 0 && (
          <TextField
            label={text.noOptionReason}
            value={form.noOptionReason ?? ''}
            onChange={(to) => set({ noOptionReason: to || null })}
            maxLength={500}
            isOptional
          />
        )}
      </Stack>
    </Section>
  )
}
