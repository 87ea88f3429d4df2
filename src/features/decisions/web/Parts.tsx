import { Button, Row, Section, Select, Stack, TextField } from '#kernel/ui/index.ts'
import { useMe } from '#kernel/web/index.ts'
import { partRoles } from '../rules.ts'
import { text } from './text.ts'
import type { Setting } from './writing.ts'

/** Who proposed, was asked, decided and was told. A name that is mine is known to be me. */
export function Parts({ form, set }: Setting) {
  const me = useMe()
  const change = (at: number, part: Partial<Setting['form']['parts'][number]>) =>
    set({ parts: form.parts.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const named = (who: string) => ({ who, employeeId: who.trim() === me.name ? me.id : null })
  const isIn = form.parts.some(({ employeeId, role }) => employeeId === me.id && role !== 'informed')
  return (
    <Section title={text.took}>
      <Stack gap={4}>
        {form.parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
          <Row key={at} gap={3}>
            <Select
              label={text.role}
              choices={partRoles.map((id) => ({ id, label: text.roles[id] }))}
              value={part.role}
              onChange={(role) => change(at, { role })}
            />
            <TextField label={text.who} value={part.who} onChange={(who) => change(at, named(who))} maxLength={120} />
            <Button kind="plain" onPress={() => set({ parts: form.parts.filter((_, index) => index !== at) })}>
              {text.remove}
            </Button>
          </Row>
        ))}
        <Row>
          <Button onPress={() => set({ parts: [...form.parts, { role: 'consulted', who: '', employeeId: null }] })}>
            {text.addPart}
          </Button>
        </Row>
        {!isIn && (
          <TextField
            label={text.exceptionField}
            value={form.coordinatorException ?? ''}
            onChange={(to) => set({ coordinatorException: to || null })}
            maxLength={500}
            isOptional
          />
        )}
      </Stack>
    </Section>
  )
}
