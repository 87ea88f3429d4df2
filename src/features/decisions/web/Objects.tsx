import { useState } from 'react'
import { thread } from '#features/thread/contract.ts'
import { nounOf } from '#features/thread/web/index.ts'
import { Button, Lines, Row, SearchField, Section, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { text } from './text.ts'
import type { Setting } from './writing.ts'

/** What the decision is about: looked up by number or words. */
export function Objects({ form, set }: Setting) {
  const [words, setWords] = useState('')
  const isAsked = words.trim().length > 1
  const found = useRead(thread.find, { words: words.trim() || '-' }, { enabled: isAsked, keepFormer: true })
  const known = new Set(form.objects.map(({ id }) => id))
  const hits = isAsked ? (found.data ?? []).filter(({ id }) => !known.has(id)).slice(0, 8) : []
  return (
    <Section title={text.aboutWhat} note={text.aboutHelp}>
      <Stack gap={3}>
        <Lines label={text.aboutWhat}>
          {form.objects.map(({ id, label }) => (
            <li key={id}>
              <Row gap={3} apart>
                <span>{label}</span>
                <Button kind="plain" onPress={() => set({ objects: form.objects.filter((one) => one.id !== id) })}>
                  {text.remove}
                </Button>
              </Row>
            </li>
          ))}
        </Lines>
        <SearchField label={text.findObject} value={words} onChange={setWords} />
        <Lines label={text.findObject}>
          {hits.map(({ id, kind, label, title }) => {
            const name = [label, title].filter(Boolean).join(' ')
            return (
              <li key={id}>
                <Row gap={3} apart>
                  <span>
                    {name} · {nounOf(kind)}
                  </span>
                  <Button onPress={() => set({ objects: [...form.objects, { kind, id, label: name }] })}>
                    {text.link}
                  </Button>
                </Row>
              </li>
            )
          })}
        </Lines>
      </Stack>
    </Section>
  )
}
