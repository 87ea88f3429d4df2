import { useState } from 'react'
import { Button, Lines, Row, Stack } from '#kernel/ui/index.ts'
import { saveOctets, sentenceOf } from '#kernel/web/index.ts'
import { type Attachment, orders } from '../contract.ts'
import { text } from './text.ts'

type Props = { title: string; orderId: string; attachments: readonly Attachment[] }
const KB = 1024

/** Files that came from the authority, each to be opened. */
export function Attachments({ title, orderId, attachments }: Props) {
  const [problem, setProblem] = useState<string>()
  if (attachments.length === 0) return null
  const fetch = (fileId: string) => {
    setProblem(undefined)
    saveOctets(orders.attachment, { orderId, fileId }).catch((why) => setProblem(sentenceOf(why)))
  }
  return (
    <Stack gap={2}>
      <strong>{title}</strong>
      <Lines label={title}>
        {attachments.map(({ id, name, text: about, sizeBytes }) => (
          <li key={id}>
            <Row gap={2}>
              <Button kind="plain" aria-label={text.attachmentGet(name)} onPress={() => fetch(id)}>
                {name}
              </Button>
              <span>
                {[about !== name && about, text.sizeKb(Math.ceil(sizeBytes / KB))].filter(Boolean).join(' · ')}
              </span>
            </Row>
          </li>
        ))}
      </Lines>
      {problem && <span role="alert">{problem}</span>}
    </Stack>
  )
}
