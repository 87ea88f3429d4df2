import { useState } from 'react'
import { nameIn } from '#features/capture/rules.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, Notice, Row, Stack, TextArea } from '#kernel/ui/index.ts'
import { call, sentenceOf } from '#kernel/web/index.ts'
import { relay } from '../../contract.ts'
import { words } from '../phone-text.ts'
import type { Kept } from './kept.ts'

type Props = { mine: Kept; onChange: (to: Kept) => void; onSent: () => void }

/** Sent once, by its own id, however often it must be tried; what is written stays on the telephone until it is. */
function useAsking({ mine, onChange, onSent }: Props) {
  const [state, setState] = useState<'writing' | 'sending' | 'sent'>('writing')
  const [fault, setFault] = useState<string>()
  const { token, id, draft } = mine
  const write = (to: string) => {
    setState('writing')
    setFault(undefined)
    onChange({ ...mine, draft: to })
  }
  const send = async (namesSeen: boolean) => {
    setState('sending')
    setFault(undefined)
    try {
      await call(relay.askFromPhone, { token, id, text: draft, namesSeen }, { key: id, retries: 0 })
      onChange({ ...mine, draft: '', id: newId() })
      setState('sent')
      onSent()
    } catch (problem) {
      setFault(sentenceOf(problem))
      setState('writing')
    }
  }
  return { state, fault, write, send }
}

export function AskFromPhone(props: Props) {
  const { draft } = props.mine
  const { state, fault, write, send } = useAsking(props)
  const asksAboutName = fault !== undefined && nameIn(draft) !== undefined
  return (
    <Stack gap={3}>
      <TextArea label={words.ask} help={words.askHelp} value={draft} onChange={write} maxLength={300} fault={fault} />
      <Row gap={3}>
        <Button
          kind="primary"
          isBusy={state === 'sending'}
          isDisabled={draft.trim() === ''}
          onPress={() => void send(false)}
        >
          {words.send}
        </Button>
        {asksAboutName && (
          <Button kind="plain" onPress={() => void send(true)}>
            {words.sendAnyway}
          </Button>
        )}
      </Row>
      {state === 'sent' && <Notice tone="ok">{words.sent}</Notice>}
    </Stack>
  )
}
