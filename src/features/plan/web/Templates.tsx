import { useState } from 'react'
import { Disclosure, Lines, Stack } from '#kernel/ui/index.ts'
import type { Plan, Template } from '../contract.ts'
import { KeptLine } from './KeptLine.tsx'
import { TemplateDialog } from './TemplateDialog.tsx'
import { text } from './text.ts'

/** The tasks every unit gets, in the order of their days; changed once, they change in every unit that has not done them. */
export function Templates({ one }: { one: Plan }) {
  const [open, setOpen] = useState<Template>()
  const roleName = new Map(one.roles.map(({ id, name }) => [id, name]))
  const inOrder = [...one.templates].sort((a, b) => a.offsetDays - b.offsetDays)
  const codeOf = new Map(one.templates.map(({ id, code }) => [id, code]))
  const after = ({ needs }: Template) =>
    needs.length > 0 && text.afterThese(needs.flatMap((id) => codeOf.get(id) ?? []).join(', '))
  const mayKeep = one.permitted.includes('keep')
  if (inOrder.length === 0) return null
  return (
    <Disclosure title={text.templates(inOrder.length)}>
      <Stack gap={3}>
        <p>{text.templatesHelp}</p>
        <Lines label={text.templates(inOrder.length)}>
          {inOrder.map((template) => (
            <KeptLine
              key={template.id}
              name={template.title}
              words={`${template.code} ${template.title}`}
              note={[text.offset(template.offsetDays), roleName.get(template.roleId), after(template)]
                .filter(Boolean)
                .join(' · ')}
              onChange={mayKeep ? () => setOpen(template) : undefined}
            />
          ))}
        </Lines>
      </Stack>
      {open && <TemplateDialog one={one} of={open} onClose={() => setOpen(undefined)} />}
    </Disclosure>
  )
}
