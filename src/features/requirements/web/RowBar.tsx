import { announce, Button, Notice, Row } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Line, type Requirement, requirements } from '../contract.ts'
import { isSentOut, renumbered } from '../rules.ts'
import { text } from './text.ts'
import type { MoveLine } from './use-move-line.ts'

/** What can be done with the row one stands on. */
export function RowBar({ requirement, line, move }: { requirement: Requirement; line: Line; move: MoveLine }) {
  const remove = useWrite(requirements.removeLine, { onDone: () => announce(text.saved), touches: ['thread'] })
  const at = requirement.lines.findIndex(({ id }) => id === line.id)
  const inDisorder = renumbered(requirement.lines).some(({ no }, index) => no !== requirement.lines[index]!.no)
  const problem = move.sender.problemText ?? remove.problemText
  return (
    <>
      <Row gap={2}>
        <span>{text.lineNo(line.no)}:</span>
        <Button kind="plain" isDisabled={at === 0} onPress={() => void move.by(line.id, -1)}>
          {text.moveUp}
        </Button>
        <Button kind="plain" isDisabled={at === requirement.lines.length - 1} onPress={() => void move.by(line.id, 1)}>
          {text.moveDown}
        </Button>
        <Button kind="plain" onPress={() => void remove.run({ id: line.id, version: line.version })}>
          {text.remove}
        </Button>
        {inDisorder && !isSentOut(requirement.state) && (
          <Button kind="plain" onPress={() => void move.renumber()}>
            {text.renumber}
          </Button>
        )}
      </Row>
      {problem && <Notice tone="attention">{problem}</Notice>}
    </>
  )
}
