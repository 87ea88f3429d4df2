import type { ReactNode } from 'react'
import { Button, Row, Stack } from '#kernel/ui/index.ts'
import { text } from './text.ts'

type Props = {
  /** Whose line it is, for those who hear the button and not the line. */
  name: string
  words?: ReactNode
  note: ReactNode
  /** Left out where it is kept elsewhere, or by others. */
  onChange?: (() => void) | undefined
  /** Said instead of the button. */
  elsewhere?: string | undefined
}

/** A line of what is kept for the plan, and the way to change it. */
export function KeptLine({ name, words = name, note, onChange, elsewhere }: Props) {
  return (
    <li>
      <Row apart gap={3}>
        <Stack gap={1}>
          <span>{words}</span>
          <small>{note}</small>
        </Stack>
        {onChange && (
          <Button kind="plain" aria-label={`${text.change}: ${name}`} onPress={onChange}>
            {text.change}
          </Button>
        )}
        {elsewhere && <small>{elsewhere}</small>}
      </Row>
    </li>
  )
}
