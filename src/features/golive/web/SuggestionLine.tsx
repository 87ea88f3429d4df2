import { useState } from 'react'
import { offerGroups } from '#features/org/offer-groups.ts'
import { language } from '#kernel/lang/text.ts'
import { Button, Row, TextLink } from '#kernel/ui/index.ts'
import type { Case } from '../contract.ts'
import { DeclineDialog, TakeDialog } from './TakeDialog.tsx'
import { text } from './text.ts'

type Props = { one: Case; suggestion: Case['suggestions'][number] }

/** What a case proposes for the template, and what became of it. */
export function SuggestionLine({ one, suggestion }: Props) {
  const [open, setOpen] = useState<'take' | 'decline'>()
  const { state, template, answer } = suggestion
  const close = () => setOpen(undefined)
  const into = template && text.inTemplate(offerGroups[template.offerGroup][language()], template.version)
  const told = answer === suggestion.text ? null : answer
  return (
    <Row gap={2}>
      <small>
        {into ?? text.suggestion[state as 'proposed']}: {[suggestion.text, told].filter(Boolean).join(' – ')}
      </small>
      {one.permitted.includes('lift') && template && <TextLink href="/skabeloner">{text.toTemplates}</TextLink>}
      {one.permitted.includes('lift') && state === 'proposed' && (
        <>
          <Button kind="plain" onPress={() => setOpen('take')}>
            {text.take}
          </Button>
          <Button kind="plain" onPress={() => setOpen('decline')}>
            {text.decline}
          </Button>
        </>
      )}
      {open === 'take' && <TakeDialog one={one} suggestion={suggestion} onClose={close} />}
      {open === 'decline' && <DeclineDialog suggestion={suggestion} onClose={close} />}
    </Row>
  )
}
