import { useState } from 'react'
import { Button, Dialog, FaultText, Lines, Row, Section, Stack, useNow } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { continuity, type Tablet } from '../contract.ts'
import { minutesSince } from '../rules.ts'
import { text } from './text.ts'

type Props = { tablets: readonly Tablet[]; canEnd: boolean; onEnded: (id: string) => void }

/** The unit's tablets and the age of what each of them keeps. */
export function Tablets({ tablets, canEnd, onEnded }: Props) {
  const now = useNow()
  return (
    <Section title={text.tablets} note={tablets.length}>
      {tablets.length === 0 ? (
        <p>{text.noTablets}</p>
      ) : (
        <Lines>
          {tablets.map((tablet) => (
            <li key={tablet.id}>
              <Row apart>
                <Stack gap={1}>
                  <strong>{tablet.name}</strong>
                  <span>
                    {tablet.refreshedAt ? text.age(minutesSince(tablet.refreshedAt, now)) : text.neverFetched}{' '}
                    {text.pairedBy(tablet.pairedByName)}
                  </span>
                </Stack>
                {canEnd && <EndButton tablet={tablet} onEnded={onEnded} />}
              </Row>
            </li>
          ))}
        </Lines>
      )}
    </Section>
  )
}

function EndButton({ tablet, onEnded }: { tablet: Tablet; onEnded: (id: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    onEnded(tablet.id)
  }
  const { run, isBusy, problemText } = useWrite(continuity.end, { onDone: done })
  const act = (
    <Button kind="primary" isBusy={isBusy} onPress={() => void run({ id: tablet.id, version: tablet.version })}>
      {text.end}
    </Button>
  )
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text.end}</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={text.endTitle(tablet.name)} actions={act}>
        <p>{text.endWords}</p>
        {problemText && <FaultText>{problemText}</FaultText>}
      </Dialog>
    </>
  )
}
