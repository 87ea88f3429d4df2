import { useState } from 'react'
import { Button, Disclosure, Lines, Row, Stack } from '#kernel/ui/index.ts'
import type { Plan, Template } from '../contract.ts'
import { TemplateDialog } from './TemplateDialog.tsx'
import { text } from './text.ts'

/** The tasks every unit gets, in the order of their days; changed once, they change in every unit that has not done them. */
export function Templates({ one }: { one: Plan }) {
  const [open, setOpen] = useState<Template>()
  const roleName = new Map(one.roles.map(({ id, name }) => [id, name]))
  const inOrder = [...one.templates].sort((a, b) => a.offsetDays - b.offsetDays)
  if (inOrder.length === 0) return null
  return (
    <Disclosure title={text.templates(inOrder.length)}>
      <Stack gap={3}>
        <p>{text.templatesHelp}</p>
        <Lines label={text.templates(inOrder.length)}>
          {inOrder.map((template) => (
            <li key={template.id}>
              <Row apart gap={3}>
                <Stack gap={1}>
                  <span>
                    {template.code} {template.title}
                  </span>
                  <small>
                    {[text.offset(template.offsetDays), roleName.get(template.roleId)].filter(Boolean).join(' · ')}
                  </small>
                </Stack>
                {one.permitted.includes('keep') && (
                  <Button
                    kind="plain"
                    aria-label={`${text.change}: ${template.title}`}
                    onPress={() => setOpen(template)}
                  >
                    {text.change}
                  </Button>
                )}
              </Row>
            </li>
          ))}
        </Lines>
      </Stack>
      {open && <TemplateDialog one={one} of={open} onClose={() => setOpen(undefined)} />}
    </Disclosure>
  )
}
