import { Button, Empty, Lines, Mark, Row, Stack, Warning } from '#kernel/ui/index.ts'
import type { Pack } from '../contract.ts'
import { text } from './text.ts'

/** Everybody, with what one must know before knocking on the door. */
export function PackPeople({ pack: { citizens }, onChoose }: { pack: Pack; onChoose: (id: string) => void }) {
  if (citizens.length === 0) return <Empty>{text.nobody}</Empty>
  return (
    <Lines label={text.citizens}>
      {citizens.map(({ id, calledName, fullName, room, identityProtected, warnings }) => (
        <li key={id}>
          <Stack gap={1}>
            <Row gap={3}>
              <Button kind="plain" onPress={() => onChoose(id)}>
                {fullName.startsWith(calledName) ? fullName : `${calledName} (${fullName})`}
              </Button>
              {room && (
                <span>
                  {text.room} {room}
                </span>
              )}
            </Row>
            {identityProtected && <Mark tone="violet">{text.protectedShort}</Mark>}
            {warnings.map((warning) => (
              <Warning key={warning.id}>{warning.text}</Warning>
            ))}
          </Stack>
        </li>
      ))}
    </Lines>
  )
}
