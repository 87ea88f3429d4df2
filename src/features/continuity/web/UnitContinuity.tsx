import { LinkButton, Row } from '#kernel/ui/index.ts'
import { Age } from './Age.tsx'
import { useDevice } from './device.ts'
import { text } from './text.ts'

/** From the unit's page to the pack, with its age where this tablet has one. */
export function UnitContinuity() {
  const device = useDevice()
  return (
    <Row gap={3}>
      <LinkButton href="/noedpakke">{text.title}</LinkButton>
      {device && (
        <span>
          <Age device={device} />
        </span>
      )}
    </Row>
  )
}
