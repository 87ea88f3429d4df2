import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Button, Row, Stack, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { MOST } from '../content.ts'
import { requirements } from '../contract.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

/** A title is enough to begin with; the rest is written in the table. */
export function NewRequirement({ whole, areaId }: { whole: Whole; areaId: string }) {
  const [title, setTitle] = useState('')
  const [id, setId] = useState(newId)
  const sender = useWrite(requirements.add, {
    onDone: () => {
      setTitle('')
      setId(newId())
    },
  })
  if (!whole.permitted.includes('propose')) return null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void sender.run({ id, specId: whole.id, areaId, title })
      }}
    >
      <Stack gap={2}>
        <TextField
          label={text.newTitle}
          help={text.newTitleHelp}
          value={title}
          onChange={setTitle}
          maxLength={MOST.title}
          fault={sender.faultOf('title') ?? sender.problemText}
        />
        <Row>
          <Button type="submit" isBusy={sender.isBusy}>
            {text.addRequirement}
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
